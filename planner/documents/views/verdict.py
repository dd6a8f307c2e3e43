"""The price delta as one sentence and a few lines."""

from fractions import Fraction

import msgspec

from planner.coaching.price_words.speech import other_named, speech_of
from planner.coaching.price_words.verdict import price_verdict
from planner.documents.views.no_amount import no_amount
from planner.documents.views.wording import quoted
from planner.model.price import Driver, Price
from planner.model.pricing.ledger import Ledger, ledger
from planner.model.pricing.price_delta import delta_in
from planner.model.terms import DisclosureDiscussion
from planner.wording.text import capitalised, joined, one_line


class PriceRow(msgspec.Struct, frozen=True):
    """One line under the verdict."""

    label: str
    note: str
    amount: str
    source: str = ""


class PriceView(msgspec.Struct, frozen=True):
    """What the page says about price. `verdict` is blank where nothing was estimated yet."""

    verdict: str
    prices: tuple[PriceRow, ...]
    drivers: tuple[PriceRow, ...]
    remark: str
    said: str
    said_before: bool
    wording: str
    check: str


def price_view(price: Price) -> PriceView:
    """Return what the page says about a price."""
    laid = ledger(price)
    words = _WorkingsSentences(price, laid)
    return PriceView(
        verdict=price_verdict(price).headline,
        prices=words.prices(),
        drivers=words.drivers(),
        remark=words.remark(),
        said=_said(price),
        said_before=price.disclosure.discussion is DisclosureDiscussion.EARLIER,
        wording=quoted(price.disclosure.wording),
        check=one_line(price.disclosure.proof),
    )


class _WorkingsSentences:
    """The sentences for one price."""

    def __init__(self, price: Price, laid: Ledger) -> None:
        self._price, self._found = price, delta_in(laid)
        self._totals = {entry.path: entry.total() for entry in laid.entries}
        self._say = speech_of(price)
        self._other = other_named(price)

    def prices(self) -> tuple[PriceRow, ...]:
        found = self._found
        if found.price is None and found.reference is None:
            return ()
        known = "" if self._price.alternative.known is not False else "estimated"
        sides = (("Ours", self._say.period, found.price), (capitalised(self._other), known, found.reference))
        entered = (self._price.ours, self._price.alternative.prices)
        return tuple(
            PriceRow(
                label, note, no_amount(*lines, blank="not known") if total is None else self._say.exact(total)
            )
            for (label, note, total), lines in zip(sides, entered, strict=True)
        )

    def drivers(self) -> tuple[PriceRow, ...]:
        """Return the drivers that have a name or a figure."""
        rows = (
            (one, self._totals.get(f"price.drivers[{row}]")) for row, one in enumerate(self._price.drivers)
        )
        return tuple(self._driver(one, total) for one, total in rows if one.name or total is not None)

    def _driver(self, one: Driver, total: Fraction | None) -> PriceRow:
        sign = "−" if one.against_us else "+"
        confirmed = f"confirmed by {one_line(one.confirmed_by)}" if one.confirmed_by.strip() else ""
        if total is None:
            amount = no_amount(one, blank="not estimated")
        else:
            amount = self._say.about(-total if one.against_us else total)
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


def _said(price: Price) -> str:
    disclosure = price.disclosure
    return joined((str(disclosure.discussion or ""), one_line(disclosure.when)), ", ")
