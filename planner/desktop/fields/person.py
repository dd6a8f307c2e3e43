"""A person, named with a title in one go."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from planner.coaching.person_typed import PersonTyped, person_typed
from planner.desktop.fields.contact import ContactField
from planner.desktop.fields.field import value_property
from planner.model.client import Contact
from planner.model.plan import new_id

_CONTACTS = "client.contacts"


class PersonField(ContactField):
    """A contact of the client, or a new one: `Anna Berg, CFO` names them and gives them their title.

    The field holds the name. A title behind it goes to the contact, who is new if nobody is called so.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._held = ""

    def companion_edits(self, read: Callable[[str], object]) -> dict[str, object]:
        """Return the client's contacts where the title typed changes them; {} without one."""
        if self.currentText() == self._held:
            return {}
        contacts = read(_CONTACTS)
        assert isinstance(contacts, tuple)
        meant = person_typed(self.currentText(), contacts, new_contact_id=new_id())
        return {} if meant.contacts == contacts else {_CONTACTS: meant.contacts}

    def _typed(self) -> PersonTyped:
        return person_typed(self.currentText(), [Contact(name=name) for name in self._offered])

    def _person(self) -> str:
        text = self.currentText()
        return text if text == self._held else self._typed().name

    def _show_person(self, name: str) -> None:
        if name != self._person():
            self._held = name  # a name with a comma, say, is not taken apart unless somebody types it
            self._show(name)

    value = value_property(_person, _show_person, ContactField.changed)
