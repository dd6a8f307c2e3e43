"""Plans with dates and a case for change, for the tests of the rep's week."""

import datetime as dt
from decimal import Decimal

from planner.model.case import Cost, Force, Problem, Proof
from planner.model.conversation import Question
from planner.model.plan import Plan
from planner.model.terms import Cadence, QuestionKind
from tests.builders import a_plan

NOW = dt.datetime(2026, 12, 2, 9, 0, tzinfo=dt.UTC)
TODAY = NOW.date()


def on(month: int, day: int, hour: int = 10) -> dt.datetime:
    """A moment in 2026."""
    return dt.datetime(2026, month, day, hour, tzinfo=dt.UTC)


def plan_of(**fields: object) -> Plan:
    """A plan with a fresh id and the fields given, by path as in the forms."""
    return a_plan(**fields).plan


FORCE = Force(trend="£38 per lost journey", effect_on_them="tyre stops cost twice", source="Council")
SECOND_FORCE = Force(trend="Fitters retire")
PROOF = Proof(situation="Ostley Transport", solution="nightly readings", result="88 stops a year became 27")
QUESTION = Question(text="Who explains a lost journey to the council?", kind=QuestionKind.IMPLICATION)
PROBLEM = Problem(
    problem="Eight buses stop",
    consequence="recovery, angry people",
    in_their_words="The driver rings us.",
    cost=Cost(amount=Decimal(39360), currency="GBP", per=Cadence.YEAR),
)
