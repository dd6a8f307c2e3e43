"""What can't wait, as a table for people and as JSON for scripts."""

import argparse
import datetime as dt
import json
import sys
from typing import Any

from planner.cli.clients import iso_day
from planner.cli.table import printed_table, shortest_starts
from planner.coaching.check.thresholds import Thresholds
from planner.coaching.week.local_days import on_our_clock
from planner.coaching.week.today import in_today_order, lines_of
from planner.coaching.week.today_line import TodayKind, TodayLine
from planner.store.check_settings import CheckSettingsNotRead, read_check_settings
from planner.store.library import Library
from planner.translation import N_, _
from planner.wording.clients_apart import NamedClient, client_labels

_HEADS = (N_("what"), N_("due"), N_("client"), N_("text"), N_("plan"))

_KIND_WORDS = {
    TodayKind.INQUIRY: N_("they asked"),
    TodayKind.CALL: N_("call"),
    TodayKind.REFLECT: N_("review"),
    TodayKind.PROMISE_OURS: N_("our promise"),
    TodayKind.PROMISE_THEIRS: N_("their promise"),
    TodayKind.TOUCH: N_("touch"),
    TodayKind.QUIET: N_("gone quiet"),
    TodayKind.DIFFERENTLY: N_("do differently"),
}


def show_today(library: Library, arguments: argparse.Namespace) -> int:
    """Print what can't wait, in Today's order, as JSON or a table; return 0, also where nothing is left.

    JSON is then `[]`, and there is no table but a word on stderr. Settings of the check that cannot be read
    are told on stderr too; the usual ones serve in their place.
    """
    now = arguments.now()
    thresholds = _thresholds_or_usual(library)
    lines = in_today_order(
        [
            line
            for client in library.client_summaries()
            for line in lines_of(client, library.summaries_of(client.id), now, thresholds)
        ],
        now,
    )
    if arguments.json:
        sys.stdout.write(f"{json.dumps(list(map(_object, lines)), indent=2, ensure_ascii=False)}\n")
    elif lines:
        sys.stdout.write(_table(lines, now))
    elif not arguments.missed:
        sys.stderr.write(f"{_told_nothing(library)}\n")
    return 0


def _object(line: TodayLine) -> dict[str, Any]:
    """Return what JSON says of a line: the day in ISO or null, the plan's id or null."""
    return {
        "kind": line.kind.value,
        "client": line.client,
        "text": line.text,
        "due": iso_day(line.due),
        "plan": line.plan_id or None,
        "client_id": line.client_id,
    }


def _table(lines: list[TodayLine], now: dt.datetime) -> str:
    plans = shortest_starts(list(dict.fromkeys(line.plan_id for line in lines if line.plan_id)))
    clients = {line.client_id: NamedClient(line.client_id, line.client) for line in lines}
    labels = client_labels(clients.values())
    rows = [
        (
            _(_KIND_WORDS[line.kind]),
            _due(line, now),
            labels[line.client_id].strip() or _("(no name)"),
            line.text,
            plans.get(line.plan_id, ""),
        )
        for line in lines
    ]
    return printed_table([_(head) for head in _HEADS], rows)


def _due(line: TodayLine, now: dt.datetime) -> str:
    """Return the day, and the hour where it is known, by the clock that `now` is told by."""
    if line.moment is not None:
        return f"{on_our_clock(line.moment, now):%Y-%m-%d %H:%M}"
    return iso_day(line.due) or "–"


def _told_nothing(library: Library) -> str:
    if library.client_summaries():
        return _("Done for today.")
    text = _("There are no clients yet; `{command}` adds a week to look at.")
    return text.format(command="front-foot sample --week")


def _thresholds_or_usual(library: Library) -> Thresholds:
    try:
        return read_check_settings(library.folder)
    except CheckSettingsNotRead as error:
        text = _("{problem} Today goes by the usual thresholds.")
        sys.stderr.write(f"{text.format(problem=error)}\n")
        return Thresholds()
