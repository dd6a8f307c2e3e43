"""A dialog around a form: what is amiss is said in it, and it stays until that is mended."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFrame, QScrollArea, QVBoxLayout, QWidget

from planner.desktop.fields.typed import ProblemLabel
from planner.desktop.widgets.action import action
from planner.desktop.widgets.roles import set_role
from planner.desktop.widgets.tab_order import TabsAsLaidOut

_WIDTH, _WIDTH_IN_LINES = 560, 30
_SCREEN = 9, 10


class FormDialog(QDialog):
    """A dialog that shows a form over its buttons; Ctrl+S accepts it from any box.

    So does Ctrl+Enter, but in the lines of a list, where it adds one.

    Subclasses give `problem_now`: while that says something, it is shown and the dialog stays.
    """

    def __init__(
        self, form: QWidget, parent: QWidget, *, title: str, accept: str, may_cancel: bool = True
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.form = form
        self._problem = ProblemLabel(self)
        self.buttons = QDialogButtonBox(self)
        self.keep = self.buttons.addButton(accept, QDialogButtonBox.ButtonRole.AcceptRole)
        set_role(self.keep, "primary")  # the box has styled it as an ordinary button
        if may_cancel:
            self.buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        for keys in ("Ctrl+Return", "Ctrl+Enter", "Ctrl+S"):
            self.addAction(action(self, accept, self.accept, keys))
        self._lay_out()

    @property
    def problem(self) -> str:
        """What is said to be amiss, "" for nothing."""
        return self._problem.text() if self._problem.isVisibleTo(self) else ""

    def problem_now(self) -> str:
        """Return what is amiss with what was entered, "" for nothing."""
        raise NotImplementedError

    def refuse(self, problem: str) -> None:
        """Say what is amiss; "" says nothing any more."""
        self._problem.show_error(problem, ())
        self.fit()

    def forget_problem(self) -> None:
        """Say nothing of what was amiss before something was changed; whether it still is, `accept` says."""
        if self.problem:
            self.refuse("")

    def showEvent(self, event: QShowEvent) -> None:
        """Make room for the form as it is styled: only now its fonts are known."""
        super().showEvent(event)
        self.fit()

    def eventFilter(self, _inside: QObject, event: QEvent) -> bool:
        """Make room when a part of the form takes more of it: a text that wraps, a line that was added."""
        if event.type() is QEvent.Type.LayoutRequest and self.isVisible():
            self.fit()
        return False

    def accept(self) -> None:
        """Close and emit `accepted`, unless something is amiss."""
        focused = self.focusWidget()
        if focused is not None:
            focused.clearFocus()  # what was typed last is read as if it were left
        problem = self.problem_now()
        self.refuse(problem)
        if problem:
            if focused is not None:
                focused.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        super().accept()

    def fit(self) -> None:
        """Make the dialog as high as its form, as far as the screen allows; once shown it gets no lower."""
        inside = self._area.widget()
        assert inside is not None
        width = max(self.width(), _WIDTH, _WIDTH_IN_LINES * self.fontMetrics().height())
        layout = inside.layout()
        assert layout is not None
        layout.activate()
        # Beside a scroll bar, or it would stay: texts wrap in what it leaves, and the form is higher then.
        narrower = width - self._area.verticalScrollBar().sizeHint().width()
        wraps = layout.hasHeightForWidth()
        form = layout.totalHeightForWidth(narrower) if wraps else layout.sizeHint().height()
        foot = self._foot.sizeHint().height()
        most = self.screen().availableGeometry().height() * _SCREEN[0] // _SCREEN[1]
        height = min(form + foot, most)
        height = max(height, self.height()) if self.isVisible() else height
        if self.size() != QSize(width, height):
            self.resize(width, height)

    def _lay_out(self) -> None:
        all_of_it = TabsAsLaidOut(self)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(all_of_it)
        column = QVBoxLayout(all_of_it)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        inside = QWidget(self)
        around = QVBoxLayout(inside)
        around.setContentsMargins(24, 20, 24, 8)
        around.addWidget(self.form)
        inside.installEventFilter(self)
        around.addStretch(1)
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(inside)
        column.addWidget(self._area, 1)
        self._foot = QVBoxLayout()
        self._foot.setContentsMargins(24, 8, 24, 16)
        self._foot.setSpacing(8)
        self._foot.addWidget(self._problem)
        self._foot.addWidget(self.buttons)
        column.addLayout(self._foot)
