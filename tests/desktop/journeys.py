"""A process in which one key is typed, followed to the disk and to the page; it prints which files that took.

    python -m tests.desktop.journeys LIBRARY

Prints JSON: `disk`, the files on the way from the key to the synced journal, in order; `page`, the files
in which something ran while the page was made and shown.
"""

import json
import sys
import traceback
from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import FrameType
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

import planner.store.journal
from planner.app import run_window
from planner.desktop.background.jobs import Jobs
from planner.desktop.editing.autosave import Autosave
from planner.desktop.frame.window import MainWindow
from planner.desktop.page import pdf_pages
from planner.desktop.page.footed_pages import FootedPages
from planner.desktop.page.preview import PagePreview
from planner.desktop.page.rendering import PageRendering
from planner.documents.renderer import Renderer
from planner.model.case import Case
from planner.model.client import Client
from planner.model.plan import Plan, Preparation
from planner.store.library import Library

PACKAGE = Path(planner.__file__).parent
FIELD, LOOK_MS = "case.why_now", 10


class Journey:
    """What is seen on the way of a key; each stretch once, the first time it is gone."""

    def __init__(self) -> None:
        self.stretches: dict[str, list[str]] = {}
        self.page: set[str] = set()
        self.shown = False
        self.on = False

    def watch(self, owner: Any, name: str, stretch: str, *, to: str = "") -> None:
        """Note the files that call a function, and its own; it goes on to do what it does."""
        real = getattr(owner, name)

        def watched(*given: Any, **named: Any) -> Any:
            if self.on and (not to or named.get("queue") == to):
                frames = [frame.filename for frame in traceback.extract_stack()]
                called = [*frames, real.__code__.co_filename]
                self.stretches.setdefault(stretch, [file for name in called if (file := ours(name))])
            return real(*given, **named)

        setattr(owner, name, watched)

    def profile(self, owner: Any, name: str) -> None:
        """Note every file in which something runs while a function does its work."""
        real = getattr(owner, name)

        def profiled(*given: Any, **named: Any) -> Any:
            sys.setprofile(self._ran)
            try:
                return real(*given, **named)
            finally:
                sys.setprofile(None)

        setattr(owner, name, profiled)

    def _ran(self, frame: FrameType, event: str, _argument: object) -> None:
        if event == "call" and (file := ours(frame.f_code.co_filename)):
            self.page.add(file)


def ours(file: str) -> str:
    """Return a file of the program from its package on, "" for any other."""
    path = Path(file)
    return path.relative_to(PACKAGE).as_posix() if PACKAGE in path.parents else ""


def follow(journey: Journey) -> Callable[[QApplication, MainWindow], int]:
    """Return what types a key into a plan and waits until it is on the disk and on the page."""

    def until(application: QApplication, window: MainWindow) -> int:
        window.resize(1280, 800)  # wide enough for the page beside the form
        window.plans_page.choose("p")
        window.plans_page.open_chosen()
        assert window.open is not None
        window.open.walk.go_to_field(FIELD)
        pages: list[bool] = []
        window.open.preview.page_shown.connect(lambda: pages.append(True))
        target = window.focusWidget()
        assert target is not None
        journey.on = True
        QTest.keyClick(target, Qt.Key.Key_A)
        looking = QTimer(window)
        looking.timeout.connect(
            partial(_close_once, lambda: len(journey.stretches) == 3 and bool(pages), window)
        )
        looking.start(LOOK_MS)
        return application.exec()

    return until


def _close_once(is_done: Callable[[], bool], window: MainWindow) -> None:
    if is_done():
        window.close()


def main() -> int:
    folder, journey = Path(sys.argv[1]), Journey()
    library = Library.open(folder)
    case = Case(current_state="A page that is too full is shortened. " * 120)
    library.save(Preparation(Client(id="c", name="Tarn"), Plan(id="p", client_id="c", case=case)))
    library.close()
    journey.watch(Autosave, "note", "to the document")
    journey.watch(Jobs, "run", "to the worker", to="saves")
    journey.watch(planner.store.journal, "make_durable", "to the disk")
    for owner, name in (
        (PageRendering, "follow"),
        (FootedPages, "__call__"),
        (Renderer, "render"),
        (PagePreview, "show_page"),
        (pdf_pages, "draw_page"),
    ):
        journey.profile(owner, name)
    code = run_window(folder, until=follow(journey))
    start = {"app.py", "on_demand.py", "desktop/overrides.py"}
    way = [file for stretch in journey.stretches.values() for file in stretch if file not in start]
    sys.stdout.write(json.dumps({"disk": list(dict.fromkeys(way)), "page": sorted(journey.page)}))
    return code


if __name__ == "__main__":
    sys.exit(main())
