import json
from typing import Any

import pytest
from hypothesis import given, settings

from planner.exchange.plan_file import plan_file, schema
from planner.exchange.sample import sample_preparation
from planner.model.plan import Preparation
from tests.exchange.conforming import conforms
from tests.exchange.files import a_file, complaints
from tests.exchange.generated import preparations
from tests.exchange.test_sample import TODAY


def fits(data: bytes) -> bool:
    described = json.loads(json.dumps(schema()))
    return conforms(json.loads(data), described, described)


@settings(max_examples=40, deadline=None)
@given(preparations())
def test_every_plan_file_fits_the_schema(preparation: Preparation) -> None:
    assert fits(plan_file(preparation))


def test_the_sample_fits_the_schema() -> None:
    assert fits(plan_file(sample_preparation(TODAY)))


@pytest.mark.parametrize(
    "plan",
    [
        {"call": {"titel": "x"}},
        {"call": {"minutes": "45"}},
        {"call": {"minutes": 1441}},
        {"call": {"commitment": "Follow up"}},
        {"price": {"floor": "abc"}},
        {"price": {"floor": "98.000"}},
        {"price": {"drivers": {}}},
        {"case": []},
        {"id": "a/b"},
    ],
)
def test_what_is_refused_does_not_fit_the_schema(plan: dict[str, Any]) -> None:
    data = a_file(plan=plan)

    assert complaints(data)
    assert not fits(data)


@pytest.mark.parametrize(
    "plan",
    [
        {},
        {"call": None, "case": {"problems": [None, {"cost": "12000 EUR"}]}},
        {"call": {"deal_value": "98000 EUR", "attendees": [{"contact": None}]}},
        {"price": {"floor": 98000.5, "rate": "0.10", "drivers": [{"hard": "yes", "cadence": None}]}},
    ],
)
def test_what_fits_the_schema_is_read(plan: dict[str, Any]) -> None:
    data = a_file(plan=plan)

    assert fits(data)
    assert complaints(data) == ()


def test_the_schema_says_what_it_is() -> None:
    described = schema()

    assert described["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert described["$id"].startswith("urn:")
    assert described["$defs"]["Price"]["properties"]["rate"]["default"] == "0.10"
    assert described["$defs"]["Driver"]["properties"]["cadence"]["default"] == "year"
