"""The way to the insights: the page is made when it is first gone to."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from planner.desktop.frame.page_area import PageArea
from planner.desktop.services import Services
from planner.desktop.widgets.action import action
from planner.translation import _

if TYPE_CHECKING:
    from planner.desktop.insights.insights_page import InsightsPage
    from planner.desktop.insights.insights_ports import Reports
    from planner.desktop.plans.plan_actions import PlanActions


class InsightsController(QObject):
    """The command that goes to the insights, and their page; exports and failures show in the message bar."""

    left = Signal()
    """The way back to the plans was taken."""

    def __init__(
        self,
        services: Services,
        *,
        actions: "PlanActions",
        reports: "Reports",
        area: PageArea,
        close_plan: Callable[[], bool],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._actions = actions
        self._reports = reports
        self._area = area
        self._close_plan = close_plan
        self._window = parent
        self.page: InsightsPage | None = None
        self.to_insights = action(self, _("&Insights"), self.show)
        self.to_insights.setShortcuts([QKeySequence("Ctrl+I"), QKeySequence("Ctrl+5")])

    @property
    def shown(self) -> bool:
        """Whether the page of insights is on the screen."""
        return self.page is not None and self._area.page is self.page

    def show(self) -> None:
        """Save and close the open plan, and go to the insights; if it cannot be saved, it stays open."""
        if not self._close_plan():
            return
        if self.page is None:
            self.page = self._made()
        self._area.messages.dismiss()
        self._area.show_page(self.page)
        self.page.open()

    def export(self) -> None:
        """Ask for a file and write the insights on the screen to it as PDF; say so where there are none."""
        if self.page is None or not self.page.export_pdf():
            self._area.messages.tell(_("There are no insights to export yet."))

    def _made(self) -> "InsightsPage":
        from planner.desktop.insights.insights_export import InsightsExport  # noqa: PLC0415 -- not at the start
        from planner.desktop.insights.insights_page import InsightsPage  # noqa: PLC0415 -- as above

        messages = self._area.messages
        export = InsightsExport(self._services, reports=self._reports, messages=messages, parent=self._window)
        page = InsightsPage(self._services, export=export, parent=self._area.stack)
        self._actions.library_changed.connect(page.refresh)
        page.left.connect(self.left)
        page.failed.connect(messages.warn)
        return page
