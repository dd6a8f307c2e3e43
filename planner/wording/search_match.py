"""Where in a plan a search matched: the field in words, and the bit of text around what was found."""

import re
import unicodedata
from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec

from planner.wording.field_words import path_in_words
from planner.wording.text import one_line

if TYPE_CHECKING:
    from planner.model.plan import Preparation

_MOST_BEFORE, _MOST_AFTER = 24, 80
"""So many characters of the text are kept around what matched: a line in a list is no longer."""


_IDS = re.compile(r"(^|[._])id$")


class SearchMatch(msgspec.Struct, frozen=True):
    """A field in words, and the bit of its text around what matched: `before`, `matched` and `after`.

    It is one line; what lies further off is left out, with `…` in its place.
    """

    field: str
    before: str
    matched: str
    after: str

    @property
    def text(self) -> str:
        """The bit of text around what matched: `before`, `matched` and `after` in one."""
        return f"{self.before}{self.matched}{self.after}"


def search_match(preparation: "Preparation", sought: str) -> SearchMatch | None:
    """Return where the first of the words sought that is in the plan or its client stands; None if none is.

    Client and title are in sight anyway: what else matches comes first. Words count as in the search, within
    longer ones and in any case.
    """
    words = _folded(sought)[0].split()
    in_sight = {"client.name", "call.title"}
    texts = sorted(_texts(preparation), key=lambda found: found[0] in in_sight)
    matches = (_match(path, text, word) for word in words for path, text in texts)
    return next((match for match in matches if match is not None), None)


def _match(path: str, text: str, word: str) -> SearchMatch | None:
    line = one_line(text)
    folded, places = _folded(line)
    at = folded.find(word)
    if at < 0:
        return None
    begins, ends = places[at], places[at + len(word) - 1] + 1
    before, after = line[:begins], line[ends:]
    if len(before) > _MOST_BEFORE:
        part = before[-_MOST_BEFORE:]
        before = f"…{part.partition(' ')[2] or part}"
    if len(after) > _MOST_AFTER:
        after = f"{after[:_MOST_AFTER]}…"
    return SearchMatch(path_in_words(path), before, line[begins:ends], after)


def _folded(text: str) -> tuple[str, list[int]]:
    """Return the text as the search compares it, and for each of its characters the place in the text."""
    parts = [unicodedata.normalize("NFKC", character).casefold() for character in text]
    places = [place for place, part in enumerate(parts) for _ in part]
    return "".join(parts), places


def _texts(preparation: "Preparation") -> Iterator[tuple[str, str]]:
    """Yield every text of a plan and its client but ids, with its form path, rows counted from 1."""
    plan = preparation.plan
    for attribute, name in zip(plan.__struct_fields__, plan.__struct_encode_fields__, strict=True):
        yield from _inside(name, getattr(plan, attribute))
    yield from _inside("client", preparation.client)


def _inside(path: str, value: object) -> Iterator[tuple[str, str]]:
    if isinstance(value, msgspec.Struct):
        for attribute, name in zip(value.__struct_fields__, value.__struct_encode_fields__, strict=True):
            yield from _inside(f"{path}.{name}", getattr(value, attribute))
    elif isinstance(value, tuple):
        for at, part in enumerate(value, start=1):
            yield from _inside(f"{path}[{at}]", part)
    elif type(value) is str and value.strip() and not _IDS.search(path):
        yield path, value
