"""Text: on one line, or on as many as it takes."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent, QTextOption
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from planner.desktop.fields.field import value_property
from planner.model.fields import FieldType

_MOST_LINES = 12


class LineField(QLineEdit):
    """A text on one line."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.textChanged.connect(self.changed)

    def _text(self) -> str:
        return self.text()

    def _show(self, text: str) -> None:
        if text != self.text():
            self.setText(text)
            self.setCursorPosition(0)

    value = value_property(_text, _show, changed)

    def offer(self, field_type: FieldType) -> None:
        """Take any text."""


class LongField(QPlainTextEdit):
    """A text of several lines, as high as its text, up to twelve lines; Tab moves on."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None, *, least_lines: int = 2) -> None:
        super().__init__(parent)
        self._least_lines = least_lines
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self.changed)
        self.document().contentsChanged.connect(self._fit)
        self._fit()

    def _text(self) -> str:
        # toPlainText would turn no-break spaces into spaces.
        return self.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")

    def _show(self, text: str) -> None:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        if text != self._text():
            self.setPlainText(text)

    value = value_property(_text, _show, changed)

    def offer(self, field_type: FieldType) -> None:
        """Take any text."""

    def sizeHint(self) -> QSize:
        """Return the height of the text, at least two and at most twelve lines."""
        return QSize(super().sizeHint().width(), self._height())

    def minimumSizeHint(self) -> QSize:
        """Return the same height: the text is never squeezed."""
        return QSize(self.fontMetrics().averageCharWidth() * 8, self._height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the height to the text as it wraps in the new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _fit(self) -> None:
        lines = self._lines()
        fits = lines <= _MOST_LINES
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if fits else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        if self.verticalScrollBarPolicy() != policy:
            self.setVerticalScrollBarPolicy(policy)
        height = self._height()
        if height != self.height() or self.minimumHeight() != height:
            self.setFixedHeight(height)

    def _lines(self) -> int:
        """Return how many lines the text takes as it wraps, counted no further than needed."""
        layout, block, lines = self.document().documentLayout(), self.document().firstBlock(), 0
        while block.isValid() and lines <= _MOST_LINES:
            layout.blockBoundingRect(block)  # lays the block out
            lines += max(block.layout().lineCount(), 1)
            block = block.next()
        return lines

    def _height(self) -> int:
        lines = min(max(self._lines(), self._least_lines), _MOST_LINES)
        margins = self.contentsMargins()
        around = 2 * self.document().documentMargin() + margins.top() + margins.bottom()
        return int(lines * self.fontMetrics().lineSpacing() + around) + 1
