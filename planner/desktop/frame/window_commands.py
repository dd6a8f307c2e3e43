"""The commands of the window itself, which can be given wherever one is in it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence, QUndoGroup

from planner.desktop.widgets.action import Key, action, checkable_action
from planner.translation import _
from planner.wording.document_kinds import CALL_PLAN, document_kind

if TYPE_CHECKING:
    from planner.desktop.frame.window import MainWindow

_REDO = ("Ctrl+Y", "Ctrl+Shift+Z")
"""Both are redo to somebody, and in a text each of them is."""
_EXPORT = document_kind(CALL_PLAN).keys


class WindowCommands(QObject):
    """The window's own commands: undo, redo, find, full screen, close, quit, about.

    All are always enabled, but undo and redo only while there is something to undo or redo. Outside an open
    plan, which has its own export, the same key exports what is shown there.
    """

    def __init__(self, window: "MainWindow", undo: QUndoGroup) -> None:
        super().__init__(window)
        self._window = window
        self.undo, self.redo = undo.createUndoAction(self), undo.createRedoAction(self)
        self.undo.setShortcut(Key.Undo)
        self.redo.setShortcuts(list(dict.fromkeys((QKeySequence(Key.Redo), *map(QKeySequence, _REDO)))))
        self._nothing_to_undo = action(self, _("Nothing to undo"), self._tell_nothing_to_undo, Key.Undo)
        window.area.addAction(self._nothing_to_undo)
        undo.canUndoChanged.connect(self._nothing_to_undo.setDisabled)
        self._export_here = action(self, _("Export what is shown"), window.export_here, _EXPORT)
        window.area.addAction(self._export_here)
        window.desk.open_changed.connect(self._export_here.setDisabled)
        self.find_plan = action(self, _("&Find a Plan"), window.find_plan, Key.Find)
        self.full_screen = checkable_action(self, _("&Full Screen"), self._fill_screen, Key.FullScreen)
        self.close = action(self, _("&Close Window"), window.close, Key.Close)
        self.quit = action(self, _("&Quit"), window.close, Key.Quit)
        self.quit.setMenuRole(QAction.MenuRole.QuitRole)
        self.about = action(self, _("&About Front Foot"), self._tell_about)

    def show_full_screen(self) -> None:
        """Tick the full-screen command or not, as the window fills the screen or not."""
        self.full_screen.setChecked(self._window.isFullScreen())

    def _tell_nothing_to_undo(self) -> None:
        in_plan = _("Nothing to undo: nothing has been changed since the plan was opened.")
        outside = _(
            "Nothing to undo here. Undo takes back what was done on a page, and brings deleted plans back; "
            "what was typed is undone in its plan."
        )
        self._window.messages.tell(outside if self._window.open is None else in_plan)

    def _fill_screen(self, full: bool) -> None:  # noqa: FBT001 - a slot of a checkable action
        if full == self._window.isFullScreen():
            return  # only shown: showNormal() would shrink a maximised window
        if full:
            self._window.showFullScreen()
        else:
            self._window.showNormal()

    def _tell_about(self) -> None:
        from planner.desktop.widgets.dialogs import tell_about  # noqa: PLC0415 - hardly ever wanted

        tell_about(self._window)
