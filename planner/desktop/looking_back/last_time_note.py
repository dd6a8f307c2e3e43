"""What happened in the call before, on top of the plan for the next."""

from planner.coaching.last_time import last_time_lines
from planner.desktop.editing.document import PlanDocument
from planner.desktop.editing.plan_follower import PlanNote

_LONGEST = 160
"""Characters of a line: what is longer is cut, so that three lines stay about three."""


class LastTimeNote(PlanNote):
    """Tells in up to three lines when the last call was and how it ended, what they said, what was promised.

    Hidden where the plan knows of no call before.
    """

    def paths(self) -> tuple[str, ...]:
        """Return the path of what came from the last call."""
        return ("carried",)

    def show_plan(self, document: PlanDocument) -> None:
        """Show the lines, each cut to 160 characters; if one is cut, the tool tip has all of them whole."""
        lines = last_time_lines(document.preparation.plan.carried.last_time)
        cut = [_short(line) for line in lines]
        self.label.setText("\n".join(cut))
        self.setToolTip("" if cut == list(lines) else "\n\n".join(lines))
        self.setVisible(bool(lines))


def _short(line: str) -> str:
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST].rstrip()}…"
