"""Text: on one line, or on as many as it takes."""

from math import ceil
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QStyle, QStyleOptionFrame, QWidget

from planner.desktop.fields.field import value_property
from planner.desktop.fields.fit_characters import FitCharacters, make_fit
from planner.desktop.widgets.input_line import InputLine
from planner.desktop.widgets.text_drops import holds_files
from planner.model.fields import FieldType

_MOST_LINES = 12


class LineField(InputLine):
    """A text on one line."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setValidator(FitCharacters(self))
        self.textChanged.connect(self.changed)

    def _text(self) -> str:
        return self.text()

    def _show(self, text: str) -> None:
        if text != self.text():
            self.setText(text)
            self.setCursorPosition(0)

    value = value_property(_text, _show, changed)

    def configure(self, _field_type: FieldType) -> None:
        """Do nothing: a text has no choices or bounds; what no text may hold is replaced as it comes in."""


@runtime_checkable
class TakesPasted(Protocol):
    """A list that may make rows of what is pasted into a text in it."""

    def take_pasted(self, box: QWidget, data: QMimeData, /) -> bool:
        """Take a paste or a drop in place of the text; return whether it did."""


class LongField(QPlainTextEdit):
    """A text of several lines, as high as its text, two (in a table one) to twelve lines; Tab moves on."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None, *, least_lines: int = 2) -> None:
        super().__init__(parent)
        self._least_lines = least_lines
        self._turning_bar = False
        self.document().setDocumentMargin(2)  # like a line's
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._tell)
        self.document().contentsChanged.connect(self._fit)
        self._fit()

    def _tell(self) -> None:
        if not make_fit(self.document()):  # else this is told again
            self.changed.emit()

    def _text(self) -> str:
        # toPlainText would turn no-break spaces into spaces.
        return self.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")

    def _show(self, text: str) -> None:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        if text != self._text():
            self.setPlainText(text)

    value = value_property(_text, _show, changed)

    def configure(self, _field_type: FieldType) -> None:
        """Do nothing: a text has no choices or bounds; what no text may hold is replaced as it comes in."""

    @property
    def one_line(self) -> bool:
        """Whether the box is one line high while it is empty, as in a table."""
        return self._least_lines == 1

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Return whether the data can be pasted or dropped as text; False for files, left to the window."""
        return not holds_files(source) and super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take what is pasted or dropped as text, unless a list that this text is in takes it."""
        if not self._list_takes(source):
            super().insertFromMimeData(source)

    def _list_takes(self, source: QMimeData) -> bool:
        # Asked for by way of the parents: what is kept here would keep the whole form beyond its plan.
        above = self.parentWidget()
        while above is not None:
            if isinstance(above, TakesPasted):
                return above.take_pasted(self, source)
            above = above.parentWidget()
        return False

    def sizeHint(self) -> QSize:
        """Return Qt's width and the height of the text, at least `least_lines` and at most twelve lines."""
        return QSize(super().sizeHint().width(), self._height())

    def minimumSizeHint(self) -> QSize:
        """Return room for eight characters at the height of `sizeHint`: the text is never squeezed."""
        return QSize(self.fontMetrics().averageCharWidth() * 8, self._height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the height to the text as it wraps in the new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _fit(self) -> None:
        if self._turning_bar:
            return
        _, fits = self._text_height()
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if fits else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        if self.verticalScrollBarPolicy() != policy:
            # The bar takes width from the text. In a box no wider than the bar none is left, and Qt then lays
            # the text out without wrapping: it would seem to fit, the bar go, come again, without an end.
            self._turning_bar = True
            self.setVerticalScrollBarPolicy(policy)
            self._turning_bar = False
        height = self._height()
        if height != self.height() or self.minimumHeight() != height:
            self.setFixedHeight(height)

    def changeEvent(self, event: QEvent) -> None:
        """Fit the height to another font or style."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit()

    def _text_height(self) -> tuple[float, bool]:
        """Return the height of the text as it wraps, and whether that is all of it.

        Measured block by block, for scripts differ in height, and no further than is shown.
        """
        layout, block, height, lines = self.document().documentLayout(), self.document().firstBlock(), 0.0, 0
        while block.isValid() and lines <= _MOST_LINES:
            height += layout.blockBoundingRect(block).height()
            lines += max(block.lineCount(), 1)
            block = block.next()
        most = _MOST_LINES * self.fontMetrics().lineSpacing()
        return (height, True) if lines <= _MOST_LINES else (most, False)

    def _height(self) -> int:
        height, _ = self._text_height()
        least = self._least_lines * self.fontMetrics().lineSpacing()
        return ceil(max(height, least) + 2 * self.document().documentMargin()) + self._frame_height()

    def _frame_height(self) -> int:
        """Return what the style draws above and below the text: frame and padding."""
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        option.rect.setHeight(200)
        contents = self.style().subElementRect(QStyle.SubElement.SE_ShapedFrameContents, option, self)
        return 200 - contents.height()
