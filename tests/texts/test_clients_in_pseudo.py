"""The clients in the pseudo-language: list, page, facts, dialogs, and what is said of them."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from planner.desktop.clients.client_dialogs import ErasedDialog, EraseDialog, MergeDialog, NewClientDialog
from planner.desktop.clients.client_rows import ClientOrder
from planner.desktop.clients.client_view import client_view
from planner.desktop.widgets.form_translator import FormTranslator
from planner.model.call import Attendee
from planner.model.client import Client, Contact, NewsItem, Promise
from planner.model.plan import Preparation
from planner.model.reflection import PriceRaised, Reflection
from planner.model.terms import (
    BuyingRole,
    Outcome,
    RaisedBy,
    Side,
    Stance,
    TouchChannel,
    TouchOutcome,
)
from planner.model.touch import Touch
from planner.translation import installed
from planner.wording.clients_apart import NamedClient
from tests.builders import a_plan
from tests.desktop.fakes import NOW
from tests.desktop.stage import Stage, in_days
from tests.texts.pseudo_language import PseudoTranslations, faults
from tests.texts.window_texts import shown_by

OWN = re.compile(
    r"Ω[\dΩ]*|Front Foot|UTC|Europe/London|London|[⋮≠]"
    r"|(Mon|Tue|Wed|Thu|Fri|Sat|Sun) \d\d? (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4}|\d+"
)
"""The person's words, our name, a place and its zone, signs, numbers, and dates as they are typed."""


@pytest.fixture
def stage(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Stage:
    return Stage(qtbot, qapp, tmp_path)


@pytest.fixture(autouse=True)
def in_pseudo(qapp: QApplication) -> Iterator[None]:
    translator = FormTranslator(qapp)
    qapp.installTranslator(translator)
    with installed(PseudoTranslations()):
        yield
    qapp.removeTranslator(translator)


def a_client(**fields: object) -> Client:
    """A client of whom everything is known, in own words."""
    day = NOW.date()
    full: dict[str, object] = {
        "id": "Ω",
        "name": "Ω1",
        "dream_client": True,
        "why_dream": "Ω2",
        "industry": "Ω3",
        "current_supplier": "Ω4",
        "price_expectation": "Ω5",
        "language": "Ω6",
        "zone": "Europe/London",
        "contacts": (
            Contact(id="Ω7", name="Ω7", buying_role=BuyingRole.ECONOMIC, influence=3, stance=Stance.UNKNOWN),
            Contact(id="Ω8", name="Ω8", left=True),
        ),
        "news": (NewsItem(date=day, text="Ω9", source="Ω10"),),
        "promises": (
            Promise(text="Ω11", by=Side.US, due=in_days(-2).date()),
            Promise(text="Ω12", by=Side.THEM),
            Promise(text="Ω13", due=day),
            Promise(text="Ω14", kept_on=day),
        ),
        "touches": (
            Touch(id="Ω15", planned_on=in_days(-1).date(), channel=TouchChannel.LETTER),
            Touch(id="Ω16", done_on=in_days(-40).date(), outcome=TouchOutcome.NO_ANSWER, note="Ω16"),
            Touch(id="Ω17", done_at=in_days(-3), from_=Side.THEM, note="Ω17"),
        ),
    }
    return Client(**(full | fields))  # type: ignore[arg-type]


def held() -> Preparation:
    reflection = Reflection(
        held_on=NOW.date(),
        outcome=Outcome.ADVANCE,
        price=PriceRaised(raised_by=RaisedBy.US, minute=3, reaction="Ω20"),
    )
    made = a_plan(**{"call.title": "Ω21", "call.attendees": (Attendee(contact="Ω7"),)})
    plan = made.plan
    return Preparation(
        client=a_client(), plan=type(plan)(id=plan.id, client_id="Ω", call=plan.call, reflection=reflection)
    )


def wrong_in(window: QWidget) -> set[str]:
    texts = list(shown_by(window))
    assert len(texts) > 3
    return {f"{place}: {text}" for place, text in texts if faults(text, OWN)}


def test_the_list_its_filters_and_what_stands_there_without_clients(stage: Stage) -> None:
    window = stage.open().window
    window.clients_place.command.trigger()
    clients = window.clients.list
    assert clients is not None

    def shown() -> set[str]:
        stage.jobs.wait(2_000)
        QApplication.processEvents()
        return wrong_in(window)

    assert shown() == set()
    quiet = a_client(id="Ω30", promises=(), touches=(Touch(id="Ω", done_on=in_days(-40).date()),))
    for client in (a_client(), quiet, Client(id="Ω31"), a_client(id="Ω32", archived=True, promises=())):
        stage.plans.save_client(client)
    clients.refresh()
    for order in range(len(ClientOrder)):
        clients.filters.order.setCurrentIndex(order)
        assert shown() == set()
    clients.filters.archived.setChecked(True)
    assert shown() == set()
    clients.filters.dream.setChecked(True)
    clients.filters.promises.setChecked(True)
    assert shown() == set()
    clients.search.setText("Ω99")
    assert shown() == set()


@pytest.mark.parametrize("client", [a_client(), Client(id="Ω"), a_client(archived=True)])
def test_the_page_of_a_client_and_its_facts(stage: Stage, client: Client) -> None:
    stage.plans.save_client(client)
    page = stage.open()
    page.window.clients.show_client("Ω")
    shown = page.window.clients.page
    assert shown is not None
    page.wait_until(lambda: shown.shown is not None and not shown.pending)
    assert wrong_in(page.window) == set()
    shown.show_facts()
    shown.facts.form.complete()
    assert wrong_in(page.window) == set()


def test_what_happened_and_when_the_price_was_said() -> None:
    preparation = held()
    view = client_view(preparation.client, (preparation.plan,), NOW, 2)
    entries = (*view.happened, *view.coming, *view.people, *view.promises)
    said = [
        view.standing,
        view.price_said,
        view.so_far_words,
        *view.facts,
        *(each.in_words for each in entries),
    ]
    assert {text for text in said if faults(text, OWN)} == set()
    assert view.price_said


@pytest.mark.parametrize(
    "make",
    [
        lambda top: typed(NewClientDialog((NamedClient("a", "Ω1"),), top), "name", "Ω1"),
        lambda top: MergeDialog(NamedClient("a", "Ω1"), (NamedClient("b", "Ω2"),), top, other_id="b"),
        lambda top: EraseDialog("Ω1", (("b", "Ω2"),), top),
        lambda top: EraseDialog("", (), top),
        lambda top: ErasedDialog(("Ω",), 0, top),
        lambda top: ErasedDialog(("Ω",), 2, top),
    ],
)
def test_the_dialogs(stage: Stage, make: Callable[[QWidget], QDialog]) -> None:
    dialog = make(stage.open().window)
    dialog.open()
    assert {text for _place, text in shown_by(dialog) if faults(text, OWN) and text != "Cancel"} == set()


def typed(dialog: NewClientDialog, line: str, text: str) -> NewClientDialog:
    getattr(dialog, line).setText(text)
    return dialog
