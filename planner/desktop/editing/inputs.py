"""What the binder may ask of an input, beside its USER property."""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Protocol, runtime_checkable

from PySide6.QtWidgets import QWidget

from planner.desktop.editing.document import PlanDocument
from planner.model.fields import FieldType

LoadRow = Callable[[str], QWidget]
"""Gives the form of a row by its name: `problem` for forms/rows/problem.ui."""


@runtime_checkable
class Input(Protocol):
    """An input: it is told what its field may hold, and has a USER property that notifies."""

    def configure(self, field_type: FieldType, /) -> None:
        """Take over what the field may hold: its choices and its bounds."""


@runtime_checkable
class CountsDays(Protocol):
    """An input in which a day can be said as one near today: `tomorrow`, or without its year."""

    def count_from(self, today: Callable[[], dt.date], /) -> None:
        """Count such days from the day that `today` returns."""


@runtime_checkable
class OffersContacts(Protocol):
    """An input that offers the contacts of the client."""

    def offer_contacts(self, names: list[str]) -> None:
        """Offer these names in place of those offered before."""


@runtime_checkable
class EditsOtherFields(Protocol):
    """An input in which a person can say more than its own value, such as an amount's currency."""

    def companion_edits(self, read: Callable[[str], object], /) -> Mapping[str, object]:
        """Return values for other fields, by their path from the form or beside this field.

        `read` gives the value of a field as it was before the typing. Raises a PlannerError where
        what was said does not go together with it.
        """


@runtime_checkable
class TellsProblems(Protocol):
    """An input that can show a problem under itself."""

    def show_error(self, problem: str) -> None:
        """Show the problem under the input; "" takes it away."""


@runtime_checkable
class HoldsRows(Protocol):
    """An input for a whole list of the plan, which binds the inputs in its rows itself."""

    def attach(
        self, document: PlanDocument, path: str, load_row: LoadRow | None, *, row_by_row: bool = False
    ) -> None:
        """Show the list at the path and bind its rows; `load_row` gives a row's form where rows have one.

        With `row_by_row` the rows are left to who asks for one after the other.
        """

    def refresh(self, path: str) -> None:
        """Show again what a change at the form path may have changed."""

    def problems(self) -> dict[str, str]:
        """Return the problem of each input in the rows whose text could not be read, by form path."""
