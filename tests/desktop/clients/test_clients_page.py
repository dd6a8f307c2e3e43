"""The list of clients by keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from planner.desktop.clients.client_rows import ClientOrder
from planner.model.client import Client, Contact
from tests.builders import a_plan
from tests.desktop.client_page_objects import ClientPageObject, ClientsObject, new_client
from tests.desktop.stage import Stage


@pytest.fixture
def clients(stage: Stage) -> ClientsObject:
    """Three clients, one of them without a plan."""
    stage.plans.save_client(Client(id="osterley", name="Osterley Mills", notes="two furnaces"))
    return ClientsObject(
        stage.open(
            a_plan(**{"client.name": "Tarn Valley Water", "case.why_now": "The levy is due"}),
            a_plan(
                **{
                    "client.name": "Brightmoor Foods",
                    "client.contacts": (Contact(id="mara", name="Mara Lindqvist"),),
                    "client.dream_client": True,
                }
            ),
        )
    )


def test_clients_with_and_without_a_plan_are_listed_by_name(clients: ClientsObject) -> None:
    assert clients.names == ["Brightmoor Foods", "Osterley Mills", "Tarn Valley Water"]
    assert clients.lines[0] == "Brightmoor Foods, Dream list, No. 1, Not reached yet, Nothing planned"


@pytest.mark.parametrize(
    ("sought", "found"),
    [
        ("oster", ["Osterley Mills"]),
        ("mara", ["Brightmoor Foods"]),
        ("furnaces", ["Osterley Mills"]),
        ("levy", ["Tarn Valley Water"]),
        ("tarn levy", ["Tarn Valley Water"]),
    ],
)
def test_a_client_is_found_by_name_by_people_and_by_all_that_is_written(
    clients: ClientsObject, sought: str, found: list[str]
) -> None:
    clients.search(sought)
    assert clients.names == found


def test_a_search_without_hits_says_so_and_esc_shows_all_again(clients: ClientsObject) -> None:
    clients.search("nobody wrote this")
    assert clients.names == []
    assert (
        clients.page.note == "No client of whom “nobody wrote this” is written. Esc shows every client again."
    )
    QTest.keyClick(clients.page.search, Qt.Key.Key_Escape)
    assert len(clients.names) == 3


def test_filters_and_order_are_chosen_by_keys(clients: ClientsObject) -> None:
    filters = clients.page.filters
    filters.dream.setFocus()
    QTest.keyClick(filters.dream, Qt.Key.Key_Space)
    assert clients.names == ["Brightmoor Foods"]
    filters.take_all_off()
    assert len(clients.names) == 3
    filters.days.setFocus()
    QTest.keyClick(filters.days, Qt.Key.Key_Up)
    assert filters.quiet.text() == "&Quiet for 31 days"
    assert filters.wanted.quiet_days == 31, "who sets the days wants the filter"
    filters.order.setCurrentIndex(list(ClientOrder).index(ClientOrder.DREAM_LIST))
    assert clients.names[0] == "Brightmoor Foods"


def test_enter_in_the_search_opens_the_first_client_and_esc_leads_back(
    clients: ClientsObject, stage: Stage
) -> None:
    clients.search("tarn")
    QTest.keyClick(clients.page.search, Qt.Key.Key_Return)
    window = clients._window
    page = ClientPageObject(window)
    assert page.client.name == "Tarn Valley Water"
    window.press_key(Qt.Key.Key_Escape, page.page)
    assert window.window.area.page is clients.page
    assert window.window.desk.document is None
    assert not stage.plans.full


def test_an_empty_list_offers_the_first_client(stage: Stage) -> None:
    window = stage.open()
    clients = ClientsObject(window)
    assert clients.page.note == "No clients yet. Whom could you help most, whether or not they have asked?"
    page = new_client(window, "Osterley Mills")
    assert page.client.name == "Osterley Mills"
    assert page.page.overview.remark == "Nobody here decides on the money yet. Who signs?"
    assert [client.name for client in stage.plans.clients()] == ["Osterley Mills"]


def test_everything_on_the_list_has_a_name_for_screen_readers(clients: ClientsObject) -> None:
    page = clients.page
    for widget in (page.search, page.list, page.filters.days, page.filters.order):
        assert widget.accessibleName()
    assert page.accessibleName() == "Clients"
