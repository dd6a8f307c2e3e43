"""Printing the day: its calls on one sheet."""

import datetime as dt
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from planner.coaching.week.calls_on import calls_on
from planner.desktop.page.not_printed import tell_not_printed
from planner.desktop.ports import Pages, Plans
from planner.desktop.services import Services
from planner.desktop.widgets.action import action
from planner.desktop.widgets.message_bar import MessageBar
from planner.translation import _
from planner.wording.days import day_text

if TYPE_CHECKING:
    from planner.model.plan import Preparation
    from planner.model.rendered_page import RenderedPage

_SAVES = "saves"
"""The queue in which plans are stored: what is read in it is read after all that was saved before."""

DayCalls = tuple[dt.date, "tuple[Preparation, ...]"]
"""A day and the plans of its calls, the first call first."""


class DayPrinting(QObject):
    """The command that prints the day, and prints any other; the message bar says how it went.

    `save` starts saving the open plan, so that the sheet says what was typed last.
    """

    def __init__(
        self, services: Services, *, save: Callable[[], object], messages: MessageBar, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._save = save
        self._messages = messages
        self._window = parent
        self.print_day = action(self, _("Print the Da&y…"), self.print_today, "Ctrl+Shift+P")

    def print_today(self) -> None:
        """Print the sheet of today's calls, as `print_calls_of`."""
        self.print_calls_of(self._services.now().date())

    def print_calls_of(self, day: dt.date) -> None:
        """Have the sheet of the day's calls made, show the print dialog and print it; say if it has none."""
        self._save()
        work = partial(_read_calls, self._services.plans, day, self._services.now())
        self._services.jobs.run(work, done=self._make_sheet, failed=self._tell_not_printed, queue=_SAVES)

    def _make_sheet(self, read: DayCalls) -> None:
        day, calls = read
        if not calls:
            text = _("There is no call to print on {day}.")
            self._messages.tell(text.format(day=day_text(day, self._services.now().date())))
            return
        work = partial(_made_sheet, self._services.pages, day, calls, self._services.settings.paper)
        self._services.jobs.run(work, done=self._ask_and_print, failed=self._tell_not_printed)

    def _ask_and_print(self, sheet: "tuple[dt.date, RenderedPage]") -> None:
        from planner.desktop.page import printing  # noqa: PLC0415 - loads Qt's printing when it is wanted

        day, page = sheet
        title = _("Calls of {day}").format(day=day)
        printing.ask_and_print(page.pdf, title, self._window, self._messages)

    def _tell_not_printed(self, error: Exception) -> None:
        tell_not_printed(error, self._messages)


def _read_calls(plans: Plans, day: dt.date, now: dt.datetime) -> DayCalls:
    return day, tuple(plans.preparation(plan.id) for plan in calls_on(day, plans.summaries(), now))


def _made_sheet(
    pages: Pages, day: dt.date, calls: "tuple[Preparation, ...]", paper: str
) -> "tuple[dt.date, RenderedPage]":
    return day, pages.of_day(day, calls, paper)
