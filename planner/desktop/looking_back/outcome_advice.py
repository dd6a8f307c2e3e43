"""What the outcome of a call rests on, said where it is claimed."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.coaching.check.thresholds import Thresholds
from planner.coaching.outcome import doubt_about_outcome, suggested_outcome
from planner.desktop.editing.document import PlanDocument
from planner.desktop.editing.plan_follower import PlanFollower
from planner.desktop.widgets.plain_text import PlainLabel
from planner.desktop.widgets.roles import set_role
from planner.desktop.widgets.wrapping_button import WrappingButton
from planner.model.terms import Outcome
from planner.translation import N_, _

_OUTCOME = "reflection.outcome"
_OFFERS = {
    Outcome.ORDER: N_("Note it as an order"),
    Outcome.ADVANCE: N_("Note it as an advance"),
    Outcome.CONTINUATION: N_("Note it as a continuation"),
    Outcome.NO_SALE: N_("Note it as no sale"),
}


class OutcomeAdvice(PlanFollower):
    """Says what the outcome claimed still lacks, or which one was reached and why, and offers to note that.

    Hidden while there is nothing to say.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offered: Outcome | None = None
        self._thresholds = Thresholds()
        self.label = PlainLabel(parent=self)
        self.label.setWordWrap(True)
        self.offer = WrappingButton(parent=self)
        self.offer.clicked.connect(self._take)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addWidget(self.label)
        self._column.addWidget(self.offer)

    def paths(self) -> tuple[str, ...]:
        """Return the form paths of what the outcome is judged by."""
        return (
            _OUTCOME,
            "reflection.obtained",
            "call.commitment",
            "call.our_people",
            "client.contacts",
            "ask",
        )

    def judge_by(self, thresholds: Thresholds) -> None:
        """Judge the outcome by these thresholds from now on."""
        self._thresholds = thresholds
        if self._document is not None:
            self.show_plan(self._document)

    def show_plan(self, document: PlanDocument) -> None:
        """Show what the outcome claimed lacks, or which other one the plan bears out; hide if neither.

        No other one is shown where no sale is claimed.
        """
        preparation = document.preparation
        doubt = doubt_about_outcome(preparation, self._thresholds)
        suggested = suggested_outcome(preparation, self._thresholds)
        claimed = preparation.plan.reflection.outcome
        settled = bool(doubt) or claimed is Outcome.NO_SALE
        differs = suggested is not None and suggested.outcome is not claimed
        self._offered = suggested.outcome if suggested is not None and differs and not settled else None
        self.label.setText(doubt or (suggested.reason if suggested and self._offered else ""))
        self._dress("warning" if doubt else "")
        if self._offered is not None:
            self.offer.show_text(_(_OFFERS[self._offered]))
        self.offer.setVisible(self._offered is not None)
        self.setVisible(bool(self.label.text()))

    @Slot()
    def _take(self) -> None:
        if self._document is not None and self._offered is not None:
            self._document.edit_as_one_step(_OUTCOME, self._offered, words=_("the outcome"))

    def _dress(self, role: str) -> None:
        margins = (12, 8, 12, 8) if role else (0, 0, 0, 0)
        self._column.setContentsMargins(*margins)
        set_role(self, role)
        set_role(self.label, "" if role else "hint")
