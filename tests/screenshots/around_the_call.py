"""Pictures from the call to the next: led, looked back on, planned again."""

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from planner.desktop.editing.form_fields import step_index
from planner.desktop.frame.window import MainWindow

AFTER = step_index("after")
DOWN = 620
"""So many pixels further down there is another picture of the last step."""

Take = Callable[[str], None]
"""Takes the window under that name."""
Wait = Callable[[Callable[[], bool]], None]
"""Waits until something is so."""


def take_call(window: MainWindow, take: Take) -> None:
    """Lead the call of the open plan into its second item and to the price, by a clock of our own."""
    begun = dt.datetime.now().astimezone()
    moment = [begun]
    window.around_the_call.rehearse()
    page = window.around_the_call.rehearsals.page
    assert page is not None
    page._now = lambda: moment[0]

    def go_on(minutes: float, *keys: Qt.Key) -> None:
        moment[0] += dt.timedelta(minutes=minutes)
        for key in keys:
            QTest.keyClick(page, key)

    go_on(0, Qt.Key.Key_Space)
    go_on(6.4, Qt.Key.Key_Down, Qt.Key.Key_1)
    page.record.note("Imogen wants it before the half-term", 6)
    go_on(17.1, Qt.Key.Key_2)
    take("call")
    go_on(0, Qt.Key.Key_Down, Qt.Key.Key_Down)
    go_on(6.5, Qt.Key.Key_P)
    take("call-price")
    go_on(0, Qt.Key.Key_Escape)
    window.messages.offer("It was only a rehearsal: forget it").click()


def take_after(window: MainWindow, plan_id: str, take: Take, wait: Wait) -> None:
    """Look back on a plan, the page of it beside, and plan the call after it."""
    window.desk.open(plan_id)
    assert window.open is not None
    plan = window.open
    plan.walk.go_to(AFTER)
    take("reflection")
    page = plan.walk.page_of(AFTER)
    assert page is not None
    for bar in (page.verticalScrollBar(), plan.side.versus.verticalScrollBar()):
        bar.setValue(DOWN)
    take("plan-and-actual")
    window.around_the_call.plan_next_call()
    wait(lambda: window.open is not None and window.open is not plan)
    take("next-call")
