"""The figures behind the verdict, worked out only while they are looked at."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from planner.coaching.price_charts import CASH_FLOW, TORNADO
from planner.coaching.price_words.more_figures import simulation_words
from planner.coaching.price_words.speech import speech_of
from planner.desktop.background.jobs import Jobs
from planner.desktop.editing.detail import DetailSection
from planner.desktop.price.price_view_model import PriceViewModel
from planner.desktop.price.simulating import Simulating
from planner.desktop.price.views import FigureList, WrappedText
from planner.desktop.widgets.chart_view import ChartView
from planner.desktop.widgets.child_widget import part
from planner.model.price import Price
from planner.model.pricing.simulation import Simulated


class MoreFigures(QObject):
    """Fills the part of the form behind "More figures"."""

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
        self._simulating = Simulating(jobs, self._say_simulated, self)
        self._latest: PriceViewModel | None = None
        self._section.toggled.connect(self._show)

    def show(self, said: PriceViewModel) -> None:
        """Show these figures if anybody looks."""
        self._latest = said
        self._show()

    def _show(self) -> None:
        said = self._latest
        if said is None or not self._section.is_open:
            return
        self._list.show_figures([(one.name, one.words) for one in said.more])
        for name, view in self._charts.items():
            view.show_chart(said.charts.get(name))
        if said.figures.likely.surplus is None:
            self._said.say("")
        else:
            self._simulating.ask(said.plan.price, said.plan.case)

    def _say_simulated(self, price: Price, simulated: Simulated | None) -> None:
        self._said.say(simulation_words(simulated, speech_of(price, self._locale)))
