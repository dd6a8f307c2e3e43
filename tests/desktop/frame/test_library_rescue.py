"""The library's folder takes nothing: told, and put right from the window."""

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from planner.app import FurtherStarts, new_rescue, new_window, opened_place
from planner.coaching.check.thresholds import Thresholds
from planner.desktop.background.jobs import Jobs
from planner.desktop.settings import Settings
from planner.platform.library_lock import LOCK_NAME, LibraryInUse, LibraryLock
from planner.platform.lock_holder import Holder, text_of
from planner.store.library import Library
from planner.store.library_place import LibraryPlace
from tests.builders import a_plan
from tests.desktop.page_objects import WindowPage
from tests.unprivileged import read_only

HERE = a_plan(**{"client.name": "Tarn", "call.title": "Pumps"})
OTHER = a_plan(**{"client.name": "Moor", "call.title": "Valves"})

START_AGAIN = """
import sys
from pathlib import Path
from planner.desktop.frame.second_start import raise_first_window
print(raise_first_window(Path(sys.argv[1])))
"""

GONE = "is gone: its disk was removed, or it was deleted or renamed"


class RescueStory:
    """A window on a real library with two plans, in a folder to which things happen."""

    def __init__(self, qtbot: QtBot, qapp: QApplication, folder: Path) -> None:
        self._qtbot, self._application, self._scratch = qtbot, qapp, folder
        self.folder = folder / "library"
        self.remembered: list[Path] = []
        library = Library.open(self.folder)
        library.add([HERE, OTHER])
        library.close()

    def show(
        self, opening: Callable[[Callable[..., LibraryPlace]], LibraryPlace] | None = None
    ) -> WindowPage:
        """Show the window, the library opened as the story has it."""
        open_it = partial(LibraryPlace.open, self.folder, remember=self._remember)
        self.place = opening(open_it) if opening else open_it()
        settings = Settings(QSettings(str(self._scratch / "window.ini"), QSettings.Format.IniFormat))
        jobs = Jobs(parent=self._application)
        window = new_window(self._application, self.place.library, settings, jobs)
        self.rescue = new_rescue(window, self.place, jobs)
        self._qtbot.addWidget(window, before_close_func=_close_without_asking)
        window.resize(1280, 800)
        window.show()
        return WindowPage(window, self._qtbot).go_to_plans()

    def _remember(self, folder: Path) -> bool:
        self.remembered.append(folder)
        return True


def taken_over(opening: Callable[..., LibraryPlace]) -> LibraryPlace:
    place = opened_place(opening, take_over=False)
    assert place is not None
    return place


def _close_without_asking(window: object) -> None:
    window.ask_before_closing(lambda: True)  # type: ignore[attr-defined]


@pytest.fixture
def story(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[RescueStory]:
    made = RescueStory(qtbot, qapp, tmp_path)
    yield made
    made.place.close()


def write(page: WindowPage, text: str) -> None:
    """Write into the plan that is open, and save."""
    assert page.window.open is not None
    page.window.open.document.edit("case.why_now", text)
    page.window.desk.save_now()


def read(folder: Path) -> dict[str, str]:
    """What the plans in the folder say under why now, by client, as the next start finds it."""
    library = Library.open(folder, read_only=True)
    plans = (library.preparation(one.id) for one in library.summaries())
    return {one.client.name: one.plan.case.why_now for one in plans}


def choosing(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    folder.mkdir(exist_ok=True)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_arguments: str(folder))


def answering(button: str, told: list[str]) -> None:
    """Answer the question that comes up next with the button, and note what it says."""

    def answer() -> None:
        box = QApplication.activeModalWidget()
        if not isinstance(box, QMessageBox):
            QTimer.singleShot(10, answer)
            return
        told.append(box.text())
        next(one for one in box.buttons() if one.text().replace("&", "") == button).click()

    QTimer.singleShot(10, answer)


def test_a_library_another_computer_has_open_is_opened_when_it_is_not_running_any_more(
    story: RescueStory,
) -> None:
    lock_file = story.folder / LOCK_NAME
    lock_file.write_bytes(text_of(Holder(4711, "front-foot", "office", "f" * 32)))
    told: list[str] = []

    answering("Cancel", told)
    assert opened_place(partial(LibraryPlace.open, story.folder), take_over=False) is None
    answering("It isn't running any more", told)
    story.show(taken_over)

    assert ["is open on another computer, office" in text for text in told] == [True, True]
    assert lock_file.exists()


def test_a_further_start_finds_the_window_where_the_library_was_moved_to(
    story: RescueStory, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    page = story.show()
    starts = FurtherStarts(story.place, page.window)
    story.rescue.moved.connect(starts.listen)
    choosing(monkeypatch, tmp_path / "elsewhere")
    with qtbot.waitSignal(story.rescue.moved):
        story.rescue.save_elsewhere()

    command = [sys.executable, "-c", START_AGAIN, str(tmp_path / "elsewhere")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as second:
        assert second.stdout is not None
        qtbot.waitUntil(lambda: second.poll() is not None)
        assert second.stdout.read() == "True\n"


def test_a_read_only_folder_is_told_at_the_start_and_stays_told(story: RescueStory) -> None:
    page = story.show(partial(read_only, story.folder))
    told = "you may not write there. You can look at everything here."

    assert told in page.message
    page.open("Tarn")
    assert told in page.message
    page.window.messages.tell("Something else.")
    page.window.messages.dismiss()
    assert told in page.message
    assert page.offers == ["Save elsewhere…"]


def test_from_a_read_only_folder_the_work_goes_on_elsewhere(
    story: RescueStory, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = story.show(partial(read_only, story.folder))
    page.open("Tarn")
    write(page, "The pumps stop.")
    page.wait_until(lambda: "Not saved yet." in page.message)
    choosing(monkeypatch, tmp_path / "elsewhere")

    page.take_offer("Save elsewhere…")
    page.wait_until(lambda: f"The library is in {tmp_path / 'elsewhere'} now" in page.message)

    assert "It opens from there next time." in page.message
    assert story.remembered == [tmp_path / "elsewhere"]
    page.wait_until(lambda: page.window.desk.saved)
    assert read(tmp_path / "elsewhere") == {"Tarn": "The pumps stop.", "Moor": ""}
    assert read(story.folder) == {"Tarn": "", "Moor": ""}
    page.window.messages.dismiss()
    assert not page.message


def test_a_folder_deleted_while_the_window_is_open_is_made_again(story: RescueStory) -> None:
    page = story.show()
    page.window.thresholds.change(Thresholds(edited_days=9))
    page.open("Tarn")
    write(page, "Acknowledged.")
    page.wait_until(lambda: page.window.desk.saved)
    shutil.rmtree(story.folder)

    write(page, "Acknowledged. And more.")
    page.wait_until(lambda: GONE in page.message)
    assert page.offers == ["Try again", "Make it again", "Save elsewhere…"]
    page.take_offer("Make it again")
    page.wait_until(lambda: f"The library in {story.folder} is complete again." in page.message)
    page.wait_until(lambda: page.window.desk.saved)

    assert read(story.folder) == {"Tarn": "Acknowledged. And more.", "Moor": ""}
    page.wait_until((story.folder / "check-settings.json").exists)
    with pytest.raises(LibraryInUse):
        LibraryLock(story.folder)


def test_from_a_folder_renamed_meanwhile_the_work_goes_on_elsewhere(
    story: RescueStory, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = story.show()
    page.open("Tarn")
    story.folder.rename(tmp_path / "renamed")
    write(page, "Written into nothing.")
    page.wait_until(lambda: GONE in page.message)
    choosing(monkeypatch, tmp_path / "elsewhere")

    page.take_offer("Save elsewhere…")
    page.wait_until(lambda: "The library is in" in page.message and page.window.desk.saved)

    assert read(tmp_path / "elsewhere") == {"Tarn": "Written into nothing.", "Moor": ""}
    assert read(tmp_path / "renamed") == {"Tarn": "", "Moor": ""}


def test_a_plan_deleted_from_the_list_offers_the_ways_out_too(story: RescueStory) -> None:
    page = story.show()
    shutil.rmtree(story.folder)

    page.choose("Tarn")
    page.window.plans_page.delete_chosen()

    page.wait_until(lambda: GONE in page.message)
    assert page.offers == ["Make it again", "Save elsewhere…"]


def test_a_folder_with_another_library_is_refused_and_can_be_chosen_anew(
    story: RescueStory, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs = Library.open(tmp_path / "theirs")
    theirs.add([OTHER])
    theirs.close()
    page = story.show(partial(read_only, story.folder))
    choosing(monkeypatch, tmp_path / "theirs")

    page.take_offer("Save elsewhere…")
    page.wait_until(lambda: "There is a library in" in page.message)

    assert page.offers == ["Save elsewhere…"]
    assert read(tmp_path / "theirs") == {"Moor": ""}
    page.window.messages.dismiss()
    assert "You can look at everything here." in page.message


def test_a_window_whose_folder_is_gone_asks_before_it_closes(story: RescueStory) -> None:
    page = story.show()
    shutil.rmtree(story.folder)
    told: list[str] = []

    answering("Cancel", told)
    assert not page.window.close()
    answering("Make it again", told)
    assert page.window.close()

    assert [GONE in text for text in told] == [True, True]
    assert read(story.folder) == {"Tarn": "", "Moor": ""}


def test_before_it_closes_the_library_can_be_saved_elsewhere(
    story: RescueStory, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = story.show()
    story.folder.rename(tmp_path / "renamed")
    choosing(monkeypatch, tmp_path / "elsewhere")
    told: list[str] = []

    answering("Save elsewhere…", told)
    assert page.window.close()

    assert read(tmp_path / "elsewhere") == {"Tarn": "", "Moor": ""}


def test_it_closes_all_the_same_if_that_is_wanted(story: RescueStory) -> None:
    page = story.show()
    shutil.rmtree(story.folder)
    told: list[str] = []

    answering("Close anyway", told)

    assert page.window.close()
    assert not story.folder.exists()
