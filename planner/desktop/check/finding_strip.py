"""The finding that led to a field stays in sight while one answers it further down."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer
from PySide6.QtWidgets import QFrame, QWidget

from planner.desktop.check.finding_views import FindingView
from planner.desktop.walk.form_page import FormPage
from planner.desktop.widgets.layouts import side_by_side
from planner.desktop.widgets.plain_text import PlainLabel
from planner.translation import pgettext


class FindingStrip(QFrame):
    """A strip at the foot of a form's page that says the finding whose link was followed.

    It is there while the field it led to has the keys and the finding itself is scrolled away.
    """

    def __init__(self, page: FormPage, finding_shown_in: QWidget) -> None:
        """`finding_shown_in` is the banner on top of the form."""
        super().__init__(page.viewport())
        self.setProperty("role", "warning")
        self._page, self._banner = page, finding_shown_in
        self._field = self._rule = ""
        self.words = PlainLabel(parent=self)
        self.words.setWordWrap(True)
        row = side_by_side(0, self)
        row.setContentsMargins(32, 8, 32, 8)
        row.addWidget(self.words)
        self._soon = QTimer(self)  # no delay: the focus and the scrolling it brings come first
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._place)
        page.verticalScrollBar().valueChanged.connect(self._place)
        page.field_left.connect(self._leave)
        page.form.installEventFilter(self)
        page.viewport().installEventFilter(self)
        self.hide()

    def lead_to(self, finding: FindingView) -> None:
        """Set the finding to show until its field, which has the focus now, is left.

        It is seen while the banner is scrolled away.
        """
        self._field, self._rule = finding.field, finding.rule
        pattern = pgettext("sentences", "{first} {next}")
        self.words.setText(pattern.format(first=finding.lead, next=finding.said))
        self._soon.start(0)

    def show_findings(self, findings: Iterable[FindingView]) -> None:
        """Hide the strip if its finding is not among these or is answered; else change nothing."""
        if self._field and all(view.rule != self._rule or view.is_answered for view in findings):
            self._leave("")

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Place the strip anew after the form or the view was moved or resized."""
        if event.type() in {QEvent.Type.Resize, QEvent.Type.Move}:
            self._soon.start(0)
        return False

    def _leave(self, _path: str) -> None:
        self._field = ""
        self._place()

    def _place(self, _value: int = 0) -> None:
        view = self._page.viewport()
        foot = self._banner.mapTo(view, QPoint(0, self._banner.height())).y()
        wanted = bool(self._field) and foot <= 0
        if wanted:
            left = self._page.form.mapTo(view, QPoint(0, 0)).x()
            width = self._page.form.width()
            height = self.heightForWidth(width)
            self.setGeometry(left, view.height() - height, width, height)
            self.raise_()
        self._page.keep_free_below(self.height() if wanted else 0)
        self.setVisible(wanted)
