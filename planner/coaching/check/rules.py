"""Every rule of the check, in the order of the steps, the weightiest of each initiative first."""

from planner.coaching.check import (
    commitment,
    discovery,
    investment,
    myself,
    prospecting,
    sales_conversation,
)
from planner.coaching.check.finding import Rule

RULES: tuple[Rule, ...] = (
    *prospecting.RULES,
    *discovery.RULES,
    *commitment.RULES,
    *sales_conversation.RULES,
    *investment.RULES,
    *myself.RULES,
)
