"""The first page: what can't wait, in its order, each line one key from its work."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.coaching.week.line_words import counts_in_words
from planner.coaching.week.today_line import TodayKind, TodayLine
from planner.desktop.background.latest_wins import LatestWins
from planner.desktop.check.check_thresholds import CheckThresholds
from planner.desktop.ports import SampleSource
from planner.desktop.services import Services
from planner.desktop.today.line_acts import LineActs
from planner.desktop.today.today_acts import TodayActs
from planner.desktop.today.today_commands import TodayCommands
from planner.desktop.today.today_keys import TodayWish
from planner.desktop.today.today_layout import TodayLayout
from planner.desktop.today.today_model import TodayList
from planner.desktop.today.today_reading import (
    Readiness,
    ReadinessRequest,
    TodayRequest,
    TodayState,
    calls_in,
    readiness_of,
    today_at,
)
from planner.desktop.widgets.double_press import DoublePress
from planner.translation import _
from planner.wording.days import day_in_full, moment_text
from planner.wording.lists import comma_list

LOOK_MS = 20_000
"""How often Today is worked out anew because of the time alone, which makes calls over and promises due.

A clock that was set, a change of clocks and a sleep are noticed no other way on every platform.
"""


class TodayPage(QWidget):
    """The lines of Today, worked out in the background, and what is done with the one chosen.

    Whoever shows another page in its place calls `tell_offered`.
    """

    open_wanted = Signal(str)
    """A plan is to be opened; its id."""
    review_wanted = Signal(str)
    """A call is to be reviewed; its plan's id."""
    print_wanted = Signal(str)
    """The page of a plan is to be printed; its id."""
    lead_wanted = Signal(str)
    """A call is to be led; its plan's id."""
    client_wanted = Signal(str)
    """A client is to be looked at; its id."""
    touch_wanted = Signal(str, str)
    """A touch is to be made; the ids of the client and the touch."""
    told = Signal(object)
    """Today was worked out anew: its TodayState."""
    failed = Signal(str)
    """Today could not be worked out; why."""
    offer_changed = Signal(bool)
    """Whether a line about a plan is chosen while the page is shown; told whenever it may be another one."""

    def __init__(
        self, services: Services, *, sample: SampleSource, thresholds: CheckThresholds, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._sample = sample
        self._plans, self._now, self._thresholds = services.plans, services.now, thresholds
        self.setAccessibleName(_("Today"))
        self.state: TodayState | None = None
        self._whole_owed = True
        """Whether everything is to be worked out anew: not only what changed since `state`."""
        self.acts = TodayActs(services.plans, services.jobs, self)
        self._model = TodayList(services.now, self)
        self.commands = TodayCommands(self.wish, self)
        self.view = TodayLayout(self._model, services.theme, self.commands, self)
        self.list = self.view.list
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self.list.addActions(self.commands.all)
        self._line_acts = LineActs(self, self.acts, services.now)
        self._double_press = DoublePress(self)
        self._reading = LatestWins(
            today_at, jobs=services.jobs, done=self._show, failed=self._tell_failed, parent=self
        )
        self._checking = LatestWins(
            readiness_of,
            jobs=services.jobs,
            done=self._show_readiness,
            failed=self._forget_check,
            parent=self,
        )
        self.list.wished.connect(self.wish)
        self.view.sample_wanted.connect(self._take_sample)
        self.view.removal_wanted.connect(self._remove_sample)
        self.list.chosen_changed.connect(self.tell_offered)
        thresholds.changed.connect(self.look)
        timer = QTimer(self)
        timer.setInterval(LOOK_MS)
        timer.timeout.connect(self.look)
        timer.start()
        self.view.show_day(day_in_full(self._now().date()), "")
        self.refresh()

    @property
    def undo_stack(self) -> QUndoStack:
        """The history that what is done from here is put on, each act a step."""
        return self.acts.undo_stack

    @property
    def chosen(self) -> TodayLine | None:
        """The line chosen; None if none is."""
        return self.list.chosen

    @property
    def plan_offered(self) -> TodayLine | None:
        """The chosen line while the page is shown, if it is about a call; else None."""
        line = None if self.isHidden() else self.chosen
        return line if line is not None and line.kind in {TodayKind.CALL, TodayKind.REFLECT} else None

    def refresh(self) -> None:
        """Work out anew, in the background, what changed in the library; `told` or `failed` follows."""
        self._ask(whole=False)

    def look(self) -> None:
        """Work out everything anew, as of now, in the background; `told` or `failed` follows."""
        self._ask(whole=True)

    def take_focus(self) -> None:
        """Put the focus where the arrow keys choose a line, or on what is offered where there is none."""
        place = self.view.place_for_focus()
        place.setFocus()
        self._double_press.keep_from(place)

    def tell_offered(self) -> None:
        """Offer what the chosen line has, and emit `offer_changed`; while the page is hidden, no command."""
        line = None if self.isHidden() else self.chosen
        self.commands.offer(None if line is None else line.kind)
        self.view.offers.offer(None if self.chosen is None else self.chosen.kind)
        self.offer_changed.emit(self.plan_offered is not None)

    def wish(self, wish: TodayWish) -> None:
        """Do with the chosen line what is asked for; nothing if none is chosen."""
        line = self.chosen
        if line is not None:
            self._line_acts.carry_out(wish, line)

    def _ask(self, *, whole: bool) -> None:
        self._whole_owed = self._whole_owed or whole
        request = TodayRequest(
            plans=self._plans,
            sample=self._sample,
            thresholds=self._thresholds.now,
            now=self._now(),
            before=self.state,
            whole=self._whole_owed,
        )
        self._reading.ask(request)

    def _show(self, request: TodayRequest, state: TodayState) -> None:
        before, self.state = self.state, state
        self._whole_owed = False
        changed = before is None or before.lines != state.lines or not request.whole
        if before is None or before.lines != state.lines:
            self._show_lines(state)
        else:
            self._model.tell_time()
        self.view.show_day(day_in_full(state.now.date()), counts_in_words(state.lines))
        self.view.show_kind(empty=state.empty, done=not state.lines, coming=_coming(state))
        if changed and (calls := calls_in(state.lines)):
            self._checking.ask(
                ReadinessRequest(
                    plans=self._plans, thresholds=request.thresholds, now=state.now, plan_ids=calls
                )
            )
        self.view.remove_sample.setVisible(state.sample)
        self.tell_offered()
        self.told.emit(state)

    def _show_lines(self, state: TodayState) -> None:
        chosen, at = self.chosen, self.list.currentIndex().row()
        had_keys = self.view.has_keys()
        self._model.show(state.lines)
        index = self._model.nearest(max(at, 0))
        if chosen is not None and (same := self._model.index_of(chosen)).isValid():
            index = same
        self.list.setCurrentIndex(index)
        self.view.show_kind(empty=state.empty, done=not state.lines, coming=_coming(state))
        if had_keys:
            self.view.place_for_focus().setFocus()

    def _take_sample(self) -> None:
        from planner.desktop.today.sample_acts import sample_taken  # noqa: PLC0415 - wanted once, if ever

        self.acts.carry_out(sample_taken(self._sample))

    def _remove_sample(self) -> None:
        from planner.desktop.today.sample_acts import sample_removed  # noqa: PLC0415 - as above

        self.acts.carry_out(sample_removed(self._sample))

    def _show_readiness(self, _request: ReadinessRequest, readiness: dict[str, Readiness]) -> None:
        self._model.show_readiness(readiness)

    def _forget_check(self, _request: ReadinessRequest, error: Exception) -> None:
        self.failed.emit(_("The plans of the calls were not checked. {why}").format(why=error))

    def _tell_failed(self, _request: TodayRequest, error: Exception) -> None:
        self.failed.emit(str(error))


def _coming(state: TodayState) -> str:
    """Return what comes next where nothing waits; "" if no call is planned."""
    plan = state.next_call
    if plan is None or plan.starts is None:
        return ""
    pattern = _("The next call is with {client}: {moment}.")
    moment = moment_text(plan.starts, state.now.date())
    return pattern.format(
        client=comma_list(part for part in (plan.client, plan.title) if part), moment=moment
    )
