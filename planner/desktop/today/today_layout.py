"""How Today is laid out: the day, the lines, what the chosen one offers; or what to do without any."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planner.desktop.today.today_commands import OffersRow, TodayCommands
from planner.desktop.today.today_model import TodayList
from planner.desktop.today.today_view import TodayView
from planner.desktop.widgets.enter_button import EnterButton
from planner.desktop.widgets.plain_text import PlainLabel
from planner.desktop.widgets.responsive_row import ResponsiveRow
from planner.desktop.widgets.theme import Theme
from planner.translation import N_, _

WIDEST = 1060
_READABLE = 720
"""Pixels across which a text of several lines is read with ease."""


class TodayLayout(QWidget):
    """The parts of the page in one column; fills its parent."""

    name_wanted = Signal()
    """Dream Clients are to be named."""
    call_wanted = Signal()
    """A call is to be planned."""
    print_wanted = Signal()
    """The day is to be printed."""
    sample_wanted = Signal()
    """The sample week is to be looked at."""
    removal_wanted = Signal()
    """The sample week is to be removed."""

    def __init__(self, model: TodayList, theme: Theme, commands: TodayCommands, parent: QWidget) -> None:
        super().__init__(parent)
        self.day = _label("title", self)
        self.counts = _label("subtitle", self)
        self.print_day = self._button(_("Print the day"), self.print_wanted)
        self.plan_call = self._button(_("Plan a call"), self.call_wanted, role="primary")
        self.remove_sample = self._button(_("Remove the sample"), self.removal_wanted)
        self.remove_sample.hide()
        self.list = TodayView(model, theme, self)
        self.offers = OffersRow(commands, self)
        self.done = _label("verdict", self)
        self.done.setText(_("✓ Done for today"))
        self.note = _label("subtitle", self)
        self.note.setMaximumWidth(_READABLE)
        self.name_clients = self._button(_("Name ten Dream Clients"), self.name_wanted, role="primary")
        self.plan_next = self._button(_("Plan the call that is next"), self.call_wanted)
        self.see_sample = self._button(_("Look at a sample week"), self.sample_wanted)
        self._invitation = QWidget(self)
        self._lay_out()
        self.name_clients.hide()
        self.show_kind(empty=False, done=False, coming="")

    def show_day(self, day: str, counts: str) -> None:
        """Say which day it is, and in a line what is on it."""
        self.day.setText(day)
        self.counts.setText(counts)

    def show_kind(self, *, empty: bool, done: bool, coming: str) -> None:
        """Show the lines; where there are none, that it is done; in an empty library what to begin with.

        `coming` is said of what is next; where it is "", that no call is planned.
        """
        self.list.setVisible(not done)
        self.offers.setVisible(not done)
        self.counts.setVisible(not done)
        self.done.setVisible(done and not empty)
        self.note.setVisible(done)
        self.note.setText(_(_BEGIN) if empty else coming or _(_NOTHING_AHEAD))
        self._invitation.setVisible(empty)
        self.plan_call.setVisible(not empty)
        self.print_day.setVisible(not done)

    def offer_naming(self) -> None:
        """Offer in an empty library to name Dream Clients: there is a place where that is done."""
        self.name_clients.show()

    def place_for_focus(self) -> QWidget:
        """Return where a person goes on by keyboard."""
        if not self._invitation.isHidden():
            return self.plan_next if self.name_clients.isHidden() else self.name_clients
        return self.plan_call if self.list.isHidden() else self.list

    def has_keys(self) -> bool:
        """Whether the focus is on the list, or on a button that `place_for_focus` may return."""
        return self.window().focusWidget() in {self.list, self.plan_call, self.name_clients, self.plan_next}

    def _button(self, text: str, wanted: object, role: str = "") -> EnterButton:
        button = EnterButton(text, self)
        if role:
            button.setProperty("role", role)
        button.clicked.connect(wanted)
        return button

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self.day)
        words.addWidget(self.counts)
        above = ResponsiveRow(self)
        head = QHBoxLayout(above)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(8)
        head.addLayout(words, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.remove_sample, self.print_day, self.plan_call):
            buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        buttons.addStretch(1)
        head.addLayout(buttons)
        ways = QHBoxLayout(self._invitation)
        ways.setContentsMargins(0, 0, 0, 0)
        ways.setSpacing(8)
        for button in (self.name_clients, self.plan_next, self.see_sample):
            ways.addWidget(button)
        ways.addStretch()
        column = QWidget(self)
        column.setMaximumWidth(WIDEST)
        inside = QVBoxLayout(column)
        inside.setContentsMargins(24, 24, 24, 0)
        inside.setSpacing(8)
        inside.addWidget(above)
        inside.addSpacing(8)
        inside.addWidget(self.done)
        inside.addWidget(self.note)
        inside.addSpacing(8)
        inside.addWidget(self._invitation)
        inside.addWidget(self.list, 1)
        inside.addWidget(self.offers)
        inside.addStretch()
        outside = QHBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addStretch(1)
        outside.addWidget(column, 100)
        outside.addStretch(1)


_BEGIN = N_(
    "This is the page your day begins on: calls, promises, touches and whoever came to you, in the order of "
    "what can't wait. Begin with the clients you want most, whether or not they have asked."
)
_NOTHING_AHEAD = N_("No call is planned. Whom on your Dream list could you call next?")


def _label(role: str, parent: QWidget) -> PlainLabel:
    label = PlainLabel(parent=parent)
    label.setProperty("role", role)
    label.setWordWrap(True)
    return label
