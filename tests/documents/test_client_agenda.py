"""The agenda that goes to the client says when, what about and who, and nothing of our side alone."""

import pytest

from planner.documents.renderer import Renderer
from planner.exchange.plan_file import read_plan_file
from planner.model.conversation import AgendaItem
from planner.model.fields import field_type
from planner.model.plan import Preparation
from planner.model.terms import Lead
from tests.builders import a_plan
from tests.documents.plans import a_full_plan
from tests.documents.reading import squeezed, text_of
from tests.test_samples import COMPLETE, PLANS, leaves

OURS_ALONE = (
    "plan.case.",
    "plan.ask.",
    "plan.price.",
    "plan.conversation.questions",
    "plan.conversation.concerns",
)
SHARED = (
    "client.name",
    "client.contacts[].name",
    "plan.conversation.agenda[].topic",
)


@pytest.mark.parametrize("name", COMPLETE)
def test_nothing_private_and_none_of_our_tactics_is_on_it(renderer: Renderer, name: str) -> None:
    preparation = read_plan_file(PLANS / f"{name}.json")
    printed = squeezed(text_of(renderer.render("agenda", preparation).pdf))
    texts = [(path, text) for path, text in leaves(preparation) if isinstance(text, str) and len(text) > 12]
    shared = {text for path, text in texts if path in SHARED}
    secret = {text for path, text in texts if _is_ours_alone(path)} - shared
    assert len(secret) > 40
    assert [text for text in secret if squeezed(text) in printed] == []


def test_items_stand_at_the_hour_they_begin(renderer: Renderer) -> None:
    text = text_of(renderer.render("agenda", a_full_plan()).pdf)
    assert "10:00 Opening" in text
    assert "10:05 How changeovers run today" in text


def test_an_item_of_unknown_length_leaves_later_hours_open(renderer: Renderer) -> None:
    agenda = (
        AgendaItem(minutes=5, topic="Welcome", lead=Lead.US),
        AgendaItem(topic="Your morning", lead=Lead.THEM),
        AgendaItem(minutes=10, topic="What next", lead=Lead.BOTH),
    )
    text = text_of(renderer.render("agenda", a_full_plan(**{"conversation.agenda": agenda})).pdf)
    assert "10:00 Welcome 10:05 Your morning 10 min What next" in text


def test_a_plan_without_an_agenda_is_a_page_to_write_on(renderer: Renderer) -> None:
    page = renderer.render("agenda", a_plan())
    assert page.pages == 1
    assert "WHAT WE AGREE" in text_of(page.pdf)


def _is_ours_alone(path: str) -> bool:
    return path.startswith(OURS_ALONE) or field_type(Preparation, path).private
