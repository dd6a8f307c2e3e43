"""What is wrong with a plan file: everything, not the first thing alone."""

from collections.abc import Iterable

from planner.model.errors import PlannerError

MOST_SHOWN = 50


class PlanFileError(PlannerError):
    """A plan file cannot be read; `complaints` are all there are, each with its field in front.

    The message has one line for each, the file's name in front, fifty at most.
    """

    def __init__(self, name: str, complaints: Iterable[str]) -> None:
        self.complaints = tuple(complaints)
        lines = [f"{name}: {one}" for one in self.complaints[:MOST_SHOWN]]
        if len(self.complaints) > MOST_SHOWN:
            lines.append(f"{name}: and {len(self.complaints) - MOST_SHOWN} more")
        super().__init__("\n".join(lines))
