"""Stories of the window on a real library: backups, trash, earlier versions."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from planner.desktop.frame.notices import NewNotices
from planner.desktop.safekeeping.backups_page import size_text
from planner.model.client import Client
from planner.store.library import FILE_NAME, Library
from tests.builders import a_plan
from tests.desktop.fakes import NOW
from tests.desktop.safekeeping.safe_stage import SafeStage, whats

BRIGHTMOOR = a_plan(**{"client.name": "Brightmoor", "call.title": "Changeover losses"})
TARN = a_plan(
    **{"client.name": "Tarn Valley", "call.title": "Metering", "case.why_now": "The report is due."}
)


@pytest.fixture
def stage(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[SafeStage]:
    made = SafeStage(qtbot, qapp, tmp_path)
    yield made
    made.jobs.wait()
    made.library.close()


def test_a_backup_is_made_at_the_start_and_the_list_says_so(stage: SafeStage) -> None:
    stage.library.add([BRIGHTMOOR, TARN])
    window = stage.show()

    window.wait_until(lambda: window.window.plans_page.foot.backups.text() == "Backed up today")
    window.press_button("Backed up today")
    window.wait_until(lambda: bool(window.backups.list.lines))

    (line,) = window.backups.list.lines
    assert line.what == ("2 plans", "at start")
    assert line.when[1] == "today"
    assert line.much == "1 KB"
    assert str(stage.backups.folder) in window.backups.all.hint.text()
    window.press_button("‹ All plans")
    assert window.window.plans_page.isVisible()


def test_backing_up_by_hand(stage: SafeStage) -> None:
    window = stage.show()
    window.choose_from_menu("Backups")
    window.wait_until(window.backups.all.nothing.isVisible)
    stage.library.add([TARN])

    window.press_button("Back up now")
    window.wait_until(lambda: "and opened once to check it" in window.message)

    window.wait_until(lambda: whats(window.backups.list) == [("1 plan", "on demand")])


def test_a_plan_is_brought_back_from_a_backup_as_a_copy(stage: SafeStage) -> None:
    stage.library.add([BRIGHTMOOR, TARN])
    window = stage.show()
    window.work_on("Tarn Valley", "case.why_now", "Nothing")

    window.choose_from_menu("Backups")
    window.wait_until(lambda: bool(window.backups.list.lines))
    window.look_inside()
    assert sorted(whats(window.backups.plans)) == [
        ("Brightmoor", "Changeover losses"),
        ("Tarn Valley", "Metering"),
    ]
    window.choose_line(window.backups.plans, "Metering")
    window.press_button("Bring the plan back as a copy")
    window.wait_until(lambda: window.message == "Brought back as a copy.")
    window.take_offer("Open it")
    window.wait_until(lambda: window.window.open is not None)

    copy = window.walk.preparation.plan
    assert (copy.call.title, copy.case.why_now) == ("Metering (restored)", "The report is due.")
    assert stage.library.preparation(TARN.plan.id).plan.case.why_now == "Nothing"


def test_the_whole_library_is_put_back_and_that_is_undone(stage: SafeStage) -> None:
    stage.library.add([TARN])
    window = stage.show()
    window.choose("Tarn Valley")
    window.duplicate("Tarn Valley").leave()
    window.wait_until(lambda: len(window.clients) == 2)

    window.choose_from_menu("Backups")
    window.wait_until(lambda: bool(window.backups.list.lines))
    window.look_inside()
    window.press_button("Restore the whole library")
    window.wait_until(lambda: "The library is as it was then." in window.message)
    assert len(stage.library.summaries()) == 1
    window.wait_until(lambda: ("2 plans", "before a restore") in whats(window.backups.list))
    window.take_offer("Undo")
    window.wait_until(lambda: len(stage.library.summaries()) == 2)
    window.wait_until(lambda: len(window.clients) == 2)

    assert sorted(plan.title for plan in stage.library.summaries()) == ["Metering", "Metering"]


def test_a_backup_that_goes_by_itself_says_when_and_one_of_clients_alone_counts_them(
    stage: SafeStage,
) -> None:
    stage.library.save_client(Client(id="c1", name="Hollis & Grey"))
    stage.library.add([TARN])
    stage.safekeeping.erase(TARN.client.id)
    window = stage.show()

    window.choose_from_menu("Backups")
    window.wait_until(lambda: len(window.backups.list.lines) == 2)

    assert whats(window.backups.list) == [
        ("1 client", "at start"),
        ("1 plan", "before something was erased; goes on Sun 6 Dec"),
    ]


def test_a_backup_that_does_not_open_is_said_so(stage: SafeStage) -> None:
    stage.library.add([TARN])
    window = stage.show()
    window.wait_until(lambda: bool(stage.backups.backups()))
    (backup,) = stage.backups.backups()
    backup.path.write_bytes(b"rotten")

    window.choose_from_menu("Backups")
    window.wait_until(lambda: bool(window.backups.list.lines))
    assert whats(window.backups.list) == [("Cannot be opened", "it is not a zip file, or a damaged one")]
    assert window.backups.list.lines[0].amiss
    window.press_button("Look inside")

    window.wait_until(lambda: "is not a backup that can be opened" in window.message)


def test_another_folder_is_chosen(stage: SafeStage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stage.library.add([TARN])
    window = stage.show()
    window.choose_from_menu("Backups")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_arguments: str(tmp_path / "stick"))
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(Path(url.toLocalFile())))

    window.press_button("Choose another folder…")
    window.wait_until(lambda: "Backups go there from now on" in window.message)
    window.wait_until(lambda: str(tmp_path / "stick") in window.backups.all.hint.text())
    window.press_button("Back up now")
    window.wait_until(lambda: len(window.backups.list.lines) == 1)
    window.press_button("Open folder")

    assert opened == [stage.backups.folder]
    assert opened[0].is_relative_to(tmp_path / "stick")


def test_a_backup_that_fails_is_told_and_the_plans_stay_usable(stage: SafeStage) -> None:
    stage.library.add([TARN])
    stage.backups.folder.parent.mkdir(parents=True)
    stage.backups.folder.write_text("in the way")

    window = stage.show()
    window.wait_until(lambda: "No backup was made" in window.message)

    assert window.clients == ["Tarn Valley"]


def test_a_deleted_plan_is_brought_back_from_the_trash(stage: SafeStage) -> None:
    stage.library.add([BRIGHTMOOR, TARN])
    window = stage.show()
    window.delete("Tarn Valley")
    window.wait_until(lambda: window.window.plans_page.foot.trash.text() == "Trash (1)")

    window.press_button("Trash (1)")
    (line,) = window.trash.list.lines
    assert line.what == ("Tarn Valley", "Metering")
    assert line.much == "30 days left"
    window.press_button("Bring back")
    window.wait_until(window.trash.nothing.isVisible)
    window.press_button("‹ All plans")

    assert sorted(window.clients) == ["Brightmoor", "Tarn Valley"]
    assert window.window.plans_page.foot.trash.text() == "Trash"


@pytest.mark.parametrize("sure", [True, False])
def test_emptying_the_trash_asks_once(stage: SafeStage, sure: bool) -> None:  # noqa: FBT001 - a parameter
    stage.library.add([TARN])
    window = stage.show()
    window.delete("Tarn Valley")
    window.choose_from_menu("Trash")
    asked = []

    def answer() -> None:
        box = window.window.findChild(QMessageBox)
        assert box is not None
        asked.append(box.text())
        box.buttons()[0 if box.buttons()[0].text().startswith("Remove") == sure else 1].click()

    QTimer.singleShot(0, answer)
    window.press_button("Empty trash…")

    assert asked == ["Remove 1 plan for good? Only a backup can bring them back then."]
    if sure:
        window.wait_until(lambda: window.message == "Removed 1 plan for good.")
        assert window.trash.nothing.isVisible()
        assert not window.is_offered("Undo")
    assert len(stage.library.trash()) == (0 if sure else 1)


def test_what_was_in_the_trash_for_thirty_days_is_gone_at_the_next_start(stage: SafeStage) -> None:
    stage.library.add([TARN])
    stage.library.delete(TARN.plan.id)
    stage.today = NOW + dt.timedelta(days=30)

    window = stage.show()
    window.wait_until(lambda: stage.library.trash() == [])

    window.choose_from_menu("Trash")
    assert window.trash.nothing.isVisible()
    assert len(stage.backups.backups()) == 1


def test_earlier_versions_tell_what_is_different_now_and_come_back_as_a_copy(stage: SafeStage) -> None:
    stage.library.add([TARN])
    window = stage.show()
    for why in ("Penalties start in March.", "Nobody knows."):
        window.work_on("Tarn Valley", "case.why_now", why)

    window.choose("Tarn Valley")
    window.choose_from_menu("Earlier Versions…")
    window.wait_until(lambda: len(window.history.list.lines) == 2)
    window.wait_until(lambda: bool(window.history.differences))
    assert window.history.differences == [("Case › why now", "Penalties start in March.", "Nobody knows.")]
    window.history.list.choose("1")
    window.wait_until(
        lambda: window.history.differences == [("Case › why now", "The report is due.", "Nobody knows.")]
    )
    window.press_button("Bring it back as a copy")
    window.wait_until(lambda: window.message == "Brought back as a copy.")

    copies = [plan for plan in stage.library.summaries() if plan.title == "Metering (restored)"]
    assert [stage.library.preparation(copy.id).plan.case.why_now for copy in copies] == ["The report is due."]


def test_the_versions_are_those_of_the_open_plan_whatever_the_list_shows(stage: SafeStage) -> None:
    other = a_plan(**{"client.name": "Hollis & Grey", "call.title": "Kilns"})
    stage.library.add([TARN, other])
    window = stage.show()
    window.search("Hollis", hits=1)
    window.window.desk.open(TARN.plan.id)

    window.choose_from_menu("Earlier Versions…")

    window.wait_until(window.history.nothing.isVisible)
    assert window.history.hint.text().startswith("Tarn Valley")


def test_a_plan_never_changed_has_no_earlier_version(stage: SafeStage) -> None:
    stage.library.add([TARN])
    window = stage.show()
    window.open("Tarn Valley").choose_from_menu("Earlier Versions…")

    window.wait_until(window.history.nothing.isVisible)
    assert not window.history.list.isVisible()
    assert window.window.open is None


def test_what_was_recovered_and_what_not_is_told(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    path = a_closed_library(tmp_path)
    path.write_bytes(path.read_bytes().replace(b'"title":"Metering"', b'"title":Metering"'))
    stage = SafeStage(qtbot, qapp, tmp_path)

    window = stage.show()
    NewNotices(lambda: stage.library.notices, window.window.messages.warn, window.window).tell()

    assert window.clients == ["Brightmoor"]
    first, recovered, alone, lost = window.message.splitlines()
    assert "was damaged; as it was, it is kept as library.json.damaged-1." in first
    assert recovered == "Recovered: 1 plan."
    assert alone == "Recovered: 1 client without a plan."
    assert lost == f"Not recovered: plans 2 (id {TARN.plan.id})."
    stage.library.close()


def test_a_plan_damaged_in_a_single_field_is_listed_and_said_so_when_opened(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    path = a_closed_library(tmp_path)
    path.write_bytes(path.read_bytes().replace(b'"why_now":"The report is due."', b'"why_now":5'))
    stage = SafeStage(qtbot, qapp, tmp_path)
    window = stage.show()

    window.choose("Tarn Valley")
    window.window.plans_page.open_chosen()

    assert f"plans 2 (id {TARN.plan.id}), case.why_now: Expected `str`, got `int`" in window.message
    assert len([line for line in window.list_lines if "draft" in line]) == 2
    stage.library.close()


def a_closed_library(folder: Path) -> Path:
    library = Library.open(folder / "library")
    library.add([BRIGHTMOOR, TARN])
    library.close()
    return folder / "library" / FILE_NAME


@pytest.mark.parametrize("entry", ["Backups", "Trash", "Earlier Versions…"])
def test_the_pages_are_left_by_esc_and_by_the_menu(stage: SafeStage, entry: str) -> None:
    stage.library.add([TARN])
    window = stage.show()
    plans = window.window.plans_page

    window.choose_from_menu(entry)
    window.wait_until(lambda: not plans.isVisible())
    assert not window.is_offered("Duplicate Plan…")
    QTest.keyClick(window.window.focusWidget(), Qt.Key.Key_Escape)
    assert plans.isVisible()
    window.choose_from_menu(entry)
    window.choose_from_menu("Find a Plan")

    assert plans.isVisible()
    assert window.is_offered("Duplicate Plan…")


@pytest.mark.parametrize(
    ("size", "text"), [(10, "1 KB"), (12_400, "12 KB"), (999_999, "1,000 KB"), (1_940_000, "1.9 MB")]
)
def test_sizes_are_said_as_people_say_them(size: int, text: str) -> None:
    assert size_text(size) == text
