"""Insights: what many calls say together, worked out in the background."""

import datetime as dt
from collections import deque
from collections.abc import Sequence

import msgspec
from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QPushButton, QScrollArea, QVBoxLayout, QWidget

from planner.coaching.insights.call_record import CallRecord
from planner.coaching.insights.insight import Insight
from planner.coaching.insights.period import Period
from planner.coaching.insights.report import CAUTION, Insights, insights_over
from planner.coaching.insights.touch_record import TouchRecord
from planner.desktop.background.latest_wins import LatestWins
from planner.desktop.insights.insight_view import InsightView
from planner.desktop.insights.insights_choice import InsightsChoice
from planner.desktop.insights.insights_export import InsightsExport
from planner.desktop.ports import Plans
from planner.desktop.services import Services
from planner.desktop.widgets.labels import HintLabel
from planner.desktop.widgets.side_page import SidePage
from planner.model.plan_summary import PlanSummary
from planner.translation import N_, _
from planner.wording.clients_apart import client_labels, clients_of

NOTHING_YET = N_(
    "Nothing here yet. Insights come from the last step of each plan, After the call: which commitment you "
    "asked for and got, who led, when the price was said, whether what you feared came true; and from the "
    "touches you note. From ten on, they say what went together."
)
NOTHING_CHOSEN = N_(
    "There is no reviewed call and no touch among these. Choose another client or a longer period."
)


class InsightsRequest(msgspec.Struct, frozen=True):
    """Which calls and touches the report is over; without `records` they are read first."""

    plans: Plans
    records: "Records | None"
    client_id: str
    client: str
    period: Period
    today: dt.date


class Records(msgspec.Struct, frozen=True):
    """What insights read of all calls and touches."""

    calls: tuple[CallRecord, ...]
    touches: tuple[TouchRecord, ...]

    @property
    def any(self) -> bool:
        """Whether anything is noted of a call or touch."""
        return bool(self.touches) or any(call.reflected for call in self.calls)


class Read(msgspec.Struct, frozen=True):
    """The records of all calls and touches, and the report over those chosen."""

    records: Records
    insights: Insights


class InsightsPage(SidePage):
    """Shows each insight with its numbers, for the client and the period chosen."""

    shown = Signal()
    """All that was chosen is on the screen."""
    failed = Signal(str)
    """The calls could not be read; why."""

    def __init__(self, services: Services, *, export: InsightsExport, parent: QWidget) -> None:
        super().__init__(back=_("All plans"), parent=parent)
        self._plans = services.plans
        self._export = export
        self._worker = LatestWins(
            _read, jobs=services.jobs, done=self._show, failed=self._tell_failed, parent=self
        )
        self._coming = False
        self._records: Records | None = None
        self._now = services.now
        self.insights: Insights | None = None
        self.title.setText(_("Insights"))
        self._exports = (
            self.head_button(_("Export as PDF…"), self.export_pdf),
            self.head_button(_("Export as CSV…"), self._export_csv),
        )
        self.choice = InsightsChoice(services.now, self)
        self.views: list[InsightView] = []
        self._to_show: deque[tuple[int, Insight]] = deque()
        self._next = QTimer(self)  # no delay: keys typed meanwhile take their turn before the next insight
        self._next.setSingleShot(True)
        self._next.timeout.connect(self._show_next)
        self._inside = QWidget(self)
        self.too_few, self.unknown = _hint(self._inside), _hint(self._inside)
        self._column = _column(self._inside)
        self._column.insertWidget(0, self.too_few)
        self._column.insertWidget(1, self.unknown)
        self.scrolled = _scrolled(self._inside, self)
        self.inside.addWidget(self.choice)
        self.inside.addWidget(self.scrolled, 1)
        self.inside.addStretch()
        self.choice.changed.connect(self._work_out)

    def refresh(self) -> None:
        """Read the calls anew if the page is on the screen."""
        if self.isVisible():
            self._read_anew()

    def open(self) -> None:
        """Read the calls anew in the background and show what they say."""
        if self.insights is None:
            self.hint.setText(_("Reading your calls…"))
            self._show_parts(calls=False, anything=False)
        self._coming = True
        self.back.setFocus()
        self._read_anew()

    @property
    def exports(self) -> tuple[QPushButton, QPushButton]:
        """The buttons for PDF and CSV."""
        return self._exports

    def _read_anew(self) -> None:
        """Read the calls, and forget those read before: until these are there no choice is over the old."""
        self._records = None
        self._work_out()

    def _work_out(self) -> None:
        choice = self.choice
        self._worker.ask(
            InsightsRequest(
                self._plans,
                self._records,
                choice.client_id,
                choice.client_name,
                choice.chosen_period,
                self._now().date(),
            )
        )

    def _show(self, _request: InsightsRequest, read: Read) -> None:
        self._records, self.insights = read.records, read.insights
        self.choice.offer_clients(_clients(read.records, self._plans.summaries()))
        chosen, anything = read.insights.covers_anything, read.records.any
        about = _("{counted}: {about}. {caution}")
        self.hint.setText(
            about.format(counted=read.insights.counted, about=read.insights.about, caution=_(CAUTION))
        )
        self.nothing.setText(_(NOTHING_CHOSEN) if anything else _(NOTHING_YET))
        self._show_parts(calls=chosen, anything=anything)
        self._show_insights(read.insights if chosen else None)
        if self._coming and chosen:
            self.scrolled.setFocus()
        self._coming = False

    def _show_insights(self, insights: Insights | None) -> None:
        """Make and show the insights one after the other, so that no key waits for all of them."""
        self._to_show.clear()
        if insights is None:
            self.shown.emit()
            return
        for label, sentence in ((self.too_few, insights.too_few), (self.unknown, insights.unknown)):
            label.setText(sentence)
            label.setVisible(bool(sentence))
        self._to_show.extend(enumerate(insights.insights))
        self._next.start()

    def _show_next(self) -> None:
        if self._to_show:
            at, insight = self._to_show.popleft()
            self._view(at).show_insight(insight)
            self._next.start()
        else:
            self.shown.emit()

    def _view(self, at: int) -> InsightView:
        """Return the view of that place; the next one is made when it is first wanted."""
        if at == len(self.views):
            self.views.append(InsightView(self._inside))
            self._column.insertWidget(1 + at, self.views[-1])  # below `too_few`, above `unknown`
        return self.views[at]

    def _show_parts(self, *, calls: bool, anything: bool) -> None:
        self.hint.setVisible(calls or self.insights is None)
        self.nothing.setVisible(not calls and self.insights is not None)
        self.choice.setVisible(anything)
        self.scrolled.setVisible(calls)
        for button in self._exports:
            button.setVisible(calls)

    def _tell_failed(self, _request: InsightsRequest, error: Exception) -> None:
        self.failed.emit(str(error))

    def export_pdf(self) -> bool:
        """Ask for a file to write the insights to and return True; False, unasked, if there are none.

        True also if no file was chosen; it is written in the background.
        """
        if self.insights is None or not self.insights.covers_anything:
            return False
        self._export.ask_for_pdf(self.insights)
        return True

    def _export_csv(self) -> None:
        if self.insights is not None:
            self._export.ask_for_csv(self.insights)


def _read(request: InsightsRequest) -> Read:
    plans = request.plans
    records = request.records or Records(tuple(plans.call_records()), tuple(plans.touch_records()))
    insights = insights_over(
        records.calls,
        touches=records.touches,
        client_id=request.client_id,
        client=request.client,
        period=request.period,
        today=request.today,
    )
    return Read(records, insights)


def _clients(records: Records, plans: Sequence[PlanSummary]) -> list[tuple[str, str]]:
    """Return the clients of the calls and touches by id and what they are called, sorted by that."""
    labels = client_labels(clients_of(plans))
    names = {touch.client_id: touch.client for touch in records.touches}
    names |= {call.client_id: call.client for call in records.calls}
    called = {client_id: labels.get(client_id, name) for client_id, name in names.items()}
    return sorted(called.items(), key=lambda client: (client[1].casefold(), client[0]))


def _hint(parent: QWidget) -> HintLabel:
    label = HintLabel(parent)
    label.hide()
    return label


def _column(inside: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(inside)
    column.setContentsMargins(0, 0, 16, 24)
    column.setSpacing(32)
    column.addStretch(1)
    return column


def _scrolled(inside: QWidget, parent: QWidget) -> QScrollArea:
    area = QScrollArea(parent)
    area.setWidgetResizable(True)
    area.setAccessibleName(_("Insights"))
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(inside)
    return area
