"""What stands where an amount is missing."""

from planner.model.pricing.lines import Line, estimate
from planner.translation import _


def no_amount(*lines: Line, blank: str) -> str:
    """Return what stands for a missing amount: "not usable" if a line has an estimate, else `blank`."""
    return _("not usable") if any(estimate(line, "likely") is not None for line in lines) else blank
