"""The price delta: both prices, what the difference buys, and how it is said.

All amounts are seen from the buyer's side, in one currency, over one term, before tax.
A blank amount is 'not estimated': it is left out and counted, never taken as 0.
"""

import datetime as dt
from decimal import Decimal
from typing import Annotated

from msgspec import Meta

from planner.model.part import Amount, Essential, Fixed, Months, OneToTen, Part, Private, PrivateText
from planner.model.terms import (
    AlternativeKind,
    Cadence,
    DisclosureDiscussion,
    DriverKind,
    Side,
    SimulationShape,
)


class PriceLine(Part, frozen=True):
    """One line of a price. A known price needs only `likely`.

    The amount counts once per unit, times `units`, in `currency`: blank is the price's own. Month 0
    is signature; a recurring amount falls at the end of its period unless prepaid. `months` blank
    means to the end of the term.
    """

    label: str = ""
    low: Amount = None
    likely: Amount = None
    high: Amount = None
    currency: str = ""
    cadence: Cadence = Cadence.ONE_OFF
    units: Decimal | None = None
    start_month: Months = None
    months: Months = None
    prepaid: bool = False


class Alternative(Part, frozen=True):
    """What the client does if not buying from us; its price may be unknown."""

    kind: AlternativeKind | None = None
    name: str = ""
    known: bool | None = None
    prices: tuple[PriceLine, ...] = ()


class Exchange(Part, frozen=True, rename={"from_": "from"}):
    """One unit of `from` is `rate` units of `to` on the date given."""

    from_: str = ""
    to: str = ""
    rate: Decimal | None = None
    date: dt.date | None = None


class Driver(Part, frozen=True):
    """One reason the offer is worth more, or less, than the alternative.

    `against_us` marks switching costs, training and what the alternative does better; our own
    price is never a driver. `basis` names the quantity the value draws on: two drivers on one
    basis may count it twice. Revenue counts at margin. `confirmed_by_id` is the id of the contact who
    confirmed it, "" if that is known by the name alone.
    """

    name: str = ""
    kind: DriverKind | None = None
    against_us: bool = False
    low: Amount = None
    likely: Amount = None
    high: Amount = None
    currency: str = ""
    cadence: Cadence = Cadence.YEAR
    units: Decimal | None = None
    start_month: Months = None
    months: Months = None
    ramp_months: Months = None
    basis: str = ""
    formula: str = ""
    source: str = ""
    hard: bool = False
    confirmed_by: str = ""
    confirmed_by_id: Annotated[str, Fixed] = ""
    confirmed_on: dt.date | None = None


class Simulation(Part, frozen=True):
    """How the value is simulated: shape of each range from low to high, seed, number of runs."""

    shape: SimulationShape = SimulationShape.TRIANGULAR
    seed: Annotated[int, Meta(ge=0, le=2**31 - 1)] = 1
    runs: Annotated[int, Meta(ge=1, le=1_000_000)] = 10_000


class PriceDisclosure(Part, frozen=True):
    """When in the conversation the price is said, in which words, with which proof."""

    discussion: DisclosureDiscussion | None = None
    when: str = ""
    wording: str = ""
    proof: str = ""


class PriceDiscussion(Part, frozen=True):
    """A discussion in which the price came up."""

    date: dt.date | None = None
    who_raised_it: Side | None = None
    their_reaction: str = ""


class Pushback(Part, frozen=True):
    """A reaction to the price, and our answer."""

    reaction: str = ""
    answer: str = ""


class Concession(Part, frozen=True):
    """Something they may ask for, what it costs us and is worth to them, and our ask in return."""

    request: str = ""
    cost_to_us: OneToTen = None
    value_to_them: OneToTen = None
    ask_in_return: str = ""
    when: str = ""


class Price(Part, frozen=True):
    """Both prices over one term, what the difference is worth, and how it is said."""

    currency: str = ""
    term_months: Annotated[int, Meta(ge=1, le=1200)] | None = None
    rate: Decimal = Decimal("0.10")
    unit: str = ""
    ours: Annotated[tuple[PriceLine, ...], Essential] = ()
    alternative: Annotated[Alternative, Essential] = Alternative()
    exchange: Exchange = Exchange()
    drivers: Annotated[tuple[Driver, ...], Essential] = ()
    simulation: Simulation = Simulation()
    disclosure: Annotated[PriceDisclosure, Essential] = PriceDisclosure()
    talk_track: str = ""
    pushback: tuple[Pushback, ...] = ()
    discussions: tuple[PriceDiscussion, ...] = ()
    floor: Annotated[Amount, Private] = None
    walk_away: PrivateText = ""
    non_negotiables: Annotated[tuple[str, ...], Private] = ()
    concessions: Annotated[tuple[Concession, ...], Private] = ()
