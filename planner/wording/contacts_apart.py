"""Contacts who share a name, told apart in a few words."""

from collections.abc import Callable, Sequence

from planner.model.client import Contact
from planner.model.fields import with_field
from planner.model.mentions import Mention, contact_of, mentions, namesakes
from planner.model.plan import Preparation
from planner.model.same_text import text_key
from planner.translation import _
from planner.wording.text import joined, labelled, one_line


def contact_label(contact: Contact, contacts: Sequence[Contact], *, for_client: bool = False) -> str:
    """Return a contact's name; `Jan Novak, CFO` where another of the contacts bears it too.

    What is added is the contact's `distinction`, which may be "" with `for_client`.
    """
    return _labelled(contact.name, distinction(contact, contacts, for_client=for_client))


def distinction(contact: Contact, contacts: Sequence[Contact], *, for_client: bool = False) -> str:
    """Return what tells a contact from those of the same name: title, or else buying role, e-mail or phone.

    Where none of these is the contact's alone, `no. 2` by the order of `contacts`. "" if nobody else bears
    the name. With `for_client` the title alone, "" where it is blank or another's too.
    """
    called = namesakes(contact.name, contacts)
    if len(called) < 2:
        return ""
    readings = _FOR_CLIENT if for_client else _FOR_US
    for read in readings:
        words = read(contact)
        if words and sum(text_key(read(other)) == text_key(words) for other in called) == 1:
            return words
    if for_client:
        return ""
    at = next(at for at, other in enumerate(called, 1) if other is contact or other == contact)
    return _("no. {number}").format(number=at)


def one_name(called: Sequence[Contact]) -> str:
    """Return that these contacts are of one name: `Two contacts are called Jan Novak`."""
    name = one_line(called[0].name)
    if len(called) == 2:
        return _("Two contacts are called {name}").format(name=name)
    return _("{count} contacts are called {name}").format(count=len(called), name=name)


def who_is_meant(mention: Mention, called: Sequence[Contact]) -> str:
    """Return what to say of a name in a plan file that several contacts bear, and how to settle it.

    `Two contacts are called Jan Novak: CFO · IT; contact_id says which`.
    """
    whose = labelled(one_name(called), joined(distinction(contact, called) for contact in called))
    return _("{whose}; {field} says which").format(whose=whose, field=mention.id_path.rpartition(".")[2])


def with_labels(preparation: Preparation, *, for_client: bool = False) -> Preparation:
    """Return the preparation with `Jan Novak, CFO` wherever it mentions one of several of that name.

    Only where the contact's id is known. The attendees stay: pages show them with their titles. With
    `for_client` nothing but titles is added.
    """
    contacts = preparation.client.contacts
    labels = {contact.id: contact_label(contact, contacts, for_client=for_client) for contact in contacts}
    for mention in mentions(preparation):
        holder = contact_of(mention.contact_id, contacts)
        if holder is not None and labels[holder.id] != holder.name and "attendees" not in mention.path:
            preparation = with_field(preparation, mention.path, labels[holder.id])
    return preparation


def _title(contact: Contact) -> str:
    return one_line(contact.title)


def _role(contact: Contact) -> str:
    return "" if contact.buying_role is None else _(contact.buying_role)


def _email(contact: Contact) -> str:
    return one_line(contact.email)


def _phone(contact: Contact) -> str:
    return one_line(contact.phone)


_FOR_CLIENT: tuple[Callable[[Contact], str], ...] = (_title,)
_FOR_US = (*_FOR_CLIENT, _role, _email, _phone)


def _labelled(name: str, words: str) -> str:
    return _("{name}, {distinction}").format(name=name, distinction=words) if words else name
