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
    LoadRow,
    OffersContacts,
    TellsProblems,
)
from planner.desktop.editing.undo_keys import UndoKeys
from planner.model.errors import FieldError, PlannerError
from planner.model.fields import field_type, may_change_contacts, paths_overlap
from planner.model.plan import Preparation, absolute_path

_WHOLE_ROW = "."


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
        self._keys = UndoKeys(document, self)
        self._bindings: list[Binding] = []
        self._offering: list[OffersContacts] = []
        self.bind_inputs(_inputs_under(root), root.findChildren(QLabel))

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

    @Slot(str)
    def refresh(self, path: str) -> None:
        """Show again every field that a change at the form path may have changed; "" shows all."""
        if may_change_contacts(path):
            self.offer_contacts()
        for binding in self._bindings:
            binding.refresh(path)

    def offer_contacts(self) -> None:
        """Have the inputs for a contact offer the names of the client's contacts, blank ones left out."""
        if not self._offering:
            return
        contacts = self._document.preparation.client.contacts
        names = [contact.name for contact in contacts if contact.name.strip()]
        for widget in self._offering:
            widget.offer_contacts(names)


class Binding(QObject):
    """The binding of one input to its field: shows the field's value and writes what is typed into it."""

    def __init__(
        self, widget: QWidget, document: PlanDocument, prefix: str, words: str, parent: QObject
    ) -> None:
        super().__init__(parent)
        self.widget, self._document, self._words = widget, document, words
        self._field = str(widget.property("field"))
        self._prefix, self.path = prefix, joined_path(prefix, self._field)
        described = field_type(Preparation, absolute_path(self.path))
        if words:
            name_input(widget, words)
        assert isinstance(widget, Input), f"{self.path}: {type(widget).__name__} is no input"
        widget.configure(described)
        self._property = str(widget.metaObject().userProperty().name())
        notify = bytes(widget.metaObject().userProperty().notifySignal().name().data()).decode()
        # Asked once: what a protocol takes to check would be felt in every keystroke.
        self.rows = widget if isinstance(widget, HoldsRows) else None
        self._edits_other_fields = widget if isinstance(widget, EditsOtherFields) else None
        if self.rows is None:
            self._show()
            getattr(widget, notify).connect(self._edit)
        if (problem_changed := getattr(widget, "problem_changed", None)) is not None:
            problem_changed.connect(document.problem_noted)

    def rebase(self, prefix: str) -> None:
        """Bind the input to its field under another prefix."""
        self._prefix, self.path = prefix, joined_path(prefix, self._field)

    def refresh(self, path: str) -> None:
        """Show the field again if a change at the form path may have changed it."""
        if self.rows is not None:
            self.rows.refresh(path)
        elif paths_overlap(path, self.path):
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
        except PlannerError as error:
            if not isinstance(self.widget, TellsProblems):
                raise
            self.widget.show_error(error.message if isinstance(error, FieldError) else str(error))

    def _along(self) -> dict[str, object]:
        if self._edits_other_fields is None:
            return {}
        edits = self._edits_other_fields.companion_edits(self._before)
        return {self._resolved(name): value for name, value in edits.items()}

    def _before(self, name: str) -> object:
        return self._document.read_before(self._resolved(name), self.path)

    def _resolved(self, name: str) -> str:
        """Return the path of a field named from the form, or from beside this field."""
        beside = self.path.rpartition(".")[0]
        for path in (joined_path(self._prefix, name), joined_path(beside, name)):
            if _exists(path):
                return path
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


def _inputs_under(root: QWidget) -> list[QWidget]:
    """Return the inputs with a field, without those inside the rows of a list."""
    inputs = [widget for widget in (root, *root.findChildren(QWidget)) if widget.property("field")]
    lists = [widget for widget in inputs if isinstance(widget, HoldsRows)]
    return [
        widget
        for widget in inputs
        if not any(rows is not widget and rows.isAncestorOf(widget) for rows in lists)
    ]
