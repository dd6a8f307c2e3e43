"""The settings of the check: each threshold with its bounds, and one's own vague phrases."""

from collections.abc import Iterator
from dataclasses import dataclass

from msgspec import inspect
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from planner.coaching.check.thresholds import Thresholds
from planner.desktop.fields.field import CalmSpin
from planner.desktop.fields.fit_characters import make_fit
from planner.desktop.widgets.labels import HintLabel, QuestionLabel
from planner.desktop.widgets.layouts import side_by_side, stacked
from planner.desktop.widgets.plain_text import PlainLabel
from planner.desktop.widgets.roles import set_role
from planner.model.fields import read_field, with_field
from planner.translation import _
from planner.wording.lists import sentences

_PHRASES = "vague_phrases"
_WIDTH, _WIDTH_IN_LINES, _FOOT = 520, 28, 24


class CheckDialog(QDialog):
    """The dialog for the check's settings: a line for each number in Thresholds, and the vague phrases."""

    chosen = Signal(object)
    """The Thresholds to check by."""

    def __init__(self, thresholds: Thresholds, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Check settings"))
        self._thresholds = thresholds
        self._explained = {number.name: number for number in _numbers()}
        self.numbers = {name: _spin(number, self) for name, number in self._explained.items()}
        self.phrases = QPlainTextEdit(self)
        self.phrases.textChanged.connect(self._make_fit)
        self.phrases.setAccessibleName(_("Your own vague phrases, one per line"))
        self.phrases.setPlaceholderText(_("e.g. have a think"))
        self.phrases.setTabChangesFocus(True)
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok
            | QDialogButtonBox.StandardButton.Cancel
            | QDialogButtonBox.StandardButton.RestoreDefaults,
            self,
        )
        self._name_buttons()
        self._lay_out()
        self.show_thresholds(thresholds)

    @property
    def thresholds(self) -> Thresholds:
        """The thresholds as entered; blank and repeated phrases are left out."""
        typed = (" ".join(line.split()) for line in self.phrases.toPlainText().splitlines())
        thresholds = with_field(self._thresholds, _PHRASES, tuple(dict.fromkeys(filter(None, typed))))
        for name, box in self.numbers.items():
            thresholds = with_field(thresholds, name, box.value())
        return thresholds

    def show_thresholds(self, thresholds: Thresholds) -> None:
        """Show these thresholds in the boxes, in place of what was entered."""
        for name, box in self.numbers.items():
            box.setValue(read_field(thresholds, name))
        self.phrases.setPlainText("\n".join(thresholds.vague_phrases))

    def accept(self) -> None:
        """Emit `chosen` with the thresholds as entered, and close."""
        self.chosen.emit(self.thresholds)
        super().accept()

    def _make_fit(self) -> None:
        make_fit(self.phrases.document())

    def _show_usual(self) -> None:
        self.show_thresholds(Thresholds())

    def _name_buttons(self) -> None:
        keep = self._buttons.button(QDialogButtonBox.StandardButton.Ok)
        keep.setText(_("Save"))
        set_role(keep, "primary")  # the box has styled it as an ordinary button
        usual = self._buttons.button(QDialogButtonBox.StandardButton.RestoreDefaults)
        usual.setText(_("Usual values"))
        usual.clicked.connect(self._show_usual)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)

    def _lay_out(self) -> None:
        inside = QWidget(self)
        column = stacked(4, inside)
        column.setContentsMargins(24, 24, 24, 8)
        for name, box in self.numbers.items():
            self._add_number(column, self._explained[name], box)
        question = _label(QuestionLabel(inside), _("Which phrases of your own commit nobody? One per line."))
        question.setBuddy(self.phrases)
        column.addWidget(question)
        hint = _("A star stands for any ending: “follow* up” is “follows up” too.")
        column.addWidget(_label(HintLabel(inside), hint))
        self.phrases.setFixedHeight(5 * self.fontMetrics().lineSpacing())
        column.addWidget(self.phrases)
        column.addStretch(1)
        outside = stacked(0, self)
        outside.addWidget(_scrolled(inside, self), 1)
        foot = stacked(0)
        foot.setContentsMargins(24, 8, 24, 16)
        foot.addWidget(self._buttons)
        outside.addLayout(foot)
        width = max(_WIDTH, _WIDTH_IN_LINES * self.fontMetrics().height())
        height = inside.heightForWidth(width) + self._buttons.sizeHint().height() + _FOOT
        self.resize(width, min(height, self.screen().availableGeometry().height() * 9 // 10))

    def _add_number(self, column: QVBoxLayout, number: "_Number", box: CalmSpin) -> None:
        """Add a threshold: what it is called, its box, and under both what it does."""
        line = side_by_side(16)
        label = _label(QuestionLabel(self), number.label)
        label.setBuddy(box)
        line.addWidget(label, 1)
        line.addWidget(box)
        column.addLayout(line)
        column.addWidget(_label(HintLabel(self), number.explained))
        column.addSpacing(12)


@dataclass(frozen=True)
class _Number:
    """A number of the thresholds: what it is called, what it does in words, and its bounds."""

    name: str
    label: str
    explained: str
    low: int
    high: int


def _numbers() -> Iterator[_Number]:
    """Yield each number of the thresholds, as people read of it."""
    described = inspect.type_info(Thresholds)
    assert isinstance(described, inspect.StructType)
    for field in described.fields:
        if isinstance(field.type, inspect.Metadata) and isinstance(kind := field.type.type, inspect.IntType):
            words = {name: _(text) for name, text in (field.type.extra_json_schema or {}).items()}
            assert kind.ge is not None
            assert kind.le is not None
            bounds = words["bounds"].format(usual=field.default, low=kind.ge, high=kind.le)
            explained = sentences((words["explains"], bounds))
            yield _Number(field.name, words["description"], explained, kind.ge, kind.le)


def _label(label: PlainLabel, text: str) -> PlainLabel:
    label.setText(text)
    return label


def _scrolled(inside: QWidget, parent: QWidget) -> QScrollArea:
    """Return the widget in an area that scrolls where the screen is too low for all of it."""
    area = QScrollArea(parent)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(inside)
    return area


def _spin(number: _Number, parent: QWidget) -> CalmSpin:
    box = CalmSpin(parent)
    box.setRange(number.low, number.high)
    box.setAccessibleName(number.label)
    box.setAccessibleDescription(number.explained)
    box.setFixedWidth(88)
    box.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    return box
