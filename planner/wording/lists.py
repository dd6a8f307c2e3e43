"""Several texts as one: lists and sentences in a row, each link between two a pattern of its own."""

from collections.abc import Iterable, Sequence
from functools import reduce

from planner.translation import _


def and_list(items: Sequence[str]) -> str:
    """Return `a, b and c`; "" for none."""
    *before, last = items or [""]
    if not before:
        return last
    return _("{list} and {item}").format(list=comma_list(before), item=last)


def and_list_of_clauses(items: Sequence[str]) -> str:
    """Return `a; b; and c`, for items that may hold commas themselves; "" for none."""
    *before, last = items or [""]
    if not before:
        return last
    return _("{list}; and {item}").format(list=semicolon_list(before), item=last)


def comma_list(items: Iterable[str]) -> str:
    """Return `a, b, c`; "" for none."""
    return _linked(_("{list}, {item}"), items)


def semicolon_list(items: Iterable[str]) -> str:
    """Return `a; b; c`; "" for none."""
    return _linked(_("{list}; {item}"), items)


def sentences(parts: Iterable[str]) -> str:
    """Return whole sentences one after the other, without those that are ""; "" for none."""
    return _linked(_("{list} {item}"), [part for part in parts if part])


def _linked(pattern: str, items: Iterable[str]) -> str:
    """Return the items linked from left to right, what is linked so far as the `list` of the next link."""
    first, *others = list(items) or [""]
    return reduce(lambda text, item: pattern.format(list=text, item=item), others, first)
