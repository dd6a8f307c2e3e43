"""Since when each thing to do differently has been coming back."""

from collections.abc import Iterable
from itertools import groupby

from PySide6.QtWidgets import QWidget

from planner.desktop.editing.document import PlanDocument
from planner.desktop.editing.plan_follower import PlanNote
from planner.model.plan import Intention
from planner.wording.days import day
from planner.wording.text import one_line

_LONGEST = 60


class IntentionsSince(PlanNote):
    """Says quietly from which call each intention comes; hidden where none comes from a call."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, role="")
        self.label.setProperty("role", "hint")

    def paths(self) -> tuple[str, ...]:
        """Return the path of the intentions."""
        return ("intentions",)

    def show_plan(self, document: PlanDocument) -> None:
        """Say since when, each day once; which ones only where they differ."""
        given = document.preparation.plan.intentions
        carried = [one for one in given if one.since is not None and one.text.strip()]
        days = groupby(carried, key=lambda one: one.since)
        alike = len({one.since for one in given if one.text.strip()}) == 1
        told = (
            f"Since {day(since)}" if alike else f"Since {day(since)}: {_quoted(ones)}" for since, ones in days
        )
        self.label.setText("\n".join(told))
        self.setVisible(bool(carried))


def _quoted(intentions: Iterable[Intention]) -> str:
    return ", ".join(f"“{_short(one_line(one.text))}”" for one in intentions)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()}…"
