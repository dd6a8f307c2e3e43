"""A merge and an erase by keyboard, on a library on disk; and back from the backup."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.desktop.clients.client_dialogs import EraseDialog, MergeDialog, NewClientDialog
from planner.model.client import Contact
from tests.builders import a_plan
from tests.desktop.client_page_objects import (
    ClientPageObject,
    ClientsObject,
    dialog_of,
    erase,
    merge_with,
    new_client,
)
from tests.desktop.safekeeping.safe_stage import SafeStage

MARA = Contact(id="mara", name="Mara Lindqvist")
PEER = Contact(id="peer", name="Peer Aldous")
BRIGHTMOOR = a_plan(
    **{"client.name": "Brightmoor Foods", "client.contacts": (MARA,), "call.title": "Changeovers"}
)
BRIGHT = a_plan(**{"client.name": "Brightmoor Ltd", "client.contacts": (PEER,), "call.title": "The fine"})


@pytest.fixture
def stage(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> SafeStage:
    stage = SafeStage(qtbot, qapp, tmp_path)
    stage.library.add([BRIGHTMOOR, BRIGHT])
    return stage


def test_two_records_of_one_client_become_one_and_a_backup_brings_both_back(stage: SafeStage) -> None:
    window = stage.show()
    ClientsObject(window).open("Brightmoor Foods")
    merge_with(window, "Brightmoor Ltd")
    page = ClientPageObject(window)
    window.wait_until(lambda: "“Brightmoor Ltd” is one with “Brightmoor Foods” now." in window.message)
    assert sorted(entry.split(" · ")[0] for entry in page.entries("people")) == [
        "Mara Lindqvist, not met yet",
        "Peer Aldous, not met yet",
    ]
    assert len(page.entries("coming")) == 2
    clients = ClientsObject(window)
    assert clients.names == ["Brightmoor Foods"]

    window.choose_from_menu("Backups")
    window.wait_until(lambda: any("merged" in line.text for line in window.backups.list.lines))
    before = next(line for line in window.backups.list.lines if "merged" in line.text)
    window.backups.list.choose(before.key)
    window.look_inside()
    window.press_button("Restore the whole library")
    window.wait_until(lambda: len(stage.library.clients()) == 2)
    clients = ClientsObject(window)
    assert sorted(clients.names) == ["Brightmoor Foods", "Brightmoor Ltd"]


def test_a_client_is_erased_with_all_that_is_theirs_and_the_backups_that_hold_it(stage: SafeStage) -> None:
    window = stage.show()
    ClientsObject(window).open("Brightmoor Ltd")
    told = erase(window, "brightmoor ltd")
    assert "1 plan: “The fine”" in told.lines.text()
    assert "still holds it" in told.lines.text()
    assert [client.name for client in stage.library.clients()] == ["Brightmoor Foods"]
    told.accept()
    window.wait_until(lambda: "are deleted" in window.message)
    assert stage.backups.backups() == []
    window.take_keys()
    assert ClientsObject(window).names == ["Brightmoor Foods"]


def test_a_person_is_erased_and_the_client_stays(stage: SafeStage) -> None:
    window = stage.show()
    ClientsObject(window).open("Brightmoor Foods")
    told = erase(window, "Mara Lindqvist", person="Mara")
    told.reject()
    assert [client.contacts for client in stage.library.clients()] == [(), (PEER,)]
    assert stage.backups.backups() != [], "they were left"


def test_nothing_is_erased_while_another_name_is_typed(stage: SafeStage) -> None:
    window = stage.show()
    ClientsObject(window).open("Brightmoor Ltd")
    window.choose_from_menu("Erase")
    dialog = dialog_of(window, EraseDialog)
    window.wait_until(lambda: "The fine" in dialog.lines.text())
    dialog.typed.setText("Brightmoor")
    assert not dialog.accepting.isEnabled()
    dialog.reject()
    assert len(stage.library.clients()) == 2


def test_a_name_that_a_client_has_already_is_asked_about(stage: SafeStage) -> None:
    window = stage.show()
    window.choose_from_menu("New Client")
    dialog = dialog_of(window, NewClientDialog)
    dialog.name.setText("brightmoor  foods")
    assert dialog.asking.question == "You have a client called Brightmoor Foods already. Is it the same?"
    assert not dialog.accepting.isEnabled()
    dialog.asking.buttons[0].click()
    window.take_keys()
    page = ClientPageObject(window)
    assert page.client.name == "Brightmoor Foods"
    assert len(stage.library.clients()) == 2


def test_a_name_typed_on_the_page_that_another_client_has_leads_to_the_merge(stage: SafeStage) -> None:
    window = stage.show()
    page = new_client(window, "Brightmoor")
    page.fill_in("client.name", "Brightmoor Ltd")
    page.page.go_to_field("client.why_dream")
    field = page.page.facts.form.input_for("client.name")
    assert field is not None
    asking = field.asking  # type: ignore[attr-defined]
    window.wait_until(lambda: asking is not None and asking.question != "")
    asking.buttons[0].click()
    dialog = dialog_of(window, MergeDialog)
    assert dialog.accepting.isEnabled()
    assert "Brightmoor Ltd" in dialog.other.text()
    dialog.reject()
