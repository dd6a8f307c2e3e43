"""The arrangement of the window's commands: its menu bar, and the menu of a plan in the list."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from planner.translation import _

if TYPE_CHECKING:
    from planner.desktop.frame.window import MainWindow

_LINE = None
"""Stands for the line between two groups of a menu."""


class Menus:
    """Puts the commands into the window's menu bar and into the menu of a plan in the list.

    Commands are made and enabled by who carries them out; here they only get their place.
    """

    def __init__(self, window: "MainWindow") -> None:
        self._plan = window.desk.commands
        self._add_file_menu(window)
        self._add_edit_menu(window)
        self._add_view_menu(window)
        _fill(window.menuBar().addMenu(_("&Today")), *window.today.page.commands.all)
        self._add_client_menu(window)
        self._add_go_menu(window)
        _fill(window.menuBar().addMenu(_("&Help")), window.commands.about)
        self._arrange_menu_of_chosen(window)

    def _add_file_menu(self, window: "MainWindow") -> None:
        commands, plan = window.plans_page.commands, self._plan
        _fill(
            window.menuBar().addMenu(_("&File")),
            commands.new,
            commands.new_in_ten_minutes,
            window.reaching.note_inquiry,
            commands.open,
            commands.duplicate,
            window.around_the_call.next_call,
            window.safekeeping.earlier_versions,
            _LINE,
            plan.save,
            *plan.exports.values(),
            plan.open_exported,
            plan.print,
            window.day_printing.print_day,
            _LINE,
            window.commands.close,
            window.commands.quit,
        )

    def _add_edit_menu(self, window: "MainWindow") -> None:
        _fill(
            window.menuBar().addMenu(_("&Edit")),
            window.commands.undo,
            window.commands.redo,
            _LINE,
            window.plans_page.commands.delete,
            _LINE,
            window.commands.find_plan,
            _LINE,
            window.preferences.command,
        )

    def _add_view_menu(self, window: "MainWindow") -> None:
        _fill(
            window.menuBar().addMenu(_("&View")),
            self._plan.page_beside,
            self._plan.essentials_alone,
            window.commands.full_screen,
            window.around_the_call.rehearsal,
        )

    def _add_client_menu(self, window: "MainWindow") -> None:
        commands = window.clients.commands
        _fill(
            window.menuBar().addMenu(_("&Client")),
            commands.new,
            commands.page,
            _LINE,
            commands.plan_call,
            commands.reach_out,
            commands.facts,
            _LINE,
            commands.archive,
            commands.merge,
            commands.erase,
        )

    def _add_go_menu(self, window: "MainWindow") -> None:
        self._go = window.menuBar().addMenu(_("&Go"))
        _fill(
            self._go,
            *(place.command for place in window.navigation.places),
            _LINE,
            self._plan.all_plans,
            window.safekeeping.to_backups,
            window.safekeeping.to_trash,
            _LINE,
            self._plan.next_step,
            self._plan.previous_step,
            _LINE,
        )
        self._plan.steps_listed.connect(self._add_steps)

    def _add_steps(self) -> None:
        _fill(self._go, *self._plan.steps)

    def _arrange_menu_of_chosen(self, window: "MainWindow") -> None:
        commands = window.plans_page.commands
        window.plans_page.arrange_menu(
            commands.open,
            window.around_the_call.rehearsal,
            window.around_the_call.next_call,
            commands.duplicate,
            window.safekeeping.earlier_versions,
            commands.delete,
        )


def _fill(menu: QMenu, *entries: QAction | None) -> None:
    for entry in entries:
        if entry is None:
            menu.addSeparator()
        else:
            menu.addAction(entry)
