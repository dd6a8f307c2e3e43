"""The verdict stays in sight while one types further down."""

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtWidgets import QFrame, QWidget

from planner.desktop.price.views import WrappedText
from planner.desktop.walk.form_page import FormPage
from planner.desktop.widgets.layouts import side_by_side


class StickyVerdict(QFrame):
    """A strip over the top of the form, shown once the verdict itself is scrolled away."""

    def __init__(self, page: FormPage, verdict: QWidget) -> None:
        super().__init__(page.viewport())
        self.setProperty("role", "strip")
        self._page, self._verdict = page, verdict
        self.words = WrappedText(self, "section")
        row = side_by_side(0, self)
        row.setContentsMargins(32, 8, 32, 8)
        row.addWidget(self.words)
        page.verticalScrollBar().valueChanged.connect(self._place)
        page.form.installEventFilter(self)
        self.hide()

    def say(self, headline: str) -> None:
        """Set the verdict to show; "" hides the strip."""
        self.words.say(headline)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep over the form: it moves and is resized after the viewport, as when a divider is dragged."""
        if watched is self._page.form and event.type() in {QEvent.Type.Resize, QEvent.Type.Move}:
            self._place()
        return False

    def _place(self, _value: int = 0) -> None:
        above = QPoint(0, self._verdict.height())
        gone = self._verdict.mapTo(self._page.viewport(), above).y() <= 0
        wanted = gone and bool(self.words.text())
        if wanted:
            left = self._page.form.mapTo(self._page.viewport(), QPoint(0, 0)).x()
            width = self._page.form.width()
            self.setGeometry(left, 0, width, self.heightForWidth(width))
            self.raise_()
        self.setVisible(wanted)
