"""Which charts a price has, and what they say."""

from decimal import Decimal

import msgspec

from planner.charts.break_even import BreakEven
from planner.charts.cash_flow import CashFlowChart
from planner.charts.tornado import Tornado
from planner.charts.worth import DeltaWaterfall, EveStack
from planner.coaching.price_charts import BREAK_EVEN, CASH_FLOW, TORNADO, WORTH, price_charts
from planner.model.price import Alternative, Driver, Price, PriceLine
from planner.model.terms import Cadence


def _yearly(amount: str) -> tuple[PriceLine, ...]:
    return (PriceLine(likely=Decimal(amount), cadence=Cadence.YEAR),)


def _a_price(ours: str = "79000", theirs: str = "67000", **fields: object) -> Price:
    price = Price(
        currency="EUR",
        term_months=12,
        ours=_yearly(ours),
        alternative=Alternative(name="Corvex", prices=_yearly(theirs)),
        drivers=(
            Driver(name="Training", likely=Decimal(3000), against_us=True),
            Driver(name="Line time", low=Decimal(14000), likely=Decimal(19000), high=Decimal(22000)),
            Driver(name="Overtime", likely=Decimal(15000)),
        ),
    )
    return msgspec.structs.replace(price, **fields)


def _bought(amount: str, term: int) -> Price:
    other = Alternative(name="Corvex", prices=_yearly("10000"))
    price = _a_price(term_months=term, alternative=other)
    return msgspec.structs.replace(price, ours=(PriceLine(likely=Decimal(amount)),))


def test_the_stack_goes_from_their_price_to_ours_and_what_is_left() -> None:
    chart = price_charts(_a_price())[WORTH]

    assert isinstance(chart, EveStack)
    assert chart.rows() == (
        ("", "Amount"),
        ("Corvex", "€67,000"),
        ("Line time", "+€19,000"),
        ("Overtime", "+€15,000"),
        ("Training", "−€3,000"),
        ("Economic value", "€98,000"),
        ("Our price", "€79,000"),
        ("Buyer’s gain", "+€19,000"),
    )
    assert chart.title == "What the offer is worth, a year"


def test_where_the_reference_dwarfs_the_difference_that_alone_is_shown() -> None:
    chart = price_charts(_a_price("199000", "187000"))[WORTH]

    assert isinstance(chart, DeltaWaterfall)
    assert chart.rows()[-2:] == (("Value", "worth €31,000"), ("Price difference", "delta €12,000"))


def test_a_loss_is_called_a_loss() -> None:
    chart = price_charts(_a_price("120000"))[WORTH]

    assert chart.rows()[-1] == ("Buyer’s loss", "−€22,000")


def test_break_even_is_of_the_claim() -> None:
    chart = price_charts(_a_price())[BREAK_EVEN]

    assert isinstance(chart, BreakEven)
    assert chart.shown == "break-even 44%"


def test_a_share_near_one_hundred_says_on_which_side_it_is() -> None:
    chart = price_charts(_a_price("98100"))[BREAK_EVEN]

    assert isinstance(chart, BreakEven)
    assert chart.shown == "break-even 100.3%"
    assert chart.share > 1


def test_what_is_cheaper_has_no_break_even() -> None:
    assert BREAK_EVEN not in price_charts(_a_price("60000"))


def test_an_unknown_reference_leaves_nothing_to_draw() -> None:
    assert price_charts(_a_price(alternative=Alternative(name="Corvex", known=False))) == {}


def test_nothing_estimated_leaves_nothing_to_draw() -> None:
    assert price_charts(Price()) == {}


def test_a_price_without_drivers_has_no_charts_of_value() -> None:
    assert price_charts(_a_price(drivers=())) == {}


def test_a_figure_with_a_problem_draws_nothing_that_rests_on_it() -> None:
    wrong = Driver(name="Line time", low=Decimal(9), likely=Decimal(5))

    assert price_charts(_a_price(drivers=(wrong,))) == {}


def test_the_tornado_shows_what_has_a_range() -> None:
    chart = price_charts(_a_price())[TORNADO]

    assert isinstance(chart, Tornado)
    assert chart.rows() == (
        ("", "At worst", "At best"),
        ("Line time", "+€14,000", "+€22,000"),
        ("likely buyer’s gain", "+€19,000", "+€19,000"),
    )


def test_more_against_us_is_worse_for_the_buyer() -> None:
    training = Driver(name="Training", low=Decimal(1), likely=Decimal(3), high=Decimal(9), against_us=True)
    chart = price_charts(_a_price("67000", drivers=(training,)))[TORNADO]

    assert chart.rows()[1] == ("Training", "−€9", "−€1")


def test_a_range_of_their_price_is_named_after_them() -> None:
    theirs = PriceLine(low=Decimal(60000), likely=Decimal(67000), high=Decimal(70000), cadence=Cadence.YEAR)
    chart = price_charts(_a_price(alternative=Alternative(name="Corvex", prices=(theirs,))))[TORNADO]

    assert [row[0] for row in chart.rows()] == ["", "Corvex", "Line time", "likely buyer’s gain"]


def test_the_cash_flow_is_drawn_over_more_than_a_year() -> None:
    price = _bought("100000", 36)
    chart = price_charts(price)[CASH_FLOW]

    assert CASH_FLOW not in price_charts(_a_price())
    assert isinstance(chart, CashFlowChart)
    assert len(chart.amounts) == 37
    assert chart.payback_shown == "paid back in month 30"
    assert chart.rows() == (
        ("Month", "Buyer ahead by, all told"),
        ("0", "−€100,000"),
        ("12", "−€59,000"),
        ("24", "−€18,000"),
        ("36", "€23,000"),
    )


def test_what_never_pays_back_is_said() -> None:
    price = _bought("900000", 24)
    chart = price_charts(price)[CASH_FLOW]

    assert isinstance(chart, CashFlowChart)
    assert chart.payback_shown == "not paid back within 24 months"


def test_amounts_are_written_as_the_locale_writes_them() -> None:
    chart = price_charts(_a_price(), locale="de_DE")[WORTH]

    assert ("Line time", "+19.000\u00a0€") in chart.rows()
