from pathlib import Path

import pytest

from planner.exchange.plan_file import PlanFileError, read_plan_file
from planner.exchange.plan_schema import SCHEMA
from tests.exchange.files import a_file, complaints


def test_all_that_is_wrong_is_told_at_once() -> None:
    data = a_file(
        client={
            "contacts": [{"influence": 9, "stance": "friend"}],
            "news": "none",
            "dream_client": "perhaps",
        },
        plan={
            "call": {"starts": "2026-12-01T10:00", "minutes": "45", "commitment": "Follow up", "title": 7},
            "case": [],
            "ask": {"primary": {"by": "2026-02-30"}},
            "price": {
                "term_months": 0,
                "drivers": [{}, {}, {"low": "abc", "hard": 1}],
                "ours": {"likely": 1},
            },
        },
    )

    assert complaints(data) == (
        'client.dream_client: expected true or false, got "perhaps"',
        'client.news: expected a list, got "none"',
        "client.contacts[0].influence: expected a whole number from 1 to 5, got 9",
        'client.contacts[0].stance: expected one of supporter, neutral, sceptic, unknown, got "friend"',
        "plan.call.title: expected text, got 7",
        (
            "plan.call.commitment: expected one of Time, Explore, Change, Collaborate, Build Consensus, "
            'Invest, Review, Resolve Concerns, Decide, Execute, got "Follow up"'
        ),
        (
            "plan.call.starts: expected a date and time with zone such as 2026-12-01T10:00:00+01:00, "
            'got "2026-12-01T10:00"'
        ),
        'plan.call.minutes: expected a whole number, got "45"',
        "plan.case: expected an object with current_state, forces, problems …, got a list",
        "plan.ask.primary.by: there is no day 2026-02-30",
        "plan.price.term_months: expected a whole number from 1 to 1200, got 0",
        "plan.price.ours: expected a list, got an object",
        'plan.price.drivers[2].low: expected a number, got "abc"',
        "plan.price.drivers[2].hard: expected true or false, got 1",
    )


def test_each_complaint_has_the_files_name_in_front(tmp_path: Path) -> None:
    path = tmp_path / "plans.json"
    path.write_bytes(a_file(plan={"price": {"drivers": [{}, {}, {"low": "abc"}]}, "case": {"why_now": 1}}))

    with pytest.raises(PlanFileError) as caught:
        read_plan_file(path)

    assert str(caught.value) == (
        f"{path}: plan.case.why_now: expected text, got 1\n"
        f'{path}: plan.price.drivers[2].low: expected a number, got "abc"'
    )


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "is empty"),
        (b"Dear colleague,", "is not JSON: expecting value (line 1, column 1)"),
        (
            b'{"format": "front-foot-plan",\n "schema" 1}',
            "is not JSON: expecting ':' delimiter (line 2, column 11)",
        ),
        (
            b'{"format": "front-foot-plan", "sch',
            "breaks off (line 1, column 31); is part of the file missing?",
        ),
        (b'{"format": "front-foot-plan", "client": tr', "breaks off (line 1, column 41)"),
        (a_file()[:-1], "breaks off (line 1"),
        (b"\xff\xfe{\x00", "is not UTF-8 text (byte 1); save it as UTF-8"),
        (b'[{"format": "front-foot-plan"}]', "expected a plan file, got a list"),
        (b"42", "expected a plan file, got 42"),
        (b"{}", 'format: expected "front-foot-plan", got null; this is not a plan file'),
        (
            a_file(format="other-plan"),
            'format: expected "front-foot-plan", got "other-plan"; this is not a plan file',
        ),
        (
            a_file(schema=99),
            f"schema: 99 is from a newer Front Foot, this one reads {SCHEMA}; update it to read this file",
        ),
        (a_file(schema="1"), f'schema: expected {SCHEMA}, got "1"'),
        (a_file(schema=0), f"schema: expected {SCHEMA}, got 0"),
        (a_file(schema=True), f"schema: expected {SCHEMA}, got true"),
        (b"[" * 500_000, "is nested too deeply for a plan file"),
    ],
)
def test_what_is_no_plan_file_is_told_in_one_line(data: bytes, told: str) -> None:
    (complaint,) = complaints(data)

    assert complaint.startswith(told)
    assert "\n" not in complaint


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b'{"format": "front-foot-plan", "schema": 1, "client": {}}', "plan: is missing"),
        (
            a_file(plan={"call": {"titel": "x"}}),
            'plan.call.titel: there is no such field; did you mean "title"?',
        ),
        (a_file(author="x"), "author: there is no such field"),
        (a_file(plan={"a b\n": 1}), 'plan."a b\\n": there is no such field'),
        (a_file(client={"id": "a/b"}), 'client.id: expected at most 64 letters, digits, - and _, got "a/b"'),
        (a_file(plan={"id": "x" * 65}), "plan.id: expected at most 64 letters, digits, - and _, got "),
        (a_file(plan={"client_id": "other"}), "plan.client_id: is not the id of the client in this file"),
        (
            a_file(client={"name": "a\x00b"}),
            "client.name: holds a character that cannot be printed (U+0000, at 2)",
        ),
        (
            a_file(client={"name": "\ud800"}),
            "client.name: holds a character that cannot be printed (U+D800, at 1)",
        ),
        (
            a_file(plan={"price": {"simulation": {"seed": 10**30}}}),
            "plan.price.simulation.seed: expected a whole",
        ),
        (a_file(plan={"price": {"floor": 10**4000}}), "plan.price.floor: expected a number, got 1000"),
        (a_file(plan={"price": {"floor": 10**16}}), "plan.price.floor: expected a number of at most 10^15"),
        (a_file(plan={"price": {"floor": float("nan")}}), "plan.price.floor: expected a number, got NaN"),
        (
            a_file(plan={"price": {"floor": float("inf")}}),
            "plan.price.floor: expected a number, got Infinity",
        ),
        (a_file(plan={"price": {"floor": [1]}}), "plan.price.floor: expected a number, got a list"),
        (a_file(plan={"call": {"minutes": 45.5}}), "plan.call.minutes: expected a whole number, got 45.5"),
        (
            a_file(plan={"call": {"starts": "0001-01-01T00:00Z"}}),
            "plan.call.starts: expected a year from 1900 to",
        ),
        (a_file(plan={"call": {"starts": "2026-12-01T25:00Z"}}), "plan.call.starts: there is no such moment"),
        (a_file(plan={"edited_on": [None]}), "plan.edited_on[0]: expected a date such as 2026-12-01"),
    ],
)
def test_the_field_is_named(data: bytes, told: str) -> None:
    (complaint,) = complaints(data)

    assert complaint.startswith(told)


@pytest.mark.parametrize(
    "number", [b"1e999999999999999999999", b"0e999999999", b"1e-999999", b"1" * 4_000_000]
)
def test_a_number_of_absurd_size_is_refused_at_once(number: bytes) -> None:
    (complaint,) = complaints(a_file(plan={"price": {"floor": "AMOUNT"}}).replace(b'"AMOUNT"', number))

    assert complaint.startswith("plan.price.floor: expected a number, got ")
    assert len(complaint) < 100


def test_a_name_given_twice_is_told_for_it_would_lose_a_text() -> None:
    data = a_file(plan={"call": {"title": "first", "TITLE": "second"}}).replace(b"TITLE", b"title")

    assert complaints(data) == ("plan.call.title: is given more than once",)


def test_fifty_complaints_are_shown_and_the_others_counted(tmp_path: Path) -> None:
    path = tmp_path / "plan.json"
    path.write_bytes(a_file(plan={"call": {"links": [0] * 60}}))

    with pytest.raises(PlanFileError) as caught:
        read_plan_file(path)

    lines = str(caught.value).splitlines()
    assert len(caught.value.complaints) == 60
    assert lines[49:] == [f"{path}: plan.call.links[49]: expected text, got 0", f"{path}: and 10 more"]


def test_a_file_of_fifty_megabytes_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "huge.json"
    with path.open("wb") as file:
        file.truncate(50_000_000)

    with pytest.raises(PlanFileError, match="is larger than 20 MB"):
        read_plan_file(path)


def test_a_folder_and_a_missing_file_are_told(tmp_path: Path) -> None:
    with pytest.raises(PlanFileError, match="is a folder, not a plan file"):
        read_plan_file(tmp_path)
    with pytest.raises(PlanFileError, match="there is no such file"):
        read_plan_file(tmp_path / "missing.json")
