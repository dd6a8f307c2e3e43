"""The check of a plan."""

from planner.coaching.check import (
    commitment,
    discovery,
    investment,
    myself,
    prospecting,
    sales_conversation,
)
from planner.coaching.check.finding import Finding, Rule
from planner.coaching.check.past import History
from planner.coaching.check.thresholds import Thresholds
from planner.model.field_texts import blank_where_unread
from planner.model.plan import Preparation

USUAL = Thresholds()

RULES: tuple[Rule, ...] = (
    *prospecting.RULES,
    *discovery.RULES,
    *commitment.RULES,
    *sales_conversation.RULES,
    *investment.RULES,
    *myself.RULES,
)
"""Every rule, in the order of the steps, the weightiest of each initiative first."""


def check(preparation: Preparation, past: History, thresholds: Thresholds = USUAL) -> tuple[Finding, ...]:
    """Return the findings of all rules, by step, the weightiest of each step first.

    Answered findings stay in their place, with the answer. The same values give the same findings. A field
    whose text could not be read counts as blank.
    """
    preparation = blank_where_unread(preparation)
    findings = (rule(preparation, past, thresholds) for rule in RULES)
    return tuple(finding for finding in findings if finding is not None)
