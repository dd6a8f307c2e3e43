"""From schema 1 to 2: contacts get ids, plans refer to them, promises are the client's alone."""

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest

from planner.model.client import Client, Contact
from planner.model.plan import Plan, Preparation
from planner.store.errors import LibraryDamaged
from planner.store.migrations import migrated
from planner.store.version_contents import content_from, version_in
from tests.builders import a_plan

PLAN = "a00000000001"


def library(client: dict[str, Any], *plans: dict[str, Any]) -> dict[str, Any]:
    """A library of schema 1 with one client and its plans."""
    return {
        "meta": {"1": {"schema": 1}},
        "clients": {"1": {"id": "c1", **client}},
        "plans": {
            str(at): {"id": f"a0000000000{at}", "client_id": "c1", **plan} for at, plan in enumerate(plans, 1)
        },
    }


def client_and_plans(client: dict[str, Any], *plans: dict[str, Any]) -> tuple[dict[str, Any], Any]:
    """The client and its plans in schema 2."""
    tables = migrated(library(client, *plans), schema=2)
    return tables["clients"]["1"], list(tables["plans"].values())


def test_promises_of_a_reflection_are_the_clients_and_name_their_plan() -> None:
    kept = {"text": "The log", "by": "us", "kept_on": "2026-11-20"}
    client, (plan,) = client_and_plans({}, {"reflection": {"outcome": "advance", "promises": [kept]}})

    assert client["promises"] == [{**kept, "from_plan": PLAN}]
    assert plan["reflection"] == {"outcome": "advance"}


def test_a_promise_that_the_client_has_already_stays_one() -> None:
    known = {"text": "The log", "by": "us"}
    told = {"text": "the  log.", "by": "us", "due": "2026-12-01", "kept_on": "2026-11-20"}
    client, _ = client_and_plans({"promises": [known]}, {"reflection": {"promises": [told]}})

    assert client["promises"] == [
        {**known, "due": "2026-12-01", "kept_on": "2026-11-20", "from_plan": PLAN},
    ]


def test_what_a_client_knows_of_a_promise_is_not_overwritten() -> None:
    known = {"text": "The log", "due": "2026-11-30"}
    told = {"text": "The log", "by": "them", "due": "2026-12-24"}
    client, _ = client_and_plans({"promises": [known]}, {"reflection": {"promises": [told]}})

    assert client["promises"] == [{**known, "from_plan": PLAN}]


def test_the_first_plan_that_tells_a_promise_is_where_it_came_from() -> None:
    told = {"text": "The log", "by": "us"}
    client, _ = client_and_plans({}, *[{"reflection": {"promises": [told]}}] * 2)

    assert client["promises"] == [{**told, "from_plan": PLAN}]


@pytest.mark.parametrize("promises", [[], [{"text": " ", "due": "2026-12-01"}]])
def test_a_promise_without_a_text_is_none(promises: list[dict[str, str]]) -> None:
    client, (plan,) = client_and_plans({}, {"reflection": {"promises": promises}})

    assert "promises" not in client
    assert plan["reflection"] == {}


def test_a_contact_keeps_its_id_and_a_plan_refers_to_it_by_id_and_name() -> None:
    contacts = [{"name": "Jose\u0301 Ruiz"}, {"name": "Ada Lund"}]
    client, (plan,) = client_and_plans(
        {"contacts": contacts},
        {
            "call": {"attendees": [{"contact": "José  ruiz"}, {"contact": "Somebody else"}]},
            "ask": {"primary": {"actor": "Ada Lund", "action": "signs"}},
            "price": {"drivers": [{"confirmed_by": "Ada Lund"}]},
            "conversation": {"concerns": [{"who": "Ada Lund"}]},
            "reflection": {"obtained": {"actor": "Ada Lund"}},
        },
    )

    jose, ada = (contact["id"] for contact in client["contacts"])
    assert jose != ada
    assert plan["call"]["attendees"] == [
        {"contact": "José  ruiz", "contact_id": jose},
        {"contact": "Somebody else"},
    ]
    assert plan["ask"]["primary"]["actor_id"] == ada
    assert plan["price"]["drivers"][0]["confirmed_by_id"] == ada
    assert plan["conversation"]["concerns"][0]["who_id"] == ada
    assert plan["reflection"]["obtained"]["actor_id"] == ada


def test_a_name_that_two_bear_is_left_to_the_person() -> None:
    client, (plan,) = client_and_plans(
        {"contacts": [{"name": "Jan Novak", "title": "CFO"}, {"name": "Jan Novak", "title": "IT"}]},
        {"call": {"attendees": [{"contact": "Jan Novak"}]}},
    )

    first, second = (contact["id"] for contact in client["contacts"])
    assert first != second
    assert plan["call"]["attendees"] == [{"contact": "Jan Novak"}]


def test_two_copies_brought_up_to_date_apart_give_a_contact_the_same_id() -> None:
    one, _ = client_and_plans({"contacts": [{"name": "Ada Lund"}, {"name": "Jan Novak"}]})
    other, _ = client_and_plans({"contacts": [{"name": "Jan  NOVAK", "title": "IT"}]})

    assert one["contacts"][1]["id"] == other["contacts"][0]["id"]


@pytest.mark.parametrize(
    "damaged",
    [
        {"contacts": 3},
        {"contacts": ["Ada"]},
        {"promises": [None]},
        {"promises": "all"},
    ],
)
def test_a_damaged_client_is_left_as_it_is(damaged: dict[str, Any]) -> None:
    told = {"reflection": {"promises": [{"text": "The log"}]}}
    client, (plan,) = client_and_plans(damaged, told)

    assert {"id": "c1", **damaged}.items() <= client.items()
    if "promises" in damaged:
        assert plan["reflection"] == told["reflection"]


@pytest.mark.parametrize("damaged", [7, {"reflection": 7}, {"reflection": {"promises": [7]}}, {"call": []}])
def test_a_damaged_plan_is_left_as_it_is(damaged: Any) -> None:
    tables = library({"contacts": [{"name": "Ada Lund"}]})
    tables["plans"]["1"] = {"client_id": "c1", **damaged} if isinstance(damaged, dict) else damaged

    assert migrated(tables, schema=2)["plans"] == tables["plans"]


def test_an_earlier_version_is_read_in_todays_schema(tmp_path: Path) -> None:
    then = {"contacts": [{"name": "Ada Lund"}]}
    call = {
        "call": {"attendees": [{"contact": "Ada Lund"}]},
        "reflection": {"promises": [{"text": "The log"}]},
    }
    tables = library(then, call)
    version = {"client": tables["clients"]["1"], "plan": tables["plans"]["1"]}

    today = version_in(json.dumps(version).encode(), tmp_path, "history 1")

    client, (plan,) = client_and_plans(then, call)
    assert today == Preparation(client=msgspec.convert(client, Client), plan=msgspec.convert(plan, Plan))
    assert version_in(content_from(today), tmp_path, "history 1") == today


def test_a_version_of_today_is_read_as_it_is(tmp_path: Path) -> None:
    nameless = a_plan(**{"client.contacts": (Contact(name="Ada Lund"),)})

    assert version_in(content_from(nameless), tmp_path, "history 1") == nameless


@pytest.mark.parametrize("content", [b"", b"nothing", b"[]", b'"a"', b'{"plan": 3}'])
def test_a_version_that_is_no_preparation_is_told(content: bytes, tmp_path: Path) -> None:
    with pytest.raises(LibraryDamaged, match="history 1"):
        version_in(content, tmp_path, "history 1")
