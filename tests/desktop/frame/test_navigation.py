"""The places of the window: reached by sidebar and keys, marked, and left again the way one came."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from planner.desktop.frame.sidebar import PlaceList, Sidebar
from planner.desktop.widgets.tab_order import tab_stops
from tests.builders import a_plan
from tests.desktop.page_objects import WindowPage
from tests.desktop.stage import Stage


def places(window: WindowPage) -> PlaceList:
    return window.window.area.sidebar.places


def here(window: WindowPage) -> str:
    listed = places(window)
    return "" if listed.here < 0 else said(window, listed.here, Qt.ItemDataRole.DisplayRole)


def said(window: WindowPage, row: int, role: Qt.ItemDataRole = Qt.ItemDataRole.AccessibleTextRole) -> str:
    return str(places(window).model().index(row, 0).data(role))


def row_of(window: WindowPage, title: str) -> int:
    return next(place.row for place in window.window.navigation.places if place.title == title)


def press_entry(window: WindowPage, title: str) -> None:
    listed = places(window)
    at = listed.visualRect(listed.model().index(row_of(window, title), 0)).center()
    QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=at)


def resize(window: WindowPage, width: int) -> Sidebar:
    window.window.resize(width, 800)
    QApplication.processEvents()
    return window.window.area.sidebar


def test_a_press_on_a_place_goes_there_and_marks_it(stage: Stage) -> None:
    window = stage.open(a_plan())
    assert here(window) == "Plans"
    press_entry(window, "Insights")
    assert here(window) == "Insights"
    assert window.window.insights.shown
    press_entry(window, "Plans")
    assert here(window) == "Plans"


def test_the_arrow_keys_choose_a_place_and_enter_goes_there(stage: Stage) -> None:
    window = stage.open(a_plan())
    listed = places(window)
    listed.setFocus()
    for _step in range(listed.count()):
        QTest.keyClick(listed, Qt.Key.Key_Down)
    assert here(window) == "Plans"
    QTest.keyClick(listed, Qt.Key.Key_Return)
    assert here(window) == "Insights"


def test_the_choice_is_dropped_where_the_focus_goes_on(stage: Stage) -> None:
    window = stage.open(a_plan())
    listed = places(window)
    listed.setFocus()
    QTest.keyClick(listed, Qt.Key.Key_End)
    window.window.plans_page.take_focus()
    assert listed.currentRow() == listed.here


def test_the_sidebar_is_one_stop_of_the_tab_key(stage: Stage) -> None:
    window = stage.open(a_plan())
    assert list(tab_stops(window.window.area.sidebar)) == [places(window)]


def test_every_place_has_a_key_and_says_itself(stage: Stage) -> None:
    window = stage.open(a_plan())
    for number, place in enumerate(window.window.navigation.places):
        keys = [keys.toString() for keys in place.command.shortcuts()]
        assert any(key.startswith("Ctrl+") and key[-1].isdigit() for key in keys), place.title
        assert said(window, number).startswith(place.title)


def test_a_count_is_said_with_the_place(stage: Stage) -> None:
    window = stage.open(a_plan())
    plans = window.window.navigation.places[row_of(window, "Plans")]
    window.window.navigation.tell_count(plans, 1_250)
    assert said(window, plans.row) == "Plans, 1,250"


@pytest.mark.parametrize("keys", ["Esc", "Alt+Left"])
def test_a_plan_left_for_a_place_is_come_back_to(stage: Stage, keys: str) -> None:
    window = stage.open(a_plan())
    walk = window.open("Tarn Valley Water")
    walk.go_to("case")
    window.press("Ctrl+5")
    assert window.window.insights.shown
    window.press(keys)
    assert window.window.open is not None
    assert walk.step == window.window.open.walk.step
    window.press("Alt+Left")
    assert here(window) == "Plans"


def test_a_narrow_window_shows_signs_and_a_very_narrow_one_nothing(stage: Stage) -> None:
    window = stage.open(a_plan())
    sidebar = resize(window, 1280)
    whole = sidebar.width()
    assert not places(window).narrow
    sidebar = resize(window, 700)
    assert places(window).narrow
    assert sidebar.width() < whole / 3
    assert said(window, 0, Qt.ItemDataRole.ToolTipRole) == "Today"
    sidebar = resize(window, window.window.minimumSizeHint().width())
    assert sidebar.width() < whole / 3 or sidebar.isHidden()


def test_beside_an_open_plan_the_sidebar_takes_nothing_from_form_and_page(stage: Stage) -> None:
    window = stage.open(a_plan())
    window.open("Tarn Valley Water")
    assert window.window.open is not None
    page: QWidget = window.window.open.side
    sidebar = resize(window, 1280)
    assert page.isVisible()
    assert places(window).narrow
    resize(window, 1010)
    assert page.isVisible()
    assert sidebar.isHidden()
    window.choose_from_menu("All Plans")
    resize(window, 1280)
    assert not places(window).narrow


def test_a_call_fills_the_window(stage: Stage) -> None:
    window = stage.open(a_plan())
    window.open("Tarn Valley Water")
    window.choose_from_menu("Rehearse")
    sidebar = window.window.area.sidebar
    assert sidebar.isHidden()
    window.window.around_the_call.rehearsals.leave()
    assert sidebar.isVisible()
