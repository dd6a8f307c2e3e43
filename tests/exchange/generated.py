"""Preparations with anything in them that a person could have entered."""

import datetime as dt
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st
from msgspec import inspect

from planner.model.fields import FieldType, blank_row, leaf_fields, read_field, with_field
from planner.model.placed_time import at_place
from planner.model.plan import Preparation
from tests.builders import a_plan

PLACES = ("Europe/London", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "Mars/Base")
"""The last is known on no computer."""
FIELDS = [field for field in leaf_fields(Preparation) if not field.fixed]
ROWS = sorted({field.path.split("[]")[0] for field in FIELDS if "[]" in field.path})

texts = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff")
    | st.sampled_from("\n\t"),
    max_size=30,
)
dates = st.dates(dt.date(1900, 1, 1), dt.date(2999, 12, 31))
local_times = st.datetimes(dt.datetime(1901, 1, 1), dt.datetime(2998, 1, 1))  # noqa: DTZ001 -- the zone comes next
moments = local_times.flatmap(
    lambda naive: st.integers(-14 * 60, 14 * 60).map(
        lambda minutes: naive.replace(tzinfo=dt.timezone(dt.timedelta(minutes=minutes)))
    )
) | st.builds(at_place, local_times, st.sampled_from(PLACES), st.just(dt.timedelta(hours=1)))
amounts = st.decimals(Decimal(-(10**15)), Decimal(10**15), places=3) | st.integers(-(10**15), 10**15).map(
    Decimal
)


def values_of(field: FieldType) -> st.SearchStrategy[Any]:
    """Values that fit the field, blank ones among them."""
    match field.type:
        case inspect.StrType():
            values: st.SearchStrategy[Any] = texts
        case inspect.BoolType():
            values = st.booleans()
        case inspect.IntType(ge=low, le=high):
            values = st.integers(-(10**17) if low is None else low, 2**31 if high is None else high)
        case inspect.DecimalType():
            values = amounts
        case inspect.DateType():
            values = dates
        case inspect.DateTimeType():
            values = moments
        case inspect.EnumType(cls=choices):
            values = st.sampled_from(list(choices))
        case _:
            raise AssertionError(field)
    return values | st.none() if field.optional else values


def with_value(preparation: Preparation, path: str, value: object) -> Preparation:
    """The preparation with the value at the path, in the first row of each list on the way."""
    reached = ""
    for piece in path.split("[]")[:-1]:
        reached += piece
        if not read_field(preparation, reached):
            preparation = with_field(preparation, reached, (blank_row(Preparation, reached),))
        reached += "[0]"
    return with_field(preparation, path.replace("[]", "[0]"), value)


@st.composite
def preparations(draw: st.DrawFn) -> Preparation:
    """A preparation with a dozen fields of any kind filled."""
    preparation = with_field(a_plan(), "plan.edited_on", tuple(draw(st.lists(dates, max_size=3))))
    for field in draw(st.lists(st.sampled_from(FIELDS), max_size=12)):
        preparation = with_value(preparation, field.path, draw(values_of(field)))
    return preparation


def likely_values_of(field: FieldType) -> st.SearchStrategy[Any]:
    """Values that fit the field, and often such as let a price be reckoned."""
    if field.path.endswith("currency"):
        return st.sampled_from(["", "EUR", "USD", "jpy", "KWD", "euro"])
    if field.path.startswith("plan.price.exchange.") and isinstance(field.type, inspect.StrType):
        return st.sampled_from(["EUR", "USD"])
    if isinstance(field.type, inspect.DecimalType):
        return st.integers(0, 10**6).map(Decimal) | values_of(field)
    return values_of(field)


@st.composite
def full_preparations(draw: st.DrawFn) -> Preparation:
    """A preparation with scores of fields filled, some rows more than once."""
    preparation = draw(preparations())
    for field in draw(st.lists(st.sampled_from(FIELDS), min_size=20, max_size=120)):
        preparation = with_value(preparation, field.path, draw(likely_values_of(field)))
    for rows in draw(st.lists(st.sampled_from(ROWS), max_size=8)):
        many = read_field(preparation, rows) * draw(st.integers(1, 12))
        preparation = with_field(preparation, rows, many)
    return preparation
