"""What else changes when one field does: names, the action of a commitment, marks of what was carried."""

import datetime as dt
import re
from collections.abc import Iterator

import msgspec

from planner.coaching.commitments_given import kind_for
from planner.coaching.outcome import obtained_as_planned
from planner.coaching.typed_sums import without_stale_sums
from planner.model.call import NOT_HELD, day_held, planned_day
from planner.model.client import Contact
from planner.model.fields import paths_overlap, with_field
from planner.model.mentions import Mention, contact_of, mentions, namesakes, with_ids_found
from planner.model.names import same_name
from planner.model.plan import Preparation, absolute_path

CARRIED = "carried"
_OBTAINED = "reflection.obtained"
_OUTCOME, _HELD_ON = "reflection.outcome", "reflection.held_on"
_HAPPENED, _DAYS = "call.happened", frozenset({"call.starts", "call.day"})
_COMMITMENT, _KIND = "call.commitment", "call.kind"


def with_derived_edits(
    before: Preparation, after: Preparation, paths: tuple[str, ...], today: dt.date | None = None
) -> tuple[Preparation, tuple[str, ...]]:
    """Return `after` with what follows from the changes at the form paths, and the paths changed thereby.

    A renamed contact is renamed wherever the plan mentions them, and a mention has the id of who is meant.
    Choosing the commitment obtained fills in its action from the plan. Choosing the commitment to ask for
    chooses the kind of call, unless that is another than the one that went with the commitment before. A sum
    kept beside an amount is removed if it no longer comes to that amount. Saying how a call ended that was
    planned for a day after `today` sets the day held to `today`, if that was blank. Another day, not before
    `today`, for a call that was not held blanks what became of it. Neither of these two without `today`.
    """
    after, followed = without_stale_sums(before, after, paths)
    for path in paths:
        after, changed = _with_what_follows(before, after, path, today)
        followed += changed
    return after, tuple(dict.fromkeys(followed))


def _with_what_follows(
    before: Preparation, after: Preparation, path: str, today: dt.date | None
) -> tuple[Preparation, tuple[str, ...]]:
    if path == _OUTCOME:
        return _with_day_held(after, today)
    if path in _DAYS:
        return _with_call_to_come(before, after, today)
    if path == _COMMITMENT:
        return with_kind_of_call(before, after)
    if path == f"{_OBTAINED}.which":
        return _with_action_obtained(after)
    after, renamed = with_references(before, after, absolute_path(path))
    after, found = with_ids_found(after, absolute_path(path))
    return after, tuple(reference.removeprefix("plan.") for reference in (*renamed, *found))


def _with_action_obtained(after: Preparation) -> tuple[Preparation, tuple[str, ...]]:
    reflection = after.plan.reflection
    obtained = obtained_as_planned(after.plan, reflection.obtained.which)
    plan = msgspec.structs.replace(
        after.plan, reflection=msgspec.structs.replace(reflection, obtained=obtained)
    )
    return msgspec.structs.replace(after, plan=plan), (_OBTAINED,)


def _with_day_held(after: Preparation, today: dt.date | None) -> tuple[Preparation, tuple[str, ...]]:
    """Return `after` with today for the day held if the call ended and was planned for a later day.

    A day that is known stays, and one that is past needs no word.
    """
    reflection, planned = after.plan.reflection, planned_day(after.plan.call)
    known = reflection.held_on is not None or reflection.outcome is None
    if known or today is None or (held := day_held(planned, today)) == planned:
        return after, ()
    return with_field(after, absolute_path(_HELD_ON), held), (_HELD_ON,)


def _with_call_to_come(
    before: Preparation, after: Preparation, today: dt.date | None
) -> tuple[Preparation, tuple[str, ...]]:
    """Return `after` with what became of the call blank, if it was not held and has a new day to come."""
    day = planned_day(after.plan.call)
    moved = day is not None and today is not None and day >= today and day != planned_day(before.plan.call)
    if not moved or after.plan.call.happened not in NOT_HELD:
        return after, ()
    return with_field(after, absolute_path(_HAPPENED), None), (_HAPPENED,)


def with_kind_of_call(before: Preparation, after: Preparation) -> tuple[Preparation, tuple[str, ...]]:
    """Return `after` with the kind of call that asks for its commitment, and the kind's path; () if it stays.

    It stays if no commitment is chosen, or if another than that of the commitment before was chosen.
    """
    call = after.plan.call
    kind = kind_for(call.commitment)
    own = call.kind is not None and call.kind is not kind_for(before.plan.call.commitment)
    if own or kind is None or kind is call.kind:
        return after, ()
    return with_field(after, absolute_path(_KIND), kind), (_KIND,)


def without_marks(preparation: Preparation, changed: tuple[str, ...]) -> tuple[Preparation, tuple[str, ...]]:
    """Return the preparation without the carried-over marks on the changed paths, and the marks' form path.

    () for the second if no mark was removed.
    """
    carried = preparation.plan.carried
    kept_marks = tuple(
        mark for mark in carried.paths if not any(paths_overlap(path, mark) for path in changed)
    )
    if len(kept_marks) == len(carried.paths):
        return preparation, ()
    marks = msgspec.structs.replace(carried, paths=kept_marks)
    plan = msgspec.structs.replace(preparation.plan, carried=marks)
    return msgspec.structs.replace(preparation, plan=plan), (CARRIED,)


_CONTACTS = "client.contacts"
_NAME = re.compile(r"client\.contacts\[(\d+)\]\.name")


def with_references(
    before: Preparation, after: Preparation, path: str
) -> tuple[Preparation, tuple[str, ...]]:
    """Return `after` with the new name of each contact renamed at `path` in all mentions, and their paths.

    A mention is a contact's by id; without the id of a contact by `same_name`, if no other contact had the
    old name. Nothing changes where the old or the new name is blank.
    """
    contacts, new_names = before.client.contacts, {}
    for contact, new in _renamed(before, after, path):
        alone = len(namesakes(contact.name, contacts)) == 1
        for mention in mentions(after):
            if mention.name != new and _is_of(mention, contact, before, alone=alone):
                new_names[mention.path] = new
    for reference, new in new_names.items():
        after = with_field(after, reference, new)
    return after, tuple(new_names)


def _renamed(before: Preparation, after: Preparation, path: str) -> Iterator[tuple[Contact, str]]:
    """Yield each contact of `before` whose name changed, and the new name, neither of them blank.

    Of a name at the path it is the contact in that place; of contacts as a whole, those with the same id.
    """
    contacts, now = before.client.contacts, after.client.contacts
    if (match := _NAME.fullmatch(path)) is not None:
        at = int(match[1])
        pairs = [(contacts[at], now[at])] if at < len(contacts) else []
    elif path == _CONTACTS:
        pairs = [(contact, same) for contact in contacts if (same := contact_of(contact.id, now)) is not None]
    else:
        return
    for contact, renamed in pairs:
        if contact.name.strip() and renamed.name.strip() and contact.name != renamed.name:
            yield contact, renamed.name


def _is_of(mention: Mention, contact: Contact, preparation: Preparation, *, alone: bool) -> bool:
    """Whether a contact is mentioned, who may be `alone` in bearing the name."""
    known = contact_of(mention.contact_id, preparation.client.contacts)
    if known is not None:
        return known == contact and bool(mention.name.strip())
    return alone and same_name(mention.name, contact.name)
