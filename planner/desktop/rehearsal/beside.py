"""What is at hand beside the agenda: people, answers to shortcuts, the fear's counter-action, notes."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from planner.desktop.rehearsal.script import SideNote
from planner.desktop.rehearsal.words import SizedText
from planner.translation import _

_LAST_NOTES = 8
_BETWEEN = 12
"""Pixels that part what is at hand, beyond the lines' own distance."""


class AtHand(QScrollArea):
    """The column beside the agenda: what to have at hand, who raised the price, and last the notes."""

    def __init__(self, sections: tuple[SideNote, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("role", "side")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget(self)
        inside.setProperty("role", "side")
        inside.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(inside)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(4)
        for section in sections:
            column.addWidget(SizedText(section.heading, size=0.8, bold=True, role="hint", parent=inside))
            for line in section.lines:
                column.addWidget(SizedText(line, size=0.92, parent=inside))
            column.addSpacing(_BETWEEN)
        self.price = SizedText(size=0.92, parent=inside)
        self.price.setContentsMargins(0, 0, 0, _BETWEEN)
        self.notes_heading = SizedText(_("Noted"), size=0.8, bold=True, role="hint", parent=inside)
        self.notes = SizedText(size=0.92, parent=inside)
        for widget in (self.price, self.notes_heading, self.notes):
            column.addWidget(widget)
        column.addStretch(1)
        self.setWidget(inside)

    def show_noted(self, price: str, notes: str) -> None:
        """Show who raised the price, and the last eight lines of the notes; what is blank is hidden."""
        self.price.say(price)
        self.price.setVisible(bool(price))
        self.notes.say("\n".join(notes.splitlines()[-_LAST_NOTES:]))
        for widget in (self.notes_heading, self.notes):
            widget.setVisible(bool(notes.strip()))
