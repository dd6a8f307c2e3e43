"""At the foot of a ten-minute plan: how long it has taken, how far it has come, and the way out."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from planner.coaching.fifteen import Answered
from planner.desktop.widgets.enter_button import EnterButton
from planner.desktop.widgets.plain_text import PlainLabel
from planner.translation import _


class TenMinuteStrip(QWidget):
    """The line at the foot of a ten-minute plan: minutes, questions answered, and the ways on and out.

    The minutes are told and never held against anybody.
    """

    end_wanted = Signal()
    """The person wants to print what there is."""
    next_wanted = Signal()
    """The person wants the next question without an answer."""
    left = Signal()
    """The person wants to see every question."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.told = PlainLabel(parent=self)
        self.told.setProperty("role", "quiet")
        self.all_questions = QPushButton(_("All the questions"), self)
        self.all_questions.setProperty("role", "quiet")
        self.all_questions.clicked.connect(self.left)
        self.next_open = EnterButton(_("Next &open question"), self)
        self.next_open.setAccessibleName(_("Next open question"))
        self.next_open.clicked.connect(self.next_wanted)
        for button in (self.all_questions, self.next_open):  # a click leaves the cursor where one was
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.good_enough = EnterButton(_("Good enough: print it"), self)
        self.good_enough.setProperty("role", "primary")
        self.good_enough.clicked.connect(self.end_wanted)
        self.good_enough.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self.told)
        row.addWidget(self.all_questions)
        row.addStretch(1)
        row.addWidget(self.next_open)
        row.addWidget(self.good_enough)

    def tell(self, minutes: int | None, answered: Answered) -> None:
        """Say how many minutes it has taken, None before it is begun, and how many questions are answered.

        Once all are, the button to print stands in place of that to the next open question.
        """
        self.next_open.setVisible(not answered.all)
        self.good_enough.setVisible(answered.all)
        timed = _("Ten-minute plan · {minutes} · {given} of {asked} answered")
        untimed = _("Ten-minute plan · {given} of {asked} answered")
        words = {"given": answered.given, "asked": answered.asked}
        if minutes is None:
            self.told.setText(untimed.format(**words))
        else:
            self.told.setText(timed.format(minutes=minutes_since(minutes), **words))


def minutes_since(minutes: int) -> str:
    """Return how long something has taken: `4 min`, `just begun` for 0."""
    return _("{minutes} min").format(minutes=minutes) if minutes else _("just begun")
