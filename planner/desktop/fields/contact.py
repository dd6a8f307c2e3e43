"""A contact of the client, by name; by more than the name where several bear it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QComboBox, QWidget

from planner.desktop.fields.below import put_below
from planner.desktop.fields.field import CalmCombo, value_property
from planner.desktop.fields.fit_characters import FitCharacters
from planner.desktop.widgets.choice_line import ChoiceLine
from planner.desktop.widgets.input_line import InputLine, is_left
from planner.desktop.widgets.suggestions import suggesting_completer, take_suggestion
from planner.model.client import Contact
from planner.model.fields import FieldType
from planner.model.mentions import contact_of, id_path, namesakes
from planner.model.names import name_key, same_name
from planner.translation import _
from planner.wording.contacts_apart import contact_label, distinction, one_name


class ContactField(CalmCombo):
    """A name: one of this client's contacts, or any other that is typed.

    Of several contacts of one name each is offered, shown and typed as `Jan Novak, CFO`: the value is the
    name, and the contact's id goes into the field beside it. A name that leaves open who is meant is asked
    about in a line below. Who left the client is not offered; a name that stands there stays theirs.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = InputLine(self)
        self.setLineEdit(self._line)
        self._line.setValidator(FitCharacters(self))
        self._contacts: tuple[Contact, ...] = ()
        self._labels: tuple[str, ...] = ()
        self._offered: tuple[str, ...] = ()
        self._id = ""
        self.asking: ChoiceLine | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setCompleter(suggesting_completer(self.model(), self))
        self.editTextChanged.connect(self.changed)

    def configure(self, _field_type: FieldType) -> None:
        """Take any name; show the form's example, which Qt shows only in boxes one cannot type into."""
        self._line.setPlaceholderText(self.placeholderText())

    def offer_contacts(self, contacts: Sequence[Contact]) -> None:
        """Offer the contacts who have a name and did not leave; the name shown stays, told apart anew."""
        named = tuple(contact for contact in contacts if contact.name.strip())
        labels = tuple(contact_label(contact, named) for contact in named)
        name = self._name()
        self._contacts, self._labels = named, labels
        still_there = zip(labels, named, strict=True)
        offered = tuple(label for label, contact in still_there if not contact.left)
        if self._offered != offered:
            self._offered = offered
            self._list_labels()
        self._tell_apart(name)

    def companions(self) -> tuple[str, ...]:
        """Return the field of the contact's id, which stands beside that of the name."""
        return (id_path(str(self.property("field"))),)

    def show_companion(self, _name: str, value: object) -> None:
        """Take `value` as the id of the contact meant, and show what tells them apart from namesakes.

        Ask below who is meant where the id leaves that open and nobody types here.
        """
        self._id = str(value)
        self._tell_apart(self._name())

    def companion_edits(self, _read: Callable[[str], object], /) -> dict[str, object]:
        """Return the id of the contact where the text says which of several of one name is meant.

        "" where the text is a bare name that several have; {} where one or none has it.
        """
        holder = self._labelled()
        if holder is not None:
            return {self.companions()[0]: holder.id}
        return {self.companions()[0]: ""} if len(namesakes(self._name(), self._contacts)) > 1 else {}

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Complete the name once the field is left for another, and ask who is meant if that is open."""
        super().focusOutEvent(event)
        if is_left(event):
            self._complete()
            self._ask_who()

    def _list_labels(self) -> None:
        text, cursor = self._line.text(), self._line.cursorPosition()
        blocked = QSignalBlocker(self)
        self.clear()
        self.addItems(self._offered)
        self.setCurrentIndex(self.findText(text, Qt.MatchFlag.MatchExactly))
        self.setEditText(text)
        self._line.setCursorPosition(cursor)
        blocked.unblock()

    def focusNextPrevChild(self, forwards: bool) -> bool:  # noqa: FBT001 - as Qt calls it
        """Before Tab goes on, take the suggestion chosen, or the only one; Shift+Tab takes none."""
        if forwards:
            take_suggestion(self.completer(), self._line)
        return super().focusNextPrevChild(forwards)

    def _tell_apart(self, name: str) -> None:
        """Show the name, with what tells its bearer apart where the id says who that is."""
        holder = contact_of(self._id, self._contacts)
        known = holder is not None and same_name(holder.name, name)
        label = contact_label(holder, self._contacts) if holder is not None and known else name
        text = name if holder is not None and label == holder.name else label
        if text != self.currentText():
            blocked = QSignalBlocker(self)
            self._put(text)
            blocked.unblock()
        if known or not self.hasFocus():
            self._ask_who()

    def _ask_who(self) -> None:
        """Ask which contact is meant, while several bear the name and nothing says who."""
        called = namesakes(self._name(), self._contacts)
        if len(called) < 2 or contact_of(self._id, called) is not None:
            self._withdraw()
            return
        answers = [(contact.id, distinction(contact, called)) for contact in called]
        self._put_question(_("{problem}. Who is meant?").format(problem=one_name(called)), answers)

    def _put_question(self, question: str, answers: Sequence[tuple[str, str]]) -> None:
        """Ask under the field until it is answered, by `_mean`, or somebody types on."""
        if self.asking is None:
            self.asking = ChoiceLine(self.parentWidget())
            self.asking.chosen.connect(self._mean)
            self._line.textEdited.connect(self._withdraw)
            put_below(self, self.asking)
        self.asking.ask(question, answers)

    def _mean(self, contact_id: str) -> None:
        holder = contact_of(contact_id, self._contacts)
        if holder is not None:
            self.setFocus(Qt.FocusReason.OtherFocusReason)  # before the button goes, and the focus anywhere
            self.setEditText(contact_label(holder, self._contacts))

    def _withdraw(self) -> None:
        if self.asking is not None:
            self.asking.withdraw()

    def _complete(self) -> None:
        """Take `Mara` for the one contact of whose name that is a part."""
        words = set(name_key(self._line.text()).split())
        still_there = (contact for contact in self._contacts if not contact.left)
        called = [contact for contact in still_there if words <= set(name_key(contact.name).split())]
        if words and len(called) == 1:
            self._show(called[0].name)

    def _labelled(self) -> Contact | None:
        """Return the contact whose label the text is, where that is more than the name."""
        key = name_key(self.currentText())
        labelled = zip(self._labels, self._contacts, strict=True)
        return next(
            (contact for label, contact in labelled if label != contact.name and name_key(label) == key), None
        )

    def _name(self) -> str:
        holder = self._labelled()
        return self.currentText() if holder is None else holder.name

    def _show(self, name: str) -> None:
        if name != self._name():
            self._put(name)

    def _put(self, text: str) -> None:
        """Set the text, its beginning in sight unless one is typing in it."""
        self.setEditText(text)
        if not self.hasFocus():
            self._line.setCursorPosition(0)

    value = value_property(_name, _show, changed)
