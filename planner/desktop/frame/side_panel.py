"""What stands beside the form: the page, and where one looks back, the plan beside what happened."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from planner.desktop.editing.document import PlanDocument
from planner.desktop.looking_back.versus_panel import SIGN_WIDTH, VersusPanel
from planner.desktop.page.preview import PagePreview
from planner.desktop.widgets.plain_text import PlainLabel
from planner.translation import _


class SidePanel(QWidget):
    """What stands beside the form: the page; in the last step a choice of the page or plan versus actual."""

    def __init__(self, preview: PagePreview, document: PlanDocument, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.preview = preview
        self.versus = VersusPanel(document, self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(preview)
        self._stack.addWidget(self._compared())
        self._switch = QWidget(self)
        row = QHBoxLayout(self._switch)
        row.setContentsMargins(16, 8, 16, 0)
        row.setSpacing(8)
        self.plan_button = self._choice(_("Plan and what happened"))
        self.page_button = self._choice(_("The page"))
        group = QButtonGroup(self)
        for at, button in ((1, self.plan_button), (0, self.page_button)):
            group.addButton(button, at)
            row.addWidget(button)
        row.addStretch(1)
        group.idClicked.connect(self._stack.setCurrentIndex)
        self.plan_button.setChecked(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._switch)
        column.addWidget(self._stack, 1)
        self.turn(looking_back=False)

    def turn(self, *, looking_back: bool) -> None:
        """Offer a choice of the page or plan versus actual if `looking_back`; else show the page alone."""
        self._switch.setVisible(looking_back)
        at = 1 if looking_back and self.plan_button.isChecked() else 0
        self._stack.setCurrentIndex(at)

    def _choice(self, text: str) -> QPushButton:
        button = QPushButton(text, self._switch)
        button.setProperty("role", "choice")
        button.setCheckable(True)
        return button

    def _compared(self) -> QWidget:
        """Return the comparison under the headings of its two columns."""
        compared = QWidget(self)
        head = QHBoxLayout()
        head.setContentsMargins(16, 12, 16, 4)
        head.setSpacing(8)
        planned, happened = PlainLabel(_("Planned"), compared), PlainLabel(_("Happened"), compared)
        for label in (planned, happened):
            label.setProperty("role", "hint")
            head.addWidget(label, 1)
        head.insertSpacing(1, SIGN_WIDTH)
        column = QVBoxLayout(compared)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.versus, 1)
        return compared
