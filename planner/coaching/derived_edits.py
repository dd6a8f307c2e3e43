"""What else changes when one field does: names, the action of a commitment, marks of what was carried."""

import re
from collections.abc import Iterator

import msgspec

from planner.coaching.commitments_given import kind_for
from planner.coaching.outcome import obtained_as_planned
from planner.coaching.typed_sums import without_stale_sums
from planner.model.fields import paths_overlap, read_field, with_field
from planner.model.names import same_name
from planner.model.plan import Preparation, absolute_path

CARRIED = "carried"
_OBTAINED = "reflection.obtained"
_COMMITMENT, _KIND = "call.commitment", "call.kind"


def with_derived_edits(
    before: Preparation, after: Preparation, path: str
) -> tuple[Preparation, tuple[str, ...]]:
    """Return `after` with what follows from the change at the form path, and the form paths changed thereby.

    A renamed contact is renamed wherever the plan refers to it. Choosing the commitment obtained fills in its
    action from the plan. Choosing the commitment to ask for chooses the kind of call, unless that is another
    than the one that went with the commitment before. A sum kept beside an amount goes with the amount it
    came to.
    """
    after, stale = without_stale_sums(before, after, path)
    if path == _COMMITMENT:
        after, kinds = with_kind_of_call(before, after)
        return after, (*stale, *kinds)
    after, renamed = with_references(before, after, absolute_path(path))
    if path != f"{_OBTAINED}.which":
        return after, (*stale, *(reference.removeprefix("plan.") for reference in renamed))
    reflection = after.plan.reflection
    obtained = obtained_as_planned(after.plan, reflection.obtained.which)
    plan = msgspec.structs.replace(
        after.plan, reflection=msgspec.structs.replace(reflection, obtained=obtained)
    )
    return msgspec.structs.replace(after, plan=plan), (_OBTAINED,)


def with_kind_of_call(before: Preparation, after: Preparation) -> tuple[Preparation, tuple[str, ...]]:
    """Return `after` with the kind of call that goes with its commitment, and its path if it changed."""
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


_NAME = re.compile(r"client\.contacts\[(\d+)\]\.name")
_REFERENCES = (
    ("plan.call.attendees", "contact"),
    ("plan.conversation.concerns", "who"),
    ("plan.price.drivers", "confirmed_by"),
)
_SINGLE_REFERENCES = ("plan.ask.primary.actor", "plan.ask.fallback.actor", "plan.reflection.obtained.actor")


def with_references(
    before: Preparation, after: Preparation, path: str
) -> tuple[Preparation, tuple[str, ...]]:
    """Return `after` with every reference to the contact renamed at `path`, and the references' paths.

    References match by `same_name`. Nothing changes unless the path is a contact's name, the old and the new
    name are not blank, and no other contact had the old name.
    """
    match = _NAME.fullmatch(path)
    if match is None or int(match[1]) >= len(before.client.contacts):
        return after, ()
    old, new = before.client.contacts[int(match[1])].name, after.client.contacts[int(match[1])].name
    if not new.strip() or sum(same_name(contact.name, old) for contact in before.client.contacts) != 1:
        return after, ()
    names = ((reference, read_field(before, reference)) for reference in _references(before))
    renamed = tuple(reference for reference, name in names if same_name(name, old) and name != new)
    for reference in renamed:
        after = with_field(after, reference, new)
    return after, renamed


def _references(preparation: Preparation) -> Iterator[str]:
    yield from _SINGLE_REFERENCES
    for rows, name in _REFERENCES:
        for at in range(len(read_field(preparation, rows))):
            yield f"{rows}[{at}].{name}"
