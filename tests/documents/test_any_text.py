"""Whatever a person types or pastes, there is a page."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planner.documents.renderer import Paper, Renderer
from planner.model.characters import fit_text
from tests.documents.plans import a_full_plan

FIELDS = (
    "client.name",
    "call.title",
    "ask.wording",
    "case.why_now",
    "conversation.agenda[1].topic",
    "conversation.concerns[0].who",
    "price.drivers[0].name",
    "price.currency",
    "fear.avoiding",
)


@pytest.mark.filterwarnings("error")
@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    fields=st.dictionaries(st.sampled_from(FIELDS), st.text(max_size=120).map(fit_text), max_size=4),
    paper=st.sampled_from(Paper),
)
def test_any_text_gives_one_page(renderer: Renderer, fields: dict[str, str], paper: Paper) -> None:
    plan = a_full_plan(**fields)
    assert renderer.render("call-plan", plan, paper).pages == 1
    assert renderer.render("reflection", plan, paper).pages in (1, 2)
