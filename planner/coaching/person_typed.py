"""A person typed in one go: `Anna Berg, CFO` is a contact with a title."""

import re
from collections.abc import Sequence

import msgspec
from msgspec.structs import replace

from planner.model.client import Contact
from planner.model.names import name_key, same_name
from planner.model.same_text import same_text

_PARTED = re.compile(r"(?P<name>[^,;(]+?)\s*(?:[,;]|\s[–—-]\s|\()\s*(?P<title>.+?)\)?\s*")


class PersonTyped(msgspec.Struct, frozen=True):
    """Who was meant: the name to refer to them by, and the client's contacts with them among these."""

    name: str
    contacts: tuple[Contact, ...]


def person_typed(text: str, contacts: Sequence[Contact], *, new_contact_id: str = "") -> PersonTyped:
    """Return who is meant by a name with a title behind it: `Anna Berg, CFO`, `Anna Berg (CFO)`.

    A contact of that name, or the one of whose name it is a part, is used and gets the title; else there is a
    new contact with the id given. A name alone changes no contact. `Berg, Anna` is the contact Anna Berg, if
    there is one.
    """
    known = tuple(contacts)
    turned = [contact.name for contact in known if _same_words(contact.name, text)]
    if len(turned) == 1:
        return PersonTyped(turned[0], known)
    parted = _PARTED.fullmatch(text.strip())
    if parted is None:
        return PersonTyped(text, known)
    name, title = parted["name"].strip(), parted["title"].strip()
    at = _place(name, title, known)
    if at is None:
        return PersonTyped(name, (*known, Contact(id=new_contact_id, name=name, title=title)))
    titled = replace(known[at], title=title)
    return PersonTyped(titled.name, (*known[:at], titled, *known[at + 1 :]))


def _place(name: str, title: str, contacts: tuple[Contact, ...]) -> int | None:
    """Return the place of the one contact of that name, or of the one of whose name it is a part.

    Of several of that name it is the one with that title; None if that leaves more than one, or none.
    """
    words = set(name_key(name).split())
    namesakes = [at for at, contact in enumerate(contacts) if same_name(contact.name, name)]
    if len(namesakes) > 1:
        namesakes = [at for at in namesakes if same_text(contacts[at].title, title)]
        return namesakes[0] if len(namesakes) == 1 else None
    alike = [at for at, contact in enumerate(contacts) if words <= set(name_key(contact.name).split())]
    found = namesakes or alike
    return found[0] if len(found) == 1 else None


def _same_words(name: str, text: str) -> bool:
    words = name_key(text.replace(",", " ")).split()
    return bool(words) and sorted(words) == sorted(name_key(name).split())
