"""A client by keyboard: made, described, a call planned, all of it in one history."""

import datetime as dt

from PySide6.QtCore import Qt

from planner.model.call import Attendee
from planner.model.client import Contact, Promise
from planner.model.plan import Preparation
from planner.model.terms import BuyingRole, Side
from tests.builders import a_plan
from tests.desktop.client_page_objects import ClientPageObject, ClientsObject, new_client
from tests.desktop.stage import Stage, in_days

MARA = Contact(id="mara", name="Mara Lindqvist", title="Plant manager")


def brightmoor(**fields: object) -> Preparation:
    return a_plan(
        **{
            "client.name": "Brightmoor Foods",
            "client.contacts": (MARA,),
            "call.title": "Changeover losses",
            "call.starts": in_days(2),
            "call.attendees": (Attendee(contact="Mara Lindqvist", contact_id="mara"),),
            **fields,
        }
    )


def page_of_plan(stage: Stage, *preparations: Preparation) -> ClientPageObject:
    """Open the first of the plans, and then the page of its client, by their keys."""
    window = stage.open(*preparations)
    window.open(preparations[0].client.name)
    window.press("Ctrl+L")
    return ClientPageObject(window)


def test_a_client_is_made_described_called_on_and_undone_step_by_step(stage: Stage) -> None:
    window = stage.open(brightmoor())
    page = new_client(window, "Osterley Mills")
    window.press("F2")
    page.fill_in("client.industry", "Paper")
    walk = page.plan_a_call()
    walk.field("call.title").type("First talk")

    window.press("Alt+Left")
    page = ClientPageObject(window)
    assert any("First talk" in entry for entry in page.entries("coming"))
    assert page.client.industry == "Paper"

    window.undo()
    assert window.window.area.page is window.walk.window.open.walk, "undo goes where it undoes"  # type: ignore[union-attr]
    assert window.walk.preparation.plan.call.title == ""
    window.undo()
    assert window.walk.preparation.client.industry == "", "what was typed on the page is undone from the plan"
    window.redo()
    window.redo()
    assert window.walk.preparation.plan.call.title == "First talk"
    window.walk.wait_saved()
    stored = next(client for client in stage.plans.clients() if client.name == "Osterley Mills")
    assert stored.industry == "Paper"


def test_the_page_shows_what_is_typed_in_the_plan_and_the_plan_what_is_typed_on_the_page(
    stage: Stage,
) -> None:
    window = stage.open(brightmoor())
    walk = window.open("Brightmoor Foods")
    walk.field("client.contacts[0].name").replace("Mara Berg")
    window.press("Ctrl+L")
    page = ClientPageObject(window)
    assert page.entries("people")[0].startswith("Mara Berg, Plant manager")

    page.press_on("people", "Mara Berg", Qt.Key.Key_Return)
    page.fill_in("client.name", "Brightmoor Group")
    window.press_key(Qt.Key.Key_Escape)
    window.press_key(Qt.Key.Key_Escape)
    window.press_key(Qt.Key.Key_Escape)
    assert window.window.area.page is window.walk.window.open.walk  # type: ignore[union-attr]
    assert window.walk.preparation.client.name == "Brightmoor Group"
    assert window.walk.field("client.name").value == "Brightmoor Group"
    assert window.walk.preparation.plan.call.attendees[0].contact == "Mara Berg"


def test_a_rename_on_the_page_is_undone_there_with_the_plan_still_open(stage: Stage) -> None:
    page = page_of_plan(stage, brightmoor())
    page.fill_in("client.contacts[0].name", "Mara Berg")
    assert page.window.walk.preparation.plan.call.attendees[0].contact == "Mara Berg"
    page.window.undo()
    assert page.window.window.clients.shows_page, "it was typed here"
    assert page.window.walk.preparation.plan.call.attendees[0].contact == "Mara Lindqvist"


def test_from_plan_to_plan_of_one_client_there_is_one_history(stage: Stage) -> None:
    first = brightmoor()
    second = Preparation(
        client=first.client, plan=a_plan(**{"call.title": "Price", "call.starts": in_days(9)}).plan
    )
    page = page_of_plan(stage, first, second)
    page.press_on("coming", "Call · Changeover"[:4], Qt.Key.Key_Return)
    window = page.window
    window.walk.field("call.title").type("!")
    window.press("Ctrl+L")
    page = ClientPageObject(window)
    page.press_on("coming", "Call Price", Qt.Key.Key_Return)
    assert window.walk.preparation.plan.call.title == "Price"

    window.undo()
    assert window.walk.preparation.plan.id == first.plan.id
    assert window.walk.preparation.plan.call.title == "Changeover losses"
    assert window.message == "Undone: typing in What is this call about, in their terms?."
    window.redo()
    window.walk.wait_saved()
    assert stage.plans.stored[first.plan.id].plan.call.title == "Changeover losses!"


def test_going_to_the_lists_puts_the_client_away(stage: Stage) -> None:
    page = page_of_plan(stage, brightmoor())
    page.fill_in("client.industry", "Food")
    window = page.window
    window.press("Ctrl+2")
    assert window.window.desk.document is None
    assert not window.is_offered("Undo")
    assert next(iter(stage.plans.stored.values())).client.industry == "Food"


def test_a_promise_is_kept_by_one_key_and_that_is_undone(stage: Stage) -> None:
    due = dt.date(2026, 11, 25)
    promise = Promise(text="Stop list of October", by=Side.THEM, due=due)
    page = page_of_plan(stage, brightmoor(**{"client.promises": (promise,)}))
    assert page.entries("promises") == ["Stop list of October, 4 days over, theirs, due Wed 25 Nov"]
    page.press_on("promises", "Stop list", Qt.Key.Key_Space)
    page.wait_worked_out()
    assert page.client.promises[0].kept_on == dt.date(2026, 11, 29)
    assert page.entries("promises") == []
    assert any("Stop list" in entry for entry in page.entries("happened"))
    page.window.undo()
    page.wait_worked_out()
    assert page.client.promises[0].kept_on is None


def test_nobody_who_decides_is_told(stage: Stage) -> None:
    page = page_of_plan(stage, brightmoor())
    assert page.page.overview.remark == "Nobody here decides on the money yet. Who signs?"


def test_who_decides_stands_out(stage: Stage) -> None:
    peer = Contact(id="peer", name="Peer Aldous", buying_role=BuyingRole.ECONOMIC, influence=5)
    page = page_of_plan(stage, brightmoor(**{"client.contacts": (MARA, peer)}))
    assert page.page.overview.remark == ""
    assert page.entries("people")[0] == "Peer Aldous, decides, economic, influence 5 · not met yet"


def test_who_left_is_offered_no_more_and_keeps_the_history(stage: Stage) -> None:
    gone = Contact(id="gone", name="Tom Reed", left=True)
    window = stage.open(brightmoor(**{"client.contacts": (MARA, gone)}))
    walk = window.open("Brightmoor Foods")
    field = walk.field("ask.primary.actor").widget
    offered = [field.itemText(at) for at in range(field.count())]  # type: ignore[attr-defined]
    assert offered == ["Mara Lindqvist"]
    window.press("Ctrl+L")
    page = ClientPageObject(window)
    assert page.entries("people")[-1].startswith("Tom Reed, left")


def test_a_client_is_archived_and_brought_back(stage: Stage) -> None:
    page = page_of_plan(stage, brightmoor())
    window = page.window
    window.choose_from_menu("Archive")
    clients = ClientsObject(window)
    assert clients.names == []
    assert clients.page.note == "No client is like that. Take a filter off to see more."
    clients.page.filters.archived.setChecked(True)
    assert clients.names == ["Brightmoor Foods"]
    clients.page.list.setFocus()
    window.choose_from_menu("Archive, or Bring Back")
    window.wait_until(lambda: clients.names == [])
    window.undo()
    window.wait_until(lambda: clients.names == ["Brightmoor Foods"])


def test_esc_leads_from_the_client_to_insights_and_back_as_one_came(stage: Stage) -> None:
    page = page_of_plan(stage, brightmoor())
    window = page.window
    window.press("Ctrl+3")
    ClientsObject(window).open("Brightmoor Foods")
    window.press("Ctrl+I")
    assert window.window.desk.document is None
    window.press_key(Qt.Key.Key_Escape, window.window)
    page = ClientPageObject(window)
    assert page.client.name == "Brightmoor Foods"
    window.press_key(Qt.Key.Key_Escape, page.page)
    assert window.window.area.page is window.window.clients.list


def test_the_page_of_the_client_is_not_laid_on_a_call(stage: Stage) -> None:
    window = stage.open(brightmoor())
    window.open("Brightmoor Foods")
    window.press("F5")
    window.choose_from_menu("Client Page")
    assert not window.window.clients.shows_page


def test_a_plan_opened_from_the_page_leads_back_to_it_by_its_button(stage: Stage) -> None:
    page = page_of_plan(stage, brightmoor())
    window = page.window
    window.press("Ctrl+3")
    page = ClientsObject(window).open("Brightmoor Foods")
    page.press_on("coming", "Call Changeover", Qt.Key.Key_Return)
    assert window.is_offered("Back to the client")
    window.press_button("‹ the client")
    page = ClientPageObject(window)
    assert page.page.to_plan.isVisible(), "the plan lies open behind it"
    window.press_button("‹ The plan")
    assert window.window.area.page is window.walk.window.open.walk  # type: ignore[union-attr]
