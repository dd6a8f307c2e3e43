"""A push button whose text wraps instead of being cut off."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from planner.desktop.widgets.enter_button import EnterButton
from planner.desktop.widgets.plain_text import PlainLabel
from planner.desktop.widgets.roles import set_role


class WrappingButton(EnterButton):
    """A link in the column: a button over as many lines as its text needs."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = PlainLabel(parent=self)
        self._label.setWordWrap(True)
        self._label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 4, 2, 4)
        row.addWidget(self._label)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.set_role("link")
        self.show_text(text)

    def set_role(self, role: str) -> None:
        """Look like a "link", or "quiet" where many of them stand in one list."""
        for widget in (self, self._label):
            set_role(widget, role)
        font = self._label.font()
        font.setWeight(QFont.Weight.DemiBold if role == "link" else QFont.Weight.Normal)
        self._label.setFont(font)

    def show_text(self, text: str, spoken: str = "") -> None:
        """Show a text; `spoken` is what a screen reader says where it differs."""
        self._label.setText(text)
        self.setAccessibleName(spoken or text)

    def shown_text(self) -> str:
        """Return what the button says."""
        return self._label.text()

    def sizeHint(self) -> QSize:
        """Return the room the text would like to have."""
        return self._row().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return the least room: the longest word."""
        return self._row().minimumSize()

    def hasHeightForWidth(self) -> bool:
        """Say that a narrower button is a higher one."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height the wrapped text takes at a width."""
        return self._row().totalHeightForWidth(width)

    def _row(self) -> QHBoxLayout:
        row = self.layout()
        assert isinstance(row, QHBoxLayout)
        return row
