"""Texts that could not be read, beside their fields.

The plan holds those of its own fields and the client those of its, so a text goes where its field goes.
A field without a readable text is blank (a day keeps what it was): what counts is said here, too.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

import msgspec
from msgspec import inspect

from planner.model.client import Client
from planner.model.errors import FieldError
from planner.model.fields import field_type, read_field, steps_of, with_field
from planner.model.part import Part
from planner.model.plan import Plan, Preparation, absolute_path
from planner.model.text_at_path import TextAtPath, Texts, text_at, with_text
from planner.model.values import same_value

P = TypeVar("P", Client, Plan)

_CLIENT, _PLAN = "client.", "plan."
_SAID_WITH = (("plan.call.day", "plan.call.starts"), (".done_on", ".done_at"))
"""How the path of a day's field ends, and that of the field for its moment.

A text for the one would have been part of the other.
"""
_READ_TYPES = (inspect.DecimalType, inspect.IntType, inspect.DateType, inspect.DateTimeType)


def unread_at(preparation: Preparation, path: str) -> str:
    """Return the text that could not be read in the field at the form path, "" if there is none."""
    absolute = absolute_path(path)
    if absolute.startswith(_CLIENT):
        return text_at(preparation.client.unread, absolute.removeprefix(_CLIENT))
    return text_at(preparation.plan.unread, absolute.removeprefix(_PLAN))


def unread_texts(preparation: Preparation) -> tuple[TextAtPath, ...]:
    """Return every text that could not be read, the plan's and then the client's, each with its form path."""
    of_client = (
        TextAtPath(path=f"{_CLIENT}{kept.path}", text=kept.text) for kept in preparation.client.unread
    )
    return (*preparation.plan.unread, *of_client)


def with_unread(preparation: Preparation, path: str, text: str) -> Preparation:
    """Return the preparation with the unread text of the field at the form path replaced; "" drops it."""
    absolute = absolute_path(path)
    if absolute.startswith(_CLIENT):
        client = preparation.client
        texts = with_text(client.unread, absolute.removeprefix(_CLIENT), text)
        if texts is client.unread:
            return preparation
        return msgspec.structs.replace(preparation, client=msgspec.structs.replace(client, unread=texts))
    plan = preparation.plan
    texts = with_text(plan.unread, absolute.removeprefix(_PLAN), text)
    if texts is plan.unread:
        return preparation
    return msgspec.structs.replace(preparation, plan=msgspec.structs.replace(plan, unread=texts))


def takes_text(part: Part, path: str) -> bool:
    """Whether the field at the path, of a plan or client, is one into which a text is typed and read.

    Such are numbers, days, moments and currencies, and the client's name: what is typed over it waits for an
    answer. Never a field that the program keeps (`Fixed`). FieldError if there is no such field or row.
    """
    described = field_type(type(part), path)
    read_field(part, path)
    if described.fixed:
        return False
    if isinstance(described.type, inspect.StrType):
        return path.endswith(("currency", "exchange.from", "exchange.to")) or _is_name(part, path)
    return isinstance(described.type, _READ_TYPES)


def _is_name(part: Part, path: str) -> bool:
    return isinstance(part, Client) and path == "name"


def same_unread(one: Preparation, other: Preparation) -> bool:
    """Whether the same texts could not be read in both."""
    return one.plan.unread == other.plan.unread and one.client.unread == other.client.unread


_TEXTS_OF: dict[type[Part], tuple[str, ...]] = {Client: ("unread",), Plan: ("unread", "as_typed")}


def with_texts_moved(preparation: Preparation, rows: str, move: Callable[[Texts, str], Texts]) -> Preparation:
    """Return the preparation with the texts beside the fields of a list's rows as `move` returns them.

    `rows` is the list's form path. `move` is given the texts of the client or plan, unread ones and a plan's
    amounts as typed, and the list's path as these texts have it.
    """
    absolute = absolute_path(rows)
    if absolute.startswith(_CLIENT):
        client = _moved(preparation.client, absolute.removeprefix(_CLIENT), move)
        return msgspec.structs.replace(preparation, client=client)
    plan = _moved(preparation.plan, absolute.removeprefix(_PLAN), move)
    return msgspec.structs.replace(preparation, plan=plan)


def _moved(part: P, rows: str, move: Callable[[Texts, str], Texts]) -> P:
    changed = {name: move(getattr(part, name), rows) for name in _TEXTS_OF[type(part)]}
    return msgspec.structs.replace(part, **changed)


def with_texts_following(before: Preparation, after: Preparation) -> Preparation:
    """Return `after` with the unread texts of `before` where their fields went, after an edit of whole parts.

    A text goes with its row, and is dropped with it, and where its field holds another value now. If the
    edit changed the texts, they stay as in `after`. Amounts as typed are left to `coaching/typed_sums.py`.
    """
    client, plan = _following(before.client, after.client), _following(before.plan, after.plan)
    if client is after.client and plan is after.plan:
        return after
    return msgspec.structs.replace(after, client=client, plan=plan)


def texts_following(before: Part, after: Part, texts: Texts) -> Texts:
    """Return the texts, which stand beside fields of `before`, by the paths these have in `after`.

    Rows are found by identity, then by equality, then by their neighbours. A text is left out if its field
    has gone or holds another value now.
    """
    found: list[TextAtPath] = []
    for kept in texts:
        path = place_after(before, after, kept.path)
        if path is not None and same_value(read_field(before, kept.path), read_field(after, path)):
            found.append(kept if path == kept.path else TextAtPath(path=path, text=kept.text))
    return tuple(found)


def place_after(before: Part, after: Part, path: str) -> str | None:
    """Return the path that the field at `path` in `before` has in `after`; None if it or its row has gone.

    None also if `before` has no such field. Rows are found as by `texts_following`. With the two parts
    swapped, it returns the path from which a field of `after` came.
    """
    try:
        steps = steps_of(path)
        read_field(before, path)
    except FieldError:
        return None
    walked, there = "", ""
    for step in steps:
        if isinstance(step, int):
            rows_before, rows_after = read_field(before, walked), read_field(after, there)
            place = row_places(rows_before, rows_after)[step]
            if place is None:
                return None
            walked, there = f"{walked}[{step}]", f"{there}[{place}]"
        else:
            walked, there = f"{walked}.{step}".lstrip("."), f"{there}.{step}".lstrip(".")
    return there


def blank_where_unread(preparation: Preparation) -> Preparation:
    """Return the preparation with every field blank beside which an unread text stands.

    So it counts as not answered. A field that cannot be None stays, a currency among them. An unread day of
    the call, or on which a touch was done, blanks its moment too.
    """
    unread = [absolute_path(kept.path) for kept in unread_texts(preparation)]
    for path in [field for absolute in unread for field in (absolute, *_said_with(absolute))]:
        try:
            if field_type(Preparation, path).optional and read_field(preparation, path) is not None:
                preparation = with_field(preparation, path, None)
        except FieldError:  # damaged by hand: it is beside no field, so none is blank for it
            continue
    return preparation


def _said_with(path: str) -> tuple[str, ...]:
    """Return the paths of the fields that a text for the one at `path` would have been part of."""
    return tuple(path.removesuffix(day) + moment for day, moment in _SAID_WITH if path.endswith(day))


def _following(before: P, after: P) -> P:
    texts = after.unread
    if not texts or before is after or texts is not before.unread:
        return after  # an edit of the texts says itself which there are
    followed = texts_following(before, after, texts)
    return after if followed == texts else msgspec.structs.replace(after, unread=followed)


def row_places(before: Sequence[object], after: Sequence[object]) -> list[int | None]:
    """Return for each row of a list where it is after an edit of the whole list; None if it has gone.

    The very same row comes first, then an equal one, then one that changed in place beside a row so found.
    """
    places: list[int | None] = [None] * len(before)
    free = dict.fromkeys(range(len(after)))
    for same in (_is_it, _equals):
        for at, row in enumerate(before):
            if places[at] is None:
                places[at] = next((place for place in free if same(row, after[place])), None)
                if (place := places[at]) is not None:
                    del free[place]
    for at in _left_over(places):
        for beside, step in ((at - 1, 1), (at + 1, -1)):
            place = _beside(places, beside, step, len(after))
            if places[at] is None and place in free:
                places[at] = place
                del free[place]
    return places


def _left_over(places: list[int | None]) -> Iterator[int]:
    return (at for at, place in enumerate(places) if place is None)


def _beside(places: list[int | None], neighbour: int, step: int, count: int) -> int | None:
    """Return the place beside that of a neighbour; before the first and after the last row are its ends."""
    if neighbour < 0:
        return 0
    if neighbour >= len(places):
        return count - 1
    place = places[neighbour]
    return None if place is None else place + step


def _is_it(row: object, other: object) -> bool:
    return row is other


def _equals(row: object, other: object) -> bool:
    return row == other
