"""Brings the price step to life once its form is there: the one place that connects it with the plan."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from planner.desktop.background.jobs import Jobs
from planner.desktop.editing.document import PlanDocument
from planner.desktop.ports import PlansOf
from planner.desktop.price.views import PriceVerdict
from planner.desktop.walk.form_page import FormPage
from planner.desktop.walk.walk import WalkPage

if TYPE_CHECKING:
    from planner.desktop.price.step import PriceStep


class PriceDesk(QObject):
    """Waits for the form that has a verdict, and follows the plan for it."""

    def __init__(
        self, walk: WalkPage, document: PlanDocument, *, jobs: Jobs, plans_of: PlansOf, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._document, self._jobs, self._plans_of = document, jobs, plans_of
        self.step: PriceStep | None = None
        walk.page_loaded.connect(self._take)

    def _take(self, page: FormPage) -> None:
        if page.form.findChild(PriceVerdict) is None:
            return
        from planner.desktop.price.step import PriceStep  # noqa: PLC0415 - what it says needs babel

        self.step = PriceStep(page, self._document, jobs=self._jobs, plans_of=self._plans_of)
