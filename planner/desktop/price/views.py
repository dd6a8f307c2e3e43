"""What the price step shows beside its inputs. No arithmetic and no binding: it is handed words."""

import re
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from planner.desktop.fields.field import text_property
from planner.desktop.widgets.layouts import side_by_side, stacked
from planner.desktop.widgets.plain_text import PlainLabel
from planner.desktop.widgets.responsive_row import ResponsiveRow
from planner.translation import _
from planner.wording.lists import sentences

_LONE_MINUS = re.compile(r"−(?=[^\s\d])")


class WrappedText(PlainLabel):
    """A text that wraps; hidden while there is nothing to say."""

    def __init__(self, parent: QWidget | None = None, role: str = "hint") -> None:
        super().__init__(parent=parent)
        self.setWordWrap(True)
        self.setProperty("role", role)
        self.hide()

    def say(self, text: str) -> None:
        """Show the text, or nothing; no line ends between a minus and its currency."""
        text = _LONE_MINUS.sub("−\u2060", text)
        if text != self.text():
            self.setText(text)
        self.setVisible(bool(text))


class PriceVerdict(QWidget):
    """The verdict in one sentence, and a quieter one under it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.headline, self.second = WrappedText(self, "verdict"), WrappedText(self, "subtitle")
        column = stacked(4, self)
        column.addWidget(self.headline)
        column.addWidget(self.second)

    def say(self, headline: str, second: str) -> None:
        """Show both sentences; while there is no verdict the second says what to do."""
        self.headline.say(headline)
        self.second.say(second)
        self.setAccessibleName(sentences((headline, second)))


class PriceSides(ResponsiveRow):
    """Our price and the next best alternative's, side by side with their comparable totals."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ours, self.theirs = _Side(self), _Side(self)
        row = side_by_side(16, self)
        row.addWidget(self.ours, 1)
        row.addWidget(self.theirs, 1)
        self.hide()


class _Side(QFrame):
    """One price: whose, how much, made of what."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.whose, self.total = WrappedText(self), WrappedText(self, "amount")
        self.made_of = WrappedText(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 8)
        column.setSpacing(4)
        for words in (self.whose, self.total, self.made_of):
            column.addWidget(words)
        column.addStretch(1)

    def say(self, whose: str, total: str, made_of: str) -> None:
        """Show the price in words."""
        self.whose.say(whose)
        self.total.say(total)
        self.made_of.say(made_of)


class FieldNotes(WrappedText):
    """The problems and warnings of the fields named in `about`, which the form sets.

    Names are separated by blanks; "." is the whole row.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, "problem")
        self._about = ""

    def is_about(self, field: str) -> bool:
        """Whether `about` names the field."""
        return field in self._about.split()

    def _read_about(self) -> str:
        return self._about

    def _write_about(self, about: str) -> None:
        self._about = about

    about = text_property(_read_about, _write_about)


class LineSum(WrappedText):
    """A text that says what a driver comes to."""


class FigureList(QWidget):
    """Figures with their names, one a line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        self._lines: list[tuple[WrappedText, WrappedText]] = []

    def show_figures(self, figures: Sequence[tuple[str, str]]) -> None:
        """Show these figures, (name, words), one a line, in place of those before."""
        while len(self._lines) < len(figures):
            line = (WrappedText(self), WrappedText(self, "plain"))
            self._grid.addWidget(line[0], len(self._lines), 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(line[1], len(self._lines), 1, Qt.AlignmentFlag.AlignTop)
            self._lines.append(line)
        blank = [("", "")] * (len(self._lines) - len(figures))
        for line, texts in zip(self._lines, (*figures, *blank), strict=True):
            for words, text in zip(line, texts, strict=True):
                words.say(text)

    def figures(self) -> dict[str, str]:
        """Return the figures shown, in words, by name."""
        return {name.text(): words.text() for name, words in self._lines if name.text()}


class EarlierDiscussions(QWidget):
    """The price in the client's other calls, read-only."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: list[str] = []
        self._words = WrappedText(self)
        stacked(4, self).addWidget(self._words)

    def show_lines(self, lines: tuple[str, ...]) -> None:
        """List the discussions, one a line, under a heading; nothing is shown if there are none."""
        self.lines = list(lines)
        self._words.say("\n".join((_("In other calls:"), *lines)) if lines else "")


SHOWN = (PriceVerdict, PriceSides, FieldNotes, LineSum, WrappedText, FigureList, EarlierDiscussions)
"""What the forms may name."""
