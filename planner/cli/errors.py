"""What is wrong with the arguments themselves."""

from planner.model.errors import PlannerError


class WrongUsage(PlannerError):
    """The arguments make no sense together."""
