"""The rows of a plan's list that a field shows."""

from collections.abc import Callable
from typing import Any

from planner.desktop.editing.document import PlanDocument


class ListedRows:
    """Those rows of a list of the plan that a field shows, in their order; none until it is attached.

    `places_in` returns the places of these rows in the whole list. A row is called by its place among those
    shown, from 0.
    """

    def __init__(self, places_in: Callable[[tuple[Any, ...]], list[int]]) -> None:
        self.rows: tuple[Any, ...] = ()
        self.path = ""
        self._places_in = places_in
        self._places: list[int] = []
        self._document: PlanDocument | None = None

    def attach(self, document: PlanDocument, path: str) -> None:
        """Take rows from the list at the form path; `read` does that."""
        self._document, self.path = document, path

    @property
    def document(self) -> PlanDocument:
        """What the plan is read from and changed through; there is one once it is attached."""
        assert self._document is not None
        return self._document

    def read(self) -> bool:
        """Read the rows anew; return whether their places in the list are others now."""
        listed = self.document.read(self.path)
        places = self._places_in(listed)
        moved, self._places = places != self._places, places
        self.rows = tuple(listed[place] for place in places)
        return moved

    def place_of(self, at: int) -> int:
        """Return the place in the plan's list of the row `at`; behind them all, of a new one."""
        return self._places[at] if at < len(self._places) else len(self.document.read(self.path))

    def path_of(self, at: int) -> str:
        """Return the form path of the row `at`; behind them all, of a new one."""
        return f"{self.path}[{self.place_of(at)}]"

    def insert(self, at: int, row: object, words: str) -> None:
        """Put a row before row `at`, None for a blank one; `words` is what the undo step is called."""
        self.document.insert_row(self.path, self.place_of(at), row, words=words)

    def remove(self, at: int, words: str) -> None:
        """Take row `at` out; `words` is what the undo step is called."""
        self.document.remove_row(self.path, self._places[at], words=words)

    def move(self, at: int, to: int, words: str) -> None:
        """Move row `at` to the place of row `to`; `words` is what the undo step is called."""
        self.document.move_row(self.path, self._places[at], self._places[to], words=words)
