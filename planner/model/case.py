"""The case for change: what is, what it costs, what would be better, and why now."""

import datetime as dt
from typing import Annotated

from planner.model.part import Amount, Essential, EssentialText, OneToFour, Part
from planner.model.terms import Cadence


class Force(Part, frozen=True):
    """A trend outside the client's control, and what it does to them."""

    trend: str = ""
    effect_on_them: str = ""
    source: str = ""
    date: dt.date | None = None


class Cost(Part, frozen=True):
    """What a problem costs, per period or once."""

    amount: Amount = None
    currency: str = ""
    per: Cadence | None = None


class Problem(Part, frozen=True):
    """Something that hurts, what follows from it, and what it costs."""

    problem: str = ""
    consequence: str = ""
    in_their_words: str = ""
    cost: Cost = Cost()


class Proof(Part, frozen=True):
    """Somebody like them who made the change, and what came of it."""

    situation: str = ""
    solution: str = ""
    result: str = ""
    source: str = ""
    date: dt.date | None = None


class Unknown(Part, frozen=True):
    """What we know of a matter, and what we must still find out."""

    what_we_know: str = ""
    what_we_must_find_out: str = ""


class Case(Part, frozen=True):
    """Why the client should do anything different, now, with us."""

    current_state: str = ""
    forces: tuple[Force, ...] = ()
    problems: Annotated[tuple[Problem, ...], Essential] = ()
    better_future: str = ""
    why_change: str = ""
    why_now: EssentialText = ""
    why_us: str = ""
    new_way: str = ""
    required_capabilities: str = ""
    level_of_value: OneToFour = None
    proof: Annotated[tuple[Proof, ...], Essential] = ()
    unknowns: tuple[Unknown, ...] = ()
