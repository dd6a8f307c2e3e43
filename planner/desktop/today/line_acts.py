"""What each key does with a line of Today: an act, a question before it, or a way to another page."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLocale, QObject

from planner.coaching.week.local_days import next_working_day
from planner.coaching.week.today_line import TodayKind, TodayLine
from planner.desktop.ports import Clock
from planner.desktop.today.today_acts import TodayActs
from planner.desktop.today.today_keys import TodayWish
from planner.translation import _

if TYPE_CHECKING:
    from planner.desktop.today.asking_popup import AskingPopup
    from planner.desktop.today.line_works import Called
    from planner.desktop.today.today_page import TodayPage


class LineActs(QObject):
    """Carries out wishes on lines of the page that offer them."""

    def __init__(self, page: "TodayPage", acts: TodayActs, now: Clock) -> None:
        super().__init__(page)
        self._page, self._acts, self._now = page, acts, now
        self._act: Callable[[Any], Called] | None = None

    def carry_out(self, wish: TodayWish, line: TodayLine) -> None:
        """Do what is wished with the line, which offers it; ask first where something must be known."""
        from planner.desktop.today import asking_popup, line_works  # noqa: PLC0415 - not at the start

        page, now = self._page, self._now()
        if wish is TodayWish.OPEN:
            self._open(line)
        elif wish is TodayWish.DONE:
            self._acts.carry_out(line_works.done(line, now))
        elif wish is TodayWish.OTHER_DAY:
            self._ask(asking_popup.ask_for_day(now.date(), page), partial(line_works.put_off, line))
        elif wish is TodayWish.TOUCH and line.kind is TodayKind.INQUIRY:
            self._ask(asking_popup.ask_for_note(page), partial(line_works.inquiry_answered, line, now))
        elif wish is TodayWish.TOUCH:
            self._acts.carry_out(line_works.put_off(line, next_working_day(now.date())))
        elif wish is TodayWish.DROP:
            self._ask(asking_popup.ask_for_reason(page), partial(line_works.dropped, line))
        elif wish is TodayWish.PRINT:
            page.print_wanted.emit(line.plan_id)
        elif wish is TodayWish.LEAD:
            page.lead_wanted.emit(line.plan_id)
        elif wish is TodayWish.NOBODY_CAME and line.moment is not None and line.moment > now:
            page.failed.emit(_("That call is still to come. If it was moved, press M; if cancelled, C."))
        else:
            self._acts.carry_out(line_works.not_held(line, wish))

    def _open(self, line: TodayLine) -> None:
        from planner.desktop.today import line_works  # noqa: PLC0415 - not at the start

        page, today = self._page, self._now().date()
        if line.kind is TodayKind.CALL:
            page.open_wanted.emit(line.plan_id)
        elif line.kind is TodayKind.REFLECT:
            page.review_wanted.emit(line.plan_id)
        elif line.kind is TodayKind.TOUCH:
            page.touch_wanted.emit(line.client_id, line.touch_id)
        elif line.kind is TodayKind.INQUIRY:
            self._acts.carry_out(line_works.call_planned(line, today, _currency()))
        elif line.kind is TodayKind.DIFFERENTLY:
            self._acts.carry_out(line_works.taken_up(line, today, _currency()))
        else:
            page.client_wanted.emit(line.client_id)

    def _ask(self, popup: "AskingPopup", act: "Callable[[Any], Called]") -> None:
        self._act = act
        popup.answered.connect(self._take_answer)
        view = self._page.list
        popup.ask_beside(view.visualRect(view.currentIndex()), view.viewport())

    def _take_answer(self, answer: object) -> None:
        act, self._act = self._act, None
        if act is not None:
            self._acts.carry_out(act(answer))


def _currency() -> str:
    return QLocale().currencySymbol(QLocale.CurrencySymbolFormat.CurrencyIsoCode)
