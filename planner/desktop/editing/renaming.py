"""A contact renamed: the plan refers to contacts by name, so the references follow."""

import re
from collections.abc import Iterator

from planner.model.fields import read_field, with_field
from planner.model.plan import Preparation

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
    """Return `after` with every reference to the contact renamed at the path, and their paths.

    Unchanged unless the path is a contact's name, both names say something, and no other contact
    bore the old name.
    """
    found = _NAME.fullmatch(path)
    if found is None or int(found[1]) >= len(before.client.contacts):
        return after, ()
    old, new = before.client.contacts[int(found[1])].name, after.client.contacts[int(found[1])].name
    if not old.strip() or not new.strip() or [one.name for one in before.client.contacts].count(old) > 1:
        return after, ()
    renamed = tuple(reference for reference in _references(before) if read_field(before, reference) == old)
    for reference in renamed:
        after = with_field(after, reference, new)
    return after, renamed


def _references(preparation: Preparation) -> Iterator[str]:
    yield from _SINGLE_REFERENCES
    for rows, name in _REFERENCES:
        for at in range(len(read_field(preparation, rows))):
            yield f"{rows}[{at}].{name}"
