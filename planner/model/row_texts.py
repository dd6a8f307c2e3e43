"""Texts beside fields follow their rows: what was typed or unread moves and goes with its row."""

from collections.abc import Callable

import msgspec

from planner.model.plan import Preparation, absolute_path
from planner.model.text_at_path import Texts

TEXTS = ("as_typed", "unread")


def with_texts_of_rows(
    preparation: Preparation, rows: str, renumbered: Callable[[Texts, str], Texts]
) -> tuple[Preparation, tuple[str, ...]]:
    """Return the preparation with the texts in the list at the form path renumbered, and the paths changed.

    `renumbered` gives the texts of plan or client anew, for the list's path there.
    """
    owner, _dot, path = absolute_path(rows).partition(".")
    part = getattr(preparation, owner)
    kept = {name: getattr(part, name) for name in TEXTS if hasattr(part, name)}
    anew = {name: renumbered(texts, path) for name, texts in kept.items()}
    changed = {name: texts for name, texts in anew.items() if texts != kept[name]}
    if not changed:
        return preparation, ()
    part = msgspec.structs.replace(part, **changed)
    prefix = "client." if owner == "client" else ""
    return msgspec.structs.replace(preparation, **{owner: part}), tuple(f"{prefix}{name}" for name in changed)
