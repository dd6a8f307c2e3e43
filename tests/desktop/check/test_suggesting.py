"""The ask gets help: actions to take from a list, and a hint where the words commit nobody."""

import datetime as dt

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from planner.desktop.check.finding_hint import FindingHint
from planner.desktop.check.suggested_actions import SuggestedActions, in_words
from planner.model.ask import Action
from planner.model.call import Attendee
from planner.model.client import Contact
from planner.model.plan import Preparation
from planner.model.terms import Commitment
from tests.builders import a_plan
from tests.desktop.answering import focused
from tests.desktop.page_objects import WalkPageObject
from tests.desktop.stage import Stage


def test_suggestions_come_with_the_commitment(stage: Stage) -> None:
    walk = _conversation(stage, _with_people())
    assert _suggestions(walk) == []
    assert walk.window.open is not None
    walk.window.open.document.edit("call.commitment", Commitment.EXPLORE)
    offered = _suggestions(walk)
    assert len(offered) >= 2
    assert all(one.startswith("Ines Marlow ") for one in offered)
    walk.window.open.document.edit("call.commitment", Commitment.DECIDE)
    assert _suggestions(walk)
    assert not set(_suggestions(walk)) & set(offered)


def test_one_click_fills_the_ask_in_one_undo_step(stage: Stage) -> None:
    walk = _conversation(stage, _with_people(Commitment.EXPLORE))
    first = _suggestions(walk)[0]
    QTest.mouseClick(_offered(walk).links()[0], Qt.MouseButton.LeftButton)
    ask = walk.preparation.plan.ask.primary
    assert in_words(ask) == first
    assert ask.actor == "Ines Marlow"
    assert ask.by is not None
    assert walk.field("ask.primary.action").value == ask.action
    assert _suggestions(walk) == [], "there is an ask now"
    walk.undo()
    assert walk.preparation.plan.ask.primary == Action()


def test_after_a_suggestion_the_keys_are_in_its_words(stage: Stage) -> None:
    walk = _conversation(stage, _with_people(Commitment.EXPLORE))
    QTest.keyClick(_offered(walk).links()[0], Qt.Key.Key_Return)
    before = walk.preparation.plan.ask.primary.action
    QTest.keyClick(focused(), Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(focused(), ", with coffee")
    assert walk.preparation.plan.ask.primary.action == f"{before}, with coffee"


def test_suggestions_are_folded_where_there_is_an_ask_and_unfold(stage: Stage) -> None:
    walk = _conversation(stage, _with_people(Commitment.EXPLORE, action="names three depots"))
    assert _suggestions(walk) == []
    heading = _offered(walk).heading
    assert heading.accessibleName() == "What they could do: Explore, closed"
    QTest.mouseClick(heading, Qt.MouseButton.LeftButton)
    assert _suggestions(walk)


def test_suggestions_follow_the_people_in_the_call(stage: Stage) -> None:
    walk = _conversation(stage, a_plan(**{"call.commitment": Commitment.TIME}))
    assert all(one.startswith("Somebody ") for one in _suggestions(walk))
    assert walk.window.open is not None
    walk.window.open.document.edit("client.contacts", (Contact(name="Theo Brandt"),))
    walk.wait_until(lambda: all(one.startswith("Theo Brandt ") for one in _suggestions(walk)))


def test_vague_words_are_told_at_the_field_and_stay_possible(stage: Stage) -> None:
    walk = _conversation(stage, _with_people(Commitment.EXPLORE))
    hint = _hint(walk, "askPrimaryActionHint")
    assert hint.text().strip() == "", "nothing is said of what is not written yet"
    walk.wait_until(lambda: hint.height() > 0)
    height = hint.height()
    walk.field("ask.primary.action").type("Follow up")
    walk.wait_until(lambda: "Follow up" in hint.text())
    assert hint.height() == height, "its line was kept free"
    assert walk.preparation.plan.ask.primary.action == "Follow up"
    assert not walk.window.open or walk.window.open.walk.form.problems == {}
    walk.field("ask.primary.action").replace("Invites the works council")
    walk.wait_until(lambda: not hint.text().strip())


def test_a_vague_fallback_is_told_at_its_own_field(stage: Stage) -> None:
    walk = _conversation(stage, _with_people(Commitment.EXPLORE))
    walk.field("ask.fallback.action").type("wir bleiben in Kontakt")
    walk.wait_until(lambda: bool(_hint(walk, "askFallbackActionHint").text().strip()))
    assert not _hint(walk, "askPrimaryActionHint").text().strip()


def _with_people(commitment: Commitment | None = None, action: str = "") -> Preparation:
    return a_plan(
        **{
            "client.contacts": (Contact(name="Ines Marlow"), Contact(name="Theo Brandt")),
            "call.attendees": (Attendee(contact="Ines Marlow"),),
            "call.commitment": commitment,
            "call.starts": dt.datetime(2026, 12, 1, 10, tzinfo=dt.UTC),
            "ask.primary.action": action,
        }
    )


def _conversation(stage: Stage, preparation: Preparation) -> WalkPageObject:
    walk = stage.open(preparation).open(preparation.client.name)
    walk.go_to("conversation")
    return walk


def _offered(walk: WalkPageObject) -> SuggestedActions:
    assert walk.window.open is not None
    offered = walk.window.open.walk.form.findChild(SuggestedActions)
    assert offered is not None
    return offered


def _suggestions(walk: WalkPageObject) -> list[str]:
    return [one.shown_text() for one in _offered(walk).links()]


def _hint(walk: WalkPageObject, name: str) -> FindingHint:
    assert walk.window.open is not None
    hint = walk.window.open.walk.form.findChild(FindingHint, name)
    assert hint is not None
    return hint
