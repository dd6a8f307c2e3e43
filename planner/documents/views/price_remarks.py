"""What is wrong with a price's figures and what is worth a second look, each with what it is about."""

import re

from planner.model.price import Price
from planner.model.pricing.field_problem import FieldProblem
from planner.model.pricing.figures import PriceFigures
from planner.translation import N_, _
from planner.wording.text import labelled, one_line

_ROW = re.compile(r"price\.(ours|alternative\.prices|drivers)\[(\d+)\]\.?(\w*)")
_AMOUNTS = {"low": N_("low"), "likely": N_("likely"), "high": N_("high"), "units": N_("units")}
"""The fields of a line that are named beside it: a message about them says one number against another."""
_FIELDS = {
    "price.term_months": N_("The term"),
    "price.rate": N_("The rate"),
    "price.drivers": N_("The value"),
    "price.currency": N_("The currency"),
    "price.exchange": N_("The exchange rate"),
    "case": N_("What the problems cost"),
}


def remarks(price: Price, found: PriceFigures) -> tuple[str, ...]:
    """Return the problems and then the warnings of a price as lines, each beginning with what it is about."""
    not_used = _("{subject}: {problem}; not used")
    wrong = [
        not_used.format(subject=_subject(price, problem), problem=problem.message)
        for problem in found.problems
    ]
    odd = [labelled(_subject(price, warning), warning.message) for warning in found.warnings]
    return tuple(dict.fromkeys(wrong + odd))


def _subject(price: Price, problem: FieldProblem) -> str:
    """Return what a message is about, in words instead of a path."""
    row = _ROW.match(problem.path)
    if row is None:
        return _(
            next((name for path, name in _FIELDS.items() if problem.path.startswith(path)), N_("The price"))
        )
    line = _line_named(price, row[1], int(row[2]))
    amount = _AMOUNTS.get(row[3])
    return _("{line}, {amount}").format(line=line, amount=_(amount)) if amount else line


def _line_named(price: Price, rows: str, number: int) -> str:
    if rows == "drivers":
        return one_line(price.drivers[number].name) or _("Driver {number}").format(number=number + 1)
    ours = rows == "ours"
    line = (price.ours if ours else price.alternative.prices)[number]
    return one_line(line.label) or (_("Our price") if ours else _("The alternative’s price"))
