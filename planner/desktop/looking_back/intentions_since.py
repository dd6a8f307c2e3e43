"""Since when each thing to do differently has been coming back."""

from collections.abc import Iterable
from itertools import groupby

from PySide6.QtWidgets import QWidget

from planner.desktop.editing.document import PlanDocument
from planner.desktop.editing.plan_follower import PlanNote
from planner.model.plan import Intention
from planner.translation import _
from planner.wording.days import day
from planner.wording.text import one_line

_LONGEST = 60


class IntentionsSince(PlanNote):
    """Says quietly from the call of which day each intention was carried over; hidden where none was."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, role="")
        self.label.setProperty("role", "hint")

    def paths(self) -> tuple[str, ...]:
        """Return the path of the intentions."""
        return ("intentions",)

    def show_plan(self, document: PlanDocument) -> None:
        """Say since when intentions are carried on, one line for neighbours of one day; hide if none is.

        Which ones they are is said only where days differ.
        """
        intentions = document.preparation.plan.intentions
        carried = [
            intention for intention in intentions if intention.since is not None and intention.text.strip()
        ]
        days = groupby(carried, key=lambda intention: intention.since)
        same_day = len({intention.since for intention in intentions if intention.text.strip()}) == 1
        lines = [
            _since(day(since), "" if same_day else _quoted(carried_since)) for since, carried_since in days
        ]
        self.label.setText("\n".join(lines))
        self.setVisible(bool(carried))


def _since(when: str, quoted: str) -> str:
    if not quoted:
        return _("Since {day}").format(day=when)
    return _("Since {day}: {intentions}").format(day=when, intentions=quoted)


def _quoted(intentions: Iterable[Intention]) -> str:
    return ", ".join(
        _("“{words}”").format(words=_short(one_line(intention.text))) for intention in intentions
    )


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()}…"
