"""A person, named with a title in one go."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from planner.coaching.person_typed import person_typed
from planner.desktop.fields.contact import ContactField
from planner.desktop.fields.field import value_property
from planner.model.plan import new_id

_CONTACTS = "client.contacts"


class PersonField(ContactField):
    """A contact of the client, or a new one: `Anna Berg, CFO` names them and gives them their title.

    The field holds the name. A title behind it goes to the contact, who is new if nobody is called so.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._held = ""
        self._new_id = new_id()

    def companion_edits(self, read: Callable[[str], object]) -> dict[str, object]:
        """Return the client's contacts where the title typed changes them, and the id of who was meant by it.

        {} where a name says it all.
        """
        contacts = read(_CONTACTS)
        assert isinstance(contacts, tuple)
        if any(contact.id == self._new_id for contact in contacts):
            self._new_id = new_id()  # the one before was given to somebody who stays
        if self.currentText() == self._held or self._labelled() is not None:
            return super().companion_edits(read)
        meant = person_typed(self.currentText(), contacts, new_contact_id=self._new_id)
        if not meant.contact_id:
            return super().companion_edits(read)
        (id_field,) = self.companions()
        edits = {} if meant.contacts == contacts else {_CONTACTS: meant.contacts}
        return {**edits, id_field: meant.contact_id}

    def _person(self) -> str:
        text, holder = self.currentText(), self._labelled()
        if holder is not None:
            return holder.name
        return text if text == self._held else person_typed(text, self._contacts).name

    def _show_person(self, name: str) -> None:
        if name != self._person():
            self._held = name  # a name with a comma, say, is not taken apart unless somebody types it
            self._show(name)

    value = value_property(_person, _show_person, ContactField.changed)
