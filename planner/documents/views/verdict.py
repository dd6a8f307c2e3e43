"""The price delta as one sentence and a few lines."""

from fractions import Fraction

import msgspec

from planner.coaching.price_words.speech import other_alone, speech_of
from planner.coaching.price_words.verdict import price_verdict
from planner.documents.views.no_amount import no_amount
from planner.documents.views.wording import facts_line, quoted_lines
from planner.model.price import Driver, Price
from planner.model.pricing.ledger import Ledger, ledger
from planner.model.pricing.price_delta import delta_in
from planner.model.terms import DisclosureDiscussion
from planner.translation import _, ngettext
from planner.wording.text import one_line


class PriceRow(msgspec.Struct, frozen=True):
    """A line under the verdict: a price or a driver, with a note and its amount.

    `source` is where a driver comes from, or else how it is worked out.
    """

    label: str
    note: str
    amount: str
    source: str = ""


class PriceView(msgspec.Struct, frozen=True):
    """What the call plan says about price; `verdict` is "" while neither price is estimated."""

    verdict: str
    prices: tuple[PriceRow, ...]
    drivers: tuple[PriceRow, ...]
    remark: str
    said: str
    said_before: bool
    wording: str
    check: str


def price_view(price: Price) -> PriceView:
    """Return what the call plan says about a price, in ready words."""
    laid = ledger(price)
    rows = _PriceRows(price, laid)
    return PriceView(
        verdict=price_verdict(price).headline,
        prices=rows.prices(),
        drivers=rows.drivers(),
        remark=rows.remark(),
        said=_moment_of_disclosure(price),
        said_before=price.disclosure.discussion is DisclosureDiscussion.EARLIER,
        wording=quoted_lines(price.disclosure.wording),
        check=one_line(price.disclosure.proof),
    )


class _PriceRows:
    """The lines under the verdict of one price."""

    def __init__(self, price: Price, laid: Ledger) -> None:
        self._price, self._found = price, delta_in(laid)
        self._totals = {entry.path: entry.total() for entry in laid.entries}
        self._say = speech_of(price)
        self._other = other_alone(price)

    def prices(self) -> tuple[PriceRow, ...]:
        delta = self._found
        if delta.price is None and delta.reference is None:
            return ()
        known = "" if self._price.alternative.known is not False else _("estimated")
        sides = ((_("Ours"), self._say.period, delta.price), (self._other, known, delta.reference))
        entered = (self._price.ours, self._price.alternative.prices)
        return tuple(
            PriceRow(
                label,
                note,
                no_amount(*lines, blank=_("not known")) if total is None else self._say.exact(total),
            )
            for (label, note, total), lines in zip(sides, entered, strict=True)
        )

    def drivers(self) -> tuple[PriceRow, ...]:
        """Return the drivers that have a name or a figure."""
        rows = (
            (driver, self._totals.get(f"price.drivers[{row}]"))
            for row, driver in enumerate(self._price.drivers)
        )
        return tuple(
            self._driver(driver, total) for driver, total in rows if driver.name or total is not None
        )

    def _driver(self, driver: Driver, total: Fraction | None) -> PriceRow:
        sign = "−" if driver.against_us else "+"
        confirmed_by = one_line(driver.confirmed_by)
        if total is None:
            amount = no_amount(driver, blank=_("not estimated"))
        else:
            amount = self._say.about(-total if driver.against_us else total)
        return PriceRow(
            label=f"{sign} {one_line(driver.name) or _('unnamed')}",
            note=_("confirmed by {who}").format(who=confirmed_by) if confirmed_by else _("our estimate"),
            amount=amount,
            source=one_line(driver.source) or one_line(driver.formula),
        )

    def remark(self) -> str:
        count, assumed = self._found.not_estimated, bool(self._found.price and not self._price.term_months)
        if not count:
            return _("no term given: 12 months taken") if assumed else ""
        if not assumed:
            return ngettext(
                "{count} not estimated, left out", "{count} not estimated, left out", count
            ).format(count=count)
        return ngettext(
            "{count} not estimated, left out; no term given: 12 months taken",
            "{count} not estimated, left out; no term given: 12 months taken",
            count,
        ).format(count=count)


def _moment_of_disclosure(price: Price) -> str:
    disclosure = price.disclosure
    discussion = _(disclosure.discussion) if disclosure.discussion else ""
    return facts_line((discussion, one_line(disclosure.when)))
