"""What the ten-minute plan knows and does not ask: where the call is, and rows beyond the first."""

from typing import Any

from PySide6.QtWidgets import QWidget

from planner.desktop.editing.document import PlanDocument
from planner.desktop.editing.plan_follower import PlanNote
from planner.desktop.fields.field import text_property
from planner.translation import _, ngettext
from planner.wording.lists import sentences
from planner.wording.text import one_line


class PlaceKnown(PlanNote):
    """Says where the call is, as far as the plan knows; hidden if it does not."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, role="")
        self.label.setProperty("role", "hint")

    def paths(self) -> tuple[str, ...]:
        """Return the form path of the place."""
        return ("call.place",)

    def show_plan(self, document: PlanDocument) -> None:
        """Say the place; hide if it is blank."""
        place = one_line(document.preparation.plan.call.place)
        self.label.setText(_("Where: {place}").format(place=place))
        self.setVisible(bool(place))


class FurtherRows(PlanNote):
    """Says that lists have more rows than the first, which alone is asked for; hidden if they have not.

    `rows` are the form paths of the lists, separated by blanks.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, role="")
        self.label.setProperty("role", "hint")
        self._rows = ""

    def paths(self) -> tuple[str, ...]:
        """Return the form paths of the lists."""
        return tuple(self._rows.split())

    def show_plan(self, document: PlanDocument) -> None:
        """Say how many rows the lists have beyond the first of each; hide if none."""
        further = sum(max(0, len(document.read(path)) - 1) for path in self.paths())
        counted = ngettext(
            "{count} more line is in this plan.", "{count} more lines are in this plan.", further
        )
        self.label.setText(
            sentences((counted.format(count=further), _("“All the questions” shows everything.")))
        )
        self.setVisible(further > 0)

    def _read_rows(self) -> str:
        return self._rows

    def _write_rows(self, rows: str) -> None:
        self._rows = rows

    rows: Any = text_property(_read_rows, _write_rows)
