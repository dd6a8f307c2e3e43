"""One client, one history: what was done is undone where it was done, whichever plan lies open by then."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from planner.desktop.background.jobs import Jobs
from planner.desktop.editing.autosave import SaveState
from planner.desktop.editing.document import PlanDocument
from planner.model.call import Attendee
from planner.model.client import Contact
from planner.model.errors import PlannerError
from planner.model.ids import new_id
from planner.model.plan import Plan, Preparation
from tests.builders import a_plan
from tests.desktop.fakes import today
from tests.desktop.sheet import Disk

MARA = Contact(id="mara", name="Mara Lindqvist")


class DiskGone(PlannerError):
    """The disk was taken out."""


@pytest.fixture
def disk() -> Disk:
    return Disk()


@pytest.fixture
def first(disk: Disk, qapp: QObject) -> PlanDocument:
    """The document of a client with a contact, and of a plan that mentions her."""
    assert qapp is not None
    mentioned = (Attendee(contact="Mara Lindqvist", contact_id="mara"),)
    preparation = a_plan(**{"client.contacts": (MARA,), "call.title": "Lines", "call.attendees": mentioned})
    return PlanDocument(preparation, save=disk.save, jobs=Jobs(), today=today, autosave_ms=20, retry_ms=20)


def another_plan(document: PlanDocument, **fields: object) -> Preparation:
    """Another plan of the document's client, as it is stored."""
    client = document.preparation.client
    made = a_plan(**fields)
    return Preparation(client=client, plan=replace(made.plan, id=new_id(), client_id=client.id))


def alone(document: PlanDocument) -> Preparation:
    return Preparation(client=document.preparation.client)


def turned_to(document: PlanDocument) -> list[PlanDocument]:
    """The documents that undo and redo lead to from now on."""
    found: list[PlanDocument] = []
    document.history.turned.connect(found.append)
    return found


def test_a_client_without_a_plan_is_edited_saved_and_undone(disk: Disk, qapp: QObject, qtbot: QtBot) -> None:
    assert qapp is not None
    client = a_plan().client
    document = PlanDocument(
        Preparation(client=client), save=disk.save, jobs=Jobs(), today=today, autosave_ms=20
    )
    document.edit("client.industry", "Water")
    qtbot.waitUntil(lambda: document.save_state is SaveState.SAVED)
    assert disk.saved[-1].client.industry == "Water"
    assert disk.saved[-1].plan == Plan(), "no plan was edited, so none has a day on which it was"
    document.undo_stack.undo()
    assert document.preparation.client == client


def test_what_was_done_to_the_client_is_undone_in_any_of_its_plans(first: PlanDocument) -> None:
    first.edit("client.industry", "Water")
    second = first.go_on_with(another_plan(first, **{"call.title": "Price"}))
    turns = turned_to(second)
    second.undo_stack.undo()
    assert second.preparation.client.industry == ""
    assert second.preparation.plan.call.title == "Price"
    assert not turns


def test_what_was_done_in_a_plan_is_undone_there(first: PlanDocument) -> None:
    first.edit("case.why_now", "The fine")
    second = first.go_on_with(alone(first))
    second.edit("client.industry", "Water")
    turns = turned_to(second)
    second.undo_stack.undo()
    assert not turns, "the client's industry is no plan's"
    second.undo_stack.undo()
    (third,) = turns
    assert third.preparation.plan.id == first.preparation.plan.id
    assert third.preparation.plan.case.why_now == ""
    third.undo_stack.redo()
    assert third.preparation.plan.case.why_now == "The fine"
    third.undo_stack.redo()
    assert third.preparation.client.industry == "Water"


def test_the_plan_that_undo_leaves_is_saved_first(first: PlanDocument, disk: Disk, qtbot: QtBot) -> None:
    first.edit("case.why_now", "The fine")
    assert first.close_saved()
    second = first.go_on_with(another_plan(first))
    second.edit("call.title", "Price")
    assert second.close_saved()
    second.undo_stack.undo()
    left = second.preparation.plan
    turns = turned_to(second)
    second.undo_stack.undo()
    qtbot.waitUntil(lambda: turns[0].save_state is SaveState.SAVED)
    assert [saved.plan.id for saved in disk.saved[-2:]] == [left.id, first.preparation.plan.id]
    assert disk.saved[-2].plan.call.title == ""
    assert disk.saved[-1].plan.case.why_now == ""


def test_nothing_is_lost_when_the_plan_that_undo_leaves_cannot_be_saved(
    first: PlanDocument, disk: Disk, qtbot: QtBot
) -> None:
    first.edit("case.why_now", "The fine")
    assert first.close_saved()
    second = first.go_on_with(another_plan(first))
    disk.error = DiskGone("The disk was taken out.")
    second.edit("client.industry", "Water")
    second.edit("call.title", "Price")
    qtbot.waitUntil(lambda: second.save_state is SaveState.FAILED)
    for _step in range(2):
        second.undo_stack.undo()
    turns = turned_to(second)
    second.undo_stack.undo()
    (third,) = turns
    assert not third.close_saved()
    disk.error = None
    assert third.close_saved()
    titles = {saved.plan.id: saved.plan.call.title for saved in disk.saved}
    assert titles[second.preparation.plan.id] == "", "as it was undone there"
    assert disk.saved[-1].plan.case.why_now == ""


def test_days_on_which_a_plan_was_edited_outlive_its_undo(first: PlanDocument) -> None:
    first.edit("case.why_now", "The fine")
    assert first.close_saved()
    second = first.go_on_with(alone(first))
    turns = turned_to(second)
    second.undo_stack.undo()
    assert turns[0].preparation.plan.edited_on == (today(),)


def test_a_document_that_was_gone_on_from_takes_nothing_more(first: PlanDocument) -> None:
    told: list[str] = []
    first.changed.connect(told.append)
    second = first.go_on_with(another_plan(first))
    first.edit("case.why_now", "Typed by an input that is about to go")
    first.insert_row("case.problems", 0)
    assert second.undo_stack.count() == 0
    second.edit("client.industry", "Water")
    assert told == []


def test_a_contact_renamed_on_the_page_bears_the_name_in_the_plan_and_its_old_one_once_undone(
    first: PlanDocument,
) -> None:
    page = first.go_on_with(alone(first))
    page.edit("client.contacts[0].name", "Mara Berg")
    mentioned = (Attendee(contact="Mara Berg", contact_id="mara"),)
    plan = page.go_on_with(another_plan(page, **{"call.attendees": mentioned}))
    told: list[str] = []
    plan.changed.connect(told.append)
    plan.undo_stack.undo()
    assert plan.preparation.plan.call.attendees[0].contact == "Mara Lindqvist"
    assert "call.attendees[0].contact" in told
    plan.undo_stack.redo()
    assert plan.preparation.plan.call.attendees[0].contact == "Mara Berg"


def test_a_client_that_was_changed_elsewhere_is_taken_over_as_a_step(first: PlanDocument) -> None:
    stored = another_plan(first)
    changed = replace(stored, client=replace(stored.client, industry="Water"))
    second = first.go_on_with(changed)
    assert second.preparation.client.industry == "Water"
    assert second.undo_stack.undoText() == "changes made elsewhere"
    second.undo_stack.undo()
    assert second.preparation.client.industry == ""


def test_looking_at_another_plan_saves_nothing(first: PlanDocument, disk: Disk) -> None:
    second = first.go_on_with(another_plan(first))
    assert second.close_saved()
    assert not disk.saved
    assert second.save_state is SaveState.SAVED


def test_a_plan_moved_to_another_client_goes_back_to_its_own(first: PlanDocument) -> None:
    own = first.preparation.client
    other = a_plan(**{"client.name": "Kestrel Packaging"}).client
    first.move_to_client(other)
    page = first.go_on_with(alone(first))
    page.edit("client.industry", "Film")
    turns = turned_to(page)
    page.undo_stack.undo()
    page.undo_stack.undo()
    (plan,) = turns
    assert plan.preparation.client == own
    assert plan.preparation.plan.client_id == own.id
