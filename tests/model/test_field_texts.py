"""Texts beside fields go where their fields go, whatever is edited."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from planner.model.case import Problem
from planner.model.client import Client, Contact
from planner.model.errors import FieldError
from planner.model.field_texts import (
    blank_where_unread,
    row_places,
    takes_text,
    texts_following,
    unread_at,
    unread_texts,
    with_texts_following,
    with_unread,
)
from planner.model.fields import with_field
from planner.model.plan import Plan, Preparation
from planner.model.price import Driver
from planner.model.text_at_path import TextAtPath, Texts, after_insert, after_move, after_remove
from tests.builders import a_plan


def test_a_text_goes_to_the_plan_or_to_the_client_by_its_path() -> None:
    preparation = with_unread(a_plan(), "price.floor", "38k?")
    preparation = with_unread(preparation, "client.contacts[0].influence", "high")
    assert preparation.plan.unread == (TextAtPath(path="price.floor", text="38k?"),)
    assert preparation.client.unread == (TextAtPath(path="contacts[0].influence", text="high"),)
    assert [kept.path for kept in unread_texts(preparation)] == [
        "price.floor",
        "client.contacts[0].influence",
    ]
    assert unread_at(preparation, "client.contacts[0].influence") == "high"
    mended = with_unread(preparation, "price.floor", "")
    assert mended.plan.unread == ()
    assert with_unread(mended, "price.floor", "") is mended


@dataclass(frozen=True)
class Row:
    """A row of a list, told from all others by its number."""

    number: int


@st.composite
def row_acts(draw: st.DrawFn) -> list[tuple[str, float, float]]:
    """Acts on rows, with places as shares of the list's length then."""
    share = st.floats(0, 1, exclude_max=True)
    return draw(st.lists(st.tuples(st.sampled_from(["insert", "remove", "move"]), share, share), max_size=30))


@given(st.sets(st.integers(0, 4)), row_acts())
def test_each_text_stays_beside_its_row_through_any_acts_on_rows(
    with_texts: set[int], acts: list[tuple[str, float, float]]
) -> None:
    rows = [Row(number) for number in range(5)]
    by_acts: Texts = tuple(
        TextAtPath(path=f"case.problems[{at}].cost.amount", text=str(at)) for at in sorted(with_texts)
    )
    beside = dict.fromkeys(with_texts)
    made = len(rows)
    for act, one, other in acts:
        at, to = int(one * len(rows)), int(other * len(rows))
        if act == "insert":
            rows.insert(at, Row(made))
            made += 1
            by_acts = after_insert(by_acts, "case.problems", at)
        elif rows and act == "remove":
            beside.pop(rows.pop(at).number, None)
            by_acts = after_remove(by_acts, "case.problems", at)
        elif rows:
            rows.insert(to, rows.pop(at))
            by_acts = after_move(by_acts, "case.problems", at, to)
    expected = {
        f"case.problems[{at}].cost.amount": str(row.number)
        for at, row in enumerate(rows)
        if row.number in beside
    }
    assert {kept.path: kept.text for kept in by_acts} == expected


@given(st.permutations(range(6)), st.sets(st.integers(0, 5)), st.integers(0, 3))
def test_rows_are_found_again_after_a_whole_list_was_replaced(
    order: list[int], gone: set[int], fresh: int
) -> None:
    before = tuple(Problem(problem=f"problem {number}") for number in range(6))
    kept = [number for number in order if number not in gone]
    after = (*(before[number] for number in kept), *(Problem() for _ in range(fresh)))
    places = row_places(before, after)
    for number in range(6):
        if number in gone:
            place = places[number]
            assert place is None or place >= len(kept), "never that of another row"
        else:
            assert places[number] == kept.index(number)


def test_a_row_that_changed_in_place_keeps_its_text_and_one_taken_out_takes_it_along() -> None:
    rows = tuple(Driver(name=name) for name in ("waste", "downtime", "claims"))
    before = with_unread(a_plan(**{"price.drivers": rows}), "price.drivers[1].likely", "38k?")
    in_place = with_field(before, "plan.price.drivers", (rows[0], replace(rows[1], hard=True), rows[2]))
    assert with_texts_following(before, in_place).plan.unread == before.plan.unread
    taken_out = with_field(before, "plan.price.drivers", (rows[0], rows[2]))
    assert with_texts_following(before, taken_out).plan.unread == ()
    put_before = with_field(before, "plan.price.drivers", (Driver(name="new"), *rows))
    assert unread_at(with_texts_following(before, put_before), "price.drivers[2].likely") == "38k?"


def test_a_value_that_the_program_puts_in_mends_the_field() -> None:
    before = with_unread(a_plan(), "price.floor", "38k?")
    after = with_field(before, "plan.price.floor", Decimal(38000))
    assert with_texts_following(before, after).plan.unread == ()


def test_a_text_beside_no_field_is_left_out_when_it_is_to_follow_one() -> None:
    texts = tuple(
        TextAtPath(path=path, text="x") for path in ("no.such.field", "case.problems[7].cost", "][")
    )
    assert texts_following(Plan(), Plan(), texts) == ()


def test_what_could_not_be_read_counts_as_blank_a_day_too() -> None:
    starts = dt.datetime(2026, 12, 3, 10, 0, tzinfo=dt.UTC)
    preparation = a_plan(**{"call.starts": starts, "ask.primary.by": dt.date(2026, 12, 4)})
    for path, text in (("call.day", "8 Dec 0226"), ("ask.primary.by", "x"), ("price.rate", "ten")):
        preparation = with_unread(preparation, path, text)
    counted = blank_where_unread(preparation)
    assert (counted.plan.call.starts, counted.plan.ask.primary.by) == (None, None)
    assert counted.plan.price.rate == preparation.plan.price.rate, "which may not be blank"
    assert preparation.plan.call.starts == starts


def test_a_text_beside_no_field_makes_nothing_blank() -> None:
    preparation = with_unread(Preparation(), "no.such.field", "x")
    assert blank_where_unread(preparation) == preparation


@pytest.mark.parametrize(
    ("part", "path", "takes"),
    [
        (Plan(), "call.starts", True),
        (Plan(), "call.day", True),
        (Plan(), "price.currency", True),
        (Plan(), "price.exchange.from", True),
        (Plan(case=replace(Plan().case, problems=(Problem(),))), "case.problems[0].cost.amount", True),
        (Plan(), "call.title", False),
        (Plan(), "price", False),
        (Plan(), "edited_on", False),
        (Client(), "name", True),
        (Client(), "headquarters", False),
        (Client(contacts=(Contact(),)), "contacts[0].name", False),
    ],
)
def test_a_text_is_read_for_amounts_numbers_days_moments_currencies_and_the_clients_name(
    part: Plan | Client,
    path: str,
    takes: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    assert takes_text(part, path) is takes


@pytest.mark.parametrize("path", ["case.problems[0].cost.amount", "call.begins", ""])
def test_a_path_of_no_field_or_row_is_refused(path: str) -> None:
    with pytest.raises(FieldError):
        takes_text(Plan(), path)


def test_contacts_that_move_take_their_texts_along() -> None:
    contacts = (Contact(name="Mara Lind"), Contact(name="Rick Talbott"))
    before = with_unread(a_plan(**{"client.contacts": contacts}), "client.contacts[1].influence", "high")
    after = with_field(before, "client.contacts", contacts[::-1])
    assert unread_at(with_texts_following(before, after), "client.contacts[0].influence") == "high"
