"""How amounts of one price are spoken of: over which time, in which money, beside whom."""

from fractions import Fraction

import msgspec

from planner.model.price import Driver, Price, PriceLine
from planner.model.pricing.exchange import currency_of
from planner.model.pricing.ledger import DEFAULT_TERM_MONTHS
from planner.model.pricing.lines import estimate
from planner.model.terms import AlternativeKind, Cadence
from planner.wording.money import ENGLISH, estimated_money, exact_money
from planner.wording.text import one_line

_MONTHS_A_YEAR = 12
_UNNAMED = {
    AlternativeKind.COMPETITOR: "the competitor",
    AlternativeKind.IN_HOUSE: "doing it in-house",
    AlternativeKind.STATUS_QUO: "staying as it is",
}


class Speech(msgspec.Struct, frozen=True):
    """Says totals over the term as a year's worth where every year is alike, else over the term.

    A one-off, a ramp or a late start makes years unlike: then nothing is spread over them.
    """

    currency: str
    term_months: int
    yearly: bool
    locale: str = ENGLISH

    @property
    def period(self) -> str:
        """`a year`, or `over 36 months`."""
        if self.yearly:
            return "a year"
        return "over 1 month" if self.term_months == 1 else f"over {self.term_months} months"

    def exact(self, total: Fraction) -> str:
        """Return a price of the period, exactly."""
        return exact_money(self._of_period(total), self.currency, self.locale)

    def about(self, total: Fraction) -> str:
        """Return an estimate for the period, to three significant figures."""
        return estimated_money(self._of_period(total), self.currency, self.locale)

    def _of_period(self, total: Fraction) -> Fraction:
        return total * _MONTHS_A_YEAR / self.term_months if self.yearly else total


def speech_of(price: Price, locale: str = ENGLISH) -> Speech:
    """Return how the amounts of a price are spoken of, in the numbers of the locale."""
    term = price.term_months or DEFAULT_TERM_MONTHS
    lines: list[PriceLine | Driver] = [*price.ours, *price.alternative.prices, *price.drivers]
    counted = [line for line in lines if estimate(line, "likely")]
    yearly = term % _MONTHS_A_YEAR == 0 and bool(counted) and all(_every_year(one, term) for one in counted)
    return Speech(currency_of(price), term, yearly, locale)


def _every_year(line: PriceLine | Driver, term: int) -> bool:
    """Whether each year of the term bears the same of the line."""
    ramps = isinstance(line, Driver) and bool(line.ramp_months)
    lasts = line.months is None or line.months >= term
    return line.cadence is not Cadence.ONE_OFF and not line.start_month and lasts and not ramps


def other_named(price: Price) -> str:
    """Return what the next best alternative is called within a sentence."""
    other = price.alternative
    return one_line(other.name) or (_UNNAMED[other.kind] if other.kind else "the alternative")


def other_to_them(price: Price) -> str:
    """Return what the next best alternative is called before the client."""
    other = price.alternative
    if other.kind is AlternativeKind.IN_HOUSE:
        return "doing it yourselves"
    if other.kind is AlternativeKind.STATUS_QUO:
        return "staying as you are"
    return one_line(other.name) or "the other offer"
