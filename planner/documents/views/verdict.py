"""The price delta as one sentence, one bar and a few lines, as PRICE.md asks."""

from fractions import Fraction

import msgspec

from planner.documents.views.wording import quoted
from planner.model.price import Driver, Price
from planner.model.pricing.price_delta import PriceDelta, line_total, price_delta
from planner.model.terms import AlternativeKind, DisclosureDiscussion
from planner.wording.money import estimated_money, exact_money, percent
from planner.wording.text import capitalised, joined, one_line

_COMFORTABLE = Fraction(3, 4)
"""Up to this break-even share the sentence speaks for us."""


class Bar(msgspec.Struct, frozen=True):
    """How much of the claimed value must come true."""

    share: float
    low: str
    middle: str
    high: str


class PriceRow(msgspec.Struct, frozen=True):
    """One line under the verdict."""

    label: str
    note: str
    amount: str
    source: str = ""


class PriceView(msgspec.Struct, frozen=True):
    """What the page says about price. `verdict` is blank where nothing was estimated yet."""

    verdict: str
    bar: Bar | None
    prices: tuple[PriceRow, ...]
    drivers: tuple[PriceRow, ...]
    remark: str
    said: str
    said_before: bool
    wording: str
    check: str


def price_view(price: Price) -> PriceView:
    """Return what the page says about a price."""
    found = price_delta(price)
    words = _Words(price, found)
    return PriceView(
        verdict=words.verdict(),
        bar=_bar(found),
        prices=words.prices(),
        drivers=tuple(
            words.driver(one) for one in price.drivers if one.name or line_total(one, 1) is not None
        ),
        remark=words.remark(),
        said=_said(price),
        said_before=price.disclosure.discussion is DisclosureDiscussion.EARLIER,
        wording=quoted(price.disclosure.wording),
        check=one_line(price.disclosure.proof),
    )


class _Words:
    """The sentences for one price."""

    def __init__(self, price: Price, found: PriceDelta) -> None:
        self._price, self._found = price, found
        self._term = f"over {found.term_months} months" if found.term_months > 1 else "over 1 month"
        self._other = _name_of_alternative(price)
        self._estimated = len(price.drivers) > found.not_estimated

    def verdict(self) -> str:
        found = self._found
        if found.price is None and found.reference is None:
            return ""
        if found.price is None:
            return "Our price is not estimated yet."
        if found.delta is None:
            return self._without_reference(found.price)
        if found.delta > 0:
            return self._dearer(found.delta)
        return self._cheaper(found.delta) if found.delta < 0 else self._same()

    def _dearer(self, delta: Fraction) -> str:
        found = self._found
        more = f"{self._exact(delta)} more {self._term}"
        if not self._estimated:
            return f"{more}{self._range()}. What it is worth is not estimated yet."
        if found.differentiation <= 0 or found.break_even_share is None:
            return f"{more}{self._range()}, and nothing that outweighs it: the premium is not justified."
        worth = self._about(found.differentiation)
        if found.break_even_share > 1:
            share = percent(found.break_even_share)
            return (
                f"{more}{self._range()}, worth only about {worth}: the premium is not justified. "
                f"{share} of the claim would have to come true."
            )
        share = percent(found.break_even_share)
        if found.break_even_share > _COMFORTABLE:
            return f"{more}{self._range()}, worth about {worth}. {share} of the claim has to come true."
        return f"{more}{self._range()}, worth about {worth}. Even if only {share} of the claim comes true."

    def _cheaper(self, delta: Fraction) -> str:
        found = self._found
        saves = f"{self._exact(-delta)} less than {self._other} {self._term}{self._range()}"
        if found.differentiation < 0:
            lost = self._about(-found.differentiation)
            return f"{saves}. Does that cover about {lost} that the client gives up?"
        more = f", and worth about {self._about(found.differentiation)} more" if found.differentiation else ""
        return f"{saves}{more}."

    def _same(self) -> str:
        found, same = self._found, f"The same price as {self._other} {self._term}"
        if found.differentiation > 0:
            return f"{same}, worth about {self._about(found.differentiation)} more."
        if found.differentiation < 0:
            return f"{same}, worth about {self._about(-found.differentiation)} less."
        return f"{same}."

    def _without_reference(self, ours: Fraction) -> str:
        found = self._found
        unknown = f"{self._exact(ours)} {self._term}; what {self._other} costs is not known."
        if self._estimated and ours - found.differentiation > 0:
            limit = self._about(ours - found.differentiation)
            return f"{unknown} If it is less than about {limit}, we lose."
        return unknown

    def prices(self) -> tuple[PriceRow, ...]:
        found = self._found
        if found.price is None and found.reference is None:
            return ()
        known = "" if self._price.alternative.known is not False else "estimated"
        sides = (("Ours", self._term, found.price), (capitalised(self._other), known, found.reference))
        return tuple(
            PriceRow(label, note, "not known" if total is None else self._exact(total))
            for label, note, total in sides
        )

    def driver(self, one: Driver) -> PriceRow:
        sign = "−" if one.against_us else "+"
        total = line_total(one, self._found.term_months)
        confirmed = f"confirmed by {one_line(one.confirmed_by)}" if one.confirmed_by.strip() else ""
        amount = "not estimated" if total is None else self._about(-total if one.against_us else total)
        return PriceRow(
            label=f"{sign} {one_line(one.name) or 'unnamed'}",
            note=confirmed or "our estimate",
            amount=amount,
            source=one_line(one.source),
        )

    def remark(self) -> str:
        found = self._found
        left_out = f"{found.not_estimated} not estimated, left out" if found.not_estimated else ""
        assumed = "" if self._price.term_months or not found.price else "no term given: 12 months taken"
        return joined((left_out, assumed), "; ")

    def _range(self) -> str:
        low, high = (price_delta(self._price, case).delta for case in ("high", "low"))
        if low is None or high is None or low == high:
            return ""
        return f" ({self._about(low)} to {self._about(high)})"

    def _exact(self, amount: Fraction) -> str:
        return exact_money(amount, self._price.currency)

    def _about(self, amount: Fraction) -> str:
        return estimated_money(amount, self._price.currency)


def _bar(found: PriceDelta) -> Bar | None:
    share = found.break_even_share
    if share is None:
        return None
    high = "100 % of the claim" if share <= 1 else ""
    return Bar(share=round(float(share), 4), low="0 %", middle=f"break-even {percent(share)}", high=high)


def _name_of_alternative(price: Price) -> str:
    names = {
        AlternativeKind.COMPETITOR: "the competitor",
        AlternativeKind.IN_HOUSE: "doing it in-house",
        AlternativeKind.STATUS_QUO: "staying as it is",
    }
    other = price.alternative
    name = one_line(other.name)
    return name or (names[other.kind] if other.kind else "the alternative")


def _said(price: Price) -> str:
    disclosure = price.disclosure
    return joined((str(disclosure.discussion or ""), one_line(disclosure.when)), ", ")
