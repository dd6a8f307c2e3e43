"""What is worth a second look."""

from decimal import Decimal

import msgspec
import pytest

from planner.model.case import Case, Cost, Problem
from planner.model.price import Alternative, Driver, Price, PriceLine
from planner.model.pricing.figures import figures
from planner.model.terms import Cadence, DriverKind
from tests.model.pricing.prices import a_month, a_year, once


def warned(price: Price, case: Case | None = None) -> dict[str, str]:
    return {one.path: one.message for one in figures(price, case).warnings}


def confirmed(**fields: object) -> Driver:
    return Driver(**{"likely": Decimal(5), "confirmed_by": "the plant manager"} | fields)  # type: ignore[arg-type]


SOUND = Price(
    term_months=36,
    ours=(a_year(10),),
    alternative=Alternative(prices=(a_month(1),)),
    drivers=(confirmed(basis="hours"), confirmed(basis="scrap")),
)


def with_drivers(*drivers: Driver) -> Price:
    return msgspec.structs.replace(SOUND, drivers=drivers)


def test_a_sound_price_needs_no_second_look() -> None:
    assert warned(SOUND) == {}


def test_two_drivers_on_one_basis_may_count_it_twice() -> None:
    price = with_drivers(
        confirmed(name="Less overtime", basis="Hours of  line 3"),
        confirmed(basis="scrap"),
        confirmed(name="More output", basis=" hours of line 3 "),
        confirmed(basis="", name="none"),
        confirmed(basis=" ", name="none either"),
    )
    assert warned(price) == {
        "price.drivers[2].basis": (
            'draws on "hours of line 3" like "Less overtime"; one value may be counted twice'
        )
    }


def test_two_drivers_of_one_name_without_a_basis_may_count_one_value_twice() -> None:
    price = with_drivers(
        confirmed(name="Less  Overtime"),
        confirmed(basis="scrap"),
        confirmed(name=" less overtime ", likely=None),
    )
    assert warned(price) == {
        "price.drivers[2].name": "has the same name as driver 1; one value may be counted twice",
        "price.drivers[2]": "is not estimated; left out, not 0",
    }


@pytest.mark.parametrize("other", [{"basis": "hours"}, {"against_us": True}, {"name": "Overtime"}])
def test_one_name_with_a_basis_of_its_own_or_on_the_other_side_is_no_second_count(
    other: dict[str, object],
) -> None:
    assert (
        warned(with_drivers(confirmed(name="Less overtime"), confirmed(**{"name": "Less overtime"} | other)))
        == {}
    )


def test_a_driver_entered_twice_is_told_even_without_a_name() -> None:
    assert warned(with_drivers(confirmed(), confirmed(likely=Decimal(6)), confirmed())) == {
        "price.drivers[2]": "is the same as driver 1; one value may be counted twice"
    }


def test_rows_not_yet_filled_are_no_twins() -> None:
    told = warned(with_drivers(confirmed(), Driver(), Driver()))
    assert set(told.values()) == {"is not estimated; left out, not 0"}


def test_more_than_five_drivers_are_a_hint() -> None:
    six = [confirmed(likely=Decimal(amount)) for amount in range(1, 7)]
    assert warned(with_drivers(*six[:5])) == {}
    assert warned(with_drivers(*six)) == {"price.drivers": "6 drivers; three to five are easier to believe"}


def test_nothing_confirmed_is_said_once() -> None:
    price = with_drivers(Driver(likely=Decimal(5)), Driver(likely=Decimal(6)))
    assert warned(price) == {
        "price.drivers": "every figure is our own estimate; none is confirmed by the client"
    }


def test_a_blank_line_is_left_out_and_told() -> None:
    price = with_drivers(confirmed(), confirmed(likely=None))
    assert warned(price) == {"price.drivers[1]": "is not estimated; left out, not 0"}
    blank_price = msgspec.structs.replace(SOUND, ours=(a_year(10), PriceLine(label="set-up")))
    assert warned(blank_price) == {"price.ours[1]": "is not estimated; left out, not 0"}


def test_revenue_counts_at_margin() -> None:
    revenue = confirmed(kind=DriverKind.REVENUE, formula="400 crowns × 210")
    at_margin = confirmed(kind=DriverKind.REVENUE, formula="400 crowns × 210 × 35% Margin")

    assert warned(with_drivers(revenue)) == {
        "price.drivers[0].formula": "revenue counts at margin, not in full"
    }
    assert warned(with_drivers(at_margin)) == {}


def test_a_term_that_is_not_given_is_told() -> None:
    price = msgspec.structs.replace(SOUND, term_months=None)
    assert warned(price) == {"price.term_months": "is blank; 12 months are taken"}


def test_a_price_paid_once_beside_one_that_recurs_holds_for_this_term_only() -> None:
    price = msgspec.structs.replace(SOUND, ours=(once(300),))
    assert warned(price) == {
        "price.term_months": (
            "one price is paid once, the other again and again: the delta holds for 36 months"
        )
    }


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            a_month(1, months=12),
            {"price.ours[1].months": "ends after month 12 of 36; nothing is counted after that"},
        ),
        (
            a_month(1, start_month=6, months=12),
            {"price.ours[1].months": "ends after month 18 of 36; nothing is counted after that"},
        ),
        (a_month(1, months=36), {}),
        (a_month(1, start_month=30, months=12), {}),
        (
            a_month(1, start_month=36),
            {"price.ours[1].start_month": "falls outside the term; it counts nothing"},
        ),
        (a_month(1, months=0), {"price.ours[1].months": "is 0; it counts nothing"}),
        (once(1, at=36), {}),
        (once(1, at=37), {"price.ours[1].start_month": "falls outside the term; it counts nothing"}),
    ],
)
def test_a_line_that_does_not_last_is_told(line: PriceLine, expected: dict[str, str]) -> None:
    price = msgspec.structs.replace(SOUND, ours=(a_year(10), line))
    assert warned(price) == expected


def test_ten_for_ten_percent_is_asked_about() -> None:
    assert warned(msgspec.structs.replace(SOUND, rate=Decimal(10))) == {
        "price.rate": "is 1000% a year; 10% is written 0.10"
    }


def test_a_cost_without_a_period_is_left_out_and_told() -> None:
    case = Case(problems=(Problem(cost=Cost(amount=Decimal(5))), Problem(cost=Cost(per=Cadence.MONTH))))
    found = figures(SOUND, case)

    assert warned(SOUND, case) == {"case.problems[0].cost.per": "is blank; the cost is left out"}
    assert found.inaction.per_month is None
    assert found.inaction.left_out == ("case.problems[0].cost", "case.problems[1].cost")


def test_what_costs_once_is_never_spread_over_months() -> None:
    case = Case(
        problems=(
            Problem(cost=Cost(amount=Decimal(1_200), per=Cadence.YEAR)),
            Problem(cost=Cost(amount=Decimal(300), per=Cadence.QUARTER)),
            Problem(cost=Cost(amount=Decimal(5_000), per=Cadence.ONE_OFF)),
        )
    )
    found = figures(SOUND, case).inaction

    assert [found.per_month, found.per_year, found.once] == [200, 2_400, 5_000]
    assert figures(SOUND, case).likely == figures(SOUND).likely
