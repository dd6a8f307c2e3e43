"""What the check sees in the wording of a field, under that field: a hint, never a refusal."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Property
from PySide6.QtWidgets import QWidget

from planner.desktop.check.finding_views import FindingView
from planner.desktop.widgets.plain_text import PlainLabel


class FindingHint(PlainLabel):
    """A line under a field for what the check sees in it; its room is kept while there is nothing to say.

    `tells`, set by the form, is the form path of the field.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent)
        self._tells = ""
        self.setWordWrap(True)
        self.setProperty("role", "nudge")

    def show_findings(self, findings: Sequence[FindingView], *, blank: bool) -> None:
        """Show the first unanswered finding about this field; empty the line if none is, or if `blank`."""
        own = (
            finding.said for finding in findings if finding.field == self._tells and not finding.is_answered
        )
        hint = "" if blank else next(own, "")
        if hint != self.text().strip():
            self.setText(hint or " ")

    def _read(self) -> str:
        return self._tells

    def _write(self, path: str) -> None:
        self._tells = path

    tells: Any = Property(str, _read, _write)
