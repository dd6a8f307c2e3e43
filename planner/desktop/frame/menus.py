"""The menus: every action of the window, with the platform's standard shortcuts."""

from collections.abc import Callable
from functools import partial

import msgspec
from PySide6.QtGui import QAction, QKeySequence, QUndoGroup
from PySide6.QtWidgets import QMainWindow, QMenu

from planner.wording.document_kinds import DOCUMENTS

Key = QKeySequence.StandardKey


class Commands(msgspec.Struct, frozen=True, kw_only=True):
    """What the menus call."""

    new_plan: Callable[[], None]
    new_ten_minute_plan: Callable[[], None]
    duplicate: Callable[[], None]
    next_call: Callable[[], None]
    rehearse: Callable[[], None]
    delete: Callable[[], None]
    open_plan: Callable[[], None]
    save: Callable[[], None]
    export: Callable[[str], None]
    open_exported: Callable[[bool], None]
    print_page: Callable[[], None]
    find: Callable[[], None]
    check_settings: Callable[[], None]
    show_preview: Callable[[bool], None]
    ten_minutes: Callable[[bool], None]
    full_screen: Callable[[bool], None]
    all_plans: Callable[[], None]
    earlier_versions: Callable[[], None]
    insights: Callable[[], None]
    backups: Callable[[], None]
    trash: Callable[[], None]
    next_step: Callable[[], None]
    previous_step: Callable[[], None]
    about: Callable[[], None]


class Menus:
    """The menu bar of a window, and which of its actions apply."""

    def __init__(self, window: QMainWindow, commands: Commands, undo: QUndoGroup) -> None:
        self._window = window
        self._in_walk: list[QAction] = []
        self._in_list: list[QAction] = []
        self._on_a_plan: list[QAction] = []
        self._steps: list[QAction] = []
        self._fill_file(window.menuBar().addMenu("&File"), commands)
        self._fill_edit(window.menuBar().addMenu("&Edit"), commands, undo)
        self._fill_view(window.menuBar().addMenu("&View"), commands)
        self._go = window.menuBar().addMenu("&Go")
        self._fill_go(self._go, commands)
        self._add(window.menuBar().addMenu("&Help"), "&About Front Foot", commands.about)

    def apply_to(self, *, walk: bool, chosen: bool) -> None:
        """Enable what can be done: with an open plan, or with the plan chosen in the list."""
        for action in self._in_walk:
            action.setEnabled(walk)
        for action in self._in_list:
            action.setEnabled(not walk and chosen)
        for action in self._on_a_plan:
            action.setEnabled(walk or chosen)

    def offer_steps(self, titles: tuple[str, ...], go_to: Callable[[int], None]) -> None:
        """List the steps of the walk under Go, once."""
        if self._steps:
            return
        for at, title in enumerate(titles):
            self._steps.append(self._add(self._go, f"&{at + 1} {title}", partial(go_to, at), f"Alt+{at + 1}"))
        self._in_walk += self._steps

    def show_choices(self, *, preview: bool, open_exported: bool) -> None:
        """Show what was chosen in earlier runs."""
        self._preview.setChecked(preview)
        self._open_exported.setChecked(open_exported)

    def show_ten_minutes(self, on: bool) -> None:  # noqa: FBT001 - a slot for turned(bool)
        """Show whether the open plan asks its essential questions alone."""
        self._ten_minutes.setChecked(on)

    def _fill_file(self, menu: QMenu, commands: Commands) -> None:
        self._add(menu, "&New Plan…", commands.new_plan, Key.New)
        self._add(menu, "New &Ten-Minute Plan…", commands.new_ten_minute_plan, "Ctrl+Shift+N")
        self._in_list.append(self._add(menu, "&Open Plan", commands.open_plan, Key.Open))
        self._in_list.append(self._add(menu, "D&uplicate Plan", commands.duplicate, "Ctrl+Shift+D"))
        self._on_a_plan += [
            self._add(menu, "Plan the Ne&xt Call", commands.next_call, "Ctrl+Shift+C"),
            self._add(menu, "Earlier &Versions …", commands.earlier_versions),
        ]
        menu.addSeparator()
        self._in_walk.append(self._add(menu, "&Save Now", commands.save, Key.Save))
        for one in DOCUMENTS:
            act = partial(_call_with, commands.export, one.name)
            self._in_walk.append(self._add(menu, one.menu, act, one.keys or None))
        self._open_exported = self._add_choice(menu, "Open PDFs &After Export", commands.open_exported)
        self._in_walk.append(self._add(menu, "&Print…", commands.print_page, Key.Print))
        menu.addSeparator()
        self._add(menu, "&Close Window", self._window.close, Key.Close)
        leave = self._add(menu, "&Quit", self._window.close, Key.Quit)
        leave.setMenuRole(QAction.MenuRole.QuitRole)

    def _fill_edit(self, menu: QMenu, commands: Commands, undo: QUndoGroup) -> None:
        for action, key in (
            (undo.createUndoAction(self._window), Key.Undo),
            (undo.createRedoAction(self._window), Key.Redo),
        ):
            action.setShortcut(key)
            menu.addAction(action)
        menu.addSeparator()
        self._in_list.append(self._add(menu, "&Delete Plan", commands.delete))
        menu.addSeparator()
        self._add(menu, "&Find a Plan", commands.find, Key.Find)
        menu.addSeparator()
        self._add(menu, "&Check Settings…", commands.check_settings)

    def _fill_view(self, menu: QMenu, commands: Commands) -> None:
        self._preview = self._add_choice(menu, "The &Page Beside the Form", commands.show_preview, "F9")
        self._ten_minutes = self._add_choice(menu, "&Essential Questions Alone", commands.ten_minutes, "F8")
        self._in_walk.append(self._ten_minutes)
        self._add_choice(menu, "&Full Screen", commands.full_screen, Key.FullScreen)
        self._on_a_plan.append(self._add(menu, "&Rehearse, or Lead the Call", commands.rehearse, "F5"))

    def _fill_go(self, menu: QMenu, commands: Commands) -> None:
        self._in_walk.append(self._add(menu, "&All Plans", commands.all_plans, "Alt+Left"))
        self._add(menu, "&Insights", commands.insights, "Ctrl+I")
        self._add(menu, "Back&ups", commands.backups)
        self._add(menu, "&Trash", commands.trash)
        menu.addSeparator()
        self._in_walk.append(self._add(menu, "&Next Step", commands.next_step, "Ctrl+PgDown"))
        self._in_walk.append(self._add(menu, "&Back a Step", commands.previous_step, "Ctrl+PgUp"))
        menu.addSeparator()

    def _add(
        self, menu: QMenu, text: str, act: Callable[..., object], key: Key | str | None = None
    ) -> QAction:
        action = menu.addAction(text)
        action.triggered.connect(act)
        if key is not None:
            action.setShortcut(QKeySequence(key))
        return action

    def _add_choice(
        self, menu: QMenu, text: str, act: Callable[[bool], None], key: Key | str | None = None
    ) -> QAction:
        action = menu.addAction(text)
        action.setCheckable(True)
        action.toggled.connect(act)
        if key is not None:
            action.setShortcut(QKeySequence(key))
        return action


def _call_with(act: Callable[[str], None], name: str, *_told: object) -> None:
    act(name)
