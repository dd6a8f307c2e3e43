"""Every rule of the check, in the order of the steps, the weightiest of each initiative first."""

from planner.coaching.check import prospecting
from planner.coaching.check.finding import Rule

RULES: tuple[Rule, ...] = (*prospecting.RULES,)
