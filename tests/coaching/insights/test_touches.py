"""What insights count of touches, and of the silence towards Dream Clients."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

import pytest

from planner.charts.trend import Trend
from planner.coaching.insights.call_record import CallRecord
from planner.coaching.insights.insight import Insight
from planner.coaching.insights.period import Period
from planner.coaching.insights.recording import record_of
from planner.coaching.insights.report import insights_over
from planner.coaching.insights.touch_record import TouchRecord, touch_records_of
from planner.model.client_summary import ClientSummary
from planner.model.plan import Intention
from planner.model.terms import Happened, Outcome, Side, TouchChannel, TouchOutcome, TouchValue
from planner.model.touch import Touch
from tests.builders import a_plan

DAY = dt.date(2026, 3, 2)
KEYS = ("touches-channel", "touches-value")
MET, UNHEARD = {"outcome": TouchOutcome.MEETING_AGREED}, {"outcome": TouchOutcome.NO_ANSWER}
LETTER = {"channel": TouchChannel.LETTER, "value_kind": TouchValue.PROOF}
PHONE = {"channel": TouchChannel.PHONE, "value_kind": TouchValue.QUESTION}


def touches(count: int, **fields: Any) -> list[TouchRecord]:
    return [TouchRecord(day=DAY, **fields) for _ in range(count)]


def insight(key: str, records: Iterable[TouchRecord], calls: Iterable[CallRecord] = ()) -> Insight:
    report = insights_over(calls, touches=records)
    return next(found for found in report.insights if found.key == key)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize("key", KEYS)
def test_nine_touches_conclude_nothing_and_ten_say_how_many_led_to_a_meeting(key: str) -> None:
    assert insight(key, touches(9, **LETTER, **MET)).sentence == (
        "9 touches: too few to conclude; here are the numbers."
    )
    ten = insight(key, touches(10, **LETTER, **MET))
    assert plain(ten.sentence) == "In all, 10 of 10 (100%) led to a meeting."


def test_what_chance_would_not_make_is_said_of_a_channel_and_of_a_kind_of_value() -> None:
    records = [*touches(30, **LETTER, **MET), *touches(30, **PHONE, **UNHEARD)]
    by_channel = plain(insight("touches-channel", records).sentence)
    assert by_channel.startswith(
        "Channel “phone”: 0 of 30 (0%) led to a meeting; of the others 30 of 30 (100%)."
    )
    by_value = plain(insight("touches-value", records).sentence)
    assert by_value.startswith("Value “proof”: 30 of 30 (100%) led to a meeting; of the others 0 of 30 (0%).")


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize(
    "unsaid",
    [
        {**LETTER},
        {**MET},
        {**LETTER, **MET, "by": Side.THEM},
    ],
    ids=["how it ended", "channel and value", "one of theirs"],
)
def test_what_nobody_said_is_counted_nowhere(key: str, unsaid: dict[str, Any]) -> None:
    assert insight(key, touches(20, **unsaid)).calls == 0


def test_a_touch_that_a_plan_came_of_led_to_a_meeting() -> None:
    found = insight("touches-channel", touches(1, **LETTER, plan_id="p"))
    assert found.numbers.groups[0].counts == (1, 0, 0, 0)


def reached(*days: int, client: str = "a", **fields: Any) -> list[TouchRecord]:
    return [
        TouchRecord(
            client_id=client,
            client=client.upper(),
            day=DAY + dt.timedelta(days=day),
            **({"dream_client": True} | fields),
        )
        for day in days
    ]


def silence(
    *records: TouchRecord, calls: Iterable[CallRecord] = (), after: int = 0, period: Period | None = None
) -> Insight:
    """The insight on silences, so many days after the first day."""
    today = DAY + dt.timedelta(days=after)
    report = insights_over(calls, touches=records, today=today, period=period or Period())
    return next(found for found in report.insights if found.key == "silence")


def counted(found: Insight) -> tuple[int, int]:
    """How many silences ended within 30 days, and later."""
    short, long = found.numbers.whole.counts
    return short, long


def test_a_silence_lasts_from_one_touch_to_the_next_thirty_days_being_short() -> None:
    assert counted(silence(*reached(0, 30, 61))) == (1, 1)


def test_the_present_silence_counts_once_it_is_long() -> None:
    assert counted(silence(*reached(0), after=30)) == (0, 0)
    assert counted(silence(*reached(0), after=31)) == (0, 1)


def test_a_call_that_we_asked_for_ends_a_silence_and_one_of_theirs_does_not() -> None:
    call = {"client_id": "a", "day": DAY + dt.timedelta(days=20), "outcome": Outcome.ORDER}
    ours, theirs = (CallRecord(asked_by=side, **call) for side in Side)  # type: ignore[arg-type]
    assert counted(silence(*reached(0, 40), calls=[ours], after=40)) == (2, 0)
    assert counted(silence(*reached(0, 40), calls=[theirs], after=40)) == (0, 1)


def test_only_dream_clients_and_touches_of_ours_count_each_client_for_itself() -> None:
    records = [
        *reached(0, 10),
        *reached(5, 50, client="b"),
        *reached(0, 90, client="c", dream_client=False),
        *reached(8, by=Side.THEM),
    ]
    assert counted(silence(*records, after=20)) == (1, 1)


def test_the_list_names_each_dream_client_the_longest_silence_first() -> None:
    found = silence(*reached(0, 50, 60), *reached(10, client="b"), after=70)
    assert found.entries is not None
    assert [tuple(map(plain, row)) for row in found.entries.rows] == [
        ("B", "12 Mar 2026", "1", "60", "60"),
        ("A", "1 May 2026", "3", "50", "10"),
    ]


def test_a_silence_goes_no_further_than_the_period() -> None:
    period = Period(DAY, DAY + dt.timedelta(days=20))
    assert counted(silence(*reached(0), after=90, period=period)) == (0, 0)


def test_later_silences_are_compared_with_earlier_ones() -> None:
    slow = [at * 40 for at in range(15)]
    quick = [slow[-1] + at * 10 for at in range(1, 16)]
    (claim,) = silence(*reached(*slow, *quick), after=quick[-1]).claims
    assert plain(claim) == (
        "Silences towards Dream Clients ended within 30 days more often later on: 15 of 15 (100%) of the "
        "later half of them, 0 of 14 (0%) of the earlier half."
    )


def test_the_chart_of_silences_counts_silences() -> None:
    chart = silence(*reached(0, 30, 61)).chart
    assert isinstance(chart, Trend)
    assert "2 silences in 2 periods" in chart.alt
    assert chart.rows()[0][-1] == "Silences"


def test_one_client_is_looked_at_alone() -> None:
    records = [*reached(0), *reached(1, client="b")]
    report = insights_over((), touches=records, client_id="b", client="B")
    assert (report.touches, report.counted) == (1, "1 touch done")
    assert insights_over((), touches=records).counted == "2 touches done"
    assert insights_over(()).counted == "0 calls reviewed"


def test_records_are_of_what_was_done_by_either_side() -> None:
    client = ClientSummary(
        id="a",
        name="A",
        dream_client=True,
        touches=(
            Touch(id="1", planned_on=DAY),
            Touch(id="2", done_on=DAY, channel=TouchChannel.LETTER, outcome=TouchOutcome.SPOKE),
            Touch(id="3", done_at=dt.datetime(2026, 3, 2, 9, tzinfo=dt.UTC), from_=Side.THEM),
            Touch(id="4"),
        ),
    )
    archived = ClientSummary(id="b", dream_client=True, archived=True, touches=client.touches[1:2])
    records = list(touch_records_of([client, archived]))
    assert [(record.touch_id, record.day, record.by) for record in records] == [
        ("2", DAY, Side.US),
        ("3", DAY, Side.THEM),
        ("2", DAY, Side.US),
    ]
    assert [record.dream_client for record in records] == [True, True, False]


@pytest.mark.parametrize("happened", [Happened.MOVED, Happened.CANCELLED, Happened.NOBODY_CAME])
def test_a_call_that_was_not_held_counts_nowhere_but_for_what_was_given_up(happened: Happened) -> None:
    plan = a_plan(
        **{
            "call.happened": happened,
            "call.initiated_by": Side.US,
            "reflection.outcome": Outcome.ORDER,
            "reflection.fear_came_true": True,
            "intentions": (Intention(text="Wait", dropped_because="Jo left"),),
        }
    ).plan
    record = record_of(plan, "Tarn")
    assert not record.reflected
    assert (record.ended, record.asked_by, record.dropped) == (None, None, ("Wait",))
    assert insights_over([record]).calls == 0
