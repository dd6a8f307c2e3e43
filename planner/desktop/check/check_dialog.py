"""The settings of the check: each threshold with its bounds, and one's own vague phrases."""

from collections.abc import Iterator

from msgspec import inspect
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QPlainTextEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from planner.coaching.check.thresholds import Thresholds
from planner.desktop.fields.fit_characters import make_fit
from planner.desktop.widgets.plain_text import PlainLabel
from planner.desktop.widgets.roles import set_role
from planner.model.fields import read_field, with_field
from planner.translation import _

_PHRASES = "vague_phrases"


class CheckDialog(QDialog):
    """The dialog for the check's settings: a line for each number in Thresholds, and the vague phrases."""

    chosen = Signal(object)
    """The Thresholds to check by."""

    def __init__(self, thresholds: Thresholds, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Check settings"))
        self._thresholds = thresholds
        self.numbers = {
            name: _spin(low, high, description, self) for name, description, low, high in _numbers()
        }
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
        """Show these thresholds."""
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
        lines = QFormLayout()
        lines.setHorizontalSpacing(24)
        lines.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
        lines.setLabelAlignment(Qt.AlignmentFlag.AlignVCenter)
        lines.setVerticalSpacing(8)
        for box in self.numbers.values():
            label = PlainLabel(box.accessibleName(), self)
            label.setBuddy(box)
            lines.addRow(label, box)
        question = PlainLabel(_("Which phrases of your own commit nobody? One per line."), self)
        question.setProperty("role", "question")
        question.setBuddy(self.phrases)
        hint = PlainLabel(_("A star stands for any ending: “follow* up” is “follows up” too."), self)
        hint.setProperty("role", "hint")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(8)
        column.addLayout(lines)
        column.addSpacing(8)
        for widget in (question, hint, self.phrases):
            column.addWidget(widget)
        column.addSpacing(8)
        column.addWidget(self._buttons)


def _numbers() -> Iterator[tuple[str, str, int, int]]:
    """Yield the name of each number of the thresholds, its description as it is shown, and its bounds."""
    described = inspect.type_info(Thresholds)
    assert isinstance(described, inspect.StructType)
    for field in described.fields:
        if isinstance(field.type, inspect.Metadata) and isinstance(kind := field.type.type, inspect.IntType):
            description = (field.type.extra_json_schema or {}).get("description", field.name)
            assert kind.ge is not None
            assert kind.le is not None
            yield field.name, _(description), kind.ge, kind.le


def _spin(low: int, high: int, description: str, parent: QWidget) -> QSpinBox:
    box = QSpinBox(parent)
    box.setRange(low, high)
    box.setAccessibleName(description)
    box.setToolTip(_("From {low} to {high}").format(low=low, high=high))
    box.setFixedWidth(88)
    box.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    return box
