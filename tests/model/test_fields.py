"""Reading and changing fields by path."""

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.model.case import Problem
from planner.model.characters import fit_text
from planner.model.errors import FieldError
from planner.model.fields import (
    blank_row,
    editable_fields,
    essential_fields,
    field_type,
    is_blank,
    leaf_fields,
    read_field,
    with_field,
)
from planner.model.plan import Plan, Preparation
from planner.model.price import Exchange, Price, PriceLine
from planner.model.terms import Cadence, Commitment
from tests.builders import a_plan


def test_a_changed_field_reads_back_and_the_original_stays() -> None:
    before = Preparation()
    after = with_field(before, "plan.case.why_now", "penalties from March")
    assert read_field(after, "plan.case.why_now") == "penalties from March"
    assert before == Preparation()


def test_a_field_in_a_row_changes_that_row_alone() -> None:
    plan = with_field(Plan(), "case.problems", (Problem(problem="late"), Problem(problem="dear")))
    plan = with_field(plan, "case.problems[1].cost.amount", Decimal(2700))
    assert plan.case.problems[0] == Problem(problem="late")
    assert plan.case.problems[1].cost.amount == Decimal(2700)


def test_a_whole_row_and_a_row_of_plain_text_can_be_replaced() -> None:
    plan = with_field(Plan(), "conversation.signals", ("a date", "a name"))
    plan = with_field(plan, "conversation.signals[0]", "any date")
    assert plan.conversation.signals == ("any date", "a name")
    plan = with_field(plan, "case.problems", (Problem(),))
    assert with_field(plan, "case.problems[0]", Problem(problem="late")).case.problems[0].problem == "late"


def test_names_in_paths_are_those_of_the_plan_file() -> None:
    price = with_field(Price(), "exchange.from", "USD")
    assert price.exchange == Exchange(from_="USD")


@pytest.mark.parametrize(
    "path",
    [
        "",
        ".",
        "call.",
        "call..title",
        "call.titel",
        "call.links[0]",
        "call[0]",
        "call.links[x]",
        "call title",
    ],
)
def test_a_path_that_names_no_field_is_refused_by_name(path: str) -> None:
    with pytest.raises(FieldError) as refused:
        read_field(Plan(), path)
    assert refused.value.path == path


def test_changing_a_row_that_is_not_there_is_refused() -> None:
    with pytest.raises(FieldError, match=r"conversation\.agenda\[3\]\.topic: there is no row 3"):
        with_field(Plan(), "conversation.agenda[3].topic", "price")


@pytest.mark.parametrize(
    ("path", "value", "complaint"),
    [
        ("call.title", 3, "expected text, got 3"),
        ("call.minutes", "45", 'expected a whole number, got "45"'),
        ("call.minutes", True, "expected a whole number, got true"),
        ("call.title", None, "expected text, got null"),
        ("call.title", ("a", False), r'expected text, got \["a", false\]'),
        ("call.minutes", 1441, "expected a whole number from 0 to 1440, got 1441"),
        ("call.kind", "chat", "expected one of prospecting, discovery, presentation"),
        ("call.starts", dt.datetime(2026, 12, 1, 10), "with zone"),  # noqa: DTZ001 - the missing zone is the point
        ("price.floor", Decimal("NaN"), "expected a number, got NaN"),
        ("price.floor", Decimal("1e16"), r"at most 10\^15"),
        ("price.floor", 1.5, "expected a number, got 1.5"),
        ("price.term_months", 0, "from 1 to 1200"),
        ("reflection.held_on", dt.datetime(2026, 12, 1, 10, tzinfo=dt.UTC), "expected a date such as"),
        ("case.problems", [Problem()], "expected a list"),
        ("case.problems", (PriceLine(),), r"case\.problems\[0\]: expected Problem, got PriceLine"),
        ("reflection.held_on", dt.date(9999, 1, 1), "expected a year from 1900 to 2999, got 9999"),
        ("call.starts", dt.datetime(1, 1, 1, tzinfo=dt.UTC), "expected a year from 1900 to 2999"),
        ("price.simulation.seed", 2**63, "expected a whole number from 0"),
    ],
)
def test_a_value_that_does_not_fit_is_refused_in_words(path: str, value: object, complaint: str) -> None:
    with pytest.raises(FieldError, match=complaint):
        with_field(Plan(), path, value)


def test_a_long_bad_value_is_quoted_cut_with_a_mark() -> None:
    with pytest.raises(FieldError) as refused:
        with_field(Plan(), "call.minutes", "x" * 500)
    assert len(str(refused.value)) < 120
    assert "…" in str(refused.value)


def test_choices_and_numbers_come_out_as_the_models_own_types() -> None:
    plan = with_field(Plan(), "call.commitment", "Build Consensus")
    assert plan.call.commitment is Commitment.BUILD_CONSENSUS
    plan = with_field(plan, "price.floor", 92)
    assert plan.price.floor == Decimal(92)
    assert isinstance(plan.price.floor, Decimal)


def test_every_leaf_of_a_blank_plan_reads_and_writes_back() -> None:
    blank = Preparation()
    for field in leaf_fields(Preparation):
        if "[]" not in field.path:
            assert with_field(blank, field.path, read_field(blank, field.path)) == blank


def test_ids_and_editing_days_are_not_for_forms() -> None:
    editable = {field.path for field in editable_fields(Preparation)}
    fixed = {"client.id", "plan.id", "plan.client_id", "plan.edited_on[]"}
    assert not editable & fixed
    assert fixed <= {field.path for field in leaf_fields(Preparation)}


@pytest.mark.parametrize(
    "path",
    [
        "client.contacts[].handle_with_care",
        "client.contacts[].stance",
        "client.contacts[].influence",
        "client.notes",
        "plan.fear.avoiding",
        "plan.call.politics",
        "plan.price.floor",
        "plan.price.walk_away",
        "plan.price.concessions[].cost_to_us",
        "plan.conversation.strengths[].notes",
        "plan.conversation.vulnerabilities",
        "plan.reflection.obtained.which",
    ],
)
def test_what_no_client_may_see_is_marked(path: str) -> None:
    assert field_type(Preparation, path).private


def test_essential_fields_are_those_of_the_ten_minute_plan() -> None:
    essential = {field.path for field in essential_fields(Preparation)}
    assert essential == {
        "client.name",
        *(f"plan.call.{name}" for name in ("title", "starts", "minutes", "channel", "attendees")),
        *(f"plan.case.{name}" for name in ("problems", "why_now", "proof")),
        *(f"plan.conversation.{name}" for name in ("agenda", "questions", "shortcuts")),
        *(f"plan.ask.{name}" for name in ("primary", "fallback", "wording")),
        *(f"plan.price.{name}" for name in ("ours", "alternative", "drivers", "disclosure")),
        "plan.fear.avoiding",
        "plan.fear.counter_action",
    }


def test_standing_defaults_alone_say_nothing() -> None:
    assert is_blank(Preparation())
    assert is_blank((PriceLine(), PriceLine()))
    assert not is_blank((PriceLine(cadence=Cadence.MONTH),))
    assert is_blank(" \n")
    assert not is_blank(Decimal(0))
    assert not is_blank(a_plan().client)


def test_a_blank_row_is_of_the_lists_own_kind() -> None:
    assert blank_row(Preparation, "plan.case.problems") == Problem()
    assert blank_row(Preparation, "plan.conversation.signals") == ""
    with pytest.raises(FieldError, match="is not a list"):
        blank_row(Preparation, "plan.call.title")


@given(st.lists(st.text().map(fit_text), max_size=5), st.data())
def test_rows_are_independent(rows: list[str], data: st.DataObject) -> None:
    plan = with_field(Plan(), "conversation.messages", tuple(rows))
    if rows:
        at = data.draw(st.integers(0, len(rows) - 1))
        changed = with_field(plan, f"conversation.messages[{at}]", "changed")
        assert changed.conversation.messages == (*rows[:at], "changed", *rows[at + 1 :])
