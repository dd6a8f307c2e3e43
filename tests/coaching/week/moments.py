"""A Friday at ten past one, a client, its calls, and what Today has of them then."""

import datetime as dt

from msgspec.structs import replace

from planner.coaching.check.thresholds import Thresholds
from planner.coaching.week.today import in_today_order, lines_of
from planner.coaching.week.today_line import TodayKind, TodayLine
from planner.model.client_summary import ClientSummary
from planner.model.plan_summary import PlanSummary

ZONE = dt.timezone(dt.timedelta(hours=1))
NOW = dt.datetime(2026, 11, 27, 13, 10, tzinfo=ZONE)
TODAY = NOW.date()
TARN = ClientSummary(id="tarn", name="Tarn Valley Water")
DREAM = replace(TARN, dream_client=True, dream_rank=4, why_dream="Three kilns, one supplier")


def hours(count: float) -> dt.datetime:
    return NOW + dt.timedelta(hours=count)


def days(count: int) -> dt.date:
    return TODAY + dt.timedelta(days=count)


def a_call(starts: dt.datetime | None = None, plan_id: str = "plan", **fields: object) -> PlanSummary:
    plan = PlanSummary(
        id=plan_id,
        client_id="tarn",
        client="Tarn Valley Water",
        title="Second talk",
        starts=starts,
        minutes=45,
    )
    return replace(plan, **fields)


def today(
    client: ClientSummary = TARN, *plans: PlanSummary, now: dt.datetime = NOW, quiet_after: int = 30
) -> list[TodayLine]:
    thresholds = Thresholds(outreach_days=quiet_after)
    return in_today_order(lines_of(client, plans, now, thresholds), now)


def kinds(
    client: ClientSummary = TARN, *plans: PlanSummary, now: dt.datetime = NOW, quiet_after: int = 30
) -> list[TodayKind]:
    return [line.kind for line in today(client, *plans, now=now, quiet_after=quiet_after)]
