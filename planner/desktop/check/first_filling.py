"""Steps that are filled for the first time: what the check sees there waits until its field was left."""

from collections.abc import Sequence

from planner.desktop.check.finding_views import CheckResult, FindingView
from planner.model.fields import paths_overlap


class FirstFilling:
    """Which steps are being filled for the first time, and which of their fields were left.

    A step is so if it is not begun in the first result, and until it is left. Nobody is told what is missing
    in a field before having been there.
    """

    def __init__(self, exempt: frozenset[int]) -> None:
        """`exempt` are steps that look at the whole plan: all of what is seen stands there at once."""
        self._exempt = exempt
        self._blank: frozenset[int] | None = None
        self._steps_left: set[int] = set()
        self._fields_left: set[str] = set()

    def begin(self, seen: CheckResult) -> None:
        """Take the first result of a plan; later ones change nothing."""
        if self._blank is None:
            blank = frozenset(step for step, begun in enumerate(seen.begun) if not begun)
            self._blank = blank - self._exempt

    def leave_step(self, step: int) -> None:
        """Note that the person has left this step for another; it may be before the first result is there."""
        self._steps_left.add(step)

    def leave_field(self, path: str) -> bool:
        """Note that the person has left a field, by its form path; return whether that is news."""
        is_news = path not in self._fields_left
        self._fields_left.add(path)
        return is_news

    def due(self, step: int, findings: Sequence[FindingView]) -> tuple[FindingView, ...]:
        """Return those of a step's findings to show now: all, unless the step is filled for the first time.

        While it is, only those that are answered, and those about fields that were left.
        """
        if self._blank is None or step not in self._blank or step in self._steps_left:
            return tuple(findings)
        return tuple(finding for finding in findings if finding.is_answered or self._was_left(finding.field))

    def _was_left(self, path: str) -> bool:
        return any(paths_overlap(path, left) for left in self._fields_left)
