"""Plans with every kind of price, right and wrong, whose own words are all `Ω`, and what is said of them."""

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from random import Random

import msgspec

from planner.charts.chart import Chart
from planner.charts.drawing import Text
from planner.charts.lettering import Lettering
from planner.coaching.price_charts import price_charts
from planner.coaching.price_words.earlier import earlier_discussions
from planner.coaching.price_words.for_the_buyer import buyer_verdict
from planner.coaching.price_words.moments import moments
from planner.coaching.price_words.more_figures import more_figures, simulation_words
from planner.coaching.price_words.pushback import missing_answers
from planner.coaching.price_words.sides import both_sides, driver_words
from planner.coaching.price_words.speech import other_named, other_to_them, speech_of
from planner.coaching.price_words.talk_track import talk_track
from planner.coaching.price_words.verdict import price_verdict
from planner.model.case import Case, Cost, Problem
from planner.model.conversation import AgendaItem, Conversation
from planner.model.plan import Plan
from planner.model.price import (
    Alternative,
    Driver,
    Exchange,
    Price,
    PriceDisclosure,
    PriceDiscussion,
    PriceLine,
    Simulation,
)
from planner.model.pricing.figures import figures
from planner.model.pricing.simulation import simulate
from planner.model.pricing.traced import traced
from planner.model.reflection import PriceRaised, Reflection
from planner.model.terms import AlternativeKind, Cadence, DriverKind, RaisedBy, Side, SimulationShape
from tests.model.pricing.random_plans import random_price

_THIN = Lettering(12, lambda text, size, _bold: len(text) * size * 0.01)
"""Letters so thin that no label is cut or broken."""
_WORDS = ("", "Ω", "Ω Ω")
_PRICES = (None, "0", "80", "100", "100", "120")
_VALUES = (None, "10", "22", "25", "40", "40", "100")


def wordy_plans(count: int, seed: int = 1) -> Iterator[Plan]:
    """Yield plans: prices drawn wide, and prices in few round amounts, which often come out even.

    Two more, beside the count, are of the cases that hardly any draw hits.
    """
    yield Plan(price=_beside_eighty("100", "40"))
    yield Plan(price=_beside_eighty("120", "100"))
    chance = Random(seed)
    for number in range(count):
        price = _round_price(chance) if number % 2 else _wide_price(chance)
        if number % 3 == 0:
            price = _spoilt(price, number // 3, chance)
        yield Plan(
            price=price,
            case=_case(chance),
            conversation=_agenda(chance),
            reflection=Reflection(
                price=PriceRaised(
                    raised_by=chance.choice([None, *RaisedBy]),
                    minute=chance.choice([None, 7]),
                    reaction=chance.choice(_WORDS),
                )
            ),
        )


def said_of_price(plan: Plan) -> Iterator[str]:
    """Yield every text about the plan's price, that of its charts and figures too."""
    price = plan.price
    found, say = figures(price, plan.case), speech_of(price)
    for verdict in (price_verdict(price), buyer_verdict(price, found, say)):
        yield from (verdict.headline, verdict.second)
    yield talk_track(price)
    for inaction in (None, Fraction(30533)):
        for pushback in missing_answers(plan, inaction):
            yield from (pushback.reaction, pushback.answer)
    for side in both_sides(price, found):
        yield from (side.whose, side.total, side.made_of)
    lines = {line.path: line for line in found.lines}
    for row, driver in enumerate(price.drivers):
        yield driver_words(driver, lines[f"price.drivers[{row}]"], say)
    for figure in more_figures(price, found):
        yield from (figure.name, figure.words)
    yield simulation_words(simulate(price, plan.case), say)
    yield from (other_named(price), other_to_them(price), say.period)
    yield from earlier_discussions([plan], Plan(id="OTHER"))
    yield from moments(plan.conversation)
    for traced_figure in traced(price, found).values():
        yield from (traced_figure.name, traced_figure.unit, traced_figure.why)
    for problem in (*found.problems, *found.warnings):
        yield problem.message
    for chart in price_charts(price, found).values():
        yield from said_by_chart(chart)


def said_by_chart(chart: Chart) -> Iterator[str]:
    """Yield what a chart is called, what it is in words, its table, and every text drawn with room."""
    yield from (chart.title, chart.alt)
    for row in chart.rows():
        yield from row
    yield from (shape.text for shape in chart.draw(900, _THIN).shapes if isinstance(shape, Text))


def _wide_price(chance: Random) -> Price:
    price = msgspec.convert(random_price(chance), Price, strict=False)
    return _worded(price, chance)


def _round_price(chance: Random) -> Price:
    def line() -> PriceLine:
        return PriceLine(
            likely=_one_of(chance, _PRICES), cadence=chance.choice([Cadence.YEAR, Cadence.ONE_OFF])
        )

    drivers = (
        Driver(
            likely=_one_of(chance, _VALUES),
            cadence=Cadence.YEAR,
            against_us=chance.random() < 0.3,
        )
        for _ in range(chance.randint(0, 3))
    )
    price = Price(
        currency=chance.choice(["EUR", ""]),
        term_months=chance.choice([None, 1, 12, 12, 36]),
        ours=(line(),),
        alternative=Alternative(prices=(line(),) * chance.randint(0, 1)),
        drivers=tuple(drivers),
    )
    return _worded(price, chance)


def _beside_eighty(ours: str, worth: str) -> Price:
    """Return our price beside a guessed 80, and what it is worth more, all by the year."""
    return Price(
        ours=(PriceLine(likely=Decimal(ours), cadence=Cadence.YEAR),),
        alternative=Alternative(prices=(PriceLine(likely=Decimal(80), cadence=Cadence.YEAR),), known=False),
        drivers=(Driver(name="Ω", likely=Decimal(worth)),),
    )


def _one_of(chance: Random, amounts: tuple[str | None, ...]) -> Decimal | None:
    amount = chance.choice(amounts)
    return None if amount is None else Decimal(amount)


def _worded(price: Price, chance: Random) -> Price:
    def words(*names: str) -> dict[str, str]:
        return {name: chance.choice(_WORDS) for name in names}

    def labelled(lines: tuple[PriceLine, ...]) -> tuple[PriceLine, ...]:
        return tuple(msgspec.structs.replace(line, **words("label")) for line in lines)

    kind = chance.choice([None, *AlternativeKind])
    return msgspec.structs.replace(
        price,
        ours=labelled(price.ours),
        alternative=msgspec.structs.replace(
            price.alternative,
            kind=kind,
            known=chance.choice([None, True, False]),
            prices=labelled(price.alternative.prices),
            **words("name"),
        ),
        drivers=tuple(
            msgspec.structs.replace(
                driver,
                kind=chance.choice(list(DriverKind)),
                **words("name", "basis", "formula", "source", "confirmed_by"),
            )
            for driver in price.drivers
        ),
        disclosure=PriceDisclosure(proof=chance.choice(_WORDS), when=chance.choice(_WORDS)),
        discussions=(
            PriceDiscussion(
                date=chance.choice([None, dt.date(2026, 12, 1)]),
                who_raised_it=chance.choice([None, *Side]),
                their_reaction=chance.choice(_WORDS),
            ),
        ),
        simulation=Simulation(shape=chance.choice(list(SimulationShape)), runs=100),
    )


def _case(chance: Random) -> Case:
    cost = Cost(
        amount=chance.choice([None, Decimal(-5), Decimal(300), Decimal("1e16")]),
        currency=chance.choice(["", "EUR", "CHF"]),
        per=chance.choice([None, *Cadence]),
    )
    return Case(problems=(Problem(cost=cost),) * chance.randint(0, 2))


def _agenda(chance: Random) -> Conversation:
    return Conversation(
        agenda=tuple(
            AgendaItem(topic=chance.choice(_WORDS), minutes=chance.choice([None, 5, 10])) for _ in range(3)
        )
    )


def _spoilt(price: Price, number: int, chance: Random) -> Price:
    """Return the price with something wrong or odd in it, by its number another thing."""
    driver = Driver(name="Ω", basis="Ω", likely=Decimal(50), cadence=Cadence.YEAR)
    odd_drivers: tuple[dict[str, object], ...] = (
        {"low": Decimal(60)},
        {"high": Decimal(40)},
        {"likely": None, "low": Decimal(60), "high": Decimal(40)},
        {"likely": Decimal(-50)},
        {"likely": Decimal(-50), "against_us": True},
        {"likely": Decimal("NaN")},
        {"likely": Decimal("1e16")},
        {"likely": Decimal("1e-21")},
        {"units": Decimal(-1)},
        {"units": Decimal("1e14")},
        {"currency": "Ω"},
        {"currency": "CHF"},
        {"months": 0},
        {"months": 5},
        {"start_month": 90},
        {"basis": "Preis mit uns"},
        {"basis": "", "formula": "Preis mit uns"},
        {"basis": "", "name": "Preis mit uns"},
        {"basis": "", "name": ""},
        {"kind": DriverKind.REVENUE},
        {},
    )
    odd_prices: tuple[dict[str, object], ...] = (
        {"term_months": 0},
        {"rate": Decimal(-2)},
        {"rate": Decimal(8), "term_months": 36},
        {"currency": "Ω"},
        {"ours": ()},
        {"exchange": Exchange(from_="EUR")},
        {"exchange": Exchange(rate=Decimal(-1))},
        {"exchange": Exchange(rate=Decimal("NaN"))},
        {"exchange": Exchange(from_="CHF", to="CHF", rate=Decimal(1))},
        {
            "currency": "EUR",
            "ours": (PriceLine(likely=Decimal("1e9"), currency="CHF"),),
            "exchange": Exchange(from_="CHF", to="EUR", rate=Decimal("1e9"), date=dt.date(2026, 11, 2)),
        },
        {},
    )
    odd = msgspec.structs.replace(driver, **odd_drivers[number % len(odd_drivers)])
    drivers = (*price.drivers, odd, *chance.choice([(), (odd,), (odd,), (driver,) * 6]))
    return msgspec.structs.replace(price, drivers=drivers, **odd_prices[number % len(odd_prices)])
