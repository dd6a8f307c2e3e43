"""What is on Today, worked out from the library away from the GUI thread; no Qt."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec
from msgspec.structs import replace

from planner.coaching.check.thresholds import Thresholds
from planner.coaching.week.today_line import TodayKind, TodayLine
from planner.desktop.ports import Plans, SampleSource
from planner.model.call import NOT_HELD
from planner.model.client_summary import ClientSummary
from planner.model.errors import PlannerError
from planner.model.plan_summary import PlanSummary


class Readiness(msgspec.Struct, frozen=True):
    """What the plan of a call still lacks: paths of blank essential fields, and findings on the back foot."""

    missing: tuple[str, ...] = ()
    back_foot: int = 0


class TodayState(msgspec.Struct, frozen=True, kw_only=True):
    """Today as it was worked out at `now`.

    `mark` says how far the library's changes are in it, `by_client` holds each client's lines. `next_call` is
    the first call with a time after `now`, None if there is none, or while there are lines. `empty`: there
    are no lines and no clients but archived ones; `sample`: a client of the sample week is not archived.
    """

    mark: Any
    now: dt.datetime
    by_client: Mapping[str, tuple[TodayLine, ...]]
    lines: tuple[TodayLine, ...] = ()
    next_call: PlanSummary | None = None
    empty: bool = False
    sample: bool = False


class TodayRequest(msgspec.Struct, frozen=True, kw_only=True):
    """Today at `now`, after the state `before`; with `whole`, every client is looked at anew."""

    plans: Plans
    sample: SampleSource
    thresholds: Thresholds
    now: dt.datetime
    before: TodayState | None = None
    whole: bool = False


class ReadinessRequest(msgspec.Struct, frozen=True, kw_only=True):
    """What the plans of these ids lack."""

    plans: Plans
    thresholds: Thresholds
    now: dt.datetime
    plan_ids: tuple[str, ...]


def today_at(request: TodayRequest) -> TodayState:
    """Return Today for the request; but for `whole`, clients that did not change keep their lines."""
    from planner.coaching.week.today import in_today_order  # noqa: PLC0415 - in the thread that works it out

    plans, before = request.plans, request.before
    mark, changed = plans.changed_clients(None if before is None else before.mark)
    if before is None or request.whole or changed is None:
        by_client = _of_everybody(request)
    elif not changed:
        return replace(before, mark=mark)
    else:
        by_client = dict(before.by_client)
        for client_id in changed:
            by_client[client_id] = _of_one(request, client_id)
    clients = plans.client_summaries()
    known = {client_id: lines for client_id, lines in by_client.items() if lines}
    ordered = in_today_order((line for own in known.values() for line in own), request.now)
    lines = _told_apart(ordered, clients)
    return TodayState(
        mark=mark,
        now=request.now,
        by_client=known,
        lines=lines,
        next_call=None if lines else _next_call(plans.summaries(), request.now),
        empty=all(client.archived for client in clients) and not lines,
        sample=any(request.sample.holds(client.id) and not client.archived for client in clients),
    )


def readiness_of(request: ReadinessRequest) -> dict[str, Readiness]:
    """Return what each plan lacks, by its id; one that cannot be read is left out. Slow."""
    from planner.coaching.check.checking import check  # noqa: PLC0415 - not at the start
    from planner.coaching.check.past import History  # noqa: PLC0415 - as above
    from planner.coaching.progress import missing_essentials  # noqa: PLC0415 - as above
    from planner.model.terms import Footing  # noqa: PLC0415 - as above

    found = {}
    for plan_id in request.plan_ids:
        try:
            preparation = request.plans.preparation(plan_id)
            others = request.plans.plans_of(preparation.client.id)
        except PlannerError:
            continue
        past = History.before(preparation.plan, others, today=request.now.date())
        findings = check(preparation, past, request.thresholds)
        back = sum(finding.state is Footing.BACK and not finding.answered for finding in findings)
        found[plan_id] = Readiness(missing_essentials(preparation), back)
    return found


def calls_in(lines: Iterable[TodayLine]) -> tuple[str, ...]:
    """Return the ids of the plans of calls under way or to come, in the order of the lines."""
    return tuple(line.plan_id for line in lines if line.kind is TodayKind.CALL)


def _of_everybody(request: TodayRequest) -> dict[str, tuple[TodayLine, ...]]:
    from planner.coaching.week.today import lines_of  # noqa: PLC0415 - in the thread that works it out

    of_client: dict[str, list[PlanSummary]] = {}
    for plan in request.plans.summaries():
        of_client.setdefault(plan.client_id, []).append(plan)
    return {
        client.id: lines_of(client, of_client.get(client.id, ()), request.now, request.thresholds)
        for client in request.plans.client_summaries()
    }


def _of_one(request: TodayRequest, client_id: str) -> tuple[TodayLine, ...]:
    from planner.coaching.week.today import lines_of  # noqa: PLC0415 - as above

    client = request.plans.client_summary(client_id)
    if client is None:
        return ()
    return lines_of(client, request.plans.summaries_of(client_id), request.now, request.thresholds)


def _told_apart(lines: Sequence[TodayLine], clients: Iterable[ClientSummary]) -> tuple[TodayLine, ...]:
    """Return the lines, in those of clients of one name with what tells these apart: `Acme, Leeds`."""
    from planner.model.names import name_key  # noqa: PLC0415 - in the thread that works it out

    names = {line.client_id: line.client for line in lines}
    if len({name_key(name) for name in names.values()}) == len(names):
        return tuple(lines)
    from planner.wording.clients_apart import client_labels, named_clients  # noqa: PLC0415 - hardly ever wanted

    labels = client_labels(named_clients(client for client in clients if client.id in names))
    return tuple(
        replace(line, client=labels[line.client_id]) if line.client_id in labels else line for line in lines
    )


def _next_call(plans: Iterable[PlanSummary], now: dt.datetime) -> PlanSummary | None:
    """Return the first call with a time after `now`, of those not called off; None if there is none."""
    coming = [
        (plan.starts, plan.id, plan)
        for plan in plans
        if plan.starts is not None and plan.starts > now and plan.happened not in NOT_HELD
    ]
    return min(coming)[2] if coming else None
