"""Insights: what many calls say together, worked out in the background."""

from collections import deque
from functools import partial

import msgspec
from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QPushButton, QScrollArea, QVBoxLayout, QWidget

from planner.coaching.insights.call_record import CallRecord
from planner.coaching.insights.insight import Insight
from planner.coaching.insights.numbers import counted_text
from planner.coaching.insights.report import CAUTION, Insights, insights_over
from planner.desktop.background.jobs import Job, Jobs
from planner.desktop.insights.insight_view import InsightView
from planner.desktop.insights.insights_choice import InsightsChoice
from planner.desktop.insights.insights_export import InsightsExport
from planner.desktop.ports import Clock, Plans
from planner.desktop.widgets.side_page import SidePage

NOTHING_YET = (
    "Nothing here yet. Insights come from the last step of each plan, After the call: which commitment you "
    "asked for and got, who led, when the price was said, whether what you feared came true. "
    "From ten calls on they say what went together."
)
NOTHING_CHOSEN = "No call looked back on is among these. Choose another client or a longer period."


class Read(msgspec.Struct, frozen=True):
    """The records of all calls, and the report over those chosen."""

    records: tuple[CallRecord, ...]
    insights: Insights


class InsightsPage(SidePage):
    """Shows each insight with its numbers, for the client and the period chosen."""

    shown = Signal()
    """All that was chosen is on the screen."""
    failed = Signal(str)
    """The calls could not be read; why."""

    def __init__(
        self, *, plans: Plans, export: InsightsExport, jobs: Jobs, now: Clock, parent: QWidget
    ) -> None:
        super().__init__(back="All plans", parent=parent)
        self._plans = plans
        self._export = export
        self._jobs = jobs
        self._job: Job[Read] | None = None
        self._coming = False
        self._records: tuple[CallRecord, ...] = ()
        self.insights: Insights | None = None
        self.title.setText("Insights")
        self._exports = (
            self.head_button("Export as PDF …", self._export_pdf),
            self.head_button("Export as CSV …", self._export_csv),
        )
        self.choice = InsightsChoice(now, self)
        self.views: list[InsightView] = []
        self._to_show: deque[tuple[int, Insight]] = deque()
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.timeout.connect(self._show_next)
        self._inside = QWidget(self)
        self._column = _column(self._inside)
        self.scrolled = _scrolled(self._inside, self)
        self.inside.addWidget(self.choice)
        self.inside.addWidget(self.scrolled, 1)
        self.inside.addStretch()
        self.choice.changed.connect(self._choose)

    def refresh(self) -> None:
        """Read the calls anew if anybody looks at what they say."""
        if self.isVisible():
            self._run(records=None)

    def open(self) -> None:
        """Read the calls anew and show what they say."""
        if self.insights is None:
            self.hint.setText("Reading your calls …")
            self._show_parts(calls=False, anything=False)
        self._coming = True
        self.back.setFocus()
        self._run(records=None)

    @property
    def exports(self) -> tuple[QPushButton, QPushButton]:
        """The buttons for PDF and CSV."""
        return self._exports

    def _choose(self) -> None:
        self._run(records=self._records)

    def _run(self, records: tuple[CallRecord, ...] | None) -> None:
        """Work out the report; what was asked for before is dropped."""
        if self._job is not None:
            self._job.cancel()
        choice, plans = self.choice, self._plans
        report = partial(
            insights_over,
            client_id=choice.client_id,
            client=choice.client_name,
            period=choice.chosen_period,
        )

        def work() -> Read:
            read = tuple(plans.call_records()) if records is None else records
            return Read(read, report(read))

        self._job = self._jobs.run(work, done=self._show, failed=self._tell_failed)

    def _show(self, read: Read) -> None:
        self._job = None
        self._records, self.insights = read.records, read.insights
        self.choice.offer_clients(_clients(read.records))
        calls = read.insights.calls
        anything = any(one.reflected for one in read.records)
        self.hint.setText(f"{counted_text(calls)} looked back on: {read.insights.about}. {CAUTION}")
        self.nothing.setText(NOTHING_CHOSEN if anything else NOTHING_YET)
        self._show_parts(calls=bool(calls), anything=anything)
        self._show_insights(read.insights if calls else None)
        if self._coming and calls:
            self.scrolled.setFocus()
        self._coming = False

    def _show_insights(self, insights: Insights | None) -> None:
        """Make and show the insights one after the other, so that no key waits for all of them."""
        self._to_show.clear()
        if insights is None:
            self.shown.emit()
            return
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
            self._column.insertWidget(at, self.views[-1])
        return self.views[at]

    def _show_parts(self, *, calls: bool, anything: bool) -> None:
        self.hint.setVisible(calls or self.insights is None)
        self.nothing.setVisible(not calls and self.insights is not None)
        self.choice.setVisible(anything)
        self.scrolled.setVisible(calls)
        for button in self._exports:
            button.setVisible(calls)

    def _tell_failed(self, error: Exception) -> None:
        self._job = None
        self.failed.emit(str(error))

    def _export_pdf(self) -> None:
        if self.insights is not None:
            self._export.ask_for_pdf(self.insights)

    def _export_csv(self) -> None:
        if self.insights is not None:
            self._export.ask_for_csv(self.insights)


def _clients(records: tuple[CallRecord, ...]) -> list[tuple[str, str]]:
    """Return the clients of the calls by id and name, sorted by name."""
    named = {one.client_id: one.client for one in records}
    return sorted(named.items(), key=lambda one: (one[1].casefold(), one[0]))


def _column(inside: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(inside)
    column.setContentsMargins(0, 0, 16, 24)
    column.setSpacing(32)
    column.addStretch(1)
    return column


def _scrolled(inside: QWidget, parent: QWidget) -> QScrollArea:
    area = QScrollArea(parent)
    area.setWidgetResizable(True)
    area.setAccessibleName("Insights")
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(inside)
    return area
