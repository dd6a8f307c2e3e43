"""Connects the inputs of a form with the fields of a plan, whatever their type."""

from collections.abc import Callable, Mapping
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Slot
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from planner.desktop.document import PlanDocument
from planner.desktop.input_names import name_input, name_of_input
from planner.model.errors import FieldError
from planner.model.fields import FieldType, field_type
from planner.model.plan import Preparation, rooted

LoadRow = Callable[[str], QWidget]
"""Gives the form of a row by its name: `problem` for forms/rows/problem.ui."""

_WHOLE_ROW = "."
_UNDO = (QKeySequence("Ctrl+Z"),)
_REDO = (QKeySequence("Ctrl+Y"), QKeySequence("Ctrl+Shift+Z"))


class Takes(Protocol):
    """An input: it is told what its field may hold, and has a USER property that notifies."""

    def offer(self, field_type: FieldType, /) -> None:
        """Offer the choices and keep the bounds of the field."""


@runtime_checkable
class OffersContacts(Protocol):
    """An input that offers the contacts of the client."""

    def offer_contacts(self, names: list[str]) -> None:
        """Offer these names."""


@runtime_checkable
class BringsAlong(Protocol):
    """An input in which a person can say more than its own value, such as an amount's currency."""

    def along(self) -> Mapping[str, object]:
        """Return values for other fields, by their path from the form or beside this field."""


@runtime_checkable
class TellsProblems(Protocol):
    """An input that says a problem under itself."""

    def tell(self, problem: str) -> None:
        """Say the problem."""


@runtime_checkable
class HoldsRows(Protocol):
    """An input of a whole list, which binds its own rows."""

    def attach(self, document: PlanDocument, path: str, load_row: LoadRow | None) -> None:
        """Show the list at the path and bind its rows."""

    def refresh(self, path: str) -> None:
        """Show what changed at the path."""

    def problems(self) -> dict[str, str]:
        """Return what could not be read in the rows, by path."""


def bind(
    root: QWidget, document: PlanDocument, prefix: str = "", *, load_row: LoadRow | None = None
) -> "Binder":
    """Bind every input under `root` that has the dynamic property `field`, and follow the document."""
    binder = Binder(root, document, prefix, load_row=load_row)
    document.changed.connect(binder.refresh)
    return binder


def touches(changed: str, path: str) -> bool:
    """Whether a change at one path changes what another holds: the same, under it or over it."""
    if not changed or not path:
        return True
    short, long = sorted((changed, path), key=len)
    return long.startswith(short) and (len(long) == len(short) or long[len(short)] in ".[")


class Binder(QObject):
    """The bindings of one form. It is a child of the form's root and goes with it.

    Paths in the form are relative to `prefix`; "." is the prefix itself.
    """

    def __init__(
        self, root: QWidget, document: PlanDocument, prefix: str = "", *, load_row: LoadRow | None = None
    ) -> None:
        super().__init__(root)
        self._document, self._prefix = document, prefix
        self._keys = UndoKeys(document, self)
        self._bindings = [
            Binding(widget, document, prefix, name_of_input(widget, root), self)
            for widget in _inputs_under(root)
        ]
        for binding in self._bindings:
            if isinstance(binding.widget, HoldsRows):
                binding.widget.attach(document, binding.path, load_row)
            self._keys.watch(binding.widget)
        self._offer_contacts()

    @property
    def inputs(self) -> list[QWidget]:
        """The inputs bound, in the order of the form."""
        return [binding.widget for binding in self._bindings]

    def problems(self) -> dict[str, str]:
        """Return what could not be read, by path."""
        told: dict[str, str] = {}
        for binding in self._bindings:
            if isinstance(binding.widget, HoldsRows):
                told |= binding.widget.problems()
            elif problem := str(getattr(binding.widget, "problem", "")):
                told[binding.path] = problem
        return told

    def rebase(self, prefix: str) -> None:
        """Bind the same inputs to the fields under another prefix: a row that moved."""
        self._prefix = prefix
        for binding in self._bindings:
            binding.rebase(prefix)

    @Slot(str)
    def refresh(self, path: str) -> None:
        """Show what changed at the path."""
        if touches(path, "client.contacts"):
            self._offer_contacts()
        for binding in self._bindings:
            binding.refresh(path)

    def _offer_contacts(self) -> None:
        names: list[str] | None = None
        for binding in self._bindings:
            if isinstance(binding.widget, OffersContacts):
                if names is None:
                    contacts = self._document.preparation.client.contacts
                    names = [contact.name for contact in contacts if contact.name.strip()]
                binding.widget.offer_contacts(names)


class Binding(QObject):
    """One input and its field."""

    def __init__(
        self, widget: QWidget, document: PlanDocument, prefix: str, words: str, parent: QObject
    ) -> None:
        super().__init__(parent)
        self.widget, self._document, self._words = widget, document, words
        self._field = str(widget.property("field"))
        self._prefix, self.path = prefix, joined(prefix, self._field)
        described = field_type(Preparation, rooted(self.path))
        if words:
            name_input(widget, words)
        widget.offer(described)  # type: ignore[attr-defined] # every input takes the type of its field
        self._property = str(widget.metaObject().userProperty().name())
        notify = bytes(widget.metaObject().userProperty().notifySignal().name().data()).decode()
        self._holds_rows = isinstance(widget, HoldsRows)
        self._shows_contacts = isinstance(widget, OffersContacts)
        if not self._holds_rows:
            self._show()
            getattr(widget, notify).connect(self._edit)

    def rebase(self, prefix: str) -> None:
        """Bind the input to its field under another prefix."""
        self._prefix, self.path = prefix, joined(prefix, self._field)

    def refresh(self, path: str) -> None:
        """Show the field if a change at the path changed it."""
        if isinstance(self.widget, HoldsRows):
            self.widget.refresh(path)
        elif touches(path, self.path):
            self._show()

    def _show(self) -> None:
        # Showing is not editing: what the input makes of the value is not written back.
        blocked = QSignalBlocker(self.widget)
        setattr(self.widget, self._property, self._document.read(self.path))
        blocked.unblock()

    @Slot()
    def _edit(self) -> None:
        value = getattr(self.widget, self._property)
        try:
            self._document.edit(self.path, value, words=self._words, along=self._along())
        except FieldError as error:
            if not isinstance(self.widget, TellsProblems):
                raise
            self.widget.tell(error.message)

    def _along(self) -> dict[str, object]:
        if not isinstance(self.widget, BringsAlong):
            return {}
        return {self._resolved(name): value for name, value in self.widget.along().items()}

    def _resolved(self, name: str) -> str:
        """Return the path of a field named from the form, or from beside this field."""
        beside = self.path.rpartition(".")[0]
        for path in (joined(self._prefix, name), joined(beside, name)):
            if _exists(path):
                return path
        return name


class UndoKeys(QObject):
    """Gives Ctrl+Z, Ctrl+Y and Ctrl+Shift+Z in a text to the document, not to the text's own undo.

    Also ends an undo step when the focus leaves an input.
    """

    def __init__(self, document: PlanDocument, parent: QObject) -> None:
        super().__init__(parent)
        self._document = document

    def watch(self, widget: QWidget) -> None:
        """Watch an input and what takes the keys inside it."""
        for one in (widget, *widget.findChildren(QWidget)):
            if one.focusPolicy() != Qt.FocusPolicy.NoFocus:
                one.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the window's undo have the keys; where it has none, undo here."""
        kind = event.type()
        if kind == QEvent.Type.FocusOut:
            self._document.finish_edit()
        elif kind in {QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress}:
            return self._key(event)
        elif kind == QEvent.Type.ContextMenu and isinstance(watched, QLineEdit):
            return self._menu(watched, event)
        return False

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
        menu = line.createStandardContextMenu()
        for action in menu.actions():
            if action.objectName() in {"edit-undo", "edit-redo"}:
                menu.removeAction(action)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())
        return True


def joined(prefix: str, field: str) -> str:
    """Return the path of a field under a prefix; "." is the prefix itself."""
    if field == _WHOLE_ROW:
        return prefix
    return f"{prefix}.{field}" if prefix else field


def _exists(path: str) -> bool:
    try:
        field_type(Preparation, rooted(path))
    except FieldError:
        return False
    return True


def _inputs_under(root: QWidget) -> list[QWidget]:
    """Return the inputs with a field, without those inside the rows of a list."""
    found = [one for one in (root, *root.findChildren(QWidget)) if one.property("field")]
    lists = [one for one in found if isinstance(one, HoldsRows)]
    return [one for one in found if not any(rows is not one and rows.isAncestorOf(one) for rows in lists)]
