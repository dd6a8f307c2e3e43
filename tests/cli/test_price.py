"""`front-foot price`: every figure of a plan's price, to be traced."""

import datetime as dt
import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from planner.exchange.plan_file import plan_file
from planner.model.case import Cost, Problem
from planner.model.fields import read_field
from planner.model.plan import Preparation
from planner.model.price import Driver, Exchange, Price, PriceLine
from planner.model.pricing.figures import figures
from planner.model.pricing.own_price import OWN_PRICE_MESSAGE
from planner.model.terms import Cadence
from planner.store.library import Library
from tests.builders import a_plan
from tests.cli.running import SAMPLE, FrontFoot, written
from tests.model.pricing.prices import higher_than, once, worth

STABLE = {
    "reference",
    "price",
    "delta",
    "premium",
    "value_for",
    "value_against",
    "differentiation",
    "eve",
    "surplus",
    "client_share",
    "break_even_share",
    "return_on_difference",
    "pv_costs",
    "pv_benefits",
    "npv",
    "roi",
    "payback_months",
    "cost_of_inaction_per_month",
    "scenarios",
    "simulation",
    "tornado",
    "warnings",
}


@pytest.fixture
def priced(front_foot: FrontFoot, folder: Path) -> Any:
    """Prints the figures of a price in a library of its own; returns them, the exit code and stderr."""

    def told(price: Price, **fields: object) -> tuple[dict[str, Any], int, str]:
        preparation = a_plan(price=price, **fields)
        library = Library.open(folder)
        library.add([preparation])
        library.close()
        ended = front_foot("price", preparation.plan.id, "--json")
        return json.loads(ended.out), ended.status, ended.err.replace(preparation.plan.id, "ID")

    return told


def test_every_figure_is_there_and_traced(front_foot: FrontFoot) -> None:
    front_foot("sample")
    ended = front_foot("price", "sample", "--json")
    told = json.loads(ended.out)
    sample = json.loads(front_foot("show", SAMPLE).out)

    assert (ended.status, ended.err) == (0, "")
    assert set(told) >= STABLE
    assert set(told["scenarios"]) == {"low", "likely", "high", "half"}
    assert sample["plan"]["id"] == told["plan"]
    for key, figure in told["figures"].items():
        assert figure["value"] == told[key]
        assert figure["name"]
        assert figure["unit"]
        assert (figure["value"] is None) == (key in told["why"])
        if figure["value"] is None:
            assert figure["why"] == told["why"][key]
        else:
            assert figure["inputs"], key
            Decimal(figure["value"])


def test_inputs_are_fields_of_the_plan(front_foot: FrontFoot, folder: Path) -> None:
    front_foot("sample")
    told = json.loads(front_foot("price", "sample", "--json").out)
    preparation = Library.open(folder, read_only=True).preparation(SAMPLE)

    for figure in told["figures"].values():
        for path in figure["inputs"]:
            assert read_field(preparation, path) is not None, path
    assert "plan.price.ours[0].likely" in told["figures"]["price"]["inputs"]
    assert not any("drivers" in path for path in told["figures"]["delta"]["inputs"])


def test_figures_are_those_of_the_model_rounded_once(priced: Any) -> None:
    price = higher_than("90000", "100000.005", worth("20000.333"))
    told, status, _ = priced(price, **{"price.currency": "EUR"})
    found = figures(price).likely

    assert status == 0
    assert told["price"] == "100000.01"
    assert told["value_for"] == "20000.33"
    assert found.surplus == Decimal("10000.328")
    assert told["surplus"] == "10000.33"
    assert told["premium"] == "0.111111"
    assert told["scenarios"]["half"]["value_for"] == "10000.17"


@pytest.mark.parametrize(
    ("currency", "shown"), [("JPY", "13"), ("KWD", "12.500"), ("EUR", "12.50"), ("", "12.50")]
)
def test_money_has_the_digits_of_its_currency(priced: Any, currency: str, shown: str) -> None:
    told, _, _ = priced(higher_than("0", "12.5"), **{"price.currency": currency})

    assert told["price"] == shown
    assert told["currency"] == (currency or None)


def test_what_does_not_apply_is_null_and_says_why(priced: Any) -> None:
    told, status, err = priced(higher_than("100", "90", worth("5")))

    assert (status, err) == (0, "")
    assert told["delta"] == "-10.00"
    assert told["break_even_share"] is None
    assert "no premium" in told["why"]["break_even_share"]
    assert told["payback_months"] is None
    assert "nothing" not in told["why"]["payback_months"]
    assert "no premium to pay back" in told["why"]["payback_months"]
    assert told["cost_of_inaction_per_month"] is None
    assert told["standing"] == "cheaper than the alternative"


def test_an_unknown_price_leaves_what_does_not_need_it(priced: Any) -> None:
    told, status, _ = priced(Price(term_months=12, ours=(once(100),), drivers=(worth(30),)))

    assert status == 0
    for key in ("reference", "delta", "premium", "eve", "surplus", "break_even_share", "npv", "roi"):
        assert told[key] is None
        assert "the alternative's price is not known" in told["why"][key]
    assert told["simulation"] is None
    assert told["tornado"] == []
    assert "not known" in told["why"]["simulation"]
    assert (told["differentiation"], told["highest_losing_reference"]) == ("30.00", "70.00")


def test_what_is_blank_is_left_out_and_counted(priced: Any) -> None:
    told, status, _ = priced(higher_than("100", "110", worth("50"), Driver(name="overtime")))

    assert status == 0
    assert told["not_estimated"] == ["plan.price.drivers[1]"]
    assert told["value_for"] == "50.00"
    assert {"path": "plan.price.drivers[1]", "message": "is not estimated; left out, not 0"} in told[
        "warnings"
    ]


def test_immediate_and_never_are_told_apart(priced: Any) -> None:
    monthly = Driver(likely=Decimal(50), cadence=Cadence.MONTH)
    at_once, _, _ = priced(higher_than("100", "110", worth("50"), monthly))
    never, _, _ = priced(higher_than("100", "900", monthly))

    assert at_once["payback_months"] == "0"
    assert never["payback_months"] is None
    assert never["why"]["payback_months"] == "not within 12 months"


def test_the_cost_of_inaction_stays_apart(priced: Any) -> None:
    problems = (
        Problem(cost=Cost(amount=Decimal(366_400), per=Cadence.YEAR)),
        Problem(cost=Cost(amount=Decimal(9_000), per=Cadence.ONE_OFF)),
    )
    told, _, _ = priced(higher_than("100", "110", worth("50")), **{"case.problems": problems})

    assert told["cost_of_inaction_per_month"] == "30533.33"
    assert told["cost_of_inaction_once"] == "9000.00"
    assert told["differentiation"] == "50.00"


def test_problems_are_told_each_at_its_field(priced: Any) -> None:
    upside_down = Driver(low=Decimal(30), likely=Decimal(20), high=Decimal(10), cadence=Cadence.ONE_OFF)
    told, status, err = priced(higher_than("100", "110", worth("50"), upside_down))

    assert status == 1
    assert err.splitlines() == [
        "ID: plan.price.drivers[1].low: 30 is more than likely, 20",
        "ID: plan.price.drivers[1].high: 10 is less than likely, 20",
    ]
    assert told["delta"] == "10.00"
    assert told["surplus"] is None
    assert told["why"]["surplus"] == "price.drivers[1].low: 30 is more than likely, 20"
    assert [one["path"] for one in told["problems"]] == [
        "plan.price.drivers[1].low",
        "plan.price.drivers[1].high",
    ]


def test_the_rate_that_was_used_is_printed(priced: Any, front_foot: FrontFoot) -> None:
    dollars = PriceLine(likely=Decimal(100), currency="USD")
    exchange = Exchange(from_="USD", to="EUR", rate=Decimal("0.80"), date=dt.date(2026, 11, 2))
    told, status, _ = priced(Price(currency="EUR", ours=(dollars,), exchange=exchange, unit="a set"))

    assert status == 0
    assert (told["price"], told["unit"]) == ("80.00", "a set")
    assert told["exchange"] == {"from": "USD", "to": "EUR", "rate": "0.80", "date": "2026-11-02"}
    assert set(told["figures"]["price"]["inputs"]) >= {
        "plan.price.ours[0].currency",
        "plan.price.exchange.rate",
    }
    assert "1 USD is 0.80 EUR (2026-11-02)" in front_foot("price", told["plan"]).out.splitlines()


def test_people_get_a_table(front_foot: FrontFoot) -> None:
    front_foot("sample")
    ended = front_foot("price", "sample")

    assert ended.status == 0
    lines = ended.out.splitlines()
    assert any(
        line.split() == ["Price", "delta", "72,000.00", "GBP", "over", "36", "months"] for line in lines
    )
    assert any(line.startswith("Premium over") and line.endswith("20%") for line in lines)
    assert any(line.startswith("Simulated (triangular, seed 1, 10,000 runs)") for line in lines)


def test_a_table_of_an_empty_price_says_what_is_missing(front_foot: FrontFoot, folder: Path) -> None:
    preparation = a_plan()
    library = Library.open(folder)
    library.add([preparation])
    library.close()

    ended = front_foot("price", preparation.plan.id)

    assert (ended.status, ended.err) == (0, "")
    assert "our price is not estimated" in ended.out


def odd(**fields: object) -> Preparation:
    return a_plan(price=higher_than("100", "110", worth("50")), **fields)


def test_importing_says_what_of_a_price_cannot_be_used(front_foot: FrontFoot, tmp_path: Path) -> None:
    preparation = odd(**{"price.rate": Decimal(-1), "price.drivers[0].formula": "2% of our price"})
    path = written(tmp_path / "odd.json", preparation)

    ended = front_foot("import", path)

    assert ended.status == 0
    assert ended.out == f"{path}: {preparation.plan.id} added\n"
    assert [line.removeprefix(f"{path}: plan.price.") for line in ended.err.splitlines()] == [
        "rate: expected a rate above −100%, got −100%",
        f"drivers[0].formula: {OWN_PRICE_MESSAGE}",
    ]


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("term_months", "0", "plan.price.term_months: expected a whole number from 1 to 1200, got 0"),
        ("rate", "NaN", ""),
        ("rate", '"NaN"', "plan.price.rate: "),
        ("floor", "1e16", "plan.price.floor: expected a number of at most 10^15, got 1E+16"),
    ],
)
def test_what_is_no_number_at_all_is_refused(
    front_foot: FrontFoot, tmp_path: Path, field: str, value: str, told: str
) -> None:
    content = json.loads(plan_file(odd()))
    content["plan"]["price"][field] = "HERE"
    data = json.dumps(content).replace('"HERE"', value).encode()
    path = written(tmp_path / "bad.json", data)

    ended = front_foot("import", path)

    assert (ended.status, ended.out) == (1, "")
    assert ended.err.startswith(f"{path}: {told}")


def test_another_currency_is_refused_without_a_rate(priced: Any) -> None:
    dollars = PriceLine(likely=Decimal(100), currency="USD")
    price = Price(currency="EUR", term_months=12, ours=(dollars,), drivers=(worth(5),))
    told, status, err = priced(price)

    assert status == 1
    assert err.startswith("ID: plan.price.ours[0].currency: USD beside EUR; ")
    assert told["price"] is None
    assert told["value_for"] == "5.00"


def test_a_rate_near_the_impossible_is_printed_whole(
    priced: Any, front_foot: FrontFoot, tmp_path: Path
) -> None:
    monthly = Driver(likely=Decimal(50), cadence=Cadence.MONTH)
    price = higher_than("100", "110", monthly, term=1200)
    told, status, err = priced(price, **{"price.rate": Decimal("-0.9999")})

    assert (status, err) == (0, "")
    assert len(told["npv"]) > 400
    assert f"{Decimal(told['npv']):,f}" in front_foot("price", told["plan"]).out
    for document in ("price", "call-plan", "dossier"):
        ended = front_foot("export", told["plan"], "--document", document, "--out", tmp_path / "page.pdf")
        assert (ended.status, ended.err) == (0, ""), document
