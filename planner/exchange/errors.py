"""What is wrong with a plan file: everything, not the first thing alone."""

from collections.abc import Iterable

from planner.model.errors import PlannerError
from planner.translation import ngettext

MOST_SHOWN = 50


class PlanFileError(PlannerError):
    """A plan file cannot be read; `complaints` are all there are, each with its field, if any, in front.

    The message has one line for each, the file's name in front; after fifty one says how many more.
    """

    def __init__(self, name: str, complaints: Iterable[str]) -> None:
        self.complaints = tuple(complaints)
        lines = [f"{name}: {complaint}" for complaint in self.complaints[:MOST_SHOWN]]
        left = len(self.complaints) - MOST_SHOWN
        if left > 0:
            more = ngettext("and {count} more", "and {count} more", left).format(count=left)
            lines.append(f"{name}: {more}")
        super().__init__("\n".join(lines))
