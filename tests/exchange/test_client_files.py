"""A client file: a plan file without a plan."""

import json
from typing import Any

import pytest
from hypothesis import given, settings

from planner.exchange.errors import PlanFileError
from planner.exchange.plan_file import client_file, content_in, plan_file, preparation_in
from planner.exchange.sample import sample_preparation
from planner.model.client import Client
from planner.model.plan import Preparation
from tests.exchange.files import a_file
from tests.exchange.generated import preparations
from tests.exchange.test_sample import TODAY
from tests.exchange.test_schema import fits


def a_client_file(client: dict[str, Any] | None = None, **top: object) -> bytes:
    """A client file as people write it, with the given client."""
    written = {"name": "Tarn Valley Water"} if client is None else client
    return json.dumps({"format": "front-foot-plan", "schema": 3, "client": written, **top}).encode()


def complaints_of(data: bytes) -> tuple[str, ...]:
    with pytest.raises(PlanFileError) as caught:
        content_in(data, "client.json")
    return caught.value.complaints


@settings(max_examples=60, deadline=None)
@given(preparations())
def test_a_written_client_reads_back_equal_and_fits_the_schema(preparation: Preparation) -> None:
    data = client_file(preparation.client)

    assert content_in(data, "client.json") == preparation.client
    assert fits(data)


def test_it_is_the_plan_file_without_its_plan() -> None:
    sample = sample_preparation(TODAY)
    whole = json.loads(plan_file(sample))

    assert json.loads(client_file(sample.client)) == {name: whole[name] for name in whole if name != "plan"}


@pytest.mark.parametrize("data", [a_client_file(), a_client_file(plan=None)], ids=["left out", "null"])
def test_without_a_plan_there_is_a_client_alone(data: bytes) -> None:
    assert content_in(data, "client.json") == Client(name="Tarn Valley Water")
    assert fits(data)


def test_with_a_plan_however_blank_it_is_a_plan_file() -> None:
    assert isinstance(content_in(a_file(), "plan.json"), Preparation)


def test_old_files_of_a_client_are_read_too() -> None:
    old = {"name": "Tarn", "outreach": [{"date": "2024-05-02", "channel": "phone", "result": "rang back"}]}

    client = content_in(a_client_file(old, schema=1), "client.json")

    assert isinstance(client, Client)
    assert [touch.note for touch in client.touches] == ["rang back"]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b'{"format": "front-foot-plan", "schema": 3}', ["client: is missing"]),
        (a_client_file(schema=99), ["schema: 99 is from a newer Front Foot"]),
        (a_client_file(pln={}), ['pln: there is no such field; did you mean "plan"?']),
        (
            a_client_file({"name": 1, "touches": [{"channel": "fax"}]}),
            ["client.name: expected text, got 1", "client.touches[0].channel: expected one of phone"],
        ),
        (
            a_client_file({"touches": [{"id": "a"}, {"id": "a"}]}),
            ["client.touches[1].id: is given more than"],
        ),
        (a_client_file({"id": "a b"}), ["client.id: expected at most 64 letters"]),
    ],
)
def test_all_that_is_wrong_with_it_is_told(data: bytes, told: list[str]) -> None:
    complaints = complaints_of(data)

    assert len(complaints) == len(told)
    assert [one for one, expected in zip(complaints, told, strict=True) if not one.startswith(expected)] == []


def test_who_wants_a_plan_is_told_that_there_is_none() -> None:
    with pytest.raises(PlanFileError, match=r"^client\.json: plan: is missing$"):
        preparation_in(a_client_file(), "client.json")
