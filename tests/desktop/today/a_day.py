"""Clients and calls for Today in tests, at nine on a Sunday morning."""

import datetime as dt
from collections.abc import Callable

from msgspec.structs import replace
from PySide6.QtWidgets import QApplication

from planner.model.client import Client, Promise
from planner.model.ids import new_id
from planner.model.plan import Preparation
from planner.model.terms import Outcome, Side, TouchChannel
from planner.model.touch import Touch
from tests.builders import a_plan
from tests.desktop.fakes import NOW
from tests.desktop.stage import Stage
from tests.desktop.today_page_object import TodayPageObject

TODAY = NOW.date()


def day(distance: int) -> dt.date:
    return TODAY + dt.timedelta(days=distance)


def hours(distance: float) -> dt.datetime:
    return NOW + dt.timedelta(hours=distance)


def a_client(name: str, **fields: object) -> Client:
    return replace(Client(id=name.casefold(), name=name), **fields)


def a_call(client: Client, title: str, starts: dt.datetime, **fields: object) -> Preparation:
    planned = a_plan(**{"call.title": title, "call.starts": starts, "call.minutes": 45, **fields})
    return Preparation(client=client, plan=replace(planned.plan, id=title.casefold(), client_id=client.id))


def reviewed(client: Client, title: str, ago: int, differently: str = "", **fields: object) -> Preparation:
    return a_call(
        client,
        title,
        hours(-24 * ago),
        **{
            "reflection.outcome": Outcome.ADVANCE,
            "reflection.held_on": day(-ago),
            "reflection.differently": differently,
            **fields,
        },
    )


def ours(text: str, due: int) -> Promise:
    return Promise(text=text, by=Side.US, due=day(due))


def theirs(text: str, due: int) -> Promise:
    return Promise(text=text, by=Side.THEM, due=day(due))


def an_inquiry(hours_ago: float, note: str = "Please send a quote") -> Touch:
    return Touch(
        id=new_id(), from_=Side.THEM, done_at=hours(-hours_ago), channel=TouchChannel.E_MAIL, note=note
    )


def a_planned_touch(distance: int, value: str) -> Touch:
    return Touch(id=new_id(), planned_on=day(distance), value_offered=value, channel=TouchChannel.PHONE)


def open_today(stage: Stage, *preparations: Preparation, clients: tuple[Client, ...] = ()) -> TodayPageObject:
    """The window on Today, once it is worked out."""
    stage.plans.without_plan |= {client.id: client for client in clients}
    page = TodayPageObject(stage.open_on_today(*preparations).window, stage._qtbot)
    page.window.resize(1280, 800)
    page.wait_until(lambda: page.page.state is not None)
    page.wait_at_rest()
    return page


def stored(stage: Stage, client_id: str) -> Client:
    """The client as the library has it."""
    return stage.plans.client(client_id)


def again(page: TodayPageObject, act: Callable[[], None]) -> None:
    """Do something and wait until nothing is worked on."""
    act()
    page.wait_at_rest()
    QApplication.processEvents()
