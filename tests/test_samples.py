"""The plans we ship and test with are what they claim to be: complete, or essential only."""

import calendar
import datetime as dt
import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from planner.coaching.progress import missing_essentials
from planner.exchange.plan_file import read_plan_file
from planner.exchange.sample import sample_preparation
from planner.model.fields import editable_fields, essential_fields, field_type, is_blank
from planner.model.part import Part
from planner.model.plan import Preparation
from planner.model.pricing.price_delta import price_delta

PLANS = Path(__file__).parent / "data" / "plans"
COMPLETE = ("logistics-software", "trading-group", "werkzeugausgabe")
TODAY = dt.date(2026, 11, 24)


def a_plan_file(name: str) -> Preparation:
    return read_plan_file(PLANS / f"{name}.json")


def leaves(value: object, path: str = "") -> Iterator[tuple[str, object]]:
    """Every single value of a part with its path, rows as `rows[]`."""
    if isinstance(value, Part):
        for shown, name in zip(value.__struct_encode_fields__, value.__struct_fields__, strict=True):
            yield from leaves(getattr(value, name), f"{path}.{shown}" if path else shown)
    elif isinstance(value, tuple):
        for row in value:
            yield from leaves(row, f"{path}[]")
    else:
        yield path, value


def filled(preparation: Preparation) -> set[str]:
    """Paths of the fields with something in them; a flag that is off says nothing."""
    return {
        path
        for path, value in leaves(preparation)
        if not is_blank(value) and (value is not False or field_type(Preparation, path).optional)
    }


def within_an_essential_field(path: str) -> bool:
    essential = {field.path for field in essential_fields(Preparation)}
    return any(path == one or path.startswith((f"{one}.", f"{one}[]")) for one in essential)


@pytest.mark.parametrize("name", COMPLETE)
def test_a_complete_plan_fills_every_field_at_least_once(name: str) -> None:
    asked = {field.path for field in editable_fields(Preparation)}
    left = asked - filled(a_plan_file(name))
    assert left == {"plan.call.day"}, "which is filled only where there is no time"


@pytest.mark.parametrize("name", COMPLETE)
def test_a_complete_plan_is_as_long_as_real_ones(name: str) -> None:
    plan = a_plan_file(name).plan
    assert 5 <= len(plan.conversation.agenda) <= 7
    assert 6 <= len(plan.conversation.questions) <= 10
    assert 3 <= len(plan.price.drivers) <= 5
    assert len(a_plan_file(name).client.contacts) >= 3


@pytest.mark.parametrize("name", COMPLETE)
def test_the_agenda_fits_its_call(name: str) -> None:
    plan = a_plan_file(name).plan
    assert sum(item.minutes or 0 for item in plan.conversation.agenda) == plan.call.minutes


@pytest.mark.parametrize("name", [*COMPLETE, "essential-only"])
def test_nothing_essential_is_missing(name: str) -> None:
    assert missing_essentials(a_plan_file(name)) == ()


@pytest.mark.parametrize("name", [*COMPLETE, "essential-only"])
def test_people_in_a_plan_are_contacts_of_its_client(name: str) -> None:
    preparation = a_plan_file(name)
    contacts = {contact.name for contact in preparation.client.contacts}
    named = {attendee.contact for attendee in preparation.plan.call.attendees}
    named |= {driver.confirmed_by for driver in preparation.plan.price.drivers if driver.confirmed_by}
    named |= {concern.who for concern in preparation.plan.conversation.concerns if concern.who}
    assert named <= contacts


def test_the_essential_plan_says_only_what_the_fifteen_questions_ask() -> None:
    paths = filled(a_plan_file("essential-only")) - filled(Preparation())
    beside = {path for path in paths if not within_an_essential_field(path)}
    assert beside == {
        "client.id",
        "plan.id",
        "plan.client_id",
        "client.contacts[].name",  # whom the third question names,
        "client.contacts[].title",
        "plan.call.kind",  # what follows from the commitment asked for,
        "plan.call.commitment",
        "plan.call.initiated_by",
        "plan.conversation.opening",  # the first line of the agenda,
        "plan.price.currency",  # and what is known
    }


def test_amounts_are_typed_as_people_type_them() -> None:
    german, english = a_plan_file("werkzeugausgabe").plan, a_plan_file("logistics-software").plan
    assert german.call.deal_value.amount == Decimal(442_800)
    assert english.price.ours[0].likely == Decimal(98_000)


def test_the_sample_is_ready_for_its_call() -> None:
    sample = sample_preparation(TODAY)
    assert missing_essentials(sample) == ()
    assert sample.plan.reflection == type(sample.plan.reflection)()


def test_the_sample_justifies_its_price() -> None:
    sample = sample_preparation(TODAY).plan.price
    likely, worst = price_delta(sample), price_delta(sample, "low")
    assert likely.delta == 3 * (142_000 - 118_000)
    assert likely.break_even_share is not None
    assert Fraction("0.4") < likely.break_even_share < Fraction("0.6")
    assert worst.surplus is not None
    assert worst.surplus > 0


def test_the_sample_mixes_confirmed_and_estimated_value() -> None:
    drivers = sample_preparation(TODAY).plan.price.drivers
    assert any(driver.confirmed_by for driver in drivers)
    assert any(not driver.confirmed_by for driver in drivers)
    assert any(driver.against_us for driver in drivers)


def test_the_sample_names_no_month_because_its_dates_move() -> None:
    months = re.compile(rf"\b({'|'.join(calendar.month_name[1:])})\b")
    texts = [value for _, value in leaves(sample_preparation(TODAY)) if isinstance(value, str)]
    assert [text for text in texts if months.search(text)] == []
