"""Where one stands in each initiative: front, back or flat, why, and what to do about it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from planner.desktop.check.finding_line import link_text
from planner.desktop.check.finding_views import StandingView
from planner.desktop.widgets.plain_text import PlainLabel
from planner.desktop.widgets.roles import set_role
from planner.desktop.widgets.wrapping_button import WrappingButton
from planner.model.terms import Footing
from planner.translation import N_, _
from planner.wording.text import labelled

_FOOTINGS = {Footing.FRONT: N_("▲ front"), Footing.BACK: N_("▼ back"), Footing.FLAT: N_("■ flat")}


class StandingsList(QWidget):
    """The four initiatives and *Myself*, each with its shape, its word and what decided it."""

    led = Signal(str, str)
    """Where something can be done: the plan, "" for this one, and the form path."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: list[_Line] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(2, 1)

    def show_standings(self, standings: Sequence[StandingView]) -> None:
        """Show these standings, a line for each; there must never be fewer than before."""
        while len(self._lines) < len(standings):
            self._lines.append(_Line(self, self._grid, len(self._lines)))
            self._lines[-1].action.clicked.connect(self._lead)
        for line, standing in zip(self._lines, standings, strict=True):
            line.show(standing)

    def in_words(self) -> list[str]:
        """Return each line as text, without the parts that are blank: `name | footing | why | action`."""
        return [line.in_words() for line in self._lines]

    def links(self) -> list[WrappingButton]:
        """Return the buttons in sight, each of which leads to where something can be done."""
        return [line.action for line in self._lines if not line.action.isHidden()]

    def _lead(self) -> None:
        line = next(line for line in self._lines if line.action is self.sender())
        assert line.standing is not None
        self.led.emit(line.standing.call, line.standing.field)


class _Line:
    """One initiative in the grid."""

    def __init__(self, parent: QWidget, grid: QGridLayout, row: int) -> None:
        self.standing: StandingView | None = None
        self.name = PlainLabel(parent=parent)
        self.name.setProperty("role", "question")
        self.footing = PlainLabel(parent=parent)
        self.evidence = PlainLabel(parent=parent)
        self.evidence.setWordWrap(True)
        self.action = WrappingButton(parent=parent)
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(self.name, 2 * row, 0, top)
        grid.addWidget(self.footing, 2 * row, 1, top)
        grid.addWidget(self.evidence, 2 * row, 2, top)
        grid.addWidget(self.action, 2 * row + 1, 2, top)

    def show(self, standing: StandingView) -> None:
        if standing == self.standing:
            return
        self.standing = standing
        self.name.setText(standing.name)
        self.footing.setText(_(_FOOTINGS[standing.footing]))
        set_role(self.footing, str(standing.footing))
        self.evidence.setText(standing.evidence)
        action = link_text(standing)
        self.action.show_text(action, labelled(standing.name, action))
        self.action.setVisible(bool(standing.action and standing.field))

    def in_words(self) -> str:
        parts = (self.name.text(), self.footing.text(), self.evidence.text(), self.action.shown_text())
        return " | ".join(part for part in parts if part)
