"""Whatever a plan holds, everything made of it is made: findings, figures, the next call, every page."""

import datetime as dt
from collections.abc import Callable, Iterable
from enum import Enum

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec import inspect

from planner.cli.price_json import price_as_json
from planner.cli.price_table import price_as_table
from planner.coaching.check.checking import check
from planner.coaching.check.past import History
from planner.coaching.check.standings import footing_of
from planner.coaching.insights.recording import record_of
from planner.coaching.next_call import next_call
from planner.coaching.plan_versus_actual import plan_versus_actual
from planner.coaching.reflection_start import reflection_started
from planner.documents.renderer import Paper, Renderer
from planner.documents.views.dossier import dossier_view
from planner.documents.views.dossier_labels import LEFT_OUT
from planner.model.fields import editable_fields, leaf_fields, with_field
from planner.model.plan import Preparation
from planner.model.pricing.figures import figures
from planner.model.rendered_page import RenderedPage
from planner.wording.document_kinds import CALL_PLAN, DOCUMENT_NAMES, FOR_THE_CLIENT
from tests.documents.plans import a_full_plan
from tests.documents.reading import squeezed, text_of
from tests.exchange.generated import full_preparations, preparations, with_value
from tests.test_samples import leaves

TODAY = dt.date(2026, 12, 1)
TEXTS = {
    field.path for field in editable_fields(Preparation) if not field.path.endswith(".currency")
} - LEFT_OUT
"""What the dossier tells word by word; a currency stands with its amount, and alone it says nothing."""

SECRETS = [
    field.path
    for field in leaf_fields(Preparation)
    if field.private and isinstance(field.type, inspect.StrType) and not field.path.endswith("id")
]
TACTICS = (
    "plan.case.why_now",
    "plan.ask.fallback.action",
    "plan.conversation.avoid[]",
    "plan.conversation.disclosure[].wording",
    "plan.conversation.shortcuts[].propose_instead",
    "plan.price.drivers[].basis",
    "plan.price.talk_track",
    "plan.price.pushback[].answer",
    "plan.price.discussions[].their_reaction",
    "client.contacts[].personal_win",
)
"""Not marked private, for the call plan shows some of them; still not for the client."""

LONG = pytest.param(400, marks=[pytest.mark.soak(name="documents"), pytest.mark.timeout(3_600)])
SLOW = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large]


@pytest.mark.parametrize("examples", [8, LONG])
def test_everything_is_made_of_any_plan(
    renderer: Renderer, examples: int, record_property: Callable[[str, object], None]
) -> None:
    @settings(max_examples=examples, deadline=None, suppress_health_check=SLOW)
    @given(
        preparation=full_preparations(),
        earlier=st.lists(preparations(), max_size=2),
        paper=st.sampled_from(Paper),
    )
    def made(preparation: Preparation, earlier: list[Preparation], paper: Paper) -> None:
        plans = [one.plan for one in earlier]
        said = footing_of(preparation, plans, today=TODAY)
        found = figures(preparation.plan.price, preparation.plan.case)
        assert price_as_json(preparation, found)
        assert price_as_table(preparation, found)
        assert texts_missing_from_dossier(preparation) == []
        for one in (preparation, *what_follows(preparation)):
            check(one, History.before(one.plan, plans, today=TODAY))
            plan_versus_actual(one.plan)
            record_of(one.plan, one.client.name)
            pages_hold(renderer, one, paper, said)

    made()
    record_property("figure", f"any plan: every document made of {examples} plans and their next calls")


@pytest.mark.parametrize("examples", [10, LONG])
def test_nothing_of_ours_alone_is_on_what_the_client_gets(
    renderer: Renderer, examples: int, record_property: Callable[[str, object], None]
) -> None:
    @settings(max_examples=examples, deadline=None, suppress_health_check=SLOW)
    @given(hidden=st.sets(st.sampled_from(SECRETS), min_size=1), paper=st.sampled_from(Paper))
    def kept(hidden: set[str], paper: Paper) -> None:
        marked = {f"Qz{at}x": path for at, path in enumerate((*sorted(hidden), *TACTICS))}
        preparation = a_full_plan()
        for mark, path in marked.items():
            preparation = with_value(preparation, path, mark)
        for name in FOR_THE_CLIENT:
            printed = squeezed(text_of(renderer.render(name, preparation, paper).pdf))
            assert [path for mark, path in marked.items() if mark in printed] == [], name

    kept()
    record_property("figure", f"{examples} choices of secrets, none on a page for the client")


def what_follows(preparation: Preparation) -> Iterable[Preparation]:
    """The same plan with its reflection begun, and the next call planned after it."""
    begun = reflection_started(preparation.plan, TODAY)
    reflected = with_field(preparation, "plan.reflection", begun)
    assert reflection_started(reflected.plan, TODAY) == begun
    return reflected, next_call(reflected, TODAY, plan_id="the-next-one")


def pages_hold(renderer: Renderer, preparation: Preparation, paper: Paper, footing: str) -> None:
    """Every document renders, twice the same, on as many pages as it promises."""
    for name in DOCUMENT_NAMES:
        page = rendered(renderer, name, preparation, paper, footing)
        assert page.pages == 1 or name in {"dossier", "price", "price-workings", "reflection"}, name
        assert page.pages <= 2 or name != "reflection"
        assert page.shortened == () or name != "dossier"
        if name != "dossier":
            assert rendered(renderer, name, preparation, paper, footing).pdf == page.pdf


def rendered(
    renderer: Renderer, name: str, preparation: Preparation, paper: Paper, footing: str
) -> RenderedPage:
    return renderer.render(name, preparation, paper, footing=footing if name == CALL_PLAN else "")


def texts_missing_from_dossier(preparation: Preparation) -> list[str]:
    """The texts that are not told line by line; where the lines of a name part, the page sets a mark."""
    view = dossier_view(preparation)
    told = [one.text for section in view.sections for entry in section.entries for one in entry.told]
    whole = squeezed(" ".join([view.client, view.title, *told]))
    return [
        text
        for path, text in leaves(preparation)
        if isinstance(text, str) and not isinstance(text, Enum) and path in TEXTS
        if any(squeezed(line) not in whole for line in text.splitlines())
    ]
