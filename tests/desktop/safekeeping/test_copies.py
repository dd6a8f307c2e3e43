"""Stories of the window on a library that others change too: another copy arrives, a library is lost."""

import datetime as dt
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.desktop.frame.notices import NewNotices
from planner.desktop.safekeeping.folder_watch import FolderWatch
from planner.model.plan import Preparation
from planner.store.library import FILE_NAME, Library
from tests.builders import a_plan
from tests.desktop.safekeeping.safe_stage import SafePage, SafeStage, whats

ALDER = a_plan(**{"client.name": "Alder", "call.title": "Framework"})
BIRCH = a_plan(**{"client.name": "Birch", "call.title": "Renewal"})
CEDAR = a_plan(**{"client.name": "Cedar", "call.title": "Trial"})


class SharedStage(SafeStage):
    """A window on a library that lies on another computer too."""

    def __init__(self, qtbot: QtBot, qapp: QApplication, folder: Path) -> None:
        library = Library.open(folder / "library")
        library.add([ALDER])
        library.close()
        super().__init__(qtbot, qapp, folder)
        self._elsewhere = shutil.copytree(folder / "library", folder / "elsewhere")

    def arrives(self, *preparations: Preparation, name: str = FILE_NAME) -> Path:
        """Have a sync client put the other computer's library here, with these plans in it."""
        other = Library.open(self._elsewhere)
        other.add(preparations)
        other.close()
        unfinished = shutil.copy(self._elsewhere / FILE_NAME, self.library.folder / ".arriving.tmp")
        return Path(unfinished).replace(self.library.folder / name)

    def show(self) -> SafePage:
        """Show the window, with what the library has to say."""
        page = super().show()
        NewNotices(lambda: self.library.notices, page.window.safekeeping.tell_notice, page.window, look_ms=1)
        return page

    def open_again(self) -> None:
        """Close the library and open it, as the next start does."""
        self.library.close()
        self.library = Library.open(self.library.folder, today=self.today.date)


@pytest.fixture
def stage(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[SharedStage]:
    made = SharedStage(qtbot, qapp, tmp_path)
    yield made
    made.jobs.wait()
    made.library.close()


def look_into_the_copy(window: SafePage) -> None:
    window.wait_until(lambda: bool(window.backups.list.lines))
    window.backups.list.choose(window.backups.list.lines[0].key)
    window.press_button("Look inside")
    window.wait_until(lambda: window.backups.currentWidget() is window.backups.copy)


def test_anothers_file_arrives_is_told_and_both_days_work_ends_up_in_one_library(stage: SharedStage) -> None:
    window = stage.show()
    stage.arrives(BIRCH)
    window.work_on("Alder", "case.why_now", "The contract ends.")
    window.wait_until(lambda: "was changed by another program while it was open" in window.message)
    window.wait_until(lambda: "1 other copy" in window.window.plans_page.foot.backups.text())

    window.take_offer("Backups")
    look_into_the_copy(window)
    copy = window.backups.copy
    assert "Plans that are only in the copy are added." in copy.hint.text()
    assert {line.what[0]: line.much for line in copy.plans.lines} == {
        "Birch": "only there",
        "Alder": "differs",
    }
    window.press_button("Bring in everything")
    window.wait_until(lambda: window.message.startswith("Brought in library.json."))

    window.wait_until(lambda: all("Another copy" not in what for what, _ in whats(window.backups.list)))
    window.press_button("‹ All plans")
    window.wait_until(lambda: sorted(window.clients) == ["Alder", "Birch"])
    window.wait_until(lambda: "other copy" not in window.window.plans_page.foot.backups.text())
    stage.jobs.wait()
    assert stage.library.notices == ()
    stage.open_again()
    plans = {one.client: stage.library.preparation(one.id).plan for one in stage.library.summaries()}
    assert plans.keys() == {"Alder", "Birch"}
    assert plans["Alder"].case.why_now == "The contract ends."
    assert stage.library.notices == ()


def test_one_plan_of_anothers_copy_is_brought_in_and_the_copy_put_away(stage: SharedStage) -> None:
    path = stage.arrives(BIRCH, CEDAR, name="library (Ann's conflicted copy 2026-11-28).json")
    window = stage.show()
    window.choose_from_menu("Backups")
    look_into_the_copy(window)

    window.choose_line(window.backups.copy.plans, "Trial")
    window.press_button("Bring in this plan alone")
    window.wait_until(lambda: "1 plan that was only there is here now." in window.message)
    window.wait_until(
        lambda: (
            {line.what[0]: line.much for line in window.backups.copy.plans.lines}["Cedar"] == "as it is here"
        )
    )
    window.press_button("Set the copy aside")
    window.wait_until(lambda: window.message.startswith("Nothing was brought in. The copy is kept as "))

    assert sorted(plan.client for plan in stage.library.summaries()) == ["Alder", "Cedar"]
    assert not path.exists()
    window.wait_until(lambda: window.backups.currentWidget() is window.backups.all)


def test_a_conflicted_copy_that_arrives_while_the_window_is_open_is_told(stage: SharedStage) -> None:
    window = stage.show()
    safekeeping = window.window.safekeeping
    FolderWatch(stage.library.folder, safekeeping.look_for_copies, window.window, settled_ms=1)

    stage.arrives(BIRCH, name="library.sync-conflict-20261128-101500-ABCDEFG.json")

    window.wait_until(lambda: "library.sync-conflict-20261128" in window.message)
    window.wait_until(lambda: "1 other copy" in window.window.plans_page.foot.backups.text())


def test_a_copy_that_does_not_open_is_said_so_and_can_be_put_away(stage: SharedStage) -> None:
    path = stage.arrives(BIRCH, name="library-ANN.json")
    path.write_bytes(path.read_bytes()[:100])
    window = stage.show()
    window.choose_from_menu("Backups")
    window.wait_until(lambda: bool(window.backups.list.lines))
    line = window.backups.list.lines[0]
    assert line.what[0] == "Another copy: cannot be opened"
    assert line.amiss

    look_into_the_copy(window)
    assert "is damaged: it is not JSON" in window.backups.copy.hint.text()
    window.press_button("Set the copy aside")

    window.wait_until(lambda: "The copy is kept as library-ANN.json.brought-in-1." in window.message)
    window.wait_until(lambda: all("Another copy" not in what for what, _ in whats(window.backups.list)))


class LostStage(SafeStage):
    """A window on a library whose file was emptied after a backup was made."""

    def __init__(self, qtbot: QtBot, qapp: QApplication, folder: Path) -> None:
        super().__init__(qtbot, qapp, folder)
        self.library.add([ALDER])
        self.safekeeping.keep_house(self.today.date())
        self.library.close()
        (folder / "library" / FILE_NAME).write_bytes(b"")
        super().__init__(qtbot, qapp, folder)


@pytest.fixture
def lost(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[LostStage]:
    made = LostStage(qtbot, qapp, tmp_path)
    yield made
    made.jobs.wait()
    made.library.close()


def test_an_emptied_library_is_told_at_the_start_and_restored_by_one_press(lost: LostStage) -> None:
    window = lost.show()
    window.wait_until(lambda: "There is a backup of" in window.message)
    assert window.message.endswith("library.json is empty.")

    window.take_offer("Restore it")
    window.wait_until(lambda: "The library is as it was then." in window.message)

    window.press_button("‹ All plans")
    window.wait_until(lambda: window.clients == ["Alder"])


def test_or_it_is_begun_afresh_by_one_press(lost: LostStage) -> None:
    window = lost.show()
    window.wait_until(lambda: "There is a backup of" in window.message)

    window.take_offer("Start afresh")
    window.wait_until(lambda: window.message.startswith("This library starts afresh."))

    lost.today += dt.timedelta(days=2)
    assert lost.safekeeping.keep_house(lost.today.date()) == ()
    assert lost.safekeeping.missed is None
