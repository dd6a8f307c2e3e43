"""What the call looks like on the screen: clock, agenda, what is at hand, the commitment, the keys."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from planner.coaching.call_notes import is_asked
from planner.desktop.rehearsal.beside import AtHand
from planner.desktop.rehearsal.call_clock import CallClock, against_plan
from planner.desktop.rehearsal.gap_line import GapLine
from planner.desktop.rehearsal.item_view import ItemView
from planner.desktop.rehearsal.keys import KEYS
from planner.desktop.rehearsal.note_line import NoteLine
from planner.desktop.rehearsal.script import Script
from planner.desktop.rehearsal.words import SizedText
from planner.model.reflection import Reflection
from planner.model.same_text import text_key
from planner.model.terms import RaisedBy
from planner.translation import _
from planner.wording.text import joined

_SHARES = (1.0, 0.85, 0.7, 0.55)
_MOST_FOR_ASK = 0.36
"""How much of the page's height the commitment may take."""
_BASE = 1.25
"""The text at first, relative to that of the window."""


class RehearsalView(QWidget):
    """Lays a script out and shows how the call stands; knows nothing of keys and records."""

    def __init__(self, script: Script, parent: QWidget) -> None:
        super().__init__(parent)
        self.script = script
        self.setAccessibleName(_("The call"))
        self.total = SizedText(size=1.3, bold=True, parent=self)
        self.state = SizedText(role="hint", parent=self)
        for words in (self.total, self.state):
            words.setWordWrap(False)
        self.agenda = QScrollArea(self)
        self.whole_agenda = QWidget(self.agenda)
        self.items = self._views()
        self.at_hand = AtHand(script.at_hand, self)
        self.note_line = NoteLine(self)
        self.gap_line = GapLine(self)
        self.ask = self._ask()
        self._points = self.font().pointSizeF() * _BASE
        self._lay_out()

    def show_clock(self, clock: CallClock, seconds: tuple[float, ...], told: Reflection) -> None:
        """Show the clock and the seconds of each item, and mark which item is led now and which were held.

        Asks about the clock's gap, if it has one.
        """
        held = {text_key(item.topic) for item in told.agenda if item.held}
        for at, view in enumerate(self.items):
            view.show_state(
                current=at == clock.item, held=text_key(view.item.topic) in held, seconds=seconds[at]
            )
        self.total.say(against_plan(sum(seconds), self.script.minutes))
        begun = _("paused") if any(seconds) else _("not started")
        self.state.say(_("running") if clock.running else begun)
        self.gap_line.ask(clock.gap)

    def show_record(self, told: Reflection) -> None:
        """Tick what was asked, and show what was noted."""
        for view in self.items:
            view.show_asked(frozenset(text for text in view.item.questions if is_asked(told, text)))
        words = {RaisedBy.US: _("✓ Price raised by us"), RaisedBy.THEM: _("✓ Price raised by them")}
        raised = words.get(told.price.raised_by, "") if told.price.raised_by else ""
        minute = (
            _("minute {minute}").format(minute=told.price.minute)
            if raised and told.price.minute is not None
            else ""
        )
        self.at_hand.show_noted(joined((raised, minute), ", "), told.notes)

    def bring_into_view(self, item: int) -> None:
        """Scroll so far that the item can be read, from its top."""
        top, bar = self.items[item].y(), self.agenda.verticalScrollBar()
        below = top + self.items[item].height() > bar.value() + self.agenda.viewport().height()
        if below or top < bar.value():
            bar.setValue(top - 8)

    def scale(self, factor: float) -> None:
        """Show all text `factor` times as large as at first."""
        self._points = self.font().pointSizeF() * _BASE * factor
        for words in self.findChildren(SizedText):
            words.scale(self._points)
        self._fit_ask()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Write the commitment smaller where the window is so low that it would push the agenda out."""
        super().resizeEvent(event)
        self._fit_ask()

    def _fit_ask(self) -> None:
        """Write the commitment as large as all else, or smaller where it would push the agenda out."""
        layout = self.ask.layout()
        assert layout is not None
        for share in _SHARES:
            for words in self.ask.findChildren(SizedText):
                words.scale(self._points * share)
            layout.invalidate()
            if layout.totalHeightForWidth(self.width()) <= self.height() * _MOST_FOR_ASK:
                return

    def _views(self) -> list[ItemView]:
        inside = self.whole_agenda
        column = QVBoxLayout(inside)
        column.setContentsMargins(24, 8, 24, 16)
        column.setSpacing(8)
        views = []
        for at, item in enumerate(self.script.items):
            view = ItemView(item, self.script.opening if at == 0 else "", self.script.price, inside)
            column.addWidget(view)
            views.append(view)
        column.addStretch(1)
        self.agenda.setWidget(inside)
        self.agenda.setWidgetResizable(True)
        self.agenda.setFrameShape(QFrame.Shape.NoFrame)
        self.agenda.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.agenda.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return views

    def _lay_out(self) -> None:
        across = QHBoxLayout()
        across.setSpacing(0)
        across.addWidget(self.agenda, 5)
        across.addWidget(self.at_hand, 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head())
        column.addLayout(across, 1)
        column.addWidget(self.ask)
        column.addWidget(self._foot())

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setContentsMargins(40, 16, 40, 12)
        head.setSpacing(16)
        head.addWidget(SizedText(self.script.heading, size=0.85, bold=True, parent=self), 1)
        head.addWidget(self.state, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.total, 0, Qt.AlignmentFlag.AlignVCenter)
        return head

    def _ask(self) -> QFrame:
        frame = self._bar()
        column = QVBoxLayout(frame)
        column.setContentsMargins(40, 12, 40, 12)
        column.setSpacing(4)
        script = self.script
        heading = joined((_("The commitment we ask for"), script.commitment), " — ")
        column.addWidget(SizedText(heading, size=0.8, bold=True, role="hint", parent=frame))
        wording = _("“{words}”").format(words=script.wording) if script.wording else script.action
        if wording:
            column.addWidget(SizedText(wording, size=1.35, bold=True, parent=frame))
        if script.wording and script.action:
            column.addWidget(SizedText(script.action, size=0.92, parent=frame))
        if script.fallback:
            column.addWidget(
                SizedText(
                    _("At minimum: {fallback}").format(fallback=script.fallback), size=0.92, parent=frame
                )
            )
        return frame

    def _foot(self) -> QFrame:
        frame = self._bar()
        column = QVBoxLayout(frame)
        column.setContentsMargins(40, 8, 40, 8)
        column.setSpacing(8)
        column.addWidget(self.gap_line)
        column.addWidget(self.note_line)
        column.addWidget(SizedText("     ".join(map(_, KEYS)), size=0.75, role="hint", parent=frame))
        return frame

    def _bar(self) -> QFrame:
        frame = QFrame(self)
        frame.setProperty("role", "bar")
        return frame
