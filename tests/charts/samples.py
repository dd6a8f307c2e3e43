"""Charts as a plan gives them, and any others that a plan could."""

from collections.abc import Sequence
from fractions import Fraction

from hypothesis import strategies as st

from planner.charts.bar_style import BarStyle
from planner.charts.break_even import BreakEven
from planner.charts.cash_flow import CashFlowChart, Month
from planner.charts.chart import Chart, Quantity
from planner.charts.counts import BarPart, Category, CountsChart
from planner.charts.lettering import Lettering, rough_width
from planner.charts.tornado import Tornado, TornadoBar
from planner.charts.trend import Course, Trend, TrendPeriod
from planner.charts.worth import DeltaWaterfall, EveStack

LETTERS = Lettering(12, rough_width)


def money(amount: Fraction) -> str:
    return f"{'−' if amount < 0 else ''}€{abs(amount).__round__():,}"


def quantity(label: str, amount: Fraction | int) -> Quantity:
    return Quantity(label, Fraction(amount), money(Fraction(amount)))


DRIVERS = (
    quantity("Line time", 19000),
    quantity("Overtime", 9000),
    quantity("Late-pallet penalties", 6000),
    quantity("Training, two setters", -3000),
)


def a_stack(drivers: tuple[Quantity, ...] = DRIVERS, reference: int = 40000, price: int = 52000) -> EveStack:
    worth = reference + sum(one.amount for one in drivers)
    return EveStack(
        title="What our offer is worth",
        reference=quantity("Corvex", reference),
        drivers=drivers,
        economic_value=quantity("Economic value", worth),
        price=quantity("Our price", price),
        left_over=quantity("Better off by", worth - price),
    )


def a_waterfall(drivers: tuple[Quantity, ...] = DRIVERS, delta: int = 12000) -> DeltaWaterfall:
    return DeltaWaterfall(
        title="What the difference is made of",
        drivers=drivers,
        worth=quantity("Value", sum(one.amount for one in drivers)),
        delta=quantity("Price difference", delta),
    )


def a_bar(share: Fraction) -> BreakEven:
    return BreakEven(title="Break-even", share=share, shown=f"break-even {round(share * 100)}%")


def a_tornado() -> Tornado:
    return Tornado(
        title="What matters most",
        likely=quantity("likely better off by", 19000),
        swings=(
            TornadoBar("Line time", quantity("low", 14000), quantity("high", 22000)),
            TornadoBar("Late-pallet penalties", quantity("low", 13000), quantity("high", 22000)),
            TornadoBar("Overtime", quantity("low", -17000), quantity("high", 20000)),
        ),
    )


def a_cash_flow(*amounts: int, payback: Fraction | None = Fraction(43, 3)) -> CashFlowChart:
    line = [Fraction(one) for one in amounts or (-30000 + 2100 * month for month in range(37))]
    told = tuple(Month(at, line[at], money(line[at])) for at in _told(line))
    shown = "not within the term" if payback is None else f"paid back after {float(payback):.1f} months"
    return CashFlowChart(
        title="Ahead by", amounts=tuple(line), told=told, payback=payback, payback_shown=shown
    )


def _told(line: Sequence[Fraction]) -> list[int]:
    return sorted({0, line.index(min(line)), len(line) - 1})


STANDS = (BarPart("front"), BarPart("flat", BarStyle.WAITING), BarPart("back", BarStyle.AGAINST))


def some_counts() -> CountsChart:
    return CountsChart(
        title="How we stood",
        parts=STANDS,
        categories=(
            Category("prospecting", (12, 3, 5)),
            Category("discovery", (9, 0, 11)),
            Category("sales conversation", (4, 10, 6)),
            Category("investment", (1, 2, 17)),
        ),
        sample="20 calls",
    )


def a_trend(*shares: int | None) -> Trend:
    given = shares or (20, 35, None, 60, 55, 80)
    return Trend(
        title="Price said first by us",
        periods=tuple(TrendPeriod(f"2026-{at:02}", 5 * at) for at in range(1, len(given) + 1)),
        courses=(_course("share of the calls", given),),
    )


def _course(label: str, shares: tuple[int | None, ...]) -> Course:
    return Course(
        label,
        tuple(None if one is None else Fraction(one, 100) for one in shares),
        tuple("–" if one is None else f"{one}%" for one in shares),
    )


def four_trends() -> Trend:
    one = a_trend()
    courses = tuple(
        _course(name, tuple((at * step * 7) % 101 for at in range(1, 7)))
        for name, step in (("prospecting", 1), ("discovery", 2), ("sales conversation", 3), ("investment", 5))
    )
    return Trend(title="Front-footed, by initiative", periods=one.periods, courses=courses)


SAMPLES: dict[str, Chart] = {
    "stack": a_stack(),
    "waterfall": a_waterfall(),
    "break-even": a_bar(Fraction(44, 100)),
    "break-even beyond the claim": a_bar(Fraction(167, 100)),
    "tornado": a_tornado(),
    "cash flow": a_cash_flow(),
    "counts": some_counts(),
    "trend": a_trend(),
    "trends": four_trends(),
}

_amounts = st.one_of(
    st.integers(-(10**6), 10**6).map(Fraction),
    st.fractions(-(10**15), 10**15),
    st.fractions(-1, 1),
    st.just(Fraction(0)),
)
_labels = st.one_of(st.text(max_size=12), st.text(alphabet="Wiedergewonnene Zeit der Linie ", max_size=200))
quantities = st.builds(quantity, _labels, _amounts)
_many = st.lists(quantities, max_size=12).map(tuple)


def _stack(reference: Fraction, drivers: tuple[Quantity, ...], price: Fraction) -> EveStack:
    return EveStack(
        title="What our offer is worth",
        reference=quantity("Corvex", abs(reference)),
        drivers=drivers,
        economic_value=quantity("Economic value", abs(reference) + sum(one.amount for one in drivers)),
        price=quantity("Our price", price),
        left_over=quantity("Left", abs(reference) + sum(one.amount for one in drivers) - price),
    )


def _waterfall(drivers: tuple[Quantity, ...], delta: Fraction) -> DeltaWaterfall:
    worth = sum((one.amount for one in drivers), Fraction(0))
    return DeltaWaterfall(
        title="The difference",
        drivers=drivers,
        worth=quantity("Value", worth),
        delta=quantity("Price difference", delta),
    )


def _cash_flow(amounts: list[Fraction], payback: Fraction | None) -> CashFlowChart:
    told = tuple(Month(at, amounts[at], money(amounts[at])) for at in _told(amounts))
    return CashFlowChart(
        title="Ahead by",
        amounts=tuple(amounts),
        told=told,
        payback=payback,
        payback_shown="paid back some day",
    )


stacks = st.builds(_stack, _amounts, _many, _amounts)
waterfalls = st.builds(_waterfall, _many, _amounts)
bars = st.builds(a_bar, st.fractions(0, 1000))
_swings = st.lists(st.builds(TornadoBar, _labels, quantities, quantities), max_size=12).map(tuple)
tornadoes = st.builds(Tornado, title=st.just("What matters"), likely=quantities, swings=_swings)
cash_flows = st.builds(
    _cash_flow,
    st.lists(_amounts, min_size=1, max_size=121),
    st.one_of(st.none(), st.fractions(0, 150)),
)


def _counts(parts: int, rows: list[tuple[str, list[int]]]) -> CountsChart:
    looks = list(BarStyle)
    return CountsChart(
        title="How many",
        parts=tuple(BarPart(f"part {at} of several", looks[at]) for at in range(parts)),
        categories=tuple(Category(label, tuple((counts * parts)[:parts])) for label, counts in rows),
        sample="many calls",
    )


_rows = st.lists(
    st.tuples(_labels, st.lists(st.integers(0, 10**6), min_size=1, max_size=5)), min_size=1, max_size=12
)
counts = st.builds(_counts, st.integers(1, 5), _rows)


def _trend(periods: list[tuple[str, int]], lines: list[list[int | None]]) -> Trend:
    courses = tuple(
        _course(f"line {at}", tuple((line * len(periods))[: len(periods)])) for at, line in enumerate(lines)
    )
    return Trend(title="Trend", periods=tuple(TrendPeriod(*one) for one in periods), courses=courses)


_shares = st.one_of(st.none(), st.integers(0, 100))
trends = st.builds(
    _trend,
    st.lists(st.tuples(_labels, st.integers(0, 10**4)), min_size=1, max_size=40),
    st.lists(st.lists(_shares, min_size=1, max_size=40), min_size=1, max_size=5),
)
any_chart: st.SearchStrategy[Chart] = st.one_of(
    stacks, waterfalls, bars, tornadoes, cash_flows, counts, trends
)
