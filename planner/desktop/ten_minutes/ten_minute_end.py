"""Where a ten-minute plan stops: good enough, print it."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from planner.coaching.fifteen import Answered
from planner.desktop.widgets.enter_button import EnterButton
from planner.desktop.widgets.layouts import side_by_side
from planner.desktop.widgets.plain_text import PlainLabel
from planner.desktop.widgets.responsive_row import ResponsiveRow
from planner.translation import _, ngettext

_ROOM = 420
"""From this width in pixels on the three buttons stand side by side."""


class TenMinuteEnd(QFrame):
    """Says whether the page is good enough, and offers what to do with it."""

    print_wanted = Signal()
    export_wanted = Signal()
    full_walk_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "notice")
        self.heading = PlainLabel(parent=self)
        self.heading.setProperty("role", "section")
        self.heading.setWordWrap(True)
        self.detail = PlainLabel(parent=self)
        self.detail.setWordWrap(True)
        self.print = self._button(_("Print…"), self.print_wanted.emit)
        self.print.setProperty("role", "primary")
        self.export = self._button(_("Export PDF…"), self.export_wanted.emit)
        self.full_walk = self._button(_("All the questions"), self.full_walk_wanted.emit)
        offers = ResponsiveRow(self)
        offers.room = _ROOM
        buttons = side_by_side(8, offers)
        for button in (self.print, self.export, self.full_walk):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addWidget(self.heading)
        column.addWidget(self.detail)
        column.addWidget(offers)

    def tell(self, minutes: int | None, answered: Answered) -> None:
        """Say that all the page needs is answered and in how many minutes, or how many are open.

        Minutes of None and 0 are not said.
        """
        if answered.all:
            self.heading.setText(_("Good enough: print it"))
            in_time = _(
                "All {count} questions the page needs are answered in {minutes} min. The rest can wait."
            )
            at_once = _("All {count} questions the page needs are answered. The rest can wait.")
            detail = (in_time if minutes else at_once).format(count=answered.asked, minutes=minutes)
        else:
            left = answered.asked - answered.given
            self.heading.setText(
                ngettext("One question is open", "{count} questions are open", left).format(count=left)
            )
            detail = _("Answer what decides the call. For the rest the page leaves lines to write on.")
        self.detail.setText(detail)

    def _button(self, text: str, act: Callable[[], None]) -> QPushButton:
        button = EnterButton(text, self)
        button.clicked.connect(lambda _checked: act())
        return button
