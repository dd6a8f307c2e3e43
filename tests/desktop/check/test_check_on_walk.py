"""What the check sees stands beside its step, is answered there, and never moves what one types in."""

import datetime as dt
from functools import partial

from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from planner.desktop.check.finding_strip import FindingStrip
from planner.desktop.check.findings_banner import LOOKED_BACK, NOTHING_SEEN
from planner.desktop.check.standings_list import StandingsList
from planner.desktop.looking_back.overdue_promises import OverduePromises
from planner.model.ask import Action
from planner.model.client import Promise
from planner.model.conversation import AgendaItem
from planner.model.fields import with_field
from planner.model.plan import AnsweredFinding, Preparation
from planner.model.terms import Lead, Outcome, Side
from planner.model.touch import Touch
from tests.builders import a_plan
from tests.desktop.answering import focused
from tests.desktop.fakes import DiskFull
from tests.desktop.page_objects import WalkPageObject
from tests.desktop.stage import Stage
from tests.desktop.walk_story import STEP

INBOUND = "They came to us"
NO_REASON = "what they get out of meeting us"
ASK_FIRST = ("step is ours", "“send proposal”", "We plan to talk", "The ask has no date", "no fallback")
QUIET = "has not heard from us"


def test_a_finding_stands_in_its_step_and_is_counted_in_the_list(stage: Stage) -> None:
    walk = _open(stage, _back_foot())
    walk.findings.wait_for(INBOUND)
    assert walk.badges[STEP["call"]] == 3
    assert walk.window.open is not None
    steps = walk.window.open.walk.panel.steps
    assert (
        steps.model().index(STEP["call"], 0).data(Qt.ItemDataRole.AccessibleTextRole)
        == "Call, started, 3 findings"
    )


def test_the_first_findings_leave_the_form_at_its_top(stage: Stage) -> None:
    walk = _open(stage, _back_foot())
    walk.findings.wait_for(INBOUND)
    walk.wait_until(lambda: stage.at_rest(walk.window))
    assert walk.window.open is not None
    (page,) = walk.window.open.walk.loaded_pages
    assert page.verticalScrollBar().maximum() > 0
    assert page.verticalScrollBar().value() == 0


def test_the_most_important_comes_first_and_the_others_unfold(stage: Stage) -> None:
    walk = _open(stage, _back_foot())
    walk.findings.wait_for(INBOUND)
    assert len(walk.findings.said) == 1
    assert walk.findings.banner.more.text() == "and 2 more"
    walk.findings.unfold()
    assert [INBOUND in one for one in walk.findings.said] == [True, False, False]
    walk.findings.unfold()
    assert len(walk.findings.said) == 1


def test_the_ask_weighs_most_in_its_step(stage: Stage) -> None:
    asking = _back_foot()
    for path, value in (
        ("conversation.agenda", (AgendaItem(topic="Who we are", minutes=25, lead=Lead.US),)),
        ("ask.primary", Action(actor="We", action="send proposal")),
    ):
        asking = with_field(asking, f"plan.{path}", value)
    walk = _open(stage, asking)
    walk.go_to("conversation")
    walk.findings.wait_for("The next step is ours")
    walk.findings.unfold()
    told = [next(at for at, one in enumerate(walk.findings.said) if said in one) for said in ASK_FIRST]
    assert told == sorted(told), "what is planned the wrong way round stands before what is left undone"


def test_a_finding_leads_to_its_field_behind_a_detail_too(stage: Stage) -> None:
    walk = _open(stage, _back_foot())
    walk.findings.wait_for(INBOUND)
    walk.findings.unfold()
    walk.findings.follow(NO_REASON)
    field = walk.field("call.why_they_meet").widget
    assert field.isVisible()
    assert field.hasFocus()


def test_it_goes_once_its_cause_is_gone_and_comes_back_with_undo(stage: Stage) -> None:
    walk = _open(stage, _back_foot())
    walk.findings.wait_for(INBOUND)
    assert walk.window.open is not None
    walk.window.open.document.edit("call.initiated_by", Side.US)
    walk.wait_until(lambda: walk.badges[STEP["call"]] == 2)
    walk.undo()
    walk.findings.wait_for(INBOUND)


def test_a_finding_is_answered_in_one_undo_step(stage: Stage) -> None:
    walk = _open(stage, _back_foot())
    walk.findings.wait_for(INBOUND)
    walk.findings.answer(INBOUND, "our letter of May brought them")
    today = stage.clock().date()
    given = AnsweredFinding(rule="came-to-us", because="our letter of May brought them", on=today)
    assert _answers(walk) == (given,)
    assert walk.badges[STEP["call"]] == 2, "what is answered is counted no longer"
    assert walk.findings.line(INBOUND).take_back.hasFocus(), "the keys stay with the finding"
    walk.undo()
    assert _answers(walk) == ()
    walk.wait_until(lambda: not walk.findings.answers)
    walk.redo()
    walk.wait_until(lambda: bool(walk.findings.answers))


def test_esc_leaves_a_finding_unanswered(stage: Stage) -> None:
    walk = _open(stage, _back_foot())
    walk.findings.wait_for(INBOUND)
    line = walk.findings.begin_answer(INBOUND, "never mind")
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert _answers(walk) == ()
    assert not line.isVisible()
    assert walk.findings.line(INBOUND).know.hasFocus()


def test_an_answer_is_in_the_plan_with_each_key_and_one_undo_step(stage: Stage) -> None:
    walk = _open(stage, _back_foot())
    walk.findings.wait_for(INBOUND)
    line = walk.findings.begin_answer(INBOUND, "our let")
    assert [one.because for one in _answers(walk)] == ["our let"]
    QTest.keyClicks(line, "ter")
    assert [one.because for one in _answers(walk)] == ["our letter"]
    QTest.keyClick(line, Qt.Key.Key_Return)
    walk.wait_until(lambda: walk.findings.answers == ["our letter"])
    walk.undo()
    assert _answers(walk) == ()


def test_nothing_typed_answers_nothing(stage: Stage) -> None:
    walk = _open(stage, _back_foot())
    walk.findings.wait_for(INBOUND)
    QTest.keyClick(walk.findings.begin_answer(INBOUND, "  "), Qt.Key.Key_Return)
    assert _answers(walk) == ()


def test_an_answer_being_typed_stays_while_the_check_sees_something_else(stage: Stage) -> None:
    walk = _open(stage, _back_foot())
    walk.findings.wait_for(INBOUND)
    line = walk.findings.begin_answer(INBOUND, "our let")
    assert walk.window.open is not None
    walk.window.open.document.edit("client.dream_client", False)
    walk.wait_until(lambda: walk.badges[STEP["call"]] == 1)  # of three one is answered, one gone
    QTest.keyClicks(line, "ter")
    QTest.keyClick(line, Qt.Key.Key_Return)
    walk.wait_until(lambda: walk.findings.answers == ["our letter"])


def test_an_answer_is_taken_back(stage: Stage) -> None:
    given = _back_foot()
    answers = (AnsweredFinding(rule="came-to-us", because="our letter", on=dt.date(2026, 11, 3)),)
    walk = _open(stage, replace(given, plan=replace(given.plan, answers=answers)))
    walk.wait_until(lambda: walk.findings.answers == ["our letter"])
    walk.findings.take_back(INBOUND)
    walk.wait_until(lambda: not walk.findings.answers)
    walk.findings.wait_for(INBOUND)
    assert _answers(walk) == ()


def test_what_one_types_in_stays_in_its_place_and_keeps_the_keys(stage: Stage) -> None:
    walk = _open(stage, a_plan(**{"call.why_they_meet": "Their audit", "case.current_state": "By hand"}))
    walk.wait_until(lambda: _calm(walk))
    typed_in = walk.field("call.title").widget
    QTest.keyClicks(typed_in, "Cancelled")
    place = _place_on_screen(walk)
    assert walk.window.open is not None
    for path, value, count in (("call.initiated_by", Side.THEM, 1), ("client.dream_client", True, 2)):
        walk.window.open.document.edit(path, value)
        walk.wait_until(partial(_counts, walk, count))
        assert _place_on_screen(walk) == place
    QTest.keyClicks(focused(), " journeys")
    assert walk.preparation.plan.call.title == "Cancelled journeys"
    walk.window.open.document.edit("call.initiated_by", Side.US)
    walk.window.open.document.edit("client.touches", (Touch(done_on=stage.clock().date()),))
    walk.wait_until(lambda: walk.badges[STEP["call"]] == 0)
    assert _place_on_screen(walk) == place, "nothing moves up either"


def test_nothing_moves_up_under_the_keys_when_a_finding_goes(stage: Stage) -> None:
    walk = _open(stage, _back_foot())
    walk.findings.wait_for(INBOUND)
    walk.findings.unfold()
    walk.field("call.title")
    place = _place_on_screen(walk)
    assert walk.window.open is not None
    for path, value, count in (
        ("client.dream_client", False, 2),
        ("call.why_they_meet", "Their audit", 1),
        ("call.initiated_by", Side.US, 0),
    ):
        walk.window.open.document.edit(path, value)
        walk.wait_until(partial(_counts, walk, count))
        assert _place_on_screen(walk) == place
    walk.go_to("case")
    walk.go_to("call")
    walk.field("call.title")
    assert _place_on_screen(walk).y() < place.y(), "the room is given back once nobody types there"


def test_nothing_is_called_undone_in_a_plan_just_begun(stage: Stage) -> None:
    walk = _open(stage, a_plan(**{"client.name": "Larkline Buses"}))
    walk.wait_until(walk.findings.banner.isVisible)
    assert sum(walk.badges) == 0
    for step in ("call", "case"):
        walk.go_to(step)
        assert walk.findings.said == []
        assert walk.findings.banner.said_calmly == "", "nor is anything praised that is not begun"
    walk.go_to("call")
    walk.field("call.title").type("Cancelled journeys")
    walk.wait_until(lambda: _calm(walk))
    walk.go_to("case")
    walk.field("case.why_change").type("Trays were tried")
    walk.wait_until(lambda: walk.badges[STEP["call"]] == 1)
    assert walk.badges[STEP["conversation"]] == 0, "nobody has been there yet"
    walk.go_to("conversation")
    assert walk.findings.said == []
    walk.go_to("case")
    walk.wait_until(lambda: walk.badges[STEP["conversation"]] > 0)


def test_a_field_is_not_called_amiss_before_it_was_left(stage: Stage) -> None:
    walk = _open(stage, a_plan(**{"client.name": "Larkline Buses"}))
    walk.go_to("conversation")
    walk.field("ask.primary.action").type("thinks about it")
    walk.wait_until(lambda: stage.at_rest(walk.window))
    assert walk.findings.said == []
    assert not _calm(walk), "there is something, only not yet"
    walk.field("ask.wording").type("Shall we?")
    walk.wait_until(lambda: any("thinks about it" in said for said in walk.findings.said))
    assert not any("fallback" in said for said in walk.findings.said)
    walk.go_to("case")
    walk.go_to("conversation")
    walk.findings.unfold()
    walk.wait_until(lambda: any("fallback" in said for said in walk.findings.said))


def test_a_finding_stays_in_sight_at_the_field_it_leads_to(stage: Stage) -> None:
    walk = _open(stage, _back_foot())
    walk.window.resize(1_000, 520)
    for step in ("conversation", "case", "conversation"):
        walk.go_to(step)
    walk.wait_until(lambda: walk.findings.said != [])
    walk.findings.unfold()
    page = walk.window.open.walk.page_of(STEP["conversation"]) if walk.window.open else None
    assert page is not None
    strip = page.findChild(FindingStrip)
    assert strip is not None
    assert strip.isHidden()
    seen = next(line.finding for line in reversed(walk.findings.banner.lines) if line.finding)
    walk.findings.follow(seen.said)
    walk.wait_until(strip.isVisible)
    assert seen.said in strip.words.text()
    walk.wait_until(lambda: stage.at_rest(walk.window))
    field = focused()
    foot = field.mapTo(page.viewport(), field.rect().bottomLeft()).y()
    assert 0 < foot <= strip.y(), "the strip does not cover the field"
    walk.field("conversation.opening").type("x")
    walk.wait_until(strip.isHidden)


def test_earlier_calls_count(stage: Stage) -> None:
    earlier = a_plan(**{"call.starts": stage.clock() - dt.timedelta(days=12), "call.initiated_by": Side.US})
    given = replace(_back_foot(), client=replace(earlier.client, dream_client=True))
    given = replace(given, plan=replace(given.plan, client_id=earlier.client.id))
    stage.plans.stored[earlier.plan.id] = earlier
    walk = _open(stage, given)
    walk.findings.wait_for(INBOUND)
    walk.findings.unfold()
    assert not any(QUIET in one for one in walk.findings.said), "the call 12 days ago was ours"


def test_a_history_that_cannot_be_read_is_told_and_the_plan_is_checked_without(stage: Stage) -> None:
    stage.plans.unreadable = DiskFull("The disk is gone.")
    walk = _open(stage, _back_foot())
    walk.findings.wait_for(INBOUND)
    assert walk.message == "The check does not know about earlier calls. The disk is gone."


def test_the_review_says_where_one_stands_and_leads_there(stage: Stage) -> None:
    walk = _open(stage, _back_foot())
    walk.go_to("review")
    walk.wait_until(lambda: bool(walk.standings))
    assert [line.split(" | ")[0] for line in walk.standings] == [
        "Prospecting",
        "Discovery",
        "Sales Conversation",
        "Investment",
        "Myself",
    ]
    assert walk.standings[0].startswith("Prospecting | ▼ back | They came to us")
    QTest.mouseClick(_standings_list(walk).links()[0], Qt.MouseButton.LeftButton)
    assert walk.step == STEP["call"]


def test_the_page_says_where_one_stands_with_the_history_known(stage: Stage) -> None:
    walk = _open(stage, _back_foot())
    walk.wait_until(lambda: bool(walk.preview_text))
    walk.wait_until(lambda: any("▼ back: prospecting" in one for one in stage.pages.footings))
    assert walk.window.open is not None
    walk.window.open.document.edit("call.initiated_by", Side.US)
    walk.wait_until(lambda: "back: prospecting" not in stage.pages.footings[-1])


def test_once_looked_back_on_the_check_rests_and_the_review_says_how_the_plan_stood(stage: Stage) -> None:
    walk = _open(stage, _back_foot())
    walk.findings.wait_for(INBOUND)
    assert walk.window.open is not None
    walk.window.open.document.edit("reflection.outcome", Outcome.ADVANCE)
    walk.wait_until(lambda: sum(walk.badges) == 0)
    assert walk.findings.said == []
    assert walk.findings.banner.said_calmly == LOOKED_BACK
    walk.go_to("review")
    walk.wait_until(lambda: bool(walk.standings))
    assert walk.standings[0].startswith("Prospecting | ▼ back | They came to us")
    assert _standings_list(walk).links() == [], "nothing is to be done any more"
    heading = walk.window.open.walk.form.findChild(QLabel, "standingsSection")
    assert heading is not None
    assert heading.text() == "Where you stood"
    walk.window.open.document.edit("reflection.outcome", None)
    walk.go_to("call")
    walk.findings.wait_for(INBOUND)


def test_what_an_earlier_call_decides_leads_into_that_call(stage: Stage) -> None:
    earlier = a_plan(
        **{"call.title": "The call before", "call.starts": stage.clock() - dt.timedelta(days=12)}
    )
    given = replace(_back_foot(), client=earlier.client)
    given = replace(given, plan=replace(given.plan, client_id=earlier.client.id))
    stage.plans.stored[earlier.plan.id] = earlier
    walk = _open(stage, given)
    walk.go_to("review")
    walk.wait_until(lambda: walk.badges[STEP["review"]] > 1)
    walk.findings.unfold()
    assert "opens that call" in walk.findings.line("has not been reviewed yet").action.shown_text()
    walk.findings.follow("has not been reviewed yet")
    walk.wait_until(lambda: walk.window.open is not None and walk.preparation.plan.id == earlier.plan.id)
    assert walk.step == STEP["after"]


def test_an_overdue_promise_is_told_once_on_top_and_answered_in_the_review(stage: Stage) -> None:
    late = Promise(text="The drawings", by=Side.US, due=stage.clock().date() - dt.timedelta(days=3))
    walk = _open(stage, a_plan(**{"client.promises": (late,), "case.current_state": "By hand"}))
    walk.wait_until(lambda: walk.badges[STEP["review"]] > 0)
    assert walk.window.open is not None
    panel = walk.window.open.walk.form.findChild(OverduePromises)
    assert panel is not None
    assert panel.isVisible()
    walk.findings.unfold()
    assert not any("The drawings" in one for one in walk.findings.said)
    assert not _calm(walk), "nothing is praised above a promise overdue"
    walk.go_to("review")
    walk.findings.wait_for("The drawings")
    walk.findings.follow("The drawings")
    assert walk.step == STEP["call"]
    assert walk.field("client.promises").widget.isVisible()
    walk.window.open.document.edit("reflection.outcome", Outcome.ADVANCE)
    assert panel.isHidden(), "the next plan tells it"


def _standings_list(walk: WalkPageObject) -> StandingsList:
    assert walk.window.open is not None
    found = walk.window.open.walk.form.findChild(StandingsList)
    assert found is not None
    return found


def _back_foot() -> Preparation:
    return a_plan(
        **{
            "call.initiated_by": Side.THEM,
            "client.dream_client": True,
            "case.current_state": "Each depot plans by hand.",
        }
    )


def _open(stage: Stage, preparation: Preparation) -> WalkPageObject:
    return stage.open(preparation).open(preparation.client.name)


def _calm(walk: WalkPageObject) -> bool:
    banner = walk.findings.banner
    return banner.isVisible() and banner.said_calmly == NOTHING_SEEN


def _place_on_screen(walk: WalkPageObject) -> QPoint:
    for _ in range(3):  # what was asked for is laid out, and scrolled to, and painted
        QApplication.processEvents()
    return focused().mapTo(walk.window, QPoint(0, 0))


def _counts(walk: WalkPageObject, count: int) -> bool:
    return walk.badges[STEP["call"]] == count


def _answers(walk: WalkPageObject) -> tuple[AnsweredFinding, ...]:
    return walk.preparation.plan.answers
