"""Promises of both sides. Each is one record, the client's, with the plan for the call it was made in."""

import datetime as dt
from collections.abc import Iterable

from msgspec.structs import replace

from planner.model.client import Client, Promise
from planner.model.same_text import same_text


def with_promises_of(client: Client, promised: Iterable[Promise], plan_id: str) -> Client:
    """Return the client with the promises made in the call of a plan added, each once and marked as of it.

    A promise the client has already stays, and takes `kept_on`, `due` and the plan from the call where the
    client's are blank. A promise without a text is left out.
    """
    promises = list(client.promises)
    for promise in promised:
        at = next((at for at, existing in enumerate(promises) if same_promise(existing, promise)), None)
        if at is not None:
            existing = promises[at]
            promises[at] = replace(
                existing,
                kept_on=existing.kept_on or promise.kept_on,
                due=existing.due or promise.due,
                from_plan=existing.from_plan or plan_id,
            )
        elif promise.text.strip():
            promises.append(replace(promise, from_plan=plan_id))
    return replace(client, promises=tuple(promises))


def promises_of(client: Client, plan_id: str) -> tuple[Promise, ...]:
    """Return the client's promises that were made in the call of a plan, in their order."""
    return tuple(promise for promise in client.promises if plan_id and promise.from_plan == plan_id)


def made_before(client: Client, plan_id: str) -> tuple[Promise, ...]:
    """Return the client's promises but those from the call of this plan: what to keep in mind in it."""
    return tuple(promise for promise in client.promises if not plan_id or promise.from_plan != plan_id)


def is_open(promise: Promise) -> bool:
    """Whether a promise has a text and is not kept yet, whoever made it and whether it is due or not."""
    return promise.kept_on is None and bool(promise.text.strip())


def is_overdue(promise: Promise, on: dt.date) -> bool:
    """Whether a promise of either side is still open though its day is past; on that day itself it is not."""
    return is_open(promise) and promise.due is not None and promise.due < on


def overdue(promises: Iterable[Promise], today: dt.date) -> tuple[Promise, ...]:
    """Return the promises overdue today, the one due first first."""
    late = [promise for promise in promises if is_overdue(promise, today)]
    return tuple(sorted(late, key=due_day))


def due_day(promise: Promise) -> dt.date:
    """Return the day a promise is due, for sorting; the last of all days if it has none."""
    return promise.due or dt.date.max


def same_promise(one: Promise, other: Promise) -> bool:
    """Whether two records are of one promise: texts that say the same, and the same side or one not said."""
    return (one.by is other.by or None in {one.by, other.by}) and same_text(one.text, other.text)
