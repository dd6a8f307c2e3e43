"""One insight on the screen: heading, sentence, chart, and the numbers as a table."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from planner.coaching.insights.insight import Insight
from planner.desktop.widgets.chart_view import ChartView
from planner.desktop.widgets.plain_text import PlainLabel
from planner.desktop.widgets.reading_table import ReadingTable
from planner.translation import _, ngettext

MOST_ENTRIES = 50
"""A longer list is read in the exported table."""


class InsightView(QWidget):
    """Shows an insight, and another one in its place when the calls chosen change."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.heading = self._label("section")
        self.sentence = self._label("")
        self.remark = self._label("hint")
        self.chart = ChartView(self)
        self.numbers = ReadingTable(self)
        self.entries = ReadingTable(self)
        self.more = self._label("hint")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        parts = (self.heading, self.sentence, self.chart, self.remark, self.numbers, self.entries, self.more)
        for widget in parts:
            column.addWidget(widget)

    def show_insight(self, insight: Insight) -> None:
        """Show this insight in place of the one before; hide the view if the insight is over no calls.

        Of its list the first MOST_ENTRIES are shown, its sentence only if `concluded`: that there are too few
        calls is left to the page to say once for all.
        """
        self.setVisible(bool(insight.calls))
        self.heading.setText(insight.title)
        self.sentence.setText(insight.sentence)
        self.sentence.setVisible(insight.concluded)
        self.remark.setText(insight.remark)
        self.remark.setVisible(bool(insight.remark))
        self.chart.show_chart(insight.chart)
        self._show_numbers(insight)
        self._show_entries(insight)

    def _show_numbers(self, insight: Insight) -> None:
        table = insight.numbers.table
        self.numbers.setAccessibleName(_("{insight}: the numbers").format(insight=insight.title))
        self.numbers.show_rows(table.headings, table.rows, words=table.words)
        self.numbers.setVisible(bool(table.rows))

    def _show_entries(self, insight: Insight) -> None:
        entries = insight.entries
        rows = entries.rows if entries is not None else ()
        if entries is not None:
            self.entries.setAccessibleName(_("{insight}: the list").format(insight=insight.title))
            self.entries.show_rows(entries.headings, rows[:MOST_ENTRIES], words=entries.words)
        self.entries.setVisible(bool(rows))
        older = len(rows) - MOST_ENTRIES
        more = ngettext(
            "{count} more is in the exported table.",
            "{count} more are in the exported table.",
            older,
        )
        self.more.setText(more.format(count=f"{older:,}"))
        self.more.setVisible(older > 0)

    def _label(self, role: str) -> QLabel:
        label = PlainLabel(parent=self)
        label.setProperty("role", role)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        label.setWordWrap(True)
        return label
