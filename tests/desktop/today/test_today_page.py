"""Today: what is on it as time passes, what each line says and offers, and an empty library's welcome."""

import datetime as dt
from collections.abc import Sequence

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from planner.coaching.check.thresholds import Thresholds
from planner.desktop.today.today_page import LOOK_MS
from planner.desktop.today.today_reading import TodayRequest, today_at
from planner.model.client_summary import ClientSummary
from planner.model.plan_summary import PlanSummary
from planner.on_demand import LazySampleWeek
from tests.builders import a_plan
from tests.desktop.fakes import NOW, PlansInMemory, SampleWeekInMemory
from tests.desktop.stage import Stage
from tests.desktop.today.a_day import (
    a_call,
    a_client,
    a_planned_touch,
    again,
    an_inquiry,
    day,
    hours,
    open_today,
    ours,
    reviewed,
    stored,
    theirs,
)
from tests.desktop.today_page_object import TodayPageObject


def let_time_pass(stage: Stage, page: TodayPageObject, time: dt.timedelta) -> None:
    """Set the clock, and let the timer that looks at it elapse."""
    stage.clock.go_on(time)
    timers = [timer for timer in page.page.findChildren(QTimer) if not timer.isSingleShot()]
    assert [timer.interval() for timer in timers if timer.isActive()] == [LOOK_MS]
    again(page, timers[0].timeout.emit)


def test_it_is_looked_at_anew_within_a_minute() -> None:
    assert LOOK_MS < 60_000


def test_midnight_makes_promises_due(stage: Stage) -> None:
    page = open_today(stage, clients=(a_client("Tarn", promises=(ours("The list", 1),)),))
    assert page.done
    let_time_pass(stage, page, dt.timedelta(hours=15))
    assert page.day == "Monday 30 November"
    assert page.lines[0] == "Promises"
    assert page.in_sidebar == "Today, 1"


def test_a_call_goes_under_way_and_then_asks_for_its_review(stage: Stage) -> None:
    page = open_today(stage, a_call(a_client("Tarn"), "Metering", hours(1)))
    assert "in 1 h" in page.lines[1]
    let_time_pass(stage, page, dt.timedelta(minutes=70))
    assert page.headings == ["Calls"]
    assert "under way" in page.lines[1]
    let_time_pass(stage, page, dt.timedelta(hours=1))
    assert page.headings == ["Held, not yet reviewed"]


def test_after_a_week_of_sleep_and_a_clock_set_back_it_is_right(stage: Stage) -> None:
    page = open_today(stage, clients=(a_client("Tarn", promises=(ours("The list", 5),)),))
    let_time_pass(stage, page, dt.timedelta(days=7))
    page.wait_for("The list")
    let_time_pass(stage, page, dt.timedelta(days=-7))
    assert page.done
    assert page.day == "Sunday 29 November"


def test_the_choice_stays_with_its_line_as_others_come_and_go(stage: Stage) -> None:
    page = open_today(stage, clients=(a_client("Tarn", promises=(ours("One", -1), ours("Two", 0))),))
    page.choose_line("Two")
    stage.plans.save_client(a_client("Hollis", touches=(an_inquiry(2),)))
    again(page, page.page.refresh)
    assert page.chosen == "Two"
    page.press_done()
    page.wait_for("Hollis", "One")
    assert page.chosen in {"Hollis", "One"}
    assert page.page.list.hasFocus()


class CountingPlans(PlansInMemory):
    """A library that says what changed, and counts whom it was asked about."""

    def __init__(self) -> None:
        super().__init__()
        self.changed: frozenset[str] | None = None
        self.asked: list[str] = []

    def changed_clients(self, mark: object) -> tuple[object, frozenset[str] | None]:
        return mark, self.changed

    def client_summary(self, client_id: str) -> ClientSummary | None:
        self.asked.append(client_id)
        return super().client_summary(client_id)

    def summaries_of(self, client_id: str) -> Sequence[PlanSummary]:
        self.asked.append(client_id)
        return super().summaries_of(client_id)


def test_after_a_save_only_the_client_that_changed_is_looked_at() -> None:
    plans = CountingPlans()
    for name in ("Tarn", "Kestrel", "Hollis"):
        plans.save_client(a_client(name, promises=(ours(f"To {name}", 0),)))
    first = today_at(TodayRequest(plans=plans, sample=SampleWeekInMemory(), thresholds=Thresholds(), now=NOW))
    assert plans.asked == []
    plans.changed = frozenset({"tarn"})
    plans.save_client(a_client("Tarn"))
    second = today_at(
        TodayRequest(plans=plans, sample=SampleWeekInMemory(), thresholds=Thresholds(), now=NOW, before=first)
    )
    assert set(plans.asked) == {"tarn"}
    assert [line.text for line in second.lines] == ["To Hollis", "To Kestrel"]
    assert second.by_client["hollis"] is first.by_client["hollis"]


@pytest.mark.parametrize(
    ("fields", "chip"),
    [
        ({}, "lacks 17 answers"),
        ({"case.why_now": ""}, "lacks: why now"),
    ],
)
def test_a_call_says_what_its_plan_still_lacks(stage: Stage, fields: dict[str, object], chip: str) -> None:
    from planner.exchange.sample import sample_preparation

    if fields:
        complete = sample_preparation(NOW.date())
        call = replace(complete.plan.call, starts=hours(3))
        plan = replace(complete.plan, call=call, case=replace(complete.plan.case, why_now=""))
        planned = replace(complete, plan=plan)
    else:
        planned = a_call(a_client("Tarn"), "Metering", hours(3))
    page = open_today(stage, planned)
    page.wait_until(lambda: page.lines[1].endswith(chip))


def test_what_a_plan_lacks_is_shown_anew_once_it_was_worked_on(stage: Stage) -> None:
    page = open_today(stage, a_call(a_client("Tarn"), "Metering", hours(3)))
    page.wait_until(lambda: page.lines[1].endswith("lacks 17 answers"))
    page.key(Qt.Key.Key_Return)
    page.walk.field("case.why_now").type("The levy")
    page.press("Alt+Left")
    page.wait_until(lambda: page.lines[1].endswith("lacks 16 answers"))


EVERY_KIND = (
    ("Hollis", ["Plan the call (Enter)", "Note a touch… (Space)"]),
    (
        "Tarn",
        [
            "Prepare (Enter)",
            "Print (P)",
            "Lead (L)",
            "Another day… (D)",
            "Cancelled (C)",
            "Moved (M)",
            "Nobody came (N)",
        ],
    ),
    (
        "Kestrel",
        ["Review (Enter)", "Moved (M)", "Cancelled (C)", "Nobody came (N)", "Moved to a day… (D)"],
    ),
    ("Our list", ["Kept (Space)", "Another day… (D)", "Open (Enter)"]),
    ("Their sheet", ["Kept (Space)", "Another day… (D)", "Open (Enter)"]),
    ("Osterley: the levy", ["Done (Space)", "Another day… (D)", "Open (Enter)"]),
    ("Ravenna", ["Plan a touch (Space)", "Touch on a day… (D)", "Open (Enter)"]),
    ("Say less", ["Take it up (Enter)", "Drop it… (X)"]),
)


@pytest.fixture
def busy(stage: Stage) -> TodayPageObject:
    """A day with a line of each kind."""
    return open_today(
        stage,
        a_call(a_client("Tarn"), "Metering", hours(3)),
        a_call(a_client("Kestrel"), "Film", hours(-3)),
        reviewed(a_client("Łódź"), "Review", 3, "Say less"),
        clients=(
            a_client("Hollis", touches=(an_inquiry(2),)),
            a_client("Bright", promises=(ours("Our list", 0), theirs("Their sheet", -2))),
            a_client("Osterley", touches=(a_planned_touch(0, "the levy"),)),
            a_client("Ravenna", dream_client=True, dream_rank=2, why_dream="Three kilns"),
        ),
    )


def test_every_kind_of_line_offers_its_acts_with_their_keys(busy: TodayPageObject) -> None:
    for beginning, offered in EVERY_KIND:
        busy.choose_line(beginning)
        assert busy.offered == offered
    assert busy.headings == [
        "They came to us",
        "Calls",
        "Held, not yet reviewed",
        "Promises",
        "Touches",
        "Gone quiet",
        "To do differently",
    ]
    assert busy.counts.startswith("One call, one inquiry, one call to review, two promises")


def test_a_screen_reader_hears_all_that_a_line_says(busy: TodayPageObject) -> None:
    assert busy.page.list.accessibleName() == "What can't wait"
    for row, spoken in zip(busy.lines, busy.spoken, strict=True):
        assert spoken == row.replace(" | ", ", ")
    busy.choose_line("Hollis")
    busy.key(Qt.Key.Key_Space)
    popup = busy.popup
    assert popup is not None
    assert popup.line.accessibleName() == "You reached out. What came of it?"


def test_the_menu_of_a_line_and_the_menu_bar_do_what_the_keys_do(stage: Stage, busy: TodayPageObject) -> None:
    busy.choose_line("Our list")
    view = busy.page.list
    view.customContextMenuRequested.emit(view.visualRect(view.currentIndex()).center())
    (menu,) = (menu for menu in view.findChildren(QMenu) if menu.isVisible())
    assert [entry.text() for entry in menu.actions()] == ["&Open\tEnter", "Don&e\tSpace", "Another &Day…\tD"]
    menu.close()
    again(busy, lambda: busy.choose_from_menu("Done"))
    assert stored(stage, "bright").promises[0].kept_on == NOW.date()


def test_a_button_under_the_list_does_what_its_key_does(stage: Stage, busy: TodayPageObject) -> None:
    busy.choose_line("Our list")
    again(busy, lambda: busy.press_button("Kept (Space)"))
    assert stored(stage, "bright").promises[0].kept_on == NOW.date()


def test_a_double_click_opens_a_line(busy: TodayPageObject) -> None:
    busy.choose_line("Tarn")
    view = busy.page.list
    at: QPoint = view.visualRect(view.currentIndex()).center()
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert busy.walk.preparation.client.name == "Tarn"


def test_a_letter_that_a_line_does_not_offer_does_nothing(busy: TodayPageObject) -> None:
    busy.choose_line("Hollis")
    before = busy.lines
    for key in (Qt.Key.Key_M, Qt.Key.Key_X, Qt.Key.Key_P, Qt.Key.Key_R):
        again(busy, lambda key=key: busy.key(key))  # type: ignore[misc]
    assert (busy.chosen, busy.lines, busy.popup) == ("Hollis", before, None)


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("", "Which day?"),
        ("soonish", "Expected a date such as 1 Dec 2026, not “soonish”"),
        ("yesterday", "Sat 28 Nov is over. Choose today or a day to come."),
        ("3 Dec 2126", "Tue 3 Dec 2126 is more than two years away. Is the year right?"),
        ("31 Nov", "Expected a date"),
    ],
)
def test_a_day_that_will_not_do_is_refused_in_words(
    stage: Stage, busy: TodayPageObject, typed: str, why: str
) -> None:
    before = stored(stage, "bright")
    busy.choose_line("Our list")
    busy.key(Qt.Key.Key_D)
    busy.answer(typed)
    popup = busy.popup
    assert popup is not None
    assert popup.problem.startswith(why)
    assert popup.line.text() == typed
    QTest.keyClick(popup.line, Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert busy.popup is None
    assert stored(stage, "bright") == before


def test_a_reason_is_asked_for_until_there_is_one(busy: TodayPageObject) -> None:
    busy.choose_line("Say less")
    busy.key(Qt.Key.Key_X)
    busy.answer("  ")
    popup = busy.popup
    assert popup is not None
    assert "why is it no longer worth doing" in popup.problem


def test_a_quiet_client_is_looked_at_on_its_page(busy: TodayPageObject) -> None:
    busy.choose_line("Ravenna")
    busy.key(Qt.Key.Key_Return)
    assert busy.window.clients.shows_page
    assert busy.window.desk.client_id == "ravenna"
    busy.press_key(Qt.Key.Key_Escape, busy.window.clients.page)
    assert busy.window.area.page is busy.window.today.page


def test_an_empty_library_invites_and_the_sample_comes_and_goes(stage: Stage) -> None:
    page = open_today(stage)
    assert page.note.startswith("This is the page your day begins on")
    assert not page.done
    page.press_button("Look at a sample week")
    page.wait_for("Sample Buses", "Sample Dairies")
    page.press_button("Remove the sample")
    page.wait_until(lambda: bool(page.note))
    assert stage.plans.stored == {}
    page.press("Ctrl+Z")
    page.wait_for("Sample Buses", "Sample Dairies")
    page.press("Ctrl+Y")
    page.wait_until(lambda: bool(page.note))
    page.press_button("Look at a sample week")
    page.wait_for("Sample Buses", "Sample Dairies")


def test_planning_the_next_call_asks_whose_it_is(stage: Stage) -> None:
    page = open_today(stage)
    page.press_button("Plan the call that is next")
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    assert dialog.windowTitle() == "New plan"
    dialog.close()


def test_the_sample_week_is_known_by_its_ids() -> None:
    sample = LazySampleWeek(lambda: NOW)
    clients, preparations = sample.make()
    assert all(sample.holds(client.id) for client in clients)
    assert {preparation.client for preparation in preparations} <= set(clients)
    assert not sample.holds(a_plan().client.id)


def test_what_is_put_off_goes_to_the_day_typed(stage: Stage, busy: TodayPageObject) -> None:
    busy.choose_line("Their sheet")
    busy.key(Qt.Key.Key_D)
    busy.answer("in 3 days")
    busy.wait_message("Done: move “Their sheet” to Wed 2 Dec.")
    assert stored(stage, "bright").promises[1].due == day(3)
    busy.choose_line("Kestrel")
    busy.key(Qt.Key.Key_D)
    busy.answer("in 3 days")
    busy.wait_message("Done: move the call with Kestrel")
    call = stage.plans.stored["film"].plan.call
    assert call.starts is not None
    assert call.starts.date() == day(3)
    assert call.happened is None


def test_clients_of_one_name_are_told_apart(stage: Stage) -> None:
    in_leeds = a_client("Tarn", promises=(ours("The list", 0),), headquarters="Leeds")
    elsewhere = replace(in_leeds, id="other", headquarters="York", promises=(ours("A sheet", 0),))
    page = open_today(stage, clients=(in_leeds, elsewhere))
    assert [page.line(text).client for text in ("The list", "A sheet")] == ["Tarn, Leeds", "Tarn, York"]
