"""Which fields of a price a figure came from: those that would change it, and no others."""

from collections.abc import Iterator

from planner.model.price import Driver, Price, PriceLine
from planner.model.pricing.exchange import EXCHANGE_FIELDS, code_of
from planner.model.pricing.figure_names import DISCOUNTED, OF_WHAT_RECURS, PAYBACKS, FigureLabel
from planner.model.pricing.figures import PriceFigures
from planner.model.pricing.ledger import Account
from planner.model.pricing.lines import Line
from planner.model.pricing.price_problems import price_lines
from planner.model.terms import Cadence

_ESTIMATES = ("low", "likely", "high")


class Sources:
    """Names the fields behind each figure of one price.

    With `ranges`, the low and the high of each line are among them: what scenarios and chances
    draw on, beside the likely amounts.
    """

    def __init__(self, price: Price, found: PriceFigures, *, ranges: bool = False) -> None:
        self._found = found
        self._ranges = ranges
        self._term = () if price.term_months is None else ("price.term_months",)
        blank = set(found.not_estimated)
        used = {line.path for line in found.lines if line.likely is not None}
        self._exchanged = {
            path
            for path, line in price_lines(price)
            if path in used and code_of(line.currency) not in {"", found.currency}
        }
        accounts = {line.path: line.account for line in found.lines}
        self._lines = [
            (accounts[path], path, line)
            for account in Account
            for path, line in price_lines(price)
            if path not in blank and accounts[path] is account
        ]

    def of(self, key: str, label: FigureLabel) -> tuple[str, ...]:
        """Return the paths, as in a form, of the fields behind the figure with this key and label."""
        if key.startswith("cost_of_inaction"):
            inaction = self._found.inaction
            return inaction.once_from if key.endswith("_once") else inaction.per_month_from
        discounted = key in DISCOUNTED and self._found.cash_flow.rate is not None
        timed = discounted or key in PAYBACKS
        fields: list[str] = []
        foreign = False
        for account, path, line in self._lines:
            if account not in label.draws_on:
                continue
            if key in OF_WHAT_RECURS and not _recurs(line):
                fields.append(f"{path}.cadence")
            else:
                fields += [f"{path}.{name}" for name in self._said(line, timed=timed)]
                foreign = foreign or path in self._exchanged
        rate = ("price.rate",) if discounted else ()
        return (*fields, *self._term, *(EXCHANGE_FIELDS if foreign else ()), *rate)

    def _said(self, line: Line, *, timed: bool) -> Iterator[str]:
        """Yield the fields of a line that count; `timed` where the day of each payment counts too."""
        yield from self._estimates(line)
        if line.currency.strip():
            yield "currency"
        yield "cadence"
        if line.units is not None:
            yield "units"
        if line.start_month is not None:
            yield "start_month"
        if isinstance(line, Driver) and line.against_us:
            yield "against_us"
        if _recurs(line):
            yield from _over_time(line, timed=timed)

    def _estimates(self, line: Line) -> tuple[str, ...]:
        estimates = tuple(name for name in _ESTIMATES if getattr(line, name) is not None)
        return ("likely",) if "likely" in estimates and not self._ranges else estimates


def _over_time(line: Line, *, timed: bool) -> Iterator[str]:
    """Yield what says how long a recurring line lasts, how it grows, and when in its period it is paid."""
    if line.months is not None:
        yield "months"
    if isinstance(line, Driver) and line.ramp_months:
        yield "ramp_months"
    if isinstance(line, PriceLine) and line.prepaid and timed:
        yield "prepaid"


def _recurs(line: Line) -> bool:
    return line.cadence is not Cadence.ONE_OFF
