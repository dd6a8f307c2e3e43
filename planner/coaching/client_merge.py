"""Two records of one client made one: nothing that either says is lost."""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from enum import Enum
from typing import TypeVar

import msgspec
from msgspec.structs import replace

from planner.coaching.promises import same_promise
from planner.model.client import Client, Contact, NewsItem, Promise
from planner.model.errors import FieldError
from planner.model.fields import read_field
from planner.model.names import same_name
from planner.model.part import Part, holds_an_id
from planner.model.same_text import same_text, text_key
from planner.model.text_at_path import TextAtPath, text_at, with_text
from planner.model.touch import Touch
from planner.translation import _
from planner.wording.field_words import field_in_words

R = TypeVar("R", bound=Part)

_ROWS = ("contacts", "touches", "promises", "news")
_NOT_COMPARED = {*_ROWS, "notes", "unread", "archived", "dream_rank"}
_ROW_PATH = re.compile(r"(\w+)\[(\d+)\](.*)", re.DOTALL)


class UnitedClient(msgspec.Struct, frozen=True):
    """One client made of two. `contact_ids` has the id each person of the other bears now, by the former id.

    Of the other's contacts, `united` counts who is one person with a contact of the kept one, `added` the
    rest. `noted` names, in words and each once, the fields of the other that stand among the notes.
    """

    client: Client
    contact_ids: Mapping[str, str]
    united: int
    added: int
    noted: tuple[str, ...]


def united(kept: Client, other: Client, heading: str) -> UnitedClient:
    """Return `kept` with all that `other` has.

    Blank fields are filled. Where both say something and differ, the kept one's stays, and the other's goes
    into the notes under `heading`, with the name of its field. Archived only if both are. Rows of one id are
    one, and so are two contacts (and no more) of one name whose titles and e-mail addresses do not differ, a
    promise or piece of news told twice, and a touch noted twice; all others stand beside each other.
    """
    return _Union(kept, other).run(heading)


def with_blanks_filled(here: R, there: R) -> R:
    """Return a row with what only another record of it says; what differs stays as it is here.

    A touch that was done gets no other day or moment, nor the id of somebody of another name.
    """
    names = (name for name in here.__struct_fields__ if _is_free(here, there, name))
    return replace(here, **{name: getattr(there, name) for name in names})


class _Union:
    """The rows of one client as they are joined, and what is to be noted of the other."""

    def __init__(self, kept: Client, other: Client) -> None:
        self._kept = kept
        self._other = other
        self._lines: list[str] = []
        self._noted: list[str] = []
        self._places: dict[str, dict[int, int]] = {}

    def run(self, heading: str) -> UnitedClient:
        kept, other = self._kept, self._other
        client = replace(kept, archived=kept.archived if other.archived else other.archived)
        client = replace(client, dream_rank=kept.dream_rank or other.dream_rank)
        client = self._filled(client, other, path="", label="")
        contacts = self._joined("contacts", kept.contacts, other.contacts)
        contact_ids = {
            contact.id: contacts[self._places["contacts"][at]].id
            for at, contact in enumerate(other.contacts)
            if contact.id
        }
        touched = tuple(
            replace(touch, with_whom_id=contact_ids.get(touch.with_whom_id, touch.with_whom_id))
            for touch in other.touches
        )
        client = replace(
            client,
            contacts=contacts,
            touches=self._joined("touches", kept.touches, touched),
            promises=self._joined("promises", kept.promises, other.promises),
            news=self._joined("news", kept.news, other.news),
        )
        client = self._with_unread(client)
        added = len(contacts) - len(kept.contacts)
        return UnitedClient(
            replace(client, notes=self._notes(heading)),
            contact_ids,
            len(other.contacts) - added,
            added,
            tuple(dict.fromkeys(self._noted)),
        )

    def _joined(self, rows: str, kept: tuple[R, ...], others: tuple[R, ...]) -> tuple[R, ...]:
        """Return the kept rows, filled from those of the other that are the same, and the other's rest."""
        joined = list(kept)
        places = self._places[rows] = _places(kept, others)
        for at, row in enumerate(others):
            if at in places:
                place = places[at]
                label = _row_in_words(joined[place])
                joined[place] = self._filled(joined[place], row, path=f"{rows}[{place}].", label=label)
            else:
                places[at] = len(joined)
                joined.append(row)
        return tuple(joined)

    def _filled(self, here: R, there: R, *, path: str, label: str) -> R:
        """Return a part with what only the other says; what both say and differ in is noted."""
        filled: dict[str, object] = {}
        for name, shown in zip(here.__struct_fields__, here.__struct_encode_fields__, strict=True):
            theirs = getattr(there, name)
            if (isinstance(here, Client) and name in _NOT_COMPARED) or theirs in ("", None):
                continue
            is_free = _is_free(here, there, name) and not text_at(self._kept.unread, f"{path}{shown}")
            if is_free:
                filled[name] = theirs
            elif not holds_an_id(name) and not _says_the_same(name, here, there):
                self._note(label, field_in_words(shown), theirs)
        return replace(here, **filled)

    def _note(self, label: str, field: str, value: object) -> None:
        what = _("{whose}, {field}").format(whose=label, field=field) if label else field
        self._noted.append(what)
        self._lines.append(_("{field}: {value}").format(field=what, value=_in_words(value)))

    def _with_unread(self, client: Client) -> Client:
        texts = client.unread
        for kept in self._other.unread:
            path = self._path_now(kept)
            try:
                is_free = bool(path) and read_field(client, path) in (None, "") and not text_at(texts, path)
            except FieldError:  # damaged by hand
                is_free = False
            if is_free:
                texts = with_text(texts, path, kept.text)
            elif text_at(texts, path) != kept.text:
                self._note("", field_in_words(kept.path), kept.text)
        return replace(client, unread=texts)

    def _path_now(self, kept: TextAtPath) -> str:
        """Return where the field of the other stands now; "" if it is in no row that is known."""
        if (match := _ROW_PATH.fullmatch(kept.path)) is None:
            return kept.path
        place = self._places.get(match[1], {}).get(int(match[2]))
        return "" if place is None else f"{match[1]}[{place}]{match[3]}"

    def _notes(self, heading: str) -> str:
        """Return the kept notes, and under the heading what was noted and the other's notes."""
        ours, theirs = self._kept.notes, self._other.notes.strip()
        if theirs and theirs not in ours:
            self._noted.append(field_in_words("notes"))
            self._lines.append(theirs)
        lines = [line for line in self._lines if line not in ours]
        return "\n\n".join(filter(None, (ours.rstrip(), "\n".join((heading, *lines))))) if lines else ours


def _places(kept: Sequence[Part], others: Sequence[Part]) -> dict[int, int]:
    """Return which row of the other is which of the kept ones, by place; no two are the same one."""
    places: dict[int, int] = {}
    for same in (_is_of_one_id, _are_alike):
        free = [place for place in range(len(kept)) if place not in places.values()]
        left = [at for at in range(len(others)) if at not in places]
        candidates = {at: [place for place in free if same(kept[place], others[at])] for at in left}
        for at, found in candidates.items():
            told_apart = isinstance(others[at], Contact) and (
                len(found) > 1 or sum(found[:1] == rivals[:1] for rivals in candidates.values()) > 1
            )
            fresh = [place for place in found if place not in places.values()]
            if fresh and not told_apart:  # of namesakes nobody knows who is meant
                places[at] = fresh[0]
    return places


def _is_of_one_id(one: Part, other: Part) -> bool:
    return bool(getattr(one, "id", "")) and getattr(one, "id", "") == getattr(other, "id", "")


def _are_alike(one: Part, other: Part) -> bool:
    """Whether two rows are of one person, touch, promise or piece of news, though their ids differ."""
    match one, other:
        case Contact(), Contact():
            mails = {contact.email.strip().casefold() for contact in (one, other)} - {""}
            titles = {text_key(contact.title) for contact in (one, other)} - {""}
            return same_name(one.name, other.name) and len(mails) < 2 and len(titles) < 2
        case Touch(), Touch():
            says = one.value_offered.strip() or one.note.strip()
            return bool(says) and replace(one, id="", sequence_id="") == replace(other, id="", sequence_id="")
        case Promise(), Promise():
            days = (_agree(one, other, name) for name in ("due", "kept_on", "from_plan"))
            return bool(one.text.strip()) and same_promise(one, other) and all(days)
        case NewsItem(), NewsItem():
            rest = (_agree(one, other, name) for name in ("date", "source"))
            return bool(one.text.strip()) and same_text(one.text, other.text) and all(rest)
    return False


def _agree(one: Part, other: Part, name: str) -> bool:
    """Whether a field says the same in both, or nothing in one of them."""
    return len({getattr(one, name), getattr(other, name)} - {"", None}) < 2


def _is_free(here: Part, there: Part, name: str) -> bool:
    """Whether a field is blank here and may be filled from there.

    Of a touch's day and moment only one is given, and an id goes with the name beside it.
    """
    if getattr(here, name) not in ("", None):
        return False
    if isinstance(here, Touch) and isinstance(there, Touch):
        if name in {"done_on", "done_at"}:
            return here.day_done is None
        if name == "with_whom_id":
            return not here.with_whom.strip() or same_name(here.with_whom, there.with_whom)
    return True


def _says_the_same(name: str, here: Part, there: Part) -> bool:
    ours, theirs = getattr(here, name), getattr(there, name)
    if name == "done_on" and isinstance(here, Touch):
        return bool(here.day_done == theirs)
    if isinstance(ours, str) and isinstance(theirs, str) and not isinstance(ours, Enum):
        if isinstance(here, Contact) and name == "name" and same_name(ours, theirs):
            return True
        return ours.split() == theirs.split()
    return bool(ours == theirs)


def _row_in_words(row: Part) -> str:
    """Return what to call a row where a field of it is noted."""
    match row:
        case Contact():
            return row.name.strip() or field_in_words("contact")
        case Touch():
            day = row.day_done or row.planned_on
            return _("touch of {day}").format(day=day.isoformat()) if day else _("touch")
        case Promise() | NewsItem():
            return f"“{row.text.strip()}”"
    return ""


def _in_words(value: object) -> str:
    match value:
        case bool():
            return _("yes") if value else _("no")
        case Enum():
            return _(str(value.value))
        case dt.datetime():
            return f"{value:%Y-%m-%d %H:%M}"
    return str(value).strip()
