"""Connects the inputs of a form with the fields of a plan, whatever their type."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QSignalBlocker, Slot
from PySide6.QtWidgets import QLabel, QWidget

from planner.desktop.editing.document import PlanDocument
from planner.desktop.editing.input_names import name_input, names_of_inputs
from planner.desktop.editing.inputs import (
    CountsDays,
    EditsOtherFields,
    HoldsRows,
    Input,
    KeepsTyping,
    KeepsUnread,
    LoadRow,
    OffersContacts,
    ReadsBeside,
    ShowsOtherFields,
)
from planner.desktop.editing.undo_keys import UndoKeys
from planner.model.errors import FieldError, PlannerError
from planner.model.field_texts import unread_at
from planner.model.fields import field_type, may_change_contacts, paths_overlap
from planner.model.plan import Preparation, absolute_path
from planner.model.text_at_path import text_at, with_text

_WHOLE_ROW = "."
AS_TYPED = "as_typed"
"""The form path of the texts that amounts were typed as."""


def bind(
    root: QWidget, document: PlanDocument, prefix: str = "", *, load_row: LoadRow | None = None
) -> "Binder":
    """Bind every input under `root` that has the dynamic property `field`, and follow the document.

    Returns the bindings; `load_row` gives the forms of rows.
    """
    binder = Binder(root, document, prefix, load_row=load_row)
    document.changed.connect(binder.refresh)
    return binder


class Binder(QObject):
    """The bindings of one form. It is a child of the form's root and goes with it.

    Paths in the form are relative to `prefix`; "." is the prefix itself.
    """

    def __init__(
        self, root: QWidget, document: PlanDocument, prefix: str = "", *, load_row: LoadRow | None = None
    ) -> None:
        super().__init__(root)
        self._document, self._prefix, self._load_row = document, prefix, load_row
        self.begins_with: dict[str, object] = {}
        """What a row begun here has from the start: values by their fields' names."""
        self._keys = UndoKeys(document, self)
        self._bindings: list[Binding] = []
        self._offering: list[OffersContacts] = []
        self._reading_beside: list[ReadsBeside] = []
        self.bind_inputs(inputs_under(root), root.findChildren(QLabel))

    def bind_inputs(
        self, inputs: Sequence[QWidget], labels: Sequence[QLabel], *, row_by_row: bool = False
    ) -> None:
        """Bind more inputs of the form, named by these labels; with `row_by_row` lists get no rows yet."""
        document = self._document
        bindings = [
            Binding(widget, document, self._prefix, name, self)
            for widget, name in zip(inputs, names_of_inputs(inputs, labels), strict=True)
        ]
        self._bindings += bindings
        offering = [widget for widget in inputs if isinstance(widget, OffersContacts)]
        self._offering += offering
        self._reading_beside += [widget for widget in inputs if isinstance(widget, ReadsBeside)]
        for binding in bindings:
            if isinstance(binding.widget, HoldsRows):
                binding.widget.attach(document, binding.path, self._load_row, row_by_row=row_by_row)
            if isinstance(binding.widget, CountsDays):
                binding.widget.count_from(document.clock)
            self._keys.watch(binding.widget)
        if offering:
            self.offer_contacts()

    @property
    def inputs(self) -> list[QWidget]:
        """The inputs bound, in the order of the form."""
        return [binding.widget for binding in self._bindings]

    def problems(self) -> dict[str, str]:
        """Return the problem of each input whose text could not be read, those in rows too, by form path."""
        problems: dict[str, str] = {}
        for binding in self._bindings:
            if binding.rows is not None:
                problems |= binding.rows.problems()
            elif problem := str(getattr(binding.widget, "problem", "")):
                problems[binding.path] = problem
        return problems

    def rebase(self, prefix: str) -> None:
        """Bind the same inputs to the fields under another prefix: a row that moved."""
        self._prefix = prefix
        for binding in self._bindings:
            binding.rebase(prefix)

    def let_go(self) -> None:
        """Write nothing from the inputs any more: their row is gone, and another one stands in its place."""
        for binding in self._bindings:
            binding.let_go()

    @Slot(str)
    def refresh(self, path: str) -> None:
        """Show again every field that a change at the form path may have changed; "" shows all."""
        if may_change_contacts(path):
            self.offer_contacts()
        for binding in self._bindings:
            binding.refresh(path)
        self.look_beside(path)

    def look_beside(self, path: str) -> None:
        """Have the inputs that read other fields take notice of a change at the form path."""
        for widget in self._reading_beside:
            widget.look_beside(path)

    def offer_contacts(self) -> None:
        """Have the inputs for a contact offer the client's contacts."""
        for widget in self._offering:
            widget.offer_contacts(self._document.preparation.client.contacts)


class Binding(QObject):
    """The binding of one input to its field: shows the field's value and writes what is typed into it."""

    def __init__(
        self, widget: QWidget, document: PlanDocument, prefix: str, words: str, binder: Binder
    ) -> None:
        super().__init__(binder)
        self._binder = binder
        self.widget, self._document, self._words = widget, document, words
        self._field = str(widget.property("field"))
        self._prefix, self.path = prefix, joined_path(prefix, self._field)
        described = field_type(Preparation, absolute_path(self.path))
        if words:
            name_input(widget, words)
        assert isinstance(widget, Input), f"{self.path}: {type(widget).__name__} is no input"
        widget.configure(described)
        self._problem_told = ""
        self._gone = False
        self._property = str(widget.metaObject().userProperty().name())
        notify = bytes(widget.metaObject().userProperty().notifySignal().name().data()).decode()
        # Asked once: what a protocol takes to check would be felt in every keystroke.
        self.rows = widget if isinstance(widget, HoldsRows) else None
        self._edits_other_fields = widget if isinstance(widget, EditsOtherFields) else None
        self._keeps_typing = widget if isinstance(widget, KeepsTyping) else None
        self._keeps_unread = widget if isinstance(widget, KeepsUnread) else None
        self._shows_others = widget if isinstance(widget, ShowsOtherFields) else None
        if isinstance(widget, ReadsBeside):
            widget.read_beside(self._before)
        if self.rows is None:
            self._show()
            getattr(widget, notify).connect(self._edit)
        if (problem_changed := getattr(widget, "problem_changed", None)) is not None:
            problem_changed.connect(self._note_problem)

    def rebase(self, prefix: str) -> None:
        """Bind the input to its field under another prefix."""
        self._prefix, self.path = prefix, joined_path(prefix, self._field)

    def let_go(self) -> None:
        """Write nothing from the input any more."""
        self._gone = True

    def refresh(self, path: str) -> None:
        """Show the field again if a change at the form path may have changed it."""
        if self.rows is not None:
            self.rows.refresh(path)
        elif any(paths_overlap(path, shown) for shown in self._paths_shown()):
            self._show()

    def _show(self) -> None:
        # Showing is not editing: what the input makes of the value is not written back.
        blocked = QSignalBlocker(self.widget)
        setattr(self.widget, self._property, self._document.read(self.path))
        if self._keeps_typing is not None:
            self._keeps_typing.show_typing(text_at(self._document.read(AS_TYPED), self.path))
        if self._shows_others is not None:
            for name in self._shows_others.companions():
                self._shows_others.show_companion(name, self._document.read(self._resolved(name)))
        if self._keeps_unread is not None:
            self._show_unread(self._keeps_unread)
        blocked.unblock()
        if self._keeps_unread is not None:
            self._tell_problem(self._keeps_unread)

    def _show_unread(self, field: KeepsUnread) -> None:
        preparation = self._document.preparation
        paths = {name: self._path_of(name) for name in field.unread()}
        field.show_unread({name: unread_at(preparation, path) for name, path in paths.items()})

    def _tell_problem(self, field: KeepsUnread) -> None:
        """Have those who show the input's problem told of one that came or went while it was blocked."""
        if field.problem != self._problem_told:
            self._problem_told = field.problem
            self.widget.problem_changed.emit()  # type: ignore[attr-defined]

    def _paths_shown(self) -> tuple[str, ...]:
        if self._shows_others is None:
            return (self.path,)
        return (self.path, *(self._resolved(name) for name in self._shows_others.companions()))

    @Slot()
    def _note_problem(self) -> None:
        self._problem_told = str(getattr(self.widget, "problem", ""))
        self._document.problem_noted.emit()

    @Slot()
    def _edit(self) -> None:
        if self._gone:
            return
        try:
            self._write(self._along())
        except PlannerError as error:
            if self._keeps_unread is None:
                raise
            # What the plan has no place for is no more lost than what could not be read.
            self._keeps_unread.refuse(error.message if isinstance(error, FieldError) else str(error))
            self._write({})

    def _write(self, along: dict[str, object]) -> None:
        value = getattr(self.widget, self._property)
        unread = {} if self._keeps_unread is None else self._keeps_unread.unread()
        texts = {self._path_of(name): text for name, text in unread.items()}
        self._document.edit(self.path, value, words=self._words, along=along, unread=texts)

    def _along(self) -> dict[str, object]:
        edits: dict[str, object] = {}
        if self._keeps_typing is not None:
            before = self._document.read_before(AS_TYPED, self.path)
            texts = with_text(before, self.path, self._keeps_typing.as_typed)
            edits = {} if texts is before else {AS_TYPED: texts}  # what did not change is not told as changed
        if self._edits_other_fields is not None:
            named = self._edits_other_fields.companion_edits(self._before)
            edits |= {self._resolved(name): value for name, value in named.items()}
        for name, value in self._binder.begins_with.items():
            if self._before(name) != value:
                edits[joined_path(self._prefix, name)] = value
        return edits

    def _before(self, name: str) -> object:
        return self._document.read_before(self._resolved(name), self.path)

    def _path_of(self, name: str) -> str:
        return self._resolved(name) if name else self.path

    def _resolved(self, name: str) -> str:
        return resolved_path(self._prefix, self.path, name)


def resolved_path(prefix: str, path: str, name: str) -> str:
    """Return the form path of a field called `name`: under `prefix`, or else beside the field at `path`.

    Where neither exists it is `name` itself.
    """
    beside = path.rpartition(".")[0]
    for resolved in (joined_path(prefix, name), joined_path(beside, name)):
        if _exists(resolved):
            return resolved
    return name


def joined_path(prefix: str, field: str) -> str:
    """Return the path of a field under a prefix; "." is the prefix itself."""
    if field == _WHOLE_ROW:
        return prefix
    return f"{prefix}.{field}" if prefix else field


def _exists(path: str) -> bool:
    try:
        field_type(Preparation, absolute_path(path))
    except FieldError:
        return False
    return True


def inputs_under(root: QWidget) -> list[QWidget]:
    """Return the inputs with a field, without those inside the rows of a list."""
    inputs = [widget for widget in (root, *root.findChildren(QWidget)) if widget.property("field")]
    lists = [widget for widget in inputs if isinstance(widget, HoldsRows)]
    return [
        widget
        for widget in inputs
        if not any(rows is not widget and rows.isAncestorOf(widget) for rows in lists)
    ]
