"""What a report says of few calls, of none, of one client, of a period; and what each insight counts."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

import pytest

from planner.coaching.insights.call_record import CallRecord, Kept, PriceSaid, Worth
from planner.coaching.insights.insight import NOTHING_STANDS_OUT, Insight
from planner.coaching.insights.period import ALL, Period
from planner.coaching.insights.report import insights_over
from planner.model.terms import Commitment, Footing, Lead, ObtainedKind, Outcome, RaisedBy, Side

DAY = dt.date(2026, 3, 2)
EVERY_KEY = (
    "outcomes",
    "commitments",
    "asked",
    "lead",
    "price-when",
    "price-who",
    "delta",
    "fear",
    "footing-prospecting",
    "footing-discovery",
    "footing-sales-conversation",
    "footing-investment",
    "differently",
)
OF_TOUCHES = ("touches-channel", "touches-value", "silence")
GOOD: dict[str, Any] = {"outcome": Outcome.ADVANCE, "names_action": True}
BAD: dict[str, Any] = {"outcome": Outcome.CONTINUATION}


def calls(count: int, **fields: Any) -> list[CallRecord]:
    return [CallRecord(day=DAY, **fields) for _ in range(count)]


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def insight(key: str, records: Iterable[CallRecord]) -> Insight:
    return next(one for one in insights_over(records).insights if one.key == key)


def test_every_question_is_asked_once_in_one_order() -> None:
    every = (*EVERY_KEY[:-1], *OF_TOUCHES, EVERY_KEY[-1])
    assert tuple(one.key for one in insights_over(()).insights) == every


@pytest.mark.parametrize("key", [*EVERY_KEY, *OF_TOUCHES])
def test_without_calls_an_insight_says_what_it_is_made_from(key: str) -> None:
    found = insight(key, ())
    assert found.calls == 0
    assert found.sentence.startswith("No ")
    assert not found.claims
    assert not found.concluded


SAID: dict[str, dict[str, Any]] = {
    "outcomes": GOOD,
    "commitments": {"commitment": Commitment.INVEST, "obtained": ObtainedKind.PRIMARY},
    "asked": {"asked_by": Side.US, **GOOD},
    "lead": {"led": Lead.US, **GOOD},
    "price-when": {"price_said": PriceSaid.FIRST_HALF, **GOOD},
    "price-who": {"price_raised_by": RaisedBy.US, **GOOD},
    "delta": {"worth": Worth.EVEN_AT_LOW, **GOOD},
    "fear": {"fear_named": True, "fear_came_true": False},
    "footing-prospecting": {"footings": (Footing.FRONT, None, None, None)},
    "footing-discovery": {"footings": (None, Footing.FRONT, None, None)},
    "footing-sales-conversation": {"footings": (None, None, Footing.FRONT, None)},
    "footing-investment": {"footings": (None, None, None, Footing.FRONT)},
    "differently": {"kept": (Kept("Wait", kept=True),)},
}


@pytest.mark.parametrize("key", EVERY_KEY)
def test_fewer_than_ten_calls_conclude_nothing_and_show_their_numbers(key: str) -> None:
    found = insight(key, calls(9, **SAID[key]))
    assert found.sentence == f"{found.sample}: too few to conclude; here are the numbers."
    assert found.sample.startswith("9 ")
    row = found.numbers.table.rows[0]
    assert row[1] == "9"
    assert "9" in row[2:]
    assert not found.claims


@pytest.mark.parametrize("key", EVERY_KEY)
def test_ten_calls_conclude_what_ten_calls_allow(key: str) -> None:
    found = insight(key, calls(10, **SAID[key]))
    assert found.concluded
    assert "too few" not in found.sentence


@pytest.mark.parametrize("key", EVERY_KEY)
def test_what_nobody_said_is_counted_nowhere(key: str) -> None:
    unsaid = calls(20, differently="Wait") if key != "differently" else calls(20, **GOOD)
    assert insight(key, unsaid).calls == 0


def test_one_call_is_one_call() -> None:
    assert insight("outcomes", calls(1, **GOOD)).sentence.startswith("1 call: too few")


def test_a_difference_that_chance_would_not_make_is_said_with_both_its_numbers() -> None:
    records = [
        *calls(30, led=Lead.US, **GOOD),
        *calls(28, led=Lead.THEM, **BAD),
        *calls(2, led=Lead.THEM, **GOOD),
    ]
    assert plain(insight("lead", records).sentence) == (
        "Where we led, 30 of 30 (100%) ended in an order or an advance; of the others 2 of 30 (7%)."
    )


@pytest.mark.parametrize(
    ("key", "good", "bad", "begins"),
    [
        ("lead", {"led": Lead.BOTH}, {"led": Lead.US}, "Where we led, 0 of 30"),
        (
            "price-when",
            {"price_said": PriceSaid.NOT_AT_ALL},
            {"price_said": PriceSaid.SECOND_HALF},
            "Where the price was said in the second half of the call, 0 of 30",
        ),
        (
            "price-when",
            {"price_said": PriceSaid.SECOND_HALF},
            {"price_said": PriceSaid.NOT_AT_ALL},
            "Where the price was said in the second half of the call, 30 of 30",
        ),
        (
            "price-who",
            {"price_raised_by": RaisedBy.US},
            {"price_raised_by": RaisedBy.NOBODY},
            "Where we named the price first, 30 of 30",
        ),
        (
            "delta",
            {"worth": Worth.EVEN_AT_LOW},
            {"worth": Worth.NOT_JUSTIFIED},
            "Where the delta was justified even at the low estimates, 30 of 30",
        ),
    ],
)
def test_each_claim_names_its_group_in_plain_words(
    key: str, good: dict[str, Any], bad: dict[str, Any], begins: str
) -> None:
    (claim,) = insight(key, [*calls(30, **good, **GOOD), *calls(30, **bad, **BAD)]).claims
    assert claim.startswith(begins)


def test_of_three_groups_each_is_named() -> None:
    said = (PriceSaid.BEFORE, PriceSaid.SECOND_HALF, PriceSaid.NOT_AT_ALL)
    ends = (GOOD, BAD, BAD)
    records = [one for when, end in zip(said, ends, strict=True) for one in calls(60, price_said=when, **end)]
    claims = insight("price-when", records).claims
    assert [one.partition(", ")[0] for one in claims] == [
        "Where the price was said in a conversation before this call",
        "Where the price was said in the second half of the call",
        "Where the price was not said by the end of the call",
    ]


def test_a_difference_that_chance_would_make_is_not_said() -> None:
    records = [
        *calls(8, led=Lead.US, **GOOD),
        *calls(4, led=Lead.US, **BAD),
        *calls(5, led=Lead.THEM, **GOOD),
        *calls(7, led=Lead.THEM, **BAD),
    ]
    assert insight("lead", records).sentence == NOTHING_STANDS_OUT


def test_groups_of_nine_are_not_compared() -> None:
    records = [*calls(40, led=Lead.US, **GOOD), *calls(9, led=Lead.THEM, **BAD)]
    assert insight("lead", records).sentence.startswith("There are no two groups of ten calls yet")


def test_an_advance_without_action_and_date_is_counted_as_a_continuation_and_told() -> None:
    found = insight("outcomes", calls(3, outcome=Outcome.ADVANCE))
    assert found.numbers.table.rows[0] == ("all", "3", "0", "0", "3", "0", "0%")
    assert found.notes[0].startswith("3 calls named an advance without a client action and a date")


def test_fears_that_nobody_looked_back_on_are_told() -> None:
    found = insight(
        "fear", [*calls(2, fear_named=True, **GOOD), *calls(3, fear_named=True, fear_came_true=True)]
    )
    assert found.sample == "3 fears"
    assert found.notes == ("2 calls named a fear and did not say whether it came true.",)


def test_what_came_true_without_being_feared_is_no_fear_that_came_true() -> None:
    assert insight("fear", calls(12, fear_came_true=True)).calls == 0


def footing(day: dt.date, stood: Footing) -> CallRecord:
    return CallRecord(day=day, footings=(None, stood, None, None))


def test_a_trend_is_counted_by_months_without_leaving_out_an_empty_one() -> None:
    records = [footing(dt.date(2025, 12, 31), Footing.FLAT), footing(dt.date(2026, 2, 1), Footing.FRONT)]
    found = insight("footing-discovery", records)
    assert [row[:3] for row in found.numbers.table.rows] == [
        ("Dec 2025", "1", "0"),
        ("Jan 2026", "0", "0"),
        ("Feb 2026", "1", "1"),
        ("all", "2", "1"),
    ]


def test_a_long_trend_is_counted_by_quarters_and_a_very_long_one_by_years() -> None:
    def names(years: int) -> list[str]:
        ends = [
            footing(dt.date(2020, 1, 1), Footing.FRONT),
            footing(dt.date(2020 + years, 5, 1), Footing.FRONT),
        ]
        return [group.label for group in insight("footing-discovery", ends).numbers.groups]

    assert names(2)[:2] == ["Q1 2020", "Q2 2020"]
    assert names(9) == [f"{year}" for year in range(2020, 2030)]


def test_a_trend_compares_the_later_half_with_the_earlier() -> None:
    early = [footing(DAY, Footing.BACK)] * 20
    late = [footing(DAY + dt.timedelta(days=40), Footing.FRONT)] * 20
    (claim,) = insight("footing-discovery", [*late, *early]).claims
    assert plain(claim) == (
        "You were on the front foot in Discovery more often later on: in 20 of 20 (100%) of the later half "
        "of these calls, in 0 of 20 (0%) of the earlier half."
    )


def test_calls_of_one_day_have_no_halves() -> None:
    records = [footing(DAY, one) for one in (Footing.FRONT, Footing.BACK) for _ in range(20)]
    found = insight("footing-discovery", records)
    assert plain(found.sentence) == "On the front foot in 20 of 40 (50%)."


def test_a_call_without_a_day_is_in_no_trend_and_in_no_period_but_all() -> None:
    undated = CallRecord(footings=(None, Footing.FRONT, None, None))
    assert insight("footing-discovery", [undated]).notes == ("1 without a date left out.",)
    assert insights_over([undated]).calls == 1
    assert insights_over([undated], period=Period(first=DAY)).calls == 0


def noted(days: int, client: str = "Tarn", **fields: Any) -> CallRecord:
    return CallRecord(day=DAY + dt.timedelta(days=days), client=client, **fields)


def test_the_list_tells_what_became_of_each_thing_to_do_differently() -> None:
    records = [
        noted(0, differently="Ask for the date"),
        noted(1, differently="Bring proof"),
        noted(2, kept=(Kept("ask for the date", kept=False),), differently="Wait"),
        noted(3, kept=(Kept("Ask for the date", kept=True), Kept("Wait", kept=None))),
        noted(4, dropped=("Bring proof",)),
    ]
    found = insight("differently", records)
    assert found.entries is not None
    assert [(row[0], *row[3:]) for row in found.entries.rows] == [
        ("Wait", "not picked up again", "0", "0"),
        ("Bring proof", "dropped on purpose", "0", "0"),
        ("Ask for the date", "kept", "1", "1"),
    ]
    assert found.entries.rows[2][1:3] == ("2\u00a0Mar\u00a02026", "Tarn")
    assert found.notes == ("3 different things: 1 kept, 1 dropped on purpose, 1 not picked up again.",)


def test_what_is_written_down_anew_is_open_again() -> None:
    records = [
        noted(0, differently="Wait"),
        noted(1, kept=(Kept("Wait", kept=True),)),
        noted(2, differently="Wait"),
    ]
    found = insight("differently", records)
    assert found.entries is not None
    assert found.entries.rows[0][3:] == ("not picked up again", "1", "0")


def test_one_client_and_one_period_are_looked_at_alone() -> None:
    records = [
        CallRecord(client_id="a", day=dt.date(2026, 3, 31), **GOOD),
        CallRecord(client_id="a", day=dt.date(2026, 4, 1), **BAD),
        CallRecord(client_id="b", day=dt.date(2026, 4, 1), **GOOD),
    ]
    april = Period(dt.date(2026, 4, 1), dt.date(2026, 4, 30))
    assert insights_over(records).calls == 3
    assert insights_over(records, client_id="a").calls == 2
    report = insights_over(records, client_id="a", client="Alder", period=april)
    assert report.calls == 1
    assert report.about == "Alder, 1\u00a0Apr\u00a02026 to 30\u00a0Apr\u00a02026"
    assert insights_over((), period=ALL).about == "all clients, all time"


def test_the_order_of_the_records_does_not_matter() -> None:
    records = [noted(day, differently=f"Wait {day}", plan_id=f"{day}") for day in range(5)]
    assert insights_over(records) == insights_over(records[::-1])
