"""The system asks the program to end: by a signal, or because somebody logs out."""

import logging
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from planner.desktop.frame.shutdown import Shutdown
from tests.builders import a_plan
from tests.desktop.page_objects import WindowPage
from tests.desktop.stage import Stage
from tests.desktop.typing_process import text_on_disk, typing_process

FIELD = "case.why_now"
TEXT = "Tyres at last"
LONG_S = 60

unix = pytest.mark.skipif(sys.platform == "win32", reason="there a signal only kills")


def left_clean(folder: Path) -> bool:
    """Whether the library was closed: all of it in its file, and nobody at it."""
    library = folder / "library"
    return (library / "library.json").exists() and not (library / "library.journal").exists()


@unix
@pytest.mark.parametrize("asking", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_a_signal_saves_and_closes(tmp_path: Path, asking: str) -> None:
    number = getattr(signal, asking)
    with typing_process(tmp_path, FIELD, TEXT) as typing:
        typing.hear("ready")
        typing.process.send_signal(number)
        assert typing.process.wait(LONG_S) == 128 + number
    assert text_on_disk(tmp_path, FIELD) == TEXT
    assert left_clean(tmp_path)


@unix
def test_a_signal_ends_the_loop_of_a_dialog_too(tmp_path: Path) -> None:
    with typing_process(tmp_path, FIELD, TEXT, "box") as typing:
        typing.hear("ready")
        typing.process.send_signal(signal.SIGTERM)
        typing.hear("box closed")
        assert typing.process.wait(LONG_S) == 128 + signal.SIGTERM
    assert text_on_disk(tmp_path, FIELD) == TEXT
    assert left_clean(tmp_path)


@unix
def test_more_signals_while_it_closes_change_nothing(tmp_path: Path) -> None:
    with typing_process(tmp_path, FIELD, TEXT, "slow") as typing:
        typing.hear("saving")
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            typing.process.send_signal(number)
        assert typing.process.stdin is not None
        typing.process.stdin.write("go on\n" * 50)
        typing.process.stdin.flush()
        assert typing.process.wait(LONG_S) > 128
        typing.hear_out()
    assert len(stored := text_on_disk(tmp_path, FIELD)) >= len(typing.keys) > 0
    assert TEXT.startswith(stored)
    assert left_clean(tmp_path)


@unix
def test_a_signal_that_was_ignored_from_the_start_stays_ignored(tmp_path: Path) -> None:
    with typing_process(tmp_path, FIELD, TEXT, "nohup") as typing:
        typing.hear("ready")
        typing.process.send_signal(signal.SIGHUP)
        typing.process.send_signal(signal.SIGTERM)
        assert typing.process.wait(LONG_S) == 128 + signal.SIGTERM
    assert text_on_disk(tmp_path, FIELD) == TEXT


def test_what_ends_the_loop_without_closing_the_window_loses_nothing(tmp_path: Path) -> None:
    with typing_process(tmp_path, FIELD, TEXT, "quit") as typing:
        assert typing.process.wait(LONG_S) == 7
    assert text_on_disk(tmp_path, FIELD) == TEXT
    assert left_clean(tmp_path)


def test_closing_does_not_wait_for_ever_for_a_page_in_the_making(tmp_path: Path) -> None:
    with typing_process(tmp_path, FIELD, TEXT, "page") as typing:
        assert typing.process.wait(LONG_S) == 0
    assert text_on_disk(tmp_path, FIELD) == TEXT
    assert left_clean(tmp_path)


class Session:
    """What Qt hands over when somebody logs out."""

    def __init__(self, *, interactive: bool = True) -> None:
        self.interactive, self.cancelled = interactive, False

    def allowsInteraction(self) -> bool:  # noqa: N802 - Qt's name
        return self.interactive

    def release(self) -> None:
        assert self.interactive

    def cancel(self) -> None:
        self.cancelled = True


class Ending:
    """A shutdown of a window that shows one plan, in which something was typed."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.page: WindowPage = stage.open(a_plan(**{"client.name": "Tarn"}))
        self.page.open("Tarn")
        self.codes: list[int] = []
        self.shutdown = Shutdown(
            self.page.window, end_loop=self.codes.append, log=logging.getLogger("planner")
        )
        assert self.page.window.open is not None
        self.document = self.page.window.open.document
        self.document.edit(FIELD, TEXT)

    @property
    def stored(self) -> str:
        return self.stage.plans.stored[self.document.preparation.plan.id].plan.case.why_now

    @contextmanager
    def full_disk(self) -> Iterator[None]:
        """Let no save succeed; at the end all can: else closing the window would ask and wait."""
        self.stage.plans.full = True
        try:
            yield
        finally:
            self.stage.plans.full = False


@pytest.fixture
def ending(stage: Stage) -> Ending:
    return Ending(stage)


def test_logging_out_saves_and_leaves_the_plan_open(ending: Ending) -> None:
    session = Session()
    ending.shutdown.commit_data(session)
    assert ending.stored == TEXT
    assert not session.cancelled
    assert ending.page.window.open is not None
    assert ending.codes == []


@pytest.mark.parametrize("interactive", [True, False])
def test_a_log_out_is_called_off_where_the_plan_cannot_be_saved(ending: Ending, *, interactive: bool) -> None:
    session = Session(interactive=interactive)
    with ending.full_disk():
        ending.shutdown.commit_data(session)
        assert ending.page.message.startswith("Not saved yet.")
    assert session.cancelled == interactive


def test_where_it_cannot_save_it_stays_and_says_why_and_ends_at_the_second_signal(ending: Ending) -> None:
    with ending.full_disk():
        ending.shutdown.end(15)
        assert ending.codes == []
        assert ending.page.window.isVisible()
        assert ending.page.message.startswith("Not saved yet.")

        ending.shutdown.end(15)
        assert ending.codes == [143]


def test_it_ends_once_however_many_signals_come(ending: Ending) -> None:
    for _ in range(3):
        ending.shutdown.end(15)
    assert ending.stored == TEXT
    assert ending.codes == [143]
