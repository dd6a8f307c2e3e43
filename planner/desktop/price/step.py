"""The price step alive: verdict, both prices, what each driver comes to, with every key typed."""

from fractions import Fraction

from PySide6.QtCore import QEvent, QObject, QTimer

from planner.coaching.price_charts import BREAK_EVEN, WORTH, price_charts
from planner.coaching.price_words.sides import both_sides, driver_words
from planner.coaching.price_words.speech import speech_of
from planner.coaching.price_words.verdict import price_verdict
from planner.desktop.chart_view import ChartView
from planner.desktop.document import PlanDocument
from planner.desktop.fields import RowsField
from planner.desktop.form_page import FormPage
from planner.desktop.jobs import Jobs
from planner.desktop.price.desk import PlansOf
from planner.desktop.price.discussions import Discussions
from planner.desktop.price.drafts import PushbackDrafts, TalkTrackDraft
from planner.desktop.price.moment_choice import MomentChoice
from planner.desktop.price.more import MoreFigures
from planner.desktop.price.notes import PriceNotes
from planner.desktop.price.parts import part
from planner.desktop.price.range_bar import RangeBar
from planner.desktop.price.steady import SteadyFocus
from planner.desktop.price.sticky import StickyVerdict
from planner.desktop.price.views import LineSum, PriceSides, PriceVerdict
from planner.desktop.touching import touches
from planner.model.price import Price
from planner.model.pricing.figures import PriceFigures, figures
from planner.wording.money import known_locale

NOTHING_YET = "Both prices, side by side, and what the difference is worth to them."
PAUSE_MS = 200
"""How the drafts stand to the figures is told in a pause of the typing."""
_BLANK = "is not estimated"
"""A driver that is not estimated says so itself."""
_FOLLOWED = ("price", "case.problems", "conversation.agenda", "conversation.shortcuts")


class PriceStep(QObject):
    """Keeps what the step says in step with the plan; nothing is worked out while it is out of sight."""

    def __init__(self, page: FormPage, document: PlanDocument, *, jobs: Jobs, plans_of: PlansOf) -> None:
        form = page.form
        super().__init__(form)
        self._form, self._document = form, document
        self._locale = known_locale(form.locale().name())
        self._verdict, self._sides = part(form, PriceVerdict), part(form, PriceSides)
        self._drivers = part(form, RowsField, "priceDrivers")
        self._notes, self._steady = PriceNotes(form), SteadyFocus(page)
        self._sticky = StickyVerdict(page, self._verdict)
        self._charts = {
            WORTH: part(form, ChartView, "worthChart"),
            BREAK_EVEN: part(form, ChartView, "breakEvenChart"),
        }
        self._more = MoreFigures(form, locale=self._locale, jobs=jobs)
        self._talk_track = TalkTrackDraft(form, document)
        self._pushback = PushbackDrafts(form, document)
        self._moments = MomentChoice(form, document)
        self._discussions = Discussions(form, document, jobs=jobs, plans_of=plans_of)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._refresh_drafts)
        self._stale = True
        form.installEventFilter(self)
        document.changed.connect(self._note)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Catch up when the step comes into sight."""
        if watched is self._form and event.type() is QEvent.Type.Show and self._stale:
            self.refresh()
            self._discussions.look_up()
        return False

    def refresh(self) -> None:
        """Say everything anew."""
        self._stale = False
        self._steady.hold()
        plan = self._document.preparation.plan
        price, found = plan.price, figures(plan.price, plan.case)
        verdict = price_verdict(price, self._locale)
        self._verdict.say(verdict.headline, verdict.second or NOTHING_YET)
        self._sticky.say(verdict.headline)
        self._say_sides(price, found)
        self._say_sums(price, found)
        charts = price_charts(price, found, self._locale)
        for name, view in self._charts.items():
            view.show_chart(charts.get(name))
        self._more.show(price, plan.case, found, charts)
        warnings = (one for one in found.warnings if not one.message.startswith(_BLANK))
        self._notes.show(found.problems, warnings)
        self._pause.start()

    def _refresh_drafts(self) -> None:
        self._talk_track.refresh()
        self._pushback.refresh()
        self._moments.refresh()

    def _note(self, path: str) -> None:
        if not any(touches(path, one) for one in _FOLLOWED):
            return
        self._stale = True
        if self._form.isVisible():
            self.refresh()

    def _say_sides(self, price: Price, found: PriceFigures) -> None:
        ours, theirs = both_sides(price, found, self._locale)
        self._sides.ours.say(ours.whose, ours.total, ours.made_of)
        self._sides.theirs.say(theirs.whose, theirs.total, theirs.made_of)
        self._sides.setVisible(bool(price.ours or price.alternative.prices))

    def _say_sums(self, price: Price, found: PriceFigures) -> None:
        say = speech_of(price, self._locale)
        lines = found.lines[len(found.lines) - len(price.drivers) :]
        most = max((line.high for line in lines if line.high is not None), default=Fraction(0))
        for frame, driver, line in zip(self._drivers.frames, price.drivers, lines, strict=True):
            part(frame, LineSum).say(driver_words(driver, line, say))
            part(frame, RangeBar).show_range(line.low, line.likely, line.high, most)
