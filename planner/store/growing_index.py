"""A search index that takes in what changed when it is next asked."""

import threading
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from planner.store.search import SearchIndex

INDEXED_AT_ONCE = 500


class GrowingIndex:
    """Finds by their words what has the ids given, reading documents only once they are first searched.

    `documents_of` returns the encoded documents of an id, [] if it is no more.
    """

    def __init__(self, documents_of: Callable[[str], list[msgspec.Raw]], ids: Iterable[str]) -> None:
        self._documents_of = documents_of
        self._waiting = set(ids)
        self._index: SearchIndex | None = None
        self._indexing = threading.Lock()

    def note(self, ids: Iterable[str]) -> None:
        """Have these read again before the next search: their documents changed."""
        self._waiting.update(ids)

    def forget(self, ids: Iterable[str]) -> None:
        """Have these not read before the next search: they were removed. What was read of them stays."""
        self._waiting.difference_update(ids)

    def begin_anew(self, ids: Iterable[str]) -> None:
        """Drop every word there is, and have only these read before the next search."""
        with self._indexing:
            self._index = None
            self._waiting = set(ids)

    def matching(self, text: str) -> set[str]:
        """Return the ids with every word of the text, all for a blank one; the first time is slow."""
        with self._indexing:
            return self._up_to_date().matching(text)

    def _up_to_date(self) -> "SearchIndex":
        """Return the index with all that waited for it; `_indexing` is held."""
        from planner.store.search import SearchIndex  # noqa: PLC0415 -- not at the start

        if self._index is None:
            self._index = SearchIndex()
        while self._waiting:
            some = [self._waiting.pop() for _ in range(min(len(self._waiting), INDEXED_AT_ONCE))]
            self._index.put({each: self._documents_of(each) for each in some})
        return self._index
