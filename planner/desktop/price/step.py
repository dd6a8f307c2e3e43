"""The price step alive: the verdict with every key typed, everything else when the typing pauses."""

import msgspec
from PySide6.QtCore import QEvent, QObject

from planner.coaching.price_charts import BREAK_EVEN, WORTH
from planner.coaching.price_words.verdict import price_verdict
from planner.desktop.background.debounce import Debounce
from planner.desktop.background.jobs import Jobs
from planner.desktop.background.latest_wins import LatestWins
from planner.desktop.editing.document import PlanDocument
from planner.desktop.fields import RowsField
from planner.desktop.ports import PlansOf
from planner.desktop.price.discussions import Discussions
from planner.desktop.price.drafts import PushbackDrafts, TalkTrackDraft
from planner.desktop.price.moment_choice import MomentChoice
from planner.desktop.price.more import MoreFigures
from planner.desktop.price.notes import PriceNotes
from planner.desktop.price.price_view_model import PriceAtTop, PriceViewModel, said_at_top, said_of
from planner.desktop.price.range_bar import RangeBar
from planner.desktop.price.sticky_verdict import StickyVerdict
from planner.desktop.price.views import LineSum, PriceSides, PriceVerdict
from planner.desktop.walk.form import StepForm
from planner.desktop.walk.form_page import FormPage
from planner.desktop.widgets.chart_view import ChartView
from planner.desktop.widgets.child_widget import part
from planner.desktop.widgets.layouts import laid_out_once
from planner.model.fields import paths_overlap
from planner.model.plan import Plan
from planner.model.pricing.price_warnings import NOT_ESTIMATED
from planner.translation import N_, _
from planner.wording.money import known_locale

PAUSE_MS = 120
NOTHING_YET = N_("Both prices, side by side, and what the difference is worth to them.")
_COUNTS = (
    "price.currency",
    "price.term_months",
    "price.rate",
    "price.ours",
    "price.alternative",
    "price.exchange",
    "price.drivers",
)
"""What the verdict is made of."""
_CHARTS = {WORTH: "worthChart", BREAK_EVEN: "breakEvenChart"}
_FOLLOWED = ("price", "case.problems", "conversation.agenda", "conversation.shortcuts")


class PriceViewRequest(msgspec.Struct, frozen=True):
    """The plan whose price is to be put into words, and the locale to write amounts for."""

    plan: Plan
    locale: str


class PriceStep(QObject):
    """Keeps what the step says in step with the plan; nothing is worked out while it is out of sight.

    What stands above the first question is said when the form is first seen, the rest once it is complete.
    """

    def __init__(self, page: FormPage, document: PlanDocument, *, jobs: Jobs, plans_of: PlansOf) -> None:
        form = page.form
        super().__init__(form)
        self._form, self._document, self._jobs, self._plans_of = form, document, jobs, plans_of
        self._locale = known_locale(form.locale().name())
        self._verdict, self._anchor = part(form, PriceVerdict), page.anchor
        self._sticky = StickyVerdict(page, self._verdict)
        self._below: _AmongQuestions | None = None
        self._pause = Debounce(PAUSE_MS, self)
        self._pause.elapsed.connect(self._work_out)
        self._worker = LatestWins(
            _worked_out, jobs=jobs, done=self._say_worked_out, failed=self._fail, parent=self
        )
        self._stale = True
        self._latest: PriceViewModel | None = None
        form.installEventFilter(self)
        document.changed.connect(self._note)
        if form.is_complete:
            self._go_on_below()
        else:
            form.completed.connect(self._go_on_below)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Refresh when the form is first shown, or shown again after a change that it missed.

        If the form is complete, the client's other plans are then read anew too.
        """
        if watched is self._form and event.type() is QEvent.Type.Show and self._stale:
            self.refresh()
            if self._below is not None:
                self._below.discussions.look_up()
        return False

    def refresh(self) -> None:
        """Work out anew all that can be seen, and show it, at once and on this thread; simulate later."""
        self._stale = False
        self._drop_what_is_worked_out()
        self._say_verdict()
        if self._below is None:
            self._anchor.hold()
            with laid_out_once(self._form):
                self._say_above(said_at_top(self._document.preparation.plan, self._locale))
            self._work_out()  # there by the time that the questions are, among which the rest is said
        else:
            self._say(_worked_out(self._request))

    def _go_on_below(self) -> None:
        """Say the rest, of what is said above if the plan is still the same."""
        below = self._below = _AmongQuestions(
            self._form, self._document, self._locale, jobs=self._jobs, plans_of=self._plans_of
        )
        if self._stale:
            return
        if self._latest is not None and self._latest.plan is self._document.preparation.plan:
            self._anchor.hold()
            below.say(self._latest)
        elif self._worker.pending:
            self.refresh()  # whoever had the form completed at once has the rest said at once, too
        else:
            self._pause.trigger()
        below.discussions.look_up()

    @property
    def _request(self) -> PriceViewRequest:
        return PriceViewRequest(self._document.preparation.plan, self._locale)

    def _note(self, path: str) -> None:
        if not any(paths_overlap(path, followed) for followed in _FOLLOWED):
            return
        # In or out of sight: it is of a plan that is no more, which may have had other rows.
        self._drop_what_is_worked_out()
        if not self._form.isVisible():
            self._stale = True
            return
        if any(paths_overlap(path, counting) for counting in _COUNTS):
            self._say_verdict()
        self._pause.trigger()

    def _drop_what_is_worked_out(self) -> None:
        self._pause.cancel()
        self._worker.cancel()
        if self._below is not None:
            self._below.more.drop_unless_of(self._document.preparation.plan)

    def _work_out(self) -> None:
        self._worker.ask(self._request)

    def _fail(self, _request: PriceViewRequest, error: Exception) -> None:
        raise error

    def _say_worked_out(self, _request: PriceViewRequest, view_model: PriceViewModel) -> None:
        self._say(view_model)

    def _say_verdict(self) -> None:
        self._anchor.hold()
        verdict = price_verdict(self._document.preparation.plan.price, self._locale)
        self._verdict.say(verdict.headline, verdict.second or _(NOTHING_YET))
        self._sticky.say(verdict.headline)

    def _say(self, view_model: PriceViewModel) -> None:
        self._latest = view_model
        self._anchor.hold()
        with laid_out_once(self._form):
            self._say_above(view_model)
            if self._below is not None:
                self._below.say(view_model)

    def _say_above(self, view_model: PriceViewModel | PriceAtTop) -> None:
        ours, theirs = view_model.sides
        sides = part(self._form, PriceSides)
        sides.ours.say(ours.whose, ours.total, ours.made_of)
        sides.theirs.say(theirs.whose, theirs.total, theirs.made_of)
        price = view_model.plan.price
        sides.setVisible(bool(price.ours or price.alternative.prices))
        for key, name in _CHARTS.items():
            part(self._form, ChartView, name).show_chart(view_model.charts.get(key))


class _AmongQuestions:
    """What is said among the questions of the form, beside what they ask for; the form is complete."""

    def __init__(
        self, form: StepForm, document: PlanDocument, locale: str, *, jobs: Jobs, plans_of: PlansOf
    ) -> None:
        self._form = form
        self._drivers = part(form, RowsField, "priceDrivers")
        self._notes = PriceNotes(form)
        self.more = MoreFigures(form, locale=locale, jobs=jobs)
        self._talk_track = TalkTrackDraft(form, document)
        self._pushback = PushbackDrafts(form, document)
        self._moments = MomentChoice(form, document)
        self.discussions = Discussions(form, document, jobs=jobs, plans_of=plans_of)

    def say(self, view_model: PriceViewModel) -> None:
        """Say all that the view model says below the first question."""
        with laid_out_once(self._form, self._drivers):
            self._say(view_model)

    def _say(self, view_model: PriceViewModel) -> None:
        self._say_sums(view_model)
        self.more.show(view_model)
        not_estimated = _(NOT_ESTIMATED)  # which each driver says itself, in its sum
        warnings = (warning for warning in view_model.figures.warnings if warning.message != not_estimated)
        self._notes.show(view_model.figures.problems, warnings)
        self._talk_track.refresh(view_model.talk_track)
        self._pushback.refresh(view_model.pushback)
        self._moments.refresh()

    def _say_sums(self, view_model: PriceViewModel) -> None:
        for frame, (words, line) in zip(self._drivers.frames, view_model.sums, strict=True):
            part(frame, LineSum).say(words)
            part(frame, RangeBar).show_range(line.low, line.likely, line.high, view_model.largest)


def _worked_out(request: PriceViewRequest) -> PriceViewModel:
    return said_of(request.plan, request.locale)
