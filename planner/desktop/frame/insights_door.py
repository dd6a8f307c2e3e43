"""The way to the insights: the page is made when it is first gone to."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from planner.desktop.services import Services
from planner.desktop.widgets.message_bar import MessageBar

if TYPE_CHECKING:
    from planner.desktop.insights.insights_page import InsightsPage
    from planner.desktop.insights.insights_ports import Reports
    from planner.desktop.plans.plan_actions import PlanActions


class InsightsController(QObject):
    """Shows the page in the window's stack and says in its message bar what came of it."""

    entered = Signal()
    """The page was gone to."""
    left = Signal()
    """The way back to the plans was taken."""

    def __init__(
        self,
        services: Services,
        *,
        actions: "PlanActions",
        reports: "Reports",
        messages: MessageBar,
        stack: QStackedWidget,
        close_plan: Callable[[], bool],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._actions = actions
        self._reports = reports
        self._messages = messages
        self._stack = stack
        self._close_plan = close_plan
        self._window = parent
        self.page: InsightsPage | None = None

    @property
    def shown(self) -> bool:
        """Whether the page is on the screen."""
        return self.page is not None and self._stack.currentWidget() is self.page

    def show(self) -> None:
        """Save the open plan and go to the insights."""
        if not self._close_plan():
            return
        if self.page is None:
            self.page = self._made()
            self._stack.addWidget(self.page)
        self._messages.dismiss()
        self._stack.setCurrentWidget(self.page)
        self.entered.emit()
        self.page.open()

    def _made(self) -> "InsightsPage":
        from planner.desktop.insights.insights_export import InsightsExport  # noqa: PLC0415 -- not at the start
        from planner.desktop.insights.insights_page import InsightsPage  # noqa: PLC0415 -- as above

        export = InsightsExport(
            self._services, reports=self._reports, messages=self._messages, parent=self._window
        )
        page = InsightsPage(self._services, export=export, parent=self._stack)
        self._actions.library_changed.connect(page.refresh)
        page.left.connect(self.left)
        page.failed.connect(self._messages.warn)
        return page
