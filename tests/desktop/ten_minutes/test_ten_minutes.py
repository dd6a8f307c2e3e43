"""The ten-minute plan: fifteen questions alone, an end, and the way to the rest."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from planner.coaching.fifteen import FIFTEEN
from planner.coaching.progress import Progress
from planner.desktop.check.ask_suggestions import AskSuggestions
from planner.desktop.check.findings_banner import FindingsBanner
from planner.desktop.check.if_you_have_time import IfYouHaveTime
from planner.desktop.fields import RowsField
from planner.desktop.ten_minutes.delta_in_brief import DeltaInBrief
from planner.desktop.ten_minutes.earlier_questions import EarlierQuestions
from planner.desktop.ten_minutes.known_notes import FurtherRows, PlaceKnown
from planner.desktop.ten_minutes.ready_agenda import ReadyAgenda
from planner.desktop.ten_minutes.shortcut_answer import AskedFor
from planner.desktop.ten_minutes.ten_minute_end import TenMinuteEnd
from planner.desktop.walk.form import StepForm
from planner.desktop.widgets.child_widget import part
from planner.model.call import Attendee
from planner.model.client import Contact
from planner.model.conversation import Question, Shortcut
from planner.model.fields import with_field
from planner.model.plan import Preparation
from planner.model.price import PriceLine
from planner.model.terms import CallKind, Commitment, DisclosureDiscussion, Outcome, Side
from tests.builders import a_plan
from tests.desktop.counting import prompts_in_sight
from tests.desktop.page_objects import WalkPageObject
from tests.desktop.stage import Stage
from tests.desktop.walk_story import STEP
from tests.test_samples import a_plan_file


def test_it_asks_fifteen_numbered_questions_in_their_order(stage: Stage) -> None:
    walk = _ten_minutes(stage, a_plan())
    asked = prompts_in_sight(_form(walk))
    assert [question.partition(".")[0] for question in asked] == [str(one.number) for one in FIFTEEN]
    assert walk.steps_in_sight() == ["Ten-minute plan", "After the call"]


def test_every_field_of_the_fifteen_is_in_sight(stage: Stage) -> None:
    walk = _ten_minutes(stage, a_plan())
    for question in FIFTEEN:
        for path in question.paths:
            assert walk.field(path).widget.isVisible(), path
    assert _is_on(walk)


def test_it_tells_the_minutes_from_the_first_key_to_the_last_answer(stage: Stage) -> None:
    given = a_plan_file("essential-only")
    walk = _ten_minutes(stage, with_field(given, "plan.fear.counter_action", ""))
    stage.clock.go_on(dt.timedelta(minutes=30))
    assert _strip(walk) == "Ten-minute plan · 14 of 15 answered", "nobody has typed yet"
    walk.field("fear.avoiding").type("!")
    stage.clock.go_on(dt.timedelta(minutes=4))
    assert "4 min" in _strip(walk)
    walk.field("fear.counter_action").type("Dial")
    assert "4 min · 15 of 15" in _strip(walk)
    stage.clock.go_on(dt.timedelta(minutes=40))
    assert "4 min" in _strip(walk), "all is answered: what comes after takes no time of it"
    assert part(_form(walk), TenMinuteEnd).heading.text() == "Good enough: print it"


def test_the_next_open_question_is_one_key_away(stage: Stage) -> None:
    walk = _ten_minutes(stage, a_plan(**{"call.title": "Overtime", "call.minutes": 45}))
    walk.field("client.name")
    assert walk.window.open is not None
    for path in ("call.starts", "call.channel", "call.attendees"):
        QTest.keyClick(walk.window, Qt.Key.Key_O, Qt.KeyboardModifier.AltModifier)
        assert walk.window.open.walk.field_with_keys() == path
    walk.field("case.why_now")
    walk.press_button("Next &open question")
    assert walk.window.open.walk.field_with_keys() == "case.proof", "a click goes on from where one was"
    walk.field("fear.counter_action")
    walk.press_button("Next &open question")
    assert walk.window.open.walk.field_with_keys() == "call.starts", "round from the end"


def test_it_offers_to_print_once_all_is_answered(stage: Stage) -> None:
    walk = _ten_minutes(stage, a_plan_file("essential-only"))
    assert walk.window.open is not None
    walk.wait_until(walk.window.open.ten_minutes.strip.good_enough.isVisible)
    walk.press_button("Good enough: print it")
    assert part(_form(walk), TenMinuteEnd).print.hasFocus()


def test_what_is_open_is_told_and_printing_stays_possible(stage: Stage) -> None:
    walk = _ten_minutes(stage, a_plan())
    end = part(_form(walk), TenMinuteEnd)
    assert end.heading.text() == "15 questions are open"
    assert end.print.isEnabled()


@pytest.mark.parametrize("way", ["All the questions", "F8"])
def test_every_question_is_one_act_away(stage: Stage, way: str) -> None:
    walk = _ten_minutes(stage, a_plan())
    if way == "F8":
        walk.press(way)
    else:
        walk.press_button(way)
    assert not _is_on(walk)
    assert walk.steps_in_sight()[:2] == ["Call", "Case for change"]
    assert walk.field("call.stage").widget.isVisible()


@pytest.mark.parametrize(
    ("field", "here", "there"),
    [
        ("case.why_now", "case.why_now", "case.why_now"),
        ("price.ours[0].label", "price.ours[0].likely", "price.ours"),
        ("call.stage", "client.name", "client.name"),
    ],
)
def test_the_cursor_stays_in_its_field_where_both_ask_for_it(
    stage: Stage, field: str, here: str, there: str
) -> None:
    walk = stage.open(a_plan(**{"price.ours": (PriceLine(label="Licence"),)})).open("Tarn Valley Water")
    walk.field(field)
    assert walk.window.open is not None
    walk.press("F8")
    assert walk.window.open.walk.field_with_keys() == here
    QTest.mouseClick(walk.window.open.ten_minutes.strip.all_questions, Qt.MouseButton.LeftButton)
    assert walk.window.open.walk.field_with_keys() == there


def test_after_the_call_is_reachable_and_the_way_back_too(stage: Stage) -> None:
    walk = _ten_minutes(stage, a_plan())
    walk.press("Alt+6")
    assert walk.step == STEP["after"]
    assert walk.ten_minutes_text == "", "the foot is of the questions before the call"
    walk.press("Alt+1")
    assert _is_on(walk)
    assert walk.ten_minutes_text


@pytest.mark.parametrize(
    ("keys", "path"),
    [("Alt+2", "case.problems"), ("Alt+3", "ask.primary.actor"), ("Alt+4", "price.ours[0].likely")],
)
def test_the_keys_of_the_steps_lead_to_their_questions(stage: Stage, keys: str, path: str) -> None:
    walk = _ten_minutes(stage, a_plan())
    walk.press(keys)
    assert walk.window.open is not None
    assert walk.window.open.walk.field_with_keys() == path


def test_a_link_to_what_the_fifteen_do_not_ask_leads_to_its_step(stage: Stage) -> None:
    walk = _ten_minutes(stage, a_plan())
    assert walk.field("client.why_dream").widget.isVisible()
    assert not _is_on(walk)
    assert walk.step == STEP["call"]


def test_a_row_beyond_the_one_asked_for_is_in_its_step(stage: Stage) -> None:
    walk = _ten_minutes(
        stage, a_plan(**{"price.ours": (PriceLine(label="Licence"), PriceLine(label="Service"))})
    )
    further = [note for note in _form(walk).findChildren(FurtherRows) if note.isVisible()]
    assert [note.label.text().split(".")[0] for note in further] == ["1 more line is in this plan"]
    walk.field("price.ours[1].label")
    assert not _is_on(walk)
    assert walk.step == STEP["price"]


def test_it_changes_nothing_of_the_plan(stage: Stage) -> None:
    given = a_plan()
    walk = _ten_minutes(stage, given)
    walk.press("F8")
    assert walk.preparation == given


def test_what_is_answered_here_stands_in_the_steps(stage: Stage) -> None:
    walk = _ten_minutes(stage, a_plan())
    walk.field("case.why_now").type("The audit in March")
    walk.press("F8")
    walk.go_to("case")
    assert walk.field("case.why_now").widget.property("value") == "The audit in March"
    walk.undo()
    assert walk.preparation.plan.case.why_now == ""


def test_it_begins_at_the_first_question_without_an_answer(stage: Stage) -> None:
    walk = stage.open().new_plan("Larkline Buses", ten_minutes=True)
    assert _is_on(walk)
    assert walk.window.open is not None
    assert walk.window.open.walk.field_with_keys() == "call.title"


def test_a_name_and_a_title_are_given_in_one_go(stage: Stage) -> None:
    walk = _ten_minutes(stage, a_plan())
    walk.field("call.attendees")
    assert walk.window.open is not None
    for character in "Anna Berg, CFO":
        QTest.keyClicks(walk.window.focusWidget(), character)
    (contact,) = walk.preparation.client.contacts
    assert (contact.name, contact.title) == ("Anna Berg", "CFO")
    assert contact.id
    assert [one.contact for one in walk.preparation.plan.call.attendees] == ["Anna Berg"]
    walk.undo()
    assert walk.preparation.client.contacts == ()
    assert walk.preparation.plan.call.attendees == ()


def test_a_name_with_a_comma_that_stands_there_is_left_alone(stage: Stage) -> None:
    given = a_plan(**{"call.attendees": (Attendee(contact="Berg, Anna"), Attendee(contact=" Ben "))})
    walk = _ten_minutes(stage, given)
    rows = part(_form(walk), RowsField, "callAttendees")
    shown = [frame.binder.inputs[0].property("value") for frame in rows.frames]
    assert shown == ["Berg, Anna", " Ben "]
    assert walk.preparation == given


def test_an_agenda_is_taken_with_opening_and_price_moment_in_one_step(stage: Stage) -> None:
    walk = _ten_minutes(stage, a_plan(**{"call.kind": CallKind.DISCOVERY}))
    offer = part(_form(walk), ReadyAgenda)
    assert not offer.isVisible(), "without a length"
    walk.field("call.minutes").type("45")
    assert offer.isVisible()
    assert offer.label.text().startswith("5 min · Opening")
    walk.press_button("Take this agenda")
    assert not offer.isVisible()
    plan = walk.preparation.plan
    assert sum(item.minutes or 0 for item in plan.conversation.agenda) == 45
    assert plan.conversation.opening
    assert plan.price.disclosure.discussion is DisclosureDiscussion.THIS_CALL
    assert plan.price.disclosure.when.startswith("minute 30, The price")
    walk.undo()
    assert walk.preparation.plan.conversation.agenda == ()
    assert walk.preparation.plan.price.disclosure.when == ""


def test_a_suggestion_taken_says_which_commitment_it_is(stage: Stage) -> None:
    anna = Contact(name="Anna Berg", title="CFO")
    walk = _ten_minutes(
        stage, a_plan(**{"client.contacts": (anna,), "call.attendees": (Attendee(contact="Anna Berg"),)})
    )
    offered = part(_form(walk), AskSuggestions)
    offered.menu.aboutToShow.emit()
    menus = {entry.text(): entry.menu() for entry in offered.menu.actions() if entry.menu()}
    assert list(menus) == [commitment.value for commitment in Commitment]
    menus["Explore"].actions()[0].trigger()  # type: ignore[attr-defined]
    plan = walk.preparation.plan
    assert (plan.call.commitment, plan.call.kind) == (Commitment.EXPLORE, CallKind.DISCOVERY)
    assert plan.ask.primary.actor == "Anna Berg"
    assert plan.ask.primary.by is not None
    walk.undo()
    assert walk.preparation.plan.call.commitment is None
    assert walk.preparation.plan.ask.primary.action == ""


def test_the_difference_is_said_with_the_key_that_makes_it(stage: Stage) -> None:
    walk = _ten_minutes(stage, a_plan(**{"price.currency": "GBP"}))
    said = part(_form(walk), DeltaInBrief)
    assert not said.isVisible()
    walk.field("price.ours[0].likely").type("98,000")
    walk.field("price.alternative.prices[0].likely").type("84,000")
    assert "£14,000 (17%) more" in said.label.text()
    walk.field("price.drivers[0].likely").type("31,000")
    assert "Even if only 45% of the claim comes true" in said.label.text()
    assert said.chart.isVisible()


def test_the_answer_to_a_shortcut_is_to_being_sent_the_price_unless_it_is_to_another(stage: Stage) -> None:
    walk = _ten_minutes(stage, a_plan())
    lead = part(_form(walk), AskedFor)
    assert "“Just send me your pricing”" in lead.label.text()
    walk.field("conversation.shortcuts[0].propose_instead").type("Half an hour?")
    assert walk.preparation.plan.conversation.shortcuts == (
        Shortcut(they_ask_for="Just send me your pricing.", propose_instead="Half an hour?"),
    )
    walk.undo()
    assert not walk.preparation.plan.conversation.shortcuts


def test_another_shortcut_keeps_what_they_ask_for(stage: Stage) -> None:
    asked = Shortcut(they_ask_for="Email me a brochure")
    walk = _ten_minutes(stage, a_plan(**{"conversation.shortcuts": (asked,)}))
    assert "“Email me a brochure”" in part(_form(walk), AskedFor).label.text()
    walk.field("conversation.shortcuts[0].propose_instead").type("Half an hour?")
    (shortcut,) = walk.preparation.plan.conversation.shortcuts
    assert shortcut.they_ask_for == "Email me a brochure"


def test_the_place_is_said_where_it_is_known(stage: Stage) -> None:
    walk = _ten_minutes(stage, a_plan(**{"call.place": "Plant 2, gate C"}))
    assert part(_form(walk), PlaceKnown).label.text() == "Where: Plant 2, gate C"


def test_findings_beyond_the_fifteen_wait_folded_and_the_others_do_not(stage: Stage) -> None:
    given = a_plan(**{"call.title": "Overtime", "call.initiated_by": Side.THEM, "fear.avoiding": "The price"})
    walk = _ten_minutes(stage, given)
    fold, banner = part(_form(walk), IfYouHaveTime), _banner(walk)
    walk.wait_until(fold.isVisible)
    assert fold.heading.shown_text() == "▸ If you have time: 2 things"
    assert not fold.banner.isVisible()
    assert not set(_rules(banner)) & {"came-to-us", "no-reason-to-meet"}
    assert walk.badges[0] >= 1
    QTest.mouseClick(fold.heading, Qt.MouseButton.LeftButton)
    assert _rules(fold.banner) == ["came-to-us"]
    QTest.mouseClick(fold.banner.more, Qt.MouseButton.LeftButton)
    assert [line.finding.rule for line in fold.banner.lines if line.finding] == [
        "came-to-us",
        "no-reason-to-meet",
    ]
    QTest.mouseClick(fold.banner.lines[1].action, Qt.MouseButton.LeftButton)
    assert not _is_on(walk), "it leads to where the field is"
    assert walk.window.open is not None
    assert walk.window.open.walk.field_with_keys() == "call.why_they_meet"


def test_the_list_of_steps_says_how_far_the_fifteen_have_come(stage: Stage) -> None:
    walk = _ten_minutes(stage, a_plan_file("essential-only"))
    assert walk.window.open is not None
    steps = walk.window.open.walk.panel.steps
    assert steps.progress(0) is Progress.READY
    walk.window.open.document.edit("fear.avoiding", "")
    walk.wait_until(lambda: steps.progress(0) is Progress.STARTED)


def test_a_call_looked_back_on_rests_here_too(stage: Stage) -> None:
    walk = _ten_minutes(stage, a_plan(**{"call.title": "Overtime", "reflection.outcome": Outcome.ADVANCE}))
    walk.wait_until(lambda: bool(_banner(walk).said_calmly))
    assert not part(_form(walk), IfYouHaveTime).isVisible()


def _ten_minutes(stage: Stage, preparation: Preparation) -> WalkPageObject:
    page = stage.open(preparation)
    walk = page.open(preparation.client.name)
    walk.press("F8")
    return walk


def _form(walk: WalkPageObject) -> StepForm:
    assert walk.window.open is not None
    return walk.window.open.walk.form


def _is_on(walk: WalkPageObject) -> bool:
    assert walk.window.open is not None
    return walk.window.open.ten_minutes.on


def _strip(walk: WalkPageObject) -> str:
    assert walk.window.open is not None
    walk.window.open.ten_minutes.refresh()
    return walk.ten_minutes_text


def _banner(walk: WalkPageObject) -> FindingsBanner:
    fold = part(_form(walk), IfYouHaveTime).banner
    return next(banner for banner in _form(walk).findChildren(FindingsBanner) if banner is not fold)


def _rules(banner: FindingsBanner) -> list[str]:
    return [line.finding.rule for line in banner.lines if line.finding is not None]


def test_an_earlier_question_is_taken_from_a_menu(stage: Stage) -> None:
    asked = (Question(text="Who waits?"),)
    earlier = a_plan(**{"client.name": "Hexley & Marr", "conversation.questions": asked})
    stage.plans.stored[earlier.plan.id] = earlier
    walk = _ten_minutes(stage, a_plan())
    offered = part(_form(walk), EarlierQuestions)
    walk.wait_until(offered.isVisible)
    walk.press_button("From earlier plans…")
    assert [entry.text() for entry in offered.menu.actions()] == ["Who waits?"]
    offered.menu.actions()[0].trigger()
    offered.menu.close()
    assert walk.preparation.plan.conversation.questions == (Question(text="Who waits?"),)
    assert not offered.isVisible(), "nothing is left to offer"
    rows = part(_form(walk), RowsField, "questions")
    assert (len(rows.frames), len(rows.starting_frames)) == (1, 2)
