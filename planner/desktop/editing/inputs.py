"""What the binder may ask of an input, beside its USER property."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from typing import Protocol, runtime_checkable

from PySide6.QtWidgets import QWidget

from planner.desktop.editing.document import PlanDocument
from planner.model.client import Contact
from planner.model.fields import FieldType

LoadRow = Callable[[str], QWidget]
"""Gives the form of a row by its name: `problem` for forms/rows/problem.ui."""

_FOLLOWED: dict[tuple[type, type], bool] = {}
"""Whether the inputs of a class follow a protocol, by both."""


class _AskedOnce(type(Protocol)):  # type: ignore[misc]  # typing does not name the metaclass of protocols
    """Metaclass of protocols: each class is looked at once, with its first instance.

    A look takes 10 µs, and binding an input asks for nine protocols.
    """

    def __instancecheck__(cls, instance: object) -> bool:
        both = type(instance), cls
        if (follows := _FOLLOWED.get(both)) is None:
            follows = _FOLLOWED[both] = super().__instancecheck__(instance)
        return follows


@runtime_checkable
class Input(Protocol, metaclass=_AskedOnce):
    """An input: it is told what its field may hold, and has a USER property that notifies."""

    def configure(self, field_type: FieldType, /) -> None:
        """Take over what the field may hold: its choices and its bounds."""


@runtime_checkable
class CountsDays(Protocol, metaclass=_AskedOnce):
    """An input in which a day can be said as one near today: `tomorrow`, or without its year."""

    def count_from(self, today: Callable[[], dt.date], /) -> None:
        """Count such days from the day that `today` returns."""


@runtime_checkable
class OffersContacts(Protocol, metaclass=_AskedOnce):
    """An input that offers the contacts of the client."""

    def offer_contacts(self, contacts: Sequence[Contact]) -> None:
        """Offer those of these contacts who have a name, in place of those offered before."""


@runtime_checkable
class EditsOtherFields(Protocol, metaclass=_AskedOnce):
    """An input in which a person can say more than its own value, such as an amount's currency."""

    def companion_edits(self, read: Callable[[str], object], /) -> Mapping[str, object]:
        """Return values for other fields, by their path from the form or beside this field.

        `read` gives the value of a field as it was before the typing. Raises a PlannerError where
        what was typed does not go together with such a value.
        """


@runtime_checkable
class ReadsBeside(Protocol, metaclass=_AskedOnce):
    """An input that needs other fields to read its own text: the price's currency tells what a sign means."""

    def read_beside(self, read: Callable[[str], object], /) -> None:
        """Read other fields by `read` from now on, by their path from the form or beside this field.

        It gives a field's value as it was before the typing in this input began.
        """

    def look_beside(self, path: str, /) -> None:
        """Show what follows in this input, if anything, from a change of another field, at the form path."""


@runtime_checkable
class KeepsTyping(Protocol, metaclass=_AskedOnce):
    """An input whose value is kept together with the text it was typed as: `38*42*12` beside 19152."""

    as_typed: str
    """The text, "" where the value says it all."""

    def show_typing(self, text: str, /) -> None:
        """Show the value with the text it was typed as; "" shows the value alone."""


@runtime_checkable
class KeepsUnread(Protocol, metaclass=_AskedOnce):
    """An input whose text is read: it keeps what could not be read, and shows it again."""

    problem: str
    """What is told under the input, "" for nothing."""

    def unread(self) -> Mapping[str, str]:
        """Return by field the text that could not be read, "" where there is none.

        The key "" is the input's own field; other fields are named as in `companion_edits`.
        """

    def show_unread(self, texts: Mapping[str, str]) -> None:
        """Show these texts that could not be read, in place of those shown, without an edit.

        "" for a field shows its value again.
        """

    def refuse(self, problem: str) -> None:
        """Take the text as one that could not be read, for this reason, and show it."""


@runtime_checkable
class ShowsOtherFields(Protocol, metaclass=_AskedOnce):
    """An input that shows other fields beside its own, such as the day of a call without a time."""

    def companions(self) -> tuple[str, ...]:
        """Return the names of these fields, as in `companion_edits`."""

    def show_companion(self, name: str, value: object) -> None:
        """Show the value of one of them, after its own field was shown."""


@runtime_checkable
class HoldsRows(Protocol, metaclass=_AskedOnce):
    """An input for a whole list of the plan, which binds the inputs in its rows itself."""

    def attach(
        self, document: PlanDocument, path: str, load_row: LoadRow | None, *, row_by_row: bool = False
    ) -> None:
        """Show the list at the path and bind its rows; `load_row` gives a row's form where rows have one.

        With `row_by_row` no row is built yet: the caller has them built one after the other.
        """

    def refresh(self, path: str) -> None:
        """Show again what a change at the form path may have changed."""

    def problems(self) -> dict[str, str]:
        """Return the problem of each input in the rows whose text could not be read, by form path."""
