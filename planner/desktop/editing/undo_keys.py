"""Undo and redo by key, from inside a text."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QMenu, QWidget

from planner.desktop.editing.document import PlanDocument

_UNDO = (QKeySequence("Ctrl+Z"),)
_REDO = (QKeySequence("Ctrl+Y"), QKeySequence("Ctrl+Shift+Z"))
_RETURN = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class UndoKeys(QObject):
    """Gives Ctrl+Z, Ctrl+Y and Ctrl+Shift+Z in a text to the document, not to the text's own undo.

    Also ends an undo step when the focus leaves an input, and when Return settles a line.
    """

    def __init__(self, document: PlanDocument, parent: QObject) -> None:
        super().__init__(parent)
        self._document = document

    def watch(self, widget: QWidget) -> None:
        """Handle undo keys, Return, focus loss and menu of an input and each focusable widget inside it."""
        for part in (widget, *widget.findChildren(QWidget)):
            if part.focusPolicy() != Qt.FocusPolicy.NoFocus:
                part.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the undo keys from the text: the window's shortcut takes them, or the document undoes here.

        End the undo step when the focus leaves or Return is pressed; show a line's menu without its own undo.
        """
        kind = event.type()
        if kind == QEvent.Type.FocusOut:
            self._document.finish_edit()
        elif kind in {QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress}:
            if isinstance(watched, QLineEdit):
                self._end_by_return(event)
            return self._key(event)
        elif kind == QEvent.Type.ContextMenu and isinstance(watched, QLineEdit):
            return self._menu(watched, event)
        return False

    def _end_by_return(self, event: QEvent) -> None:
        """End the step by Return: what is typed after it builds on what the line was understood to say."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _RETURN:
            self._document.finish_edit()

    def _key(self, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent):
            return False
        pressed = QKeySequence(event.keyCombination())
        if pressed not in (*_UNDO, *_REDO):
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.ignore()  # not the text's: the window's shortcut takes it
        elif pressed in _UNDO:
            self._document.undo_stack.undo()
        else:
            self._document.undo_stack.redo()
        return True

    def _menu(self, line: QLineEdit, event: QEvent) -> bool:
        """Show the line's menu without its private undo."""
        if not isinstance(event, QContextMenuEvent):
            return False
        menu_of(line).popup(event.globalPos())
        return True


def menu_of(line: QLineEdit) -> QMenu:
    """Return the line's context menu without its private undo; it is deleted once closed."""
    menu = line.createStandardContextMenu()
    for action in menu.actions():
        if action.objectName() in {"edit-undo", "edit-redo"}:
            menu.removeAction(action)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return menu
