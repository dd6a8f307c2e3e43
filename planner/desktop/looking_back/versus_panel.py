"""Plan versus actual on the screen: what was planned beside what happened."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from planner.coaching.plan_versus_actual import ComparedPart, Pair, plan_versus_actual
from planner.desktop.background.debounce import Debounce
from planner.desktop.editing.document import PlanDocument
from planner.desktop.widgets.plain_text import PlainLabel
from planner.translation import N_, _

_SETTLED_MS = 200
_SIGNS = {True: "✓", False: "≠", None: ""}
_SPOKEN = {True: N_("as planned"), False: N_("not as planned"), None: ""}
NOT_KNOWN = "—"
SIGN_WIDTH = 16
"""The room in pixels for the sign between the two columns."""


class VersusPanel(QScrollArea):
    """Shows what was planned beside what happened, for each part of the call, and follows the document."""

    def __init__(self, document: PlanDocument, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._parts: tuple[_Part, ...] = ()
        self.setAccessibleName(_("What was planned, and what happened"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._inside = QWidget(self)
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(16, 8, 16, 16)
        self._column.setSpacing(16)
        self._column.addStretch(1)
        self.setWidget(self._inside)
        for plain in (self._inside, self.viewport()):
            plain.setAutoFillBackground(False)
        self._settling = Debounce(_SETTLED_MS, self)
        self._settling.elapsed.connect(self.refresh)
        document.changed.connect(self._follow)

    def refresh(self) -> None:
        """Show the comparison as it is now."""
        comparison = plan_versus_actual(self._document.preparation.plan)
        if [part.shape for part in self._parts] != [_shape(compared) for compared in comparison]:
            for part in self._parts:
                self._column.removeWidget(part)
                part.deleteLater()
            self._parts = tuple(_Part(compared, self._inside) for compared in comparison)
            for at, part in enumerate(self._parts):
                self._column.insertWidget(at, part)
        for part, compared in zip(self._parts, comparison, strict=True):
            part.show_pairs(compared.pairs)

    @property
    def rows(self) -> list[str]:
        """What can be read, a line for each pair: `planned | sign | happened`, "—" for what is not known."""
        return [row for part in self._parts for row in part.rows]

    def showEvent(self, event: QShowEvent) -> None:
        """Bring the comparison up to date before it is seen."""
        self.refresh()
        super().showEvent(event)

    def _follow(self, _path: str) -> None:
        if self.isVisible():
            self._settling.trigger()


class _Part(QWidget):
    """One part of the call: its heading over the pairs."""

    def __init__(self, part: ComparedPart, parent: QWidget) -> None:
        super().__init__(parent)
        self.shape = _shape(part)
        heading = PlainLabel(part.heading, self)
        heading.setProperty("role", "question")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(2, 1)
        self._grid.setColumnMinimumWidth(1, SIGN_WIDTH)
        self._grid.addWidget(heading, 0, 0, 1, 3)
        self._pairs = [self._row(at + 1) for at in range(len(part.pairs))]

    @property
    def rows(self) -> list[str]:
        """What can be read of each pair."""
        return [" | ".join(label.text() for label in labels) for labels in self._pairs]

    def show_pairs(self, pairs: tuple[Pair, ...]) -> None:
        """Show what was planned and what happened."""
        for (planned, sign, happened), pair in zip(self._pairs, pairs, strict=True):
            _say(planned, pair.planned or NOT_KNOWN)
            _say(sign, _SIGNS[pair.as_planned])
            _say(happened, pair.happened or NOT_KNOWN)
            sign.setAccessibleName(_(_SPOKEN[pair.as_planned]))

    def _row(self, at: int) -> tuple[QLabel, QLabel, QLabel]:
        planned, sign, happened = self._label("hint"), self._label(""), self._label("")
        for column, label in enumerate((planned, sign, happened)):
            self._grid.addWidget(label, at, column, Qt.AlignmentFlag.AlignTop)
        return planned, sign, happened

    def _label(self, role: str) -> QLabel:
        label = PlainLabel(parent=self)
        label.setWordWrap(True)
        label.setProperty("role", role)
        return label


def _shape(part: ComparedPart) -> tuple[str, int]:
    return part.key, len(part.pairs)


def _say(label: QLabel, text: str) -> None:
    if label.text() != text:
        label.setText(text)
