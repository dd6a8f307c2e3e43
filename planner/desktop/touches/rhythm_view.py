"""One's own rhythm: how many touches this week, and in the weeks before. A quiet count, and no verdict."""

from PySide6.QtWidgets import QWidget

from planner.desktop.touches.rhythm_count import Rhythm, rhythm_text, weeks_text
from planner.desktop.widgets.labels import HintLabel
from planner.desktop.widgets.layouts import stacked


class RhythmView(QWidget):
    """Says the count of this week, and of the weeks before it once there was a touch in one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.this_week, self.before = HintLabel(self), HintLabel(self)
        column = stacked(2, self)
        column.addWidget(self.this_week)
        column.addWidget(self.before)

    def show_rhythm(self, rhythm: Rhythm, wanted: int) -> None:
        """Show the counts, against how many touches a week are wanted."""
        self.this_week.setText(rhythm_text(rhythm.this_week, wanted))
        text = weeks_text(rhythm.before)
        self.before.setText(text)
        self.before.setVisible(bool(text))
