"""What is wrong with the arguments themselves."""

from planner.model.errors import PlannerError


class WrongUsage(PlannerError):
    """The arguments are wrong, or make no sense together: the exit code is 2."""
