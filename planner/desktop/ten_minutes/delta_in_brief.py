"""What the price difference comes to, with every key: a percentage, a sentence, the bar."""

from PySide6.QtWidgets import QWidget

from planner.coaching.price_charts import break_even_chart
from planner.coaching.price_words.verdict import price_verdict
from planner.desktop.editing.document import PlanDocument
from planner.desktop.editing.plan_follower import PlanNote
from planner.desktop.widgets.chart_view import ChartView
from planner.model.pricing.figures import figures
from planner.wording.money import known_locale


class DeltaInBrief(PlanNote):
    """The verdict on the price in one sentence, with the difference in percent, and the break-even bar.

    Hidden while neither price is entered.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label.setProperty("role", "verdict")
        self.chart = ChartView(self)
        self.column.setSpacing(8)
        self.column.addWidget(self.chart)

    def paths(self) -> tuple[str, ...]:
        """Return the form paths of what the sentence is made of."""
        return ("price.currency", "price.term_months", "price.ours", "price.alternative", "price.drivers")

    def show_plan(self, document: PlanDocument) -> None:
        """Show the verdict and the bar; hide both while there is no verdict."""
        price, locale = document.preparation.plan.price, known_locale(self.locale().name())
        headline, found = price_verdict(price, locale).headline, figures(price)
        self.label.setText(headline)
        self.chart.show_chart(break_even_chart(found, locale))
        self.setVisible(bool(headline))
