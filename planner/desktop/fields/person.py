"""A person, named with a title in one go."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from planner.coaching.person_typed import PersonTyped, TitleConflict, TitleMeaning, person_typed
from planner.desktop.fields.contact import ContactField
from planner.desktop.fields.field import value_property
from planner.model.client import Contact
from planner.model.ids import new_id
from planner.translation import _
from planner.wording.text import one_line

_CONTACTS = "client.contacts"
_MEANINGS = {f"/{meaning.name}": meaning for meaning in TitleMeaning}
_LEAVE = "/leave"
"""Answers beside the ids of contacts, which hold no slash."""


class PersonField(ContactField):
    """A contact of the client, or a new one: `Anna Berg, CFO` names them and gives them their title.

    The field holds the name. A title behind it goes to the contact, who is new if nobody is called so. A
    contact who has another title keeps it until it is said, once the focus leaves, whether the title is a new
    one or somebody else's; until then the field holds the text as typed.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._held = ""
        self._new_id = new_id()
        self._meant = PersonTyped("", ())
        self._meant_by = ""
        self._meaning: TitleMeaning | None = None
        self._line.textEdited.connect(self._forget_meaning)

    def companion_edits(self, read: Callable[[str], object]) -> dict[str, object]:
        """Return the client's contacts where the title typed changes them, and the id of who was meant by it.

        Without a title, or while it is asked what the title means, what ContactField returns.
        """
        contacts = read(_CONTACTS)
        assert isinstance(contacts, tuple)
        if any(contact.id == self._new_id for contact in contacts):
            self._new_id = new_id()  # the one before was given to somebody who stays
        if self.currentText() == self._held or self._labelled() is not None:
            return super().companion_edits(read)
        meant = self._meant_among(contacts)
        self._meant, self._meant_by = meant, self.currentText()
        if not meant.contact_id:
            return super().companion_edits(read)
        (id_field,) = self.companions()
        edits = {} if meant.contacts == contacts else {_CONTACTS: meant.contacts}
        return {**edits, id_field: meant.contact_id}

    def _meant_among(self, contacts: tuple[Contact, ...]) -> PersonTyped:
        text = self.currentText()
        return person_typed(text, contacts, new_contact_id=self._new_id, meaning=self._meaning)

    def _person_typed(self) -> PersonTyped:
        """Return who is meant by the text, as of the contacts there were before it was typed."""
        return self._meant if self.currentText() == self._meant_by else self._meant_among(self._contacts)

    def _person(self) -> str:
        text, holder = self.currentText(), self._labelled()
        if holder is not None:
            return holder.name
        return text if text == self._held else self._person_typed().name

    def _show_person(self, name: str) -> None:
        if name != self._person():
            self._held = name  # a name with a comma, say, is not taken apart unless somebody types it
            self._meaning = None
            self._show(name)

    def _conflict(self) -> TitleConflict | None:
        if self.currentText() == self._held or self._labelled() is not None:
            return None
        return self._person_typed().conflict

    def _ask_who(self) -> None:
        """Ask what a title means of a contact who has another one; else who is meant by the name."""
        conflict = self._conflict()
        if conflict is None:
            super()._ask_who()
            return
        name, title = one_line(conflict.contact.name), one_line(conflict.contact.title)
        question = _("{name} is {title} here. What is {typed}?")
        self._put_question(
            question.format(name=name, title=title, typed=one_line(conflict.title)),
            [
                (f"/{TitleMeaning.NEW_TITLE.name}", _("A new title, in all plans")),
                (f"/{TitleMeaning.SOMEBODY_ELSE.name}", _("Somebody else")),
                (_LEAVE, _("Leave it at {title}").format(title=title)),
            ],
        )

    def _mean(self, key: str) -> None:
        conflict = self._conflict()
        if key in _MEANINGS:
            self.setFocus(Qt.FocusReason.OtherFocusReason)  # before the button goes, and the focus anywhere
            self._withdraw()
            self._meaning, self._meant_by = _MEANINGS[key], ""
            self.changed.emit()
        elif key == _LEAVE and conflict is not None:
            super()._mean(conflict.contact.id)
        else:
            super()._mean(key)

    def _forget_meaning(self) -> None:
        self._meaning = None

    value = value_property(_person, _show_person, ContactField.changed)
