"""Promises of both sides: those of a call reach the client when the next call is planned."""

import datetime as dt
from collections.abc import Iterable

from msgspec.structs import replace

from planner.model.client import Client, Promise
from planner.model.same_text import same_text


def with_promises(client: Client, promised: Iterable[Promise]) -> Client:
    """Return the client with what was promised in a call, each promise once.

    A promise the client has already is kept as it is there; if the call says that it was kept, or
    by when it is due, and the client does not, the client learns it. Kept ones are not added.
    """
    known = list(client.promises)
    for promise in promised:
        at = next((at for at, one in enumerate(known) if same_promise(one, promise)), None)
        if at is not None:
            one = known[at]
            known[at] = replace(one, kept_on=one.kept_on or promise.kept_on, due=one.due or promise.due)
        elif promise.kept_on is None and promise.text.strip():
            known.append(promise)
    return replace(client, promises=tuple(known))


def overdue(promises: Iterable[Promise], today: dt.date) -> tuple[Promise, ...]:
    """Return the promises that are not kept though their day is past, the oldest first."""
    late = (one for one in promises if one.text.strip() and one.kept_on is None and one.due)
    return tuple(
        sorted((one for one in late if one.due and one.due < today), key=lambda one: one.due or today)
    )


def same_promise(one: Promise, other: Promise) -> bool:
    """Whether two records are of one promise: the same words of the same side, as far as that is said."""
    return (one.by is other.by or None in {one.by, other.by}) and same_text(one.text, other.text)
