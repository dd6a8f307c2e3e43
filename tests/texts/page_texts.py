"""Pages in the pseudo-language: plans whose own words are all Ω, and the texts of a page's markup."""

import re
from collections.abc import Iterable, Iterator
from enum import Enum
from typing import TypeVar

import msgspec

from planner.coaching.plan_versus_actual import plan_versus_actual
from planner.coaching.price_words.for_the_buyer import buyer_verdict
from planner.coaching.price_words.more_figures import chance, each_more_buys, waiting
from planner.coaching.price_words.speech import speech_of
from planner.coaching.price_words.verdict import price_verdict
from planner.documents.markup import TEXT_TAGS, Element
from planner.model.part import Part
from planner.model.plan import Plan, Preparation
from planner.model.pricing.figures import figures
from planner.model.pricing.simulation import simulate
from tests.texts.pseudo_language import faults

P = TypeVar("P", bound=Part)

_NO_WORDS = {"id", "client_id", "rule"}
_CURRENCY = re.compile("[A-Z]{3}")
_SHOWN = ("title", "name", "subject", "whole")
_OWN = (
    r"Ω[Ω.?!“”…→\s]*"
    r"|(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) )?\d{1,2}\xa0[A-Z][a-z]{2}\xa0\d{4}"
    r"|\d\d:\d\d|UTC|Front Foot|US\$|\b[A-Z]{3}\b|[€$£¥]|→|_+|−?\d[\d,.]*"
)
_PARTED = re.compile(r"[\s·)]*[·\n\u2028][\s·(]*")
NOTHING = re.compile("(?!)")


def in_own_words(part: P) -> P:
    """The part with every word of the person's own in Ω, as long as it was; codes of currencies stay."""
    changed = {name: _own(getattr(part, name)) for name in part.__struct_fields__ if name not in _NO_WORDS}
    return msgspec.structs.replace(part, **changed)


def _own(value: object) -> object:
    if isinstance(value, Part):
        return in_own_words(value)
    if isinstance(value, tuple):
        return tuple(_own(row) for row in value)
    if isinstance(value, str) and not isinstance(value, Enum):
        return value if _CURRENCY.fullmatch(value) else re.sub(r"\S", "Ω", value)
    return value


def told_elsewhere(preparation: Preparation) -> Iterator[str]:
    """What other packages say on these pages: it is looked through with them, here it is filled in."""
    price = preparation.plan.price
    found = figures(price, preparation.plan.case)
    for verdict in (price_verdict(price), buyer_verdict(price, found, speech_of(price))):
        yield from (verdict.headline, verdict.second)
    yield from (problem.message for problem in (*found.problems, *found.warnings))
    if (per_extra := found.likely.value_per_extra) is not None:
        yield each_more_buys(per_extra, found.currency).name
    if (delay := found.recurring.net_cost_of_delay_per_month) is not None:
        yield waiting(delay, found.currency).name
    if (simulated := simulate(price)) is not None:
        yield chance(simulated.p_surplus_positive)
    yield from _compared(preparation.plan)


def _compared(plan: Plan) -> Iterator[str]:
    for part in plan_versus_actual(plan):
        for pair in part.pairs:
            yield from (pair.planned, pair.happened)


def faults_of_page(page: Element, elsewhere: Iterable[str] = ()) -> list[str]:
    """What is forgotten, glued or cut in the texts of a page; `elsewhere` is not looked into."""
    told = sorted({text for text in elsewhere if re.search(r"[^\WΩ]", text)}, key=len, reverse=True)
    own = re.compile("|".join([*map(re.escape, told), _OWN]))
    return [
        f"{text!r}: {fault}"
        for text in texts_of(page)
        for fault in faults(_PARTED.sub("\n", own.sub("", text)), NOTHING)
    ]


def texts_of(element: Element, *, printed: bool = False) -> Iterator[str]:
    """Yield the texts of an element and of all within, and of the attributes that a person reads.

    Bold, quiet and left-out stretches, and boxes to tick, part facts as a line break does. Of the
    attributes only the titles of sections are printed where nothing is shortened.
    """
    shown = ("title",) if printed else _SHOWN
    if element.tag != "chart" and not (printed and element.tag == "page"):
        yield from (element.get(name) for name in shown if element.get(name))
    if text := re.sub("[□☑]", "\n", "".join(_runs(element))).strip():
        yield text
    for child in element.elements():
        if child.tag not in TEXT_TAGS:
            yield from texts_of(child, printed=printed)
        elif not printed:
            yield from (aside.get("name") for aside in _asides(child))


def _runs(element: Element) -> Iterator[str]:
    for child in element.children:
        if isinstance(child, str):
            yield child
        elif child.tag in TEXT_TAGS:
            yield "\n"
            yield from _runs(child)
            yield "\n"


def _asides(element: Element) -> Iterator[Element]:
    if element.get("name"):
        yield element
    for child in element.elements():
        yield from _asides(child)
