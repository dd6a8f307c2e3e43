"""A contact taken out of a client and its plans: the row, each mention, and where texts still tell."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from planner.model.names import name_key
from planner.model.text_at_path import TextAtPath, after_remove
from planner.store.plain_documents import PlainDocument, rows_in, text_in, with_each_part

_MENTIONS = ("contact", "actor", "who", "confirmed_by", "with_whom")
"""The fields that hold the name of a contact; beside each but the `who` of a follow-up may stand an id."""
_ATTENDEES = "call.attendees"
_SHORTEST = 3


class ErasedPerson:
    """Who is erased: known by id, by every name borne or typed with that id, by e-mail address and phone.

    A name that another contact of the client bears too does not mean the person; an id alone does then.
    `mentions` counts the places blanked so far.
    """

    def __init__(self, contact: PlainDocument, client: PlainDocument) -> None:
        self.id = text_in(contact, "id")
        self.mentions = 0
        others = [row for row in rows_in(client, "contacts") if row.get("id") != self.id]
        self._other_ids = {text_in(row, "id") for row in others} - {""}
        self._other_names = {name_key(text_in(row, "name")) for row in others} - {""}
        self._names: set[str] = set()
        self._words: set[str] = set()
        self._addresses: set[str] = set()
        self.know(contact)

    def know(self, contact: PlainDocument) -> None:
        """Learn the person's name, e-mail address and phone number from this row of contacts."""
        self._learn(text_in(contact, "name"))
        self._addresses |= {text_in(contact, name).strip() for name in ("email", "phone")} - {""}

    def meet(self, document: PlainDocument) -> None:
        """Learn every name the person bears in a client's or plan's document.

        A row of contacts with their id is learnt as `know` does.
        """
        for row in rows_in(document, "contacts"):
            if row.get("id") == self.id:
                self.know(row)

        def met(part: PlainDocument) -> PlainDocument:
            for name in _MENTIONS:
                if part.get(f"{name}_id") == self.id:
                    self._learn(text_in(part, name))
            return part

        with_each_part(document, met)

    def out_of_client(self, client: PlainDocument) -> PlainDocument:
        """Return a client's document without the person's row, and without their name beside touches."""
        rows = client.get("contacts")
        if isinstance(rows, list):
            for at in reversed(range(len(rows))):
                if isinstance(rows[at], dict) and self._is_row(rows[at]):
                    client = _without_row(client, "contacts", at)
        return self._without_mentions(client)

    def out_of_plan(self, plan: PlainDocument) -> PlainDocument:
        """Return a plan's document with every mention blank; an attendee of whom nothing is left goes."""
        plan = self._without_mentions(plan)
        call = plan.get("call")
        attendees = call.get("attendees") if isinstance(call, dict) else None
        if isinstance(call, dict) and isinstance(attendees, list):
            for at in reversed(range(len(attendees))):
                if attendees[at] == {}:
                    plan = _without_row(plan, _ATTENDEES, at)
        return plan

    def named_in(self, document: PlainDocument, path: str = "") -> Iterator[str]:
        """Yield the paths, rows numbered, of the texts in a document that still name the person.

        By a name, a word of one, an e-mail address or a phone number.
        """
        for name, value in document.items():
            yield from self._named_at(value, f"{path}.{name}" if path else name)

    def _named_at(self, value: Any, path: str) -> Iterator[str]:
        if isinstance(value, dict):
            yield from self.named_in(value, path)
        elif isinstance(value, list):
            for at, row in enumerate(value):
                yield from self._named_at(row, f"{path}[{at}]")
        elif isinstance(value, str) and self._is_in(value):
            yield path

    def _is_in(self, text: str) -> bool:
        key = name_key(text)
        if any(_has_words(key, name) for name in self._names) or any(one in text for one in self._addresses):
            return True
        return any(_has_words(text, word) for word in self._words)

    def _learn(self, name: str) -> None:
        """Learn a name, and the words of it that may stand for it in a text: Kim, neither kim nor van."""
        if key := name_key(name):
            self._names.add(key)
            self._words |= {word for word in name.split() if len(word) >= _SHORTEST and not word.islower()}

    def _is_row(self, row: PlainDocument) -> bool:
        row_id = text_in(row, "id")
        return row_id == self.id or (row_id not in self._other_ids and self._bears(text_in(row, "name")))

    def _bears(self, name: str) -> bool:
        """Whether a name without an id can only be this person's."""
        key = name_key(name)
        return key in self._names and key not in self._other_names

    def _without_mentions(self, document: PlainDocument) -> PlainDocument:
        changed: PlainDocument = with_each_part(document, self._without_mention)
        return changed

    def _without_mention(self, part: PlainDocument) -> PlainDocument:
        for name in _MENTIONS:
            named_id = part.get(f"{name}_id", "")
            by_name = named_id not in self._other_ids and self._bears(text_in(part, name))
            if named_id == self.id or by_name:
                self.mentions += 1
                part = {key: value for key, value in part.items() if key not in {name, f"{name}_id"}}
        return part


def _without_row(document: PlainDocument, rows: str, at: int) -> PlainDocument:
    """Return a document without a row of the list at the path; what is kept by path moves along."""
    changed = _at_path(document, rows.split("."), at)
    for texts in ("unread", "as_typed"):
        try:
            kept = msgspec.convert(changed.get(texts, []), tuple[TextAtPath, ...])
        except msgspec.ValidationError:
            continue
        if kept:
            changed = {**changed, texts: msgspec.to_builtins(after_remove(kept, rows, at))}
    carried = changed.get("carried")
    if isinstance(carried, dict) and isinstance(carried.get("paths"), list):
        changed = {**changed, "carried": {**carried, "paths": _paths(carried["paths"], rows, at)}}
    return changed


def _at_path(document: PlainDocument, names: list[str], at: int) -> PlainDocument:
    name, *inner = names
    held = document[name]
    left = _at_path(held, inner, at) if inner else [*held[:at], *held[at + 1 :]]
    return {**document, name: left}


def _paths(paths: Iterable[object], rows: str, at: int) -> list[str]:
    marks = tuple(TextAtPath(path=path) for path in paths if isinstance(path, str))
    return [mark.path for mark in after_remove(marks, rows, at)]


def _has_words(text: str, words: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text) is not None
