"""How amounts of one price are spoken of: over which time, in which money, beside whom."""

from fractions import Fraction

import msgspec

from planner.model.price import Driver, Price, PriceLine
from planner.model.pricing.exchange import currency_of
from planner.model.pricing.ledger import DEFAULT_TERM_MONTHS
from planner.model.pricing.lines import estimate
from planner.model.terms import AlternativeKind, Cadence
from planner.translation import N_, _, ngettext
from planner.wording.money import ENGLISH, counted, estimated_money, exact_money
from planner.wording.text import capitalised, one_line

_MONTHS_A_YEAR = 12
_UNNAMED = {
    AlternativeKind.COMPETITOR: N_("the competitor"),
    AlternativeKind.IN_HOUSE: N_("doing it in-house"),
    AlternativeKind.STATUS_QUO: N_("staying as it is"),
    None: N_("the alternative"),
}
_UNNAMED_ALONE = {
    AlternativeKind.COMPETITOR: N_("The competitor"),
    AlternativeKind.IN_HOUSE: N_("Doing it in-house"),
    AlternativeKind.STATUS_QUO: N_("Staying as it is"),
    None: N_("The alternative"),
}


class Speech(msgspec.Struct, frozen=True):
    """Puts totals over the term into words: per year if every year is alike, else over the whole term.

    A one-off amount, a ramp or a late start makes years unlike: then nothing is spread over them.
    """

    currency: str
    term_months: int
    yearly: bool
    locale: str = ENGLISH

    @property
    def period(self) -> str:
        """The period that amounts are for: `a year`, or `over 36 months`."""
        if self.yearly:
            return _("a year")
        return ngettext("over {count} month", "over {count} months", self.term_months).format(
            count=counted(self.term_months, self.locale)
        )

    def exact(self, total: Fraction) -> str:
        """Return a total as an exact amount for the period."""
        return exact_money(self._of_period(total), self.currency, self.locale)

    def about(self, total: Fraction) -> str:
        """Return a total as an estimate for the period, to three significant figures."""
        return estimated_money(self._of_period(total), self.currency, self.locale)

    def for_period(self, amount: str) -> str:
        """Return an amount in words with the period behind it: `€79,000 a year`, `… over 36 months`."""
        return _("{amount} {period}").format(amount=amount, period=self.period)

    def with_range(self, text: str, low: Fraction | None, high: Fraction | None) -> str:
        """Return a text with the range behind it, `… (€9,000 to €19,000)`; unchanged without a range."""
        if low is None or high is None or low == high:
            return text
        return _("{text} ({low} to {high})").format(text=text, low=self.about(low), high=self.about(high))

    def _of_period(self, total: Fraction) -> Fraction:
        return total * _MONTHS_A_YEAR / self.term_months if self.yearly else total


def speech_of(price: Price, locale: str = ENGLISH) -> Speech:
    """Return how the amounts of a price are put into words, with numbers written as in the locale."""
    term = price.term_months or DEFAULT_TERM_MONTHS
    lines: list[PriceLine | Driver] = [*price.ours, *price.alternative.prices, *price.drivers]
    counted = [line for line in lines if estimate(line, "likely")]
    yearly = term % _MONTHS_A_YEAR == 0 and bool(counted) and all(_every_year(line, term) for line in counted)
    return Speech(currency_of(price), term, yearly, locale)


def _every_year(line: PriceLine | Driver, term: int) -> bool:
    """Whether each year of the term bears the same of the line."""
    ramps = isinstance(line, Driver) and bool(line.ramp_months)
    lasts = line.months is None or line.months >= term
    return line.cadence is not Cadence.ONE_OFF and not line.start_month and lasts and not ramps


def other_named(price: Price) -> str:
    """Return what the next best alternative is called within a sentence."""
    other = price.alternative
    return one_line(other.name) or _(_UNNAMED[other.kind])


def other_alone(price: Price) -> str:
    """Return what the next best alternative is called as a label on its own, in a table or a chart."""
    other = price.alternative
    return capitalised(one_line(other.name)) or _(_UNNAMED_ALONE[other.kind])


def other_to_them(price: Price) -> str:
    """Return what the next best alternative is called in a sentence meant for the client.

    In-house and the status quo are called the same whatever their name; others by name if they have one.
    """
    other = price.alternative
    if other.kind is AlternativeKind.IN_HOUSE:
        return _("doing it yourselves")
    if other.kind is AlternativeKind.STATUS_QUO:
        return _("staying as you are")
    return one_line(other.name) or _("the other offer")


def other_alone_to_them(price: Price) -> str:
    """Return what the next best alternative is called as a label that the client reads.

    In-house and the status quo are called the same whatever their name; others by name if they have one.
    """
    other = price.alternative
    if other.kind is AlternativeKind.IN_HOUSE:
        return _("Doing it yourselves")
    if other.kind is AlternativeKind.STATUS_QUO:
        return _("Staying as you are")
    return capitalised(one_line(other.name)) or _("The other offer")
