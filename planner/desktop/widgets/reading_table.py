"""A table to read: as high as its rows, with no scroll bars of its own."""

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class ReadingTable(QTableWidget):
    """Shows rows of text under headings, all of them; figures stand on the right."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "reading")
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.timeout.connect(self._fit)
        self.horizontalHeader().sectionResized.connect(self._follow_width)

    def show_rows(
        self, headings: tuple[str, ...], rows: tuple[tuple[str, ...], ...], *, words: int = 1
    ) -> None:
        """Show the rows; the first `words` columns are texts, the others figures."""
        self.setColumnCount(len(headings))
        self.setRowCount(len(rows))
        for column, heading in enumerate(headings):
            item = QTableWidgetItem(heading)
            item.setTextAlignment(_side(column, words) | _MIDDLE)
            self.setHorizontalHeaderItem(column, item)
        for at, row in enumerate(rows):
            for column, text in enumerate(row):
                item = QTableWidgetItem(text)
                item.setTextAlignment(_side(column, words) | _MIDDLE)
                self.setItem(at, column, item)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self._fit()

    @property
    def cells(self) -> list[tuple[str, ...]]:
        """The rows as they are shown."""
        return [
            tuple(self._text(row, column) for column in range(self.columnCount()))
            for row in range(self.rowCount())
        ]

    def sizeHint(self) -> QSize:
        """Return Qt's width, and the height of the headings and all rows."""
        height = sum(self.rowHeight(row) for row in range(self.rowCount()))
        return QSize(super().sizeHint().width(), height + self.horizontalHeader().sizeHint().height() + 2)

    def minimumSizeHint(self) -> QSize:
        """Return a width of 0, and the height of the headings and all rows."""
        return QSize(0, self.sizeHint().height())

    def _follow_width(self, column: int, before: int, now: int) -> None:
        """Break texts anew once the columns have settled: the first takes what the others leave over.

        That is later than the table has its width, and the columns have theirs only after they said so.
        """
        if column == 0 and before != now:
            self._settling.start(0)

    def _fit(self) -> None:
        self.resizeRowsToContents()
        self.updateGeometry()

    def _text(self, row: int, column: int) -> str:
        return str(self.model().index(row, column).data() or "")


def _side(column: int, words: int) -> Qt.AlignmentFlag:
    return Qt.AlignmentFlag.AlignLeft if column < words else Qt.AlignmentFlag.AlignRight
