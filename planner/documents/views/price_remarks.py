"""What is wrong with a price's figures and what is worth a second look, each with what it is about."""

import re

from planner.model.price import Price
from planner.model.pricing.field_problem import FieldProblem
from planner.model.pricing.figures import PriceFigures
from planner.wording.text import one_line

_ROW = re.compile(r"price\.(ours|alternative\.prices|drivers)\[(\d+)\]\.?(\w*)")
_AMOUNTS = ("low", "likely", "high", "units")
"""The fields of a line that are named beside it: a message about them says one number against another."""
_FIELDS = {
    "price.term_months": "The term",
    "price.rate": "The rate",
    "price.drivers": "The value",
    "price.currency": "The currency",
    "price.exchange": "The exchange rate",
    "case": "What the problems cost",
}


def remarks(price: Price, found: PriceFigures) -> tuple[str, ...]:
    """Return what is wrong and what is worth a second look, each with what it is about."""
    told = [f"{_subject(price, one)}: {one.message}; not used" for one in found.problems]
    told += [f"{_subject(price, one)}: {one.message}" for one in found.warnings]
    return tuple(dict.fromkeys(told))


def _subject(price: Price, told: FieldProblem) -> str:
    """Return what a message is about, in words instead of a path."""
    row = _ROW.match(told.path)
    if row is None:
        return next((name for path, name in _FIELDS.items() if told.path.startswith(path)), "The price")
    amount = f", {row[3]}" if row[3] in _AMOUNTS else ""
    return f"{_line_named(price, row[1], int(row[2]))}{amount}"


def _line_named(price: Price, rows: str, number: int) -> str:
    if rows == "drivers":
        return one_line(price.drivers[number].name) or f"Driver {number + 1}"
    ours = rows == "ours"
    line = (price.ours if ours else price.alternative.prices)[number]
    return one_line(line.label) or ("Our price" if ours else "The alternative’s price")
