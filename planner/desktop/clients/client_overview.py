"""What happened with a client and what is open, at a glance: the first view of its page."""

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from planner.desktop.clients.client_view import ClientView, Entry
from planner.desktop.clients.conversation_strip import ConversationStrip
from planner.desktop.clients.entry_list import EntryList
from planner.desktop.widgets.labels import OverlineLabel
from planner.desktop.widgets.layouts import stacked
from planner.desktop.widgets.plain_text import PlainLabel
from planner.desktop.widgets.responsive_row import ResponsiveRow
from planner.desktop.widgets.theme import Theme
from planner.translation import _

_WIDEST = 1040
_ROOM = 720
"""From this width on the people stand beside what happened."""


class _Section(QWidget):
    """A heading, the entries under it, and what stands there while there are none."""

    def __init__(self, heading: str, theme: Theme, parent: QWidget, *, dated: bool, nothing: str) -> None:
        super().__init__(parent)
        title = OverlineLabel(heading, self)
        self.list = EntryList(heading, theme, self, dated=dated)
        self.nothing = PlainLabel(nothing, self)
        self.nothing.setProperty("role", "hint")
        self.nothing.setWordWrap(True)
        self.nothing.setContentsMargins(8, 4, 8, 4)
        self.remark = PlainLabel(parent=self)
        self.remark.setProperty("role", "nudge")
        self.remark.setWordWrap(True)
        self.remark.setContentsMargins(8, 4, 8, 0)
        self.remark.hide()
        column = stacked(4, self)
        for widget in (title, self.remark, self.list, self.nothing):
            column.addWidget(widget)
        self.show_entries(())

    def show_entries(self, entries: tuple[Entry, ...], remark: str = "") -> None:
        self.list.show_entries(entries)
        self.list.setVisible(bool(entries))
        self.nothing.setVisible(not entries and not remark)
        self.remark.setText(remark)
        self.remark.setVisible(bool(remark))


class ClientOverview(QScrollArea):
    """Shows a ClientView: the sales conversation, what happened, what comes, people, promises, facts."""

    opened = Signal(str)
    """An entry was opened; its key."""
    done = Signal(str)
    """Space was pressed on an entry; its key."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        ground = QWidget()
        self._column = QWidget(ground)
        self._column.setMaximumWidth(_WIDEST)
        self.strip = ConversationStrip(theme, self._column)
        self.price = PlainLabel(parent=self._column)
        self.price.setProperty("role", "hint")
        self.price.setWordWrap(True)
        self._sections = {
            "happened": self._section(_("What happened"), theme, dated=True, nothing=_("Nothing yet.")),
            "coming": self._section(
                _("Next"), theme, dated=True, nothing=_("Nothing planned. When do they hear from you next?")
            ),
            "people": self._section(_("People"), theme, nothing=_("Nobody yet. Whom do you know there?")),
            "promises": self._section(_("Promises"), theme, nothing=_("No open promises.")),
        }
        self.facts = PlainLabel(parent=self._column)
        self.facts.setProperty("role", "hint")
        self.facts.setWordWrap(True)
        self.facts.setContentsMargins(8, 4, 8, 4)
        self._lay_out(ground)
        self.setWidget(ground)

    @property
    def happened(self) -> EntryList:
        """What happened, the latest first."""
        return self._sections["happened"].list

    @property
    def coming(self) -> EntryList:
        """Calls and touches to come, the nearest first."""
        return self._sections["coming"].list

    @property
    def people(self) -> EntryList:
        """The contacts, who decides first."""
        return self._sections["people"].list

    @property
    def promises(self) -> EntryList:
        """The open promises of both sides."""
        return self._sections["promises"].list

    @property
    def remark(self) -> str:
        """What is said of the people; "" for nothing."""
        return self._sections["people"].remark.text()

    def show_view(self, view: ClientView) -> None:
        """Show a client; what is chosen stays chosen."""
        self.strip.show_so_far(view.so_far, view.so_far_words)
        self.price.setText(view.price_said)
        self.price.setVisible(bool(view.price_said))
        self._sections["happened"].show_entries(view.happened)
        self._sections["coming"].show_entries(view.coming)
        self._sections["people"].show_entries(view.people, view.nobody_decides)
        self._sections["promises"].show_entries(view.promises)
        self.facts.setText("\n".join(view.facts) or _("Nothing yet. Facts can be typed in at any time."))

    def take_focus(self) -> None:
        """Put the focus on the first list that has entries."""
        lists = (section.list for section in self._sections.values())
        first = next((each for each in lists if each.entries), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
            if not first.chosen:
                first.choose(0)

    def _section(self, heading: str, theme: Theme, *, nothing: str, dated: bool = False) -> _Section:
        section = _Section(heading, theme, self._column, dated=dated, nothing=nothing)
        section.list.opened.connect(self.opened)
        section.list.done.connect(self.done)
        section.list.row_reached.connect(self._follow)
        return section

    def _follow(self, area: QRect) -> None:
        """Bring the row into view that the keys have gone to."""
        entries, inside = self.sender(), self.widget()
        if isinstance(entries, EntryList) and inside is not None:
            top = entries.mapTo(inside, QPoint(0, area.top())).y()
            self.ensureVisible(0, top + area.height(), 0, 8)
            self.ensureVisible(0, top, 0, 40)

    def _lay_out(self, ground: QWidget) -> None:
        heading = OverlineLabel(_("The sales conversation so far"), self._column)
        facts_heading = OverlineLabel(_("Facts"), self._column)
        left, right = QWidget(self._column), QWidget(self._column)
        for side, names in ((left, ("happened", "coming")), (right, ("people", "promises"))):
            column = stacked(24, side)
            for name in names:
                column.addWidget(self._sections[name])
            if side is right:
                facts = stacked(4)
                facts.addWidget(facts_heading)
                facts.addWidget(self.facts)
                column.addLayout(facts)
            column.addStretch(1)
            side.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        beside = ResponsiveRow(self._column)
        beside.room = _ROOM
        row = QHBoxLayout(beside)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(32)
        row.addWidget(left, 19)
        row.addWidget(right, 10)
        inside = QVBoxLayout(self._column)
        inside.setContentsMargins(24, 8, 24, 24)
        inside.setSpacing(8)
        for widget in (heading, self.strip, self.price):
            inside.addWidget(widget)
        inside.addSpacing(16)
        inside.addWidget(beside)
        inside.addStretch(1)
        outside = QHBoxLayout(ground)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addStretch(1)
        outside.addWidget(self._column, 100)
        outside.addStretch(1)
