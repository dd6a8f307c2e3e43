"""A person typed in one go: `Anna Berg, CFO` is a contact with a title."""

import re
from collections.abc import Sequence
from enum import Enum

import msgspec
from msgspec.structs import replace

from planner.model.client import Contact
from planner.model.names import name_key, same_name
from planner.model.same_text import same_text

_PARTED = re.compile(r"(?P<name>[^,;(]+?)\s*(?:[,;]|\s[–—-]\s|\()\s*(?P<title>.+?)\)?\s*")


class PersonTyped(msgspec.Struct, frozen=True):
    """Who was meant: the name to refer to them by, and the client's contacts.

    Where a title was typed, the contacts have that person with it, and `contact_id` is theirs; where the name
    alone was typed, the contacts are unchanged and `contact_id` is "".
    While `conflict` is there, nobody is meant yet: the name is the text as typed.
    """

    name: str
    contacts: tuple[Contact, ...]
    contact_id: str = ""
    conflict: "TitleConflict | None" = None


class TitleConflict(msgspec.Struct, frozen=True):
    """A title typed behind the name of a contact who has another one."""

    contact: Contact
    title: str


class TitleMeaning(Enum):
    """What a title means that is typed behind the name of a contact who has another one."""

    NEW_TITLE = "new title"
    SOMEBODY_ELSE = "somebody else"


def person_typed(
    text: str, contacts: Sequence[Contact], *, new_contact_id: str = "", meaning: TitleMeaning | None = None
) -> PersonTyped:
    """Return who is meant by a name with a title behind it: `Anna Berg, CFO`, `Anna Berg (CFO)`.

    The contact of that name (of several, the one with that title), or the only one of whose name it is a
    part, is used and gets the title if it has none; another title than its own is a conflict until its
    `meaning` is said. Without such a contact there is a new one with the id given. A name alone changes no
    contact. `Berg, Anna` is the contact Anna Berg, if there is one.
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
    if at is not None and _has_another_title(known[at], title):
        if meaning is None:
            return PersonTyped(text, known, conflict=TitleConflict(known[at], title))
        if meaning is TitleMeaning.SOMEBODY_ELSE:
            at = None
    if at is None:
        added = Contact(id=new_contact_id, name=name, title=title)
        return PersonTyped(name, (*known, added), new_contact_id)
    titled = known[at] if same_text(known[at].title, title) else replace(known[at], title=title)
    return PersonTyped(titled.name, (*known[:at], titled, *known[at + 1 :]), titled.id)


def _has_another_title(contact: Contact, title: str) -> bool:
    return bool(contact.title.strip()) and not same_text(contact.title, title)


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
