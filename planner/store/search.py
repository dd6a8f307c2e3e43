"""Finding plans and clients by the words in them, fast enough for every keystroke."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from itertools import compress

import msgspec

from planner.model.fields import leaf_fields
from planner.model.part import holds_an_id
from planner.model.plan import Preparation

_NAMES = {field.path.rpartition(".")[2] for field in leaf_fields(Preparation)}
_NOT_SOUGHT = frozenset({"path", "paths", *filter(holds_an_id, _NAMES)})
"""Fields of documents that hold ids and the paths of fields: no text that a person knows."""
_NO_YES = bytes.maketrans(b"01", b"\x00\x01")


class SearchIndex:
    """Finds the plans that hold every word of a text.

    Each different word is kept once, with a whole number that has one bit for each plan that holds it:
    a query looks through these words, far fewer than stand in the texts.
    """

    def __init__(self) -> None:
        self._plans_with: dict[str, int] = {}
        self._places: dict[str, int] = {}

    def put(self, plans: Mapping[str, Iterable[bytes | msgspec.Raw]]) -> None:
        """Index plans by all texts of their encoded documents, in place of what they held before.

        Many at once take far less time than one after the other.
        """
        self._forget(plans)
        first = len(self._places)
        plans_with: dict[str, int] = {}
        for plan_id, documents in plans.items():
            bit = 1 << self._places.setdefault(plan_id, len(self._places))
            text = "\n".join(text for document in documents for text in texts_in(document))
            if bit >> first:  # a small number, made large only once all of these plans are in it
                bit, here = bit >> first, plans_with
            else:
                here = self._plans_with
            for word in set(_words(text)):
                here[word] = here.get(word, 0) | bit
        for word, some in plans_with.items():
            self._plans_with[word] = self._plans_with.get(word, 0) | some << first

    def matching(self, text: str) -> set[str]:
        """Return the ids of the plans that hold every word of the text; all of them for a blank text.

        A word counts within longer ones, and in any case.
        """
        everywhere = found = (1 << len(self._places)) - 1
        for sought in _words(text):
            holding = 0
            for plans in [plans for word, plans in self._plans_with.items() if sought in word]:
                holding |= plans
            found &= holding
        if found == everywhere:
            return set(self._places)
        return set(compress(self._places, f"{found:b}".encode().translate(_NO_YES)[::-1]))

    def _forget(self, plan_ids: Iterable[str]) -> None:
        gone = sum(1 << self._places[plan_id] for plan_id in plan_ids if plan_id in self._places)
        if not gone:
            return
        for word, plans in list(self._plans_with.items()):
            if plans & gone:
                left = plans & ~gone
                if left:
                    self._plans_with[word] = left
                else:
                    del self._plans_with[word]


def texts_in(document: bytes | msgspec.Raw) -> Iterator[str]:
    """Yield every text in an encoded document, except ids and the paths of fields."""
    yield from _texts([msgspec.json.decode(document)])


def _texts(values: Iterable[object]) -> Iterator[str]:
    for value in values:
        if isinstance(value, str):
            yield value
        elif isinstance(value, dict):
            yield from _texts(inner for name, inner in value.items() if name not in _NOT_SOUGHT)
        elif isinstance(value, list):
            yield from _texts(value)


def _words(text: str) -> list[str]:
    return unicodedata.normalize("NFKC", text).casefold().split()
