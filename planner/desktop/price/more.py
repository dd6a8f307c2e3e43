"""The figures behind the verdict, worked out only while they are looked at."""

from threading import Event

import msgspec
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from planner.coaching.price_charts import CASH_FLOW, TORNADO
from planner.coaching.price_words.more_figures import simulation_words
from planner.coaching.price_words.speech import speech_of
from planner.desktop.background.debounce import Debounce
from planner.desktop.background.jobs import Jobs
from planner.desktop.background.latest_wins import LatestWins
from planner.desktop.editing.detail import DetailSection
from planner.desktop.price.price_view_model import PriceViewModel
from planner.desktop.price.views import FigureList, WrappedText
from planner.desktop.widgets.chart_view import ChartView
from planner.desktop.widgets.child_widget import part
from planner.model.case import Case
from planner.model.plan import Plan
from planner.model.price import Price
from planner.model.pricing.simulation import Simulated, simulate

SIMULATION_PAUSE_MS = 400


class SimulationRequest(msgspec.Struct, frozen=True):
    """The price and the case to simulate; `stop` is set once nobody waits for it.

    The work then ends early, so that the next need not wait for it either.
    """

    price: Price
    case: Case
    stop: Event

    def is_of(self, plan: Plan) -> bool:
        """Whether its price and case are the very objects that the plan holds."""
        return self.price is plan.price and self.case is plan.case


class MoreFigures(QObject):
    """Shows figures, charts and a simulation behind "More figures", once that part of the form is open."""

    def __init__(self, form: QWidget, *, locale: str, jobs: Jobs) -> None:
        super().__init__(form)
        self._locale = locale
        self._section = part(form, DetailSection, "figuresDetail")
        self._list = part(form, FigureList)
        self._said = part(form, WrappedText, "simulationWords")
        self._charts = {
            TORNADO: part(form, ChartView, "tornadoChart"),
            CASH_FLOW: part(form, ChartView, "cashFlowChart"),
        }
        self._pause = Debounce(SIMULATION_PAUSE_MS, self)
        self._pause.elapsed.connect(self._simulate)
        self._simulation = LatestWins(
            _simulated, jobs=jobs, done=self._say_simulated, failed=self._fail, parent=self
        )
        self._wanted: SimulationRequest | None = None
        self._latest: PriceViewModel | None = None
        self._section.toggled.connect(self._show)

    def show(self, said: PriceViewModel) -> None:
        """Show these figures, at once if the section is open, else when it is opened."""
        self._latest = said
        self._show()

    def drop_unless_of(self, plan: Plan) -> None:
        """Give up the simulation that runs or waits, unless it is of the plan's price and case."""
        if self._wanted is not None and not self._wanted.is_of(plan):
            self._drop()

    def _show(self) -> None:
        view_model = self._latest
        if view_model is None or not self._section.is_open:
            return
        self._list.show_figures([(figure.name, figure.words) for figure in view_model.more])
        for name, view in self._charts.items():
            view.show_chart(view_model.charts.get(name))
        self.drop_unless_of(view_model.plan)
        if view_model.figures.likely.surplus is None:
            self._drop()
            self._said.say("")
        elif self._wanted is None:
            self._wanted = SimulationRequest(view_model.plan.price, view_model.plan.case, Event())
            self._pause.trigger()

    def _drop(self) -> None:
        if self._wanted is not None:
            self._wanted.stop.set()
        self._wanted = None
        self._pause.cancel()
        self._simulation.cancel()

    def _simulate(self) -> None:
        if self._wanted is not None:
            self._simulation.ask(self._wanted)

    def _say_simulated(self, request: SimulationRequest, simulated: Simulated | None) -> None:
        self._said.say(simulation_words(simulated, speech_of(request.price, self._locale)))

    def _fail(self, _request: SimulationRequest, error: Exception) -> None:
        raise error


def _simulated(request: SimulationRequest) -> Simulated | None:
    return simulate(request.price, request.case, stopped=request.stop.is_set)
