"""The figures behind the verdict, each with its name."""

from decimal import Decimal

import msgspec
import pytest

from planner.coaching.price_words.more_figures import chance, more_figures, simulation_words
from planner.coaching.price_words.speech import speech_of
from planner.model.case import Case, Cost, Problem
from planner.model.price import Price, Simulation
from planner.model.pricing.figures import figures
from planner.model.pricing.simulation import simulate
from planner.model.terms import Cadence
from tests.coaching.price_words.prices import a_price


def _named(price: Price, case: Case | None = None) -> dict[str, str]:
    listed = more_figures(price, figures(price, case))
    plain = ((one.name.replace("\u00a0", " "), one.words.replace("\u00a0", " ")) for one in listed)
    return dict(plain)


def test_a_year_is_not_discounted_and_every_scenario_is_said() -> None:
    shown = _named(a_price("100000", "90000", "20000"))
    assert shown == {
        "Everything at its worst": "they gain €10,000",
        "Everything as is likely": "they gain €10,000",
        "Everything at its best": "they gain €10,000",
        "Half of the claim": "they come out even",
        "Price difference as a share of theirs": "11%",
        "What each €1 more buys": "€2",
        "Return on the price difference": "100%",
        "Their part of the added value": "50%",
        "Net present value, not discounted": "€10,000",
        "Return on everything paid, not discounted": "10%",
        "The difference is paid back": "at once",
        "What each month of waiting costs them": "€833, after our price",
    }


def test_without_small_money_each_hundred_more_is_spoken_of() -> None:
    price = msgspec.structs.replace(a_price("1500", "1000", "800"), currency="JPY")
    assert _named(price)["What each JP¥100 more buys"] == "JP¥160"


def test_several_years_are_discounted_and_paid_back_in_a_month() -> None:
    shown = _named(a_price("67000", "67000", "31000", once="40000", term=36))
    assert shown["The difference is paid back"] == "in month 16"
    assert shown["Net present value, at 10% a year"].startswith("€")


def test_what_does_not_pay_back_says_so() -> None:
    shown = _named(a_price("67000", "67000", "9000", once="40000", term=36))
    assert shown["The difference is paid back"] == "not within 36 months"
    assert shown["Everything as is likely"] == "they lose €13,000"


def test_cheaper_has_no_payback_and_no_return_on_the_difference() -> None:
    shown = _named(a_price("60000", "67000", "5000"))
    assert not [name for name in shown if "paid back" in name or "Return on the price" in name]


def test_what_the_problems_cost_stands_apart() -> None:
    case = Case(problems=(Problem(cost=Cost(amount=Decimal(30000), per=Cadence.MONTH)),))
    price = a_price("100000", "90000", "20000")
    with_case, without = _named(price, case), _named(price)
    told = with_case.pop("What their problems cost, by the case for change")
    assert told == "€30,000 a month; the value seen from the other side, not added to it"
    assert with_case == without


def test_nothing_entered_lists_nothing() -> None:
    assert _named(Price()) == {}


def test_a_simulation_says_its_runs_its_shape_and_its_seed() -> None:
    price = msgspec.structs.replace(a_price("100", "90", "20"), simulation=Simulation(seed=7, runs=1200))
    words = simulation_words(simulate(price), speech_of(price)).replace("\u00a0", " ")
    assert words == (
        "In 100% of 1,200 runs they gain: €10 a year in the middle one; "
        "one in ten is below €10, one in ten above €10. (Triangular, seed 7.)"
    )


@pytest.mark.parametrize(
    ("share", "words"),
    [(0, "0%"), (0.003, "fewer than 1%"), (0.5, "50%"), (0.9999, "more than 99%"), (1, "100%")],
)
def test_no_chance_is_rounded_to_certainty(share: float, words: str) -> None:
    assert chance(share).replace("\u00a0", " ") == words


def test_what_cannot_be_simulated_says_nothing() -> None:
    assert simulation_words(simulate(Price()), speech_of(Price())) == ""
