"""What else changes when one field does: names, the action of a commitment, marks of what was carried."""

import msgspec

from planner.coaching.outcome import obtained_as_planned
from planner.desktop.editing.renaming import with_references
from planner.desktop.editing.touching import touches
from planner.model.plan import Preparation, rooted

CARRIED = "carried"
_OBTAINED = "reflection.obtained"


def with_consequences(
    before: Preparation, after: Preparation, path: str
) -> tuple[Preparation, tuple[str, ...]]:
    """Return `after` with what follows from the change at the form path, and the paths it reached.

    A renamed contact is renamed wherever the plan refers to it; the commitment said to be obtained
    brings its action from the plan.
    """
    after, renamed = with_references(before, after, rooted(path))
    if path != f"{_OBTAINED}.which":
        return after, tuple(one.removeprefix("plan.") for one in renamed)
    told = after.plan.reflection
    obtained = obtained_as_planned(after.plan, told.obtained.which)
    plan = msgspec.structs.replace(after.plan, reflection=msgspec.structs.replace(told, obtained=obtained))
    return msgspec.structs.replace(after, plan=plan), (_OBTAINED,)


def without_marks(preparation: Preparation, changed: tuple[str, ...]) -> tuple[Preparation, tuple[str, ...]]:
    """Return the preparation in which what changed no longer counts as carried over, and its paths."""
    carried = preparation.plan.carried
    left = tuple(one for one in carried.paths if not any(touches(path, one) for path in changed))
    if len(left) == len(carried.paths):
        return preparation, ()
    marks = msgspec.structs.replace(carried, paths=left)
    plan = msgspec.structs.replace(preparation.plan, carried=marks)
    return msgspec.structs.replace(preparation, plan=plan), (CARRIED,)
