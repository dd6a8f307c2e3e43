"""The other plans of a client, read once, by whichever background work wants them first."""

from collections.abc import Callable, Sequence
from threading import Lock

from planner.model.errors import PlannerError
from planner.model.plan import Plan


class ClientPlans:
    """Reads all plans of a client, once, on whichever thread asks first.

    Where they cannot be read there are none, and `problem` says why; "" else.
    """

    def __init__(self, read: Callable[[], Sequence[Plan]]) -> None:
        self._read = read
        self._reading = Lock()
        self._plans: tuple[Plan, ...] | None = None
        self.problem = ""

    def __call__(self) -> tuple[Plan, ...]:
        """Return all plans of the client, () if they cannot be read; slow the first time."""
        with self._reading:
            if self._plans is None:
                self._plans = self._read_once()
            return self._plans

    def _read_once(self) -> tuple[Plan, ...]:
        try:
            return tuple(self._read())
        except PlannerError as error:
            self.problem = str(error)
            return ()
