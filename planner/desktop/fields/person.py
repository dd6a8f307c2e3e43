"""A person, named with a title in one go."""

from collections.abc import Callable

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

    def companion_edits(self, read: Callable[[str], object]) -> dict[str, object]:
        """Return the client's contacts where the title typed changes them; {} without one."""
        contacts = read(_CONTACTS)
        assert isinstance(contacts, tuple)
        meant = person_typed(self.currentText(), contacts, new_contact_id=new_id())
        return {} if meant.contacts == contacts else {_CONTACTS: meant.contacts}

    def _typed(self) -> PersonTyped:
        return person_typed(self.currentText(), [Contact(name=name) for name in self._offered])

    def _person(self) -> str:
        return self._typed().name if self.currentText().strip() else ""

    def _show_person(self, name: str) -> None:
        if name != self._person():
            self._show(name)

    value = value_property(_person, _show_person, ContactField.changed)
