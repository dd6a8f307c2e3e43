"""The list of plans, as a table for people and as JSON for scripts."""

import datetime as dt
import json

from planner.cli.table import printed_table, shortest_starts
from planner.coaching.plan_order import in_order
from planner.coaching.progress import STATE_WORDS, state_of
from planner.model.plan_summary import PlanSummary
from planner.store.errors import LibraryDamaged
from planner.store.library import Library
from planner.translation import N_, _
from planner.wording.clients_apart import client_labels, clients_of

HEADS = (N_("id"), N_("when"), N_("client"), N_("title"), N_("state"))
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
    """Return a table as text: a line of heads, then one a plan, the next call first; long texts are cut.

    Clients of one name are told apart.
    """
    plans = in_order(library.summaries(), now)
    starts = shortest_starts([plan.id for plan in plans])
    clients = client_labels(clients_of(plans))
    rows = [
        (
            starts[plan.id],
            _when(plan),
            clients[plan.client_id],
            plan.title,
            _(_IN_WORDS[_state(library, plan, now)]),
        )
        for plan in plans
    ]
    return printed_table([_(head) for head in HEADS], rows)


def _state(library: Library, plan: PlanSummary, now: dt.datetime) -> str:
    """Return the state of a plan; `unreadable` where not all of it can be read: `verify` says why."""
    try:
        return state_of(library.preparation(plan.id), now)
    except LibraryDamaged:
        return UNREADABLE


def _when(plan: PlanSummary) -> str:
    if plan.held_elsewhen is not None:
        return plan.held_elsewhen.isoformat()
    if plan.starts is None and plan.day is not None:
        return plan.day.isoformat()
    return f"{plan.starts:%Y-%m-%d %H:%M}" if plan.starts else _("no date")


def _iso(plan: PlanSummary) -> str | None:
    moment = plan.starts or plan.day
    return moment.isoformat() if moment else None
