"""Which calls insights are over: whose, and from when to when."""

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from planner.coaching.insights.period import ALL, Period, last_twelve_months, quarter
from planner.desktop.background.debounce import Debounce
from planner.desktop.fields.date import DateField
from planner.desktop.fields.field import CalmCombo
from planner.desktop.ports import Clock
from planner.desktop.widgets.plain_text import PlainLabel
from planner.translation import N_, _, pgettext

ALL_CLIENTS = N_("All clients")
PERIODS = (
    N_("All time"),
    N_("12 months to today"),
    N_("This quarter"),
    N_("Last quarter"),
    N_("From … to …"),
)
PAUSE_MS = 250
"""How long typing a day must pause before it is looked at."""

_OWN = len(PERIODS) - 1
_LONGEST_NAME = 24


class InsightsChoice(QWidget):
    """Chooses the calls that insights are over: of a client or all, in a given period or one's own."""

    changed = Signal()

    def __init__(self, now: Clock, parent: QWidget) -> None:
        super().__init__(parent)
        self._now = now
        self.client = CalmCombo(self)
        self.client.setAccessibleName(_("Whose calls"))
        self.client.setSizeAdjustPolicy(CalmCombo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.client.setMinimumContentsLength(_LONGEST_NAME)
        self.period = CalmCombo(self)
        self.period.setAccessibleName(_("From when to when"))
        self.period.addItems(list(map(_, PERIODS)))
        self.first, self.last = self._day(_("First day")), self._day(_("Last day"))
        self._to = PlainLabel(pgettext("between the first and the last day", "to"), self)
        self._lay_out()
        self.offer_clients(())
        self._show_days()
        self.client.currentIndexChanged.connect(self.changed)
        self.period.currentIndexChanged.connect(self._show_days)
        self.period.currentIndexChanged.connect(self._tell)
        self._pause = Debounce(PAUSE_MS, self)
        self._pause.elapsed.connect(self._tell)
        self.first.changed.connect(self._pause.trigger)
        self.last.changed.connect(self._pause.trigger)

    @property
    def client_id(self) -> str:
        """The id of the client chosen; "" for all."""
        chosen = self.client.currentData()
        return chosen if isinstance(chosen, str) else ""

    @property
    def client_name(self) -> str:
        """What the client chosen is called among those offered, "(no name)" without a name; "" for all."""
        return self.client.currentText() if self.client_id else ""

    @property
    def chosen_period(self) -> Period:
        """The period chosen, reckoned from today; of one's own either end may be open (None)."""
        today = self._now().date()
        at = self.period.currentIndex()
        if at == _OWN:
            return Period(_day_of(self.first), _day_of(self.last))
        return (ALL, last_twelve_months(today), quarter(today), quarter(today, 1))[at]

    @property
    def fits(self) -> bool:
        """Whether the period does not end before it begins."""
        period = self.chosen_period
        return period.first is None or period.last is None or period.first <= period.last

    def offer_clients(self, clients: Sequence[tuple[str, str]]) -> None:
        """Offer these clients, (id, name); the one chosen stays chosen if it is among them, else all are.

        `changed` is not emitted, even if the choice falls back to all.
        """
        chosen = self.client_id
        blocked = QSignalBlocker(self.client)
        self.client.clear()
        self.client.addItem(_(ALL_CLIENTS), "")
        for client_id, name in clients:
            self.client.addItem(name or _("(no name)"), client_id)
        self.client.setCurrentIndex(max(self.client.findData(chosen), 0))
        blocked.unblock()

    def _tell(self) -> None:
        self.last.show_error("" if self.fits else _("The last day is before the first."))
        if self.fits:
            self.changed.emit()

    def _show_days(self) -> None:
        for widget in (self.first, self._to, self.last):
            widget.setVisible(self.period.currentIndex() == _OWN)

    def _today(self) -> dt.date:
        return self._now().date()

    def _day(self, name: str) -> DateField:
        field = DateField(self)
        field.count_from(self._today)
        field.line.setAccessibleName(name)
        field.line.setPlaceholderText(name)
        return field

    def _lay_out(self) -> None:
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        for widget in (self.client, self.period, self.first, self._to, self.last):
            line.addWidget(widget)
        line.addStretch(1)


def _day_of(field: DateField) -> dt.date | None:
    day = field.value
    return day if isinstance(day, dt.date) else None
