"""Finding plans by the words in them, fast enough for every keystroke."""

import unicodedata
from collections.abc import Iterable, Iterator

import msgspec


class SearchIndex:
    """Which plans hold which words.

    Each word maps to a whole number with one bit for each plan that holds it. A query looks
    through the different words, of which there are far fewer than text.
    """

    def __init__(self) -> None:
        self._plans_with: dict[str, int] = {}
        self._places: dict[str, int] = {}

    def put(self, plan_id: str, documents: Iterable[bytes | msgspec.Raw]) -> None:
        """Index a plan by all texts of its encoded documents, in place of what it held before."""
        known = plan_id in self._places
        bit = 1 << self._places.setdefault(plan_id, len(self._places))
        if known:
            self._forget(bit)
        plans_with = self._plans_with
        text = "\n".join(text for document in documents for text in texts_in(document))
        for word in set(_words(text)):
            plans_with[word] = plans_with.get(word, 0) | bit

    def matching(self, text: str) -> set[str]:
        """Return the ids of the plans that hold every word of the text, within longer words too."""
        found = (1 << len(self._places)) - 1
        for sought in _words(text):
            holding = 0
            for plans in [plans for word, plans in self._plans_with.items() if sought in word]:
                holding |= plans
            found &= holding
        return {plan_id for plan_id, place in self._places.items() if found >> place & 1}

    def _forget(self, bit: int) -> None:
        for word, plans in list(self._plans_with.items()):
            if plans == bit:
                del self._plans_with[word]
            elif plans & bit:
                self._plans_with[word] = plans ^ bit


def texts_in(document: bytes | msgspec.Raw) -> Iterator[str]:
    """Yield every text in an encoded document but its ids."""
    fields = msgspec.json.decode(document)
    yield from _texts(value for name, value in fields.items() if name not in {"id", "client_id"})


def _texts(values: Iterable[object]) -> Iterator[str]:
    for value in values:
        if isinstance(value, str):
            yield value
        elif isinstance(value, dict):
            yield from _texts(value.values())
        elif isinstance(value, list):
            yield from _texts(value)


def _words(text: str) -> list[str]:
    return unicodedata.normalize("NFKC", text).casefold().split()
