"""The commands of the window: where each can be given, by which keys, and that there is one of each."""

from collections import Counter
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMenu
from pytestqt.qtbot import QtBot

from planner.desktop.editing.form_fields import STEPS
from tests.builders import a_plan
from tests.desktop.page_objects import WindowPage
from tests.desktop.stage import Stage, in_days

ALWAYS = {
    "New Plan…": "Ctrl+N",
    "New Ten-Minute Plan…": "Ctrl+Shift+N",
    "Open PDFs After Export": "",
    "Print the Day…": "Ctrl+Shift+P",
    "Close Window": "Ctrl+F4",
    "Quit": "",
    "Find a Plan": "Ctrl+F",
    "Settings…": "Ctrl+,",
    "They Came to Us…": "Ctrl+Shift+I",
    "Dream List": "Ctrl+4",
    "The Page Beside the Form": "F9",
    "Full Screen": "F11",
    "Today": "Ctrl+1",
    "New Client…": "Ctrl+Shift+L",
    "Client Page": "Ctrl+L",
    "Plans": "Ctrl+2",
    "Clients": "Ctrl+3",
    "Insights": "Ctrl+I",
    "Backups": "",
    "Trash": "",
    "About Front Foot": "",
}
IF_CHANGED = {"Undo": "Ctrl+Z", "Redo": "Ctrl+Y"}
ON_THE_CHOSEN = {"Open Plan": "Ctrl+O", "Duplicate Plan…": "Ctrl+Shift+D", "Delete Plan": "Del"}
ON_A_LINE_OF_TODAY = dict.fromkeys(
    (
        "Open\tEnter",
        "Done\tSpace",
        "Another Day…\tD",
        "Touch\tT",
        "Print\tP",
        "Lead the Call\tL",
        "Moved\tM",
        "Cancelled\tC",
        "Nobody Came\tN",
        "Drop It…\tX",
    ),
    "",
)
"""Their keys are the list's own, which on other pages mean something else."""
ON_A_CALL_OF_TODAY = {
    name: ""
    for name in ON_A_LINE_OF_TODAY
    if name.startswith(("Open", "Another", "Print", "Lead", "Moved", "Cancelled", "Nobody Came"))
}
ON_A_PLAN = {
    "Plan the Next Call": "Ctrl+Shift+C",
    "Earlier Versions…": "",
    "Rehearse, or Lead the Call": "F5",
}
ON_ANYTHING_OPEN = {"Save Now": "Ctrl+S"}
ON_A_CLIENT = {
    "Plan a Call…": "",
    "Reach Out": "",
    "Facts of the Client": "F2",
    "Archive, or Bring Back": "",
    "Merge With Another…": "",
    "Erase…": "",
}
ON_THE_OPEN = ON_ANYTHING_OPEN | {
    "Export Call Plan as PDF…": "Ctrl+E",
    "Export Agenda for the Client…": "",
    "Export Price for the Client…": "",
    "Export Price Workings as PDF…": "",
    "Export Reflection as PDF…": "Ctrl+Shift+E",
    "Export Dossier as PDF…": "",
    "Print…": "Ctrl+P",
    "Essential Questions Only": "F8",
    "All Plans": "Alt+Left",
    "Next Step": "Ctrl+PgDown",
    "Previous Step": "Ctrl+PgUp",
    **{f"{number} {step.title}": f"Alt+{number}" for number, step in enumerate(STEPS, 1)},
}


def no_plans(stage: Stage) -> WindowPage:
    return stage.open()


def a_plan_chosen(stage: Stage) -> WindowPage:
    return stage.open(a_plan())


def a_search_without_hits(stage: Stage) -> WindowPage:
    window = stage.open(a_plan())
    window.search("nobody wrote this", hits=0)
    return window


def walk(stage: Stage) -> WindowPage:
    return stage.open(a_plan()).open("Tarn Valley Water")


def rehearsal(stage: Stage) -> WindowPage:
    window = walk(stage)
    window.choose_from_menu("Rehearse")
    return window


def a_plan_put_away(stage: Stage) -> WindowPage:
    window = walk(stage)
    window.choose_from_menu("All Plans")
    return window


def nothing_today(stage: Stage) -> WindowPage:
    return stage.open_on_today(a_plan())


def a_call_today(stage: Stage) -> WindowPage:
    window = stage.open_on_today(a_plan(**{"call.starts": in_days(0.1)}))
    window.wait_until(lambda: window.window.today.page.chosen is not None)
    return window


def beside_the_plans(entry: str, *, from_walk: bool) -> Callable[[Stage], WindowPage]:
    def turned(stage: Stage) -> WindowPage:
        window = walk(stage) if from_walk else a_plan_chosen(stage)
        window.choose_from_menu(entry)
        return window

    return turned


def client_of_a_walk(stage: Stage) -> WindowPage:
    window = walk(stage)
    window.choose_from_menu("Client Page")
    return window


def client_of_a_chosen_plan(stage: Stage) -> WindowPage:
    window = a_plan_chosen(stage)
    window.choose_from_menu("Client Page")
    return window


def clients_listed(stage: Stage) -> WindowPage:
    window = a_plan_chosen(stage)
    window.choose_from_menu("Clients")
    window.wait_until(lambda: window.window.clients.id_at_hand != "")
    return window


def back_from_insights(stage: Stage) -> WindowPage:
    window = beside_the_plans("Insights", from_walk=False)(stage)
    window.press_key(Qt.Key.Key_Escape)
    return window


SITUATIONS = {
    "no plans": (no_plans, ALWAYS),
    "nothing today": (nothing_today, ALWAYS),
    "a call today": (a_call_today, ALWAYS | ON_A_PLAN | ON_A_CALL_OF_TODAY),
    "a plan chosen": (a_plan_chosen, ALWAYS | ON_THE_CHOSEN | ON_A_PLAN),
    "a search without hits": (a_search_without_hits, ALWAYS),
    "walk": (walk, ALWAYS | ON_A_PLAN | ON_THE_OPEN),
    "rehearsal": (rehearsal, ALWAYS | ON_A_PLAN | ON_THE_OPEN),
    "a plan put away": (a_plan_put_away, ALWAYS | ON_THE_CHOSEN | ON_A_PLAN),
    "insights": (beside_the_plans("Insights", from_walk=False), ALWAYS),
    "insights after a walk": (beside_the_plans("Insights", from_walk=True), ALWAYS),
    "backups after a walk": (beside_the_plans("Backups", from_walk=True), ALWAYS),
    "trash": (beside_the_plans("Trash", from_walk=False), ALWAYS),
    "earlier versions": (beside_the_plans("Earlier Versions", from_walk=False), ALWAYS),
    "earlier versions after a walk": (beside_the_plans("Earlier Versions", from_walk=True), ALWAYS),
    "the client of a walk": (
        client_of_a_walk,
        ALWAYS | ON_A_PLAN | ON_ANYTHING_OPEN | ON_A_CLIENT,
    ),
    "a client": (client_of_a_chosen_plan, ALWAYS | ON_ANYTHING_OPEN | ON_A_CLIENT),
    "clients": (clients_listed, ALWAYS | ON_A_CLIENT),
    "back from insights": (back_from_insights, ALWAYS | ON_THE_CHOSEN | ON_A_PLAN),
}
situations = pytest.mark.parametrize(("turn", "enabled"), SITUATIONS.values(), ids=SITUATIONS)


def in_menu_bar(window: WindowPage) -> list[QAction]:
    menus = [menu for menu in window.window.menuBar().findChildren(QMenu) if menu.title()]
    return [command for menu in menus for command in menu.actions() if not command.isSeparator()]


def named(command: QAction) -> str:
    return command.text().replace("&", "")


@situations
def test_each_command_is_enabled_where_it_applies(
    stage: Stage, turn: Callable[[Stage], WindowPage], enabled: dict[str, str]
) -> None:
    window = turn(stage)
    found = {named(command): command for command in in_menu_bar(window)}
    known = ALWAYS | IF_CHANGED | ON_THE_CHOSEN | ON_A_PLAN | ON_THE_OPEN | ON_A_LINE_OF_TODAY | ON_A_CLIENT
    assert set(found) <= set(known), "a new command has its place in this table"
    assert {name for name, command in found.items() if command.isEnabled()} == set(enabled)
    assert {name: command.shortcut().toString() for name, command in found.items()} == {
        name: known[name] for name in found
    }


@situations
def test_no_two_enabled_commands_share_their_keys(
    stage: Stage, turn: Callable[[Stage], WindowPage], enabled: dict[str, str]
) -> None:
    window = turn(stage).window
    commands = [one for one in window.findChildren(QAction) if one.isEnabled()]
    keys = Counter(keys.toString() for command in commands for keys in command.shortcuts())
    assert {keys for keys in enabled.values() if keys} <= set(keys)
    assert [pressed for pressed, count in keys.items() if count > 1] == []
    assert window.findChildren(QShortcut) == []


@situations
def test_no_two_entries_of_a_menu_share_a_mnemonic(
    stage: Stage, turn: Callable[[Stage], WindowPage], enabled: dict[str, str]
) -> None:
    window = turn(stage).window
    bar = window.menuBar()
    menus = [bar.actions(), *(menu.actions() for menu in bar.findChildren(QMenu) if menu.title())]
    if enabled.keys() >= ON_THE_CHOSEN.keys():
        menus.append(window.plans_page.list.actions())
    assert any(QKeySequence.mnemonic(entry.text()).toString() for entry in menus[-1])
    for entries in menus:
        keys = Counter(QKeySequence.mnemonic(entry.text()).toString() for entry in entries)
        assert [key for key, count in keys.items() if key and count > 1] == []


def test_the_menu_of_the_chosen_plan_holds_commands_of_the_menu_bar(stage: Stage) -> None:
    window = a_plan_chosen(stage)
    found = {named(command): command for command in in_menu_bar(window)}
    offered = window.window.plans_page.list.actions()
    assert [named(command) for command in offered] == [
        "Open Plan",
        "Rehearse, or Lead the Call",
        "Plan the Next Call",
        "Duplicate Plan…",
        "Earlier Versions…",
        "Delete Plan",
    ]
    assert all(command is found[named(command)] for command in offered)


def test_a_command_belongs_to_who_carries_it_out_and_to_no_menu(stage: Stage) -> None:
    window = walk(stage)
    owners = {named(command): command.parent() for command in in_menu_bar(window)}
    assert [name for name, owner in owners.items() if owner is None or isinstance(owner, QMenu)] == []


def test_each_step_of_the_walk_is_listed_once(stage: Stage) -> None:
    window = a_plan_put_away(stage)
    window.open("Tarn Valley Water")
    listed = Counter(named(command) for command in in_menu_bar(window))
    assert all(listed[f"{number} {step.title}"] == 1 for number, step in enumerate(STEPS, 1))
    window.press("Alt+3")
    assert window.walk.step == 2


def test_choices_show_how_it_stands(stage: Stage) -> None:
    stage.settings().preview_shown = False
    stage.settings().open_exported = True
    window = walk(stage)
    checked = {named(command) for command in in_menu_bar(window) if command.isChecked()}
    assert checked == {"Open PDFs After Export"}
    window.choose_from_menu("Essential Questions Only")
    window.choose_from_menu("All Plans")
    window.open("Tarn Valley Water")
    assert checked == {named(command) for command in in_menu_bar(window) if command.isChecked()}
    window.choose_from_menu("The Page Beside")
    assert stage.settings().preview_shown


def test_full_screen_shows_how_the_window_stands_whoever_made_it_so(stage: Stage) -> None:
    left = stage.open().window
    command = left.commands.full_screen
    command.trigger()
    assert left.isFullScreen()
    left.close()

    window = stage.open_as_left().window
    assert window.isFullScreen()
    assert window.commands.full_screen.isChecked()
    window.showMaximized()
    assert window.isMaximized()
    assert not window.commands.full_screen.isChecked()


def test_the_delete_key_deletes_a_plan_in_the_list_alone(stage: Stage, qtbot: QtBot) -> None:
    page = a_plan_chosen(stage).window.plans_page
    for elsewhere in (page.search, page.foot.trash):
        elsewhere.setFocus()
        with qtbot.assertNotEmitted(page.commands.delete.triggered):
            QTest.keyClick(elsewhere, Qt.Key.Key_Delete)
    page.list.setFocus()
    with qtbot.waitSignal(page.commands.delete.triggered):
        QTest.keyClick(page.list, Qt.Key.Key_Delete)


def test_in_a_call_keys_are_the_calls_alone(
    stage: Stage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: ("", ""))
    window = rehearsal(stage)
    enabled = (command for command in in_menu_bar(window) if command.isEnabled())
    with_keys = [command for command in enabled if not command.shortcut().isEmpty()]
    assert len(with_keys) > 10
    for command in with_keys:
        with qtbot.assertNotEmitted(command.triggered):
            window.press(command.shortcut().toString(), window.window.around_the_call.rehearsals.page)
            window.window.around_the_call.rehearsals.enter()  # Alt+Left leaves the call
