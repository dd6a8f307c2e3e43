"""The list of plans, as a table for people and as JSON for scripts."""

import datetime as dt
import json
import unicodedata
from itertools import takewhile

from planner.coaching.plan_order import in_order
from planner.coaching.progress import STATE_WORDS, state_of
from planner.model.plan_summary import PlanSummary
from planner.store.errors import LibraryDamaged
from planner.store.library import Library
from planner.translation import N_, _

HEADS = (N_("id"), N_("when"), N_("client"), N_("title"), N_("state"))
WIDEST = 44
UNREADABLE = N_("unreadable")
"""The state of a plan that can be listed and not read whole."""
_IN_WORDS = {str(state): words for state, words in STATE_WORDS.items()} | {UNREADABLE: UNREADABLE}


def plans_as_json(library: Library, now: dt.datetime) -> str:
    """Return an array of objects with id, client, title, starts and state.

    `starts` is ISO or null; a date where only the day is known. They are in the order of the window's
    list: the next call first.
    """
    plans = [
        {
            "id": plan.id,
            "client": plan.client,
            "title": plan.title,
            "starts": _iso(plan),
            "state": _state(library, plan, now),
        }
        for plan in in_order(library.summaries(), now)
    ]
    return f"{json.dumps(plans, indent=2, ensure_ascii=False)}\n"


def plans_as_table(library: Library, now: dt.datetime) -> str:
    """Return a table as text: a line of heads, then one a plan, the next call first; long texts are cut."""
    plans = in_order(library.summaries(), now)
    starts = _shortest_starts([plan.id for plan in plans])
    lines = [tuple(_(head) for head in HEADS)] + [
        (
            starts[plan.id],
            _when(plan),
            plan.client,
            plan.title,
            _(_IN_WORDS[_state(library, plan, now)]),
        )
        for plan in plans
    ]
    cells = [[_fitted(cell) for cell in line] for line in lines]
    widths = [max(_width(line[column]) for line in cells) for column in range(len(HEADS))]
    return "".join(f"{_line(line, widths)}\n" for line in cells)


def _state(library: Library, plan: PlanSummary, now: dt.datetime) -> str:
    """Return the state of a plan; `unreadable` where not all of it can be read: `verify` says why."""
    try:
        return state_of(library.preparation(plan.id), now)
    except LibraryDamaged:
        return UNREADABLE


def _when(plan: PlanSummary) -> str:
    if plan.starts is None and plan.day is not None:
        return plan.day.isoformat()
    return f"{plan.starts:%Y-%m-%d %H:%M}" if plan.starts else _("no date")


def _iso(plan: PlanSummary) -> str | None:
    moment = plan.starts or plan.day
    return moment.isoformat() if moment else None


def _shortest_starts(ids: list[str]) -> dict[str, str]:
    """Return for each id the shortest start, of at least six characters, that means it alone."""
    ordered = ["", *sorted(ids), ""]
    starts = {}
    for before, plan_id, after in zip(ordered, ordered[1:], ordered[2:], strict=False):
        shared = max(_shared(plan_id, other) for other in (before, after))
        starts[plan_id] = plan_id[: max(6, shared + 1)]
    return starts


def _shared(text: str, other: str) -> int:
    """Return how many characters the texts start with in common."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(text, other, strict=False)))


def _fitted(text: str) -> str:
    """Return the text on one line, cut visibly where it is too wide."""
    text = " ".join(text.split())
    if _width(text) <= WIDEST:
        return text
    while _width(text) > WIDEST - 1:
        text = text[:-1]
    return f"{text.rstrip()}…"


def _width(text: str) -> int:
    """Return how many columns of a terminal the text takes."""
    return sum(
        2 if unicodedata.east_asian_width(character) in "WF" else not unicodedata.combining(character)
        for character in text
    )


def _line(cells: list[str], widths: list[int]) -> str:
    padded = (cell + " " * (width - _width(cell)) for cell, width in zip(cells, widths, strict=True))
    return "  ".join(padded).rstrip()
