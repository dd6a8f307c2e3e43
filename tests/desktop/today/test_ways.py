"""Ways from Today to plan, paper and call, and back."""

import sys

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from planner.coaching.week.today_line import TodayLine
from planner.desktop.page import printing
from planner.desktop.touches.reach_out import ReachOutDialog
from tests.desktop.client_page_objects import ClientPageObject, ClientsObject
from tests.desktop.stage import Stage
from tests.desktop.today.a_day import a_call, a_client, a_planned_touch, again, hours, open_today, ours
from tests.desktop.today_page_object import TodayPageObject


@pytest.fixture
def tarn(stage: Stage) -> TodayPageObject:
    """Today with a call in three hours."""
    return open_today(stage, a_call(a_client("Tarn"), "Metering", hours(3)))


def test_a_call_is_printed_by_one_key(tarn: TodayPageObject, monkeypatch: pytest.MonkeyPatch) -> None:
    titles: list[str] = []
    monkeypatch.setattr(printing, "ask_for_printer", lambda _pdf, title, _window: titles.append(title))
    tarn.key(Qt.Key.Key_P)
    tarn.wait_until(lambda: bool(titles))
    assert "Tarn" in titles[0]
    assert tarn.walk.preparation.plan.call.title == "Metering"


def test_the_chosen_call_is_led_and_planned_on_by_the_keys_of_any_plan(tarn: TodayPageObject) -> None:
    assert tarn.is_offered("Rehearse, or Lead the Call")
    tarn.press("F5")
    assert tarn.window.around_the_call.rehearsals.page is not None
    tarn.window.around_the_call.rehearsals.leave()
    tarn.press("Alt+Left")
    assert tarn.window.area.page is tarn.page


def test_ctrl_f_searches_the_plans_and_esc_leads_back_to_today(tarn: TodayPageObject) -> None:
    tarn.press("Ctrl+F")
    assert tarn.window.plans_page.search.hasFocus()
    assert tarn.clients == ["Tarn"]
    tarn.window.plans_page.list.setFocus()
    tarn.press_key(Qt.Key.Key_Escape)
    assert tarn.window.area.page is tarn.page


def test_a_plan_opened_from_the_list_leads_back_to_the_list(tarn: TodayPageObject) -> None:
    tarn.press("Ctrl+2")
    tarn.open("Tarn")
    tarn.choose_from_menu("All Plans")
    shown = [tarn.window.area.page]
    tarn.press("Alt+Left")
    shown.append(tarn.window.area.page)
    assert shown == [tarn.window.plans_page, tarn.page]


def test_what_is_saved_in_a_plan_is_on_today_at_once(tarn: TodayPageObject) -> None:
    tarn.press("Ctrl+2")
    tarn.open("Tarn")
    tarn.walk.field("call.title").type("Second talk")
    title = tarn.walk.preparation.plan.call.title
    assert "Second talk" in title
    again(tarn, lambda: tarn.choose_from_menu("All Plans"))
    tarn.press("Ctrl+1")
    tarn.wait_for(f"Tarn | {title}")


def test_what_is_saved_counts_on_today_while_the_plan_lies_open(tarn: TodayPageObject) -> None:
    tarn.press("Ctrl+2")
    tarn.open("Tarn")

    tarn.walk.field("call.title").type("Second talk")

    title = tarn.walk.preparation.plan.call.title
    assert title not in map(_text, _lines(tarn))
    tarn.wait_until(lambda: title in map(_text, _lines(tarn)))
    assert tarn.window.open is not None


def test_who_is_archived_in_the_list_of_clients_waits_on_today_no_more(stage: Stage) -> None:
    tarn = a_client("Tarn", promises=(ours("The list", 0),))
    page = open_today(stage, a_call(tarn, "Last", hours(-24 * 40)))
    assert "The list" in map(_text, _lines(page))
    page.press("Ctrl+3")
    assert ClientsObject(page).names == ["Tarn"]

    page.choose_from_menu("Archive, or Bring Back")

    page.wait_until(lambda: "The list" not in map(_text, _lines(page)))


def test_a_promise_leads_to_the_page_of_its_client(stage: Stage) -> None:
    tarn = a_client("Tarn", promises=(ours("The list", 0),))
    page = open_today(stage, a_call(tarn, "First", hours(-24 * 40)), a_call(tarn, "Last", hours(24 * 9)))
    page.choose_line("The list")
    page.key(Qt.Key.Key_Return)
    client = ClientPageObject(page)
    assert client.client.name == "Tarn"
    assert client.entries("promises") == ["The list, today, ours, due Sun 29 Nov"]


def test_the_list_of_plans_is_filled_when_it_is_first_seen(stage: Stage, tarn: TodayPageObject) -> None:
    assert stage.plans.read == ["metering"]  # what the call's plan lacks
    assert tarn.list_lines == []
    tarn.press("Ctrl+2")
    assert tarn.clients == ["Tarn"]


@pytest.mark.skipif(sys.platform != "linux", reason="the codes of the keys are those of Linux")
@pytest.mark.parametrize(
    ("text", "code", "asks"),
    [("в", 40, True), ("d", 40, True), ("D", 40, True), ("δ", 40, True), ("в", 41, False)],
)
def test_the_key_for_another_day_is_that_of_any_layout(
    stage: Stage, text: str, code: int, *, asks: bool
) -> None:
    page = open_today(stage, clients=(a_client("Tarn", promises=(ours("The list", 0),)),))
    pressed = QKeyEvent(
        QEvent.Type.KeyPress, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, code, 0, 0, text
    )
    QApplication.sendEvent(page.page.list, pressed)
    assert (page.popup is not None) is asks


def test_a_touch_leads_to_where_it_is_written_and_both_are_undone_in_one_history(stage: Stage) -> None:
    osterley = a_client("Osterley", touches=(a_planned_touch(0, "the levy"), a_planned_touch(0, "a letter")))
    page = open_today(stage, clients=(osterley,))
    page.choose_line("Osterley: a letter")
    again(page, page.press_done)
    page.key(Qt.Key.Key_Return)
    dialog = page.window.findChild(ReachOutDialog)
    assert dialog is not None
    assert dialog.touch.value_offered == "the levy"
    again(page, dialog.accept)
    page.wait_until(lambda: page.done)
    page.take_keys()
    again(page, page.undo)
    page.wait_for("Osterley: the levy")
    again(page, page.undo)
    page.wait_for("Osterley: a letter", "Osterley: the levy")


def test_an_empty_library_invites_to_name_dream_clients(stage: Stage) -> None:
    page = open_today(stage)
    assert page.page.view.name_clients.hasFocus()
    page.press_button("Name ten Dream Clients")
    places = page.window.navigation
    place = places.place_of(page.window.area.page)
    assert place is not None
    assert place.title == "Dream list"


def _lines(page: TodayPageObject) -> tuple[TodayLine, ...]:
    state = page.page.state
    assert state is not None
    return tuple(state.lines)


def _text(line: TodayLine) -> str:
    return line.text
