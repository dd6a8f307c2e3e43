"""Take the pictures in one colour scheme at one scale."""

import datetime as dt
import os
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from planner import app
from planner.coaching.check.standings import footing_of
from planner.coaching.check.thresholds import Thresholds
from planner.desktop.background.jobs import Jobs
from planner.desktop.editing.form_fields import STEPS, step_index
from planner.desktop.frame.window import MainWindow
from planner.desktop.page.pdf_pages import draw_page, page_sizes
from planner.desktop.ports import A4
from planner.desktop.settings import Settings
from planner.exchange.plan_file import read_plan_file
from planner.exchange.sample import sample_preparation
from planner.on_demand import LazyPages
from planner.store.library import Library
from planner.wording.document_kinds import CALL_PLAN, REFLECTION
from tests.screenshots.around_the_call import take_after, take_call
from tests.screenshots.client_scenes import client_library, take_clients
from tests.screenshots.coaching_scenes import take_coaching
from tests.screenshots.price_scenes import price_scenes
from tests.screenshots.reaching_scenes import take_reaching
from tests.screenshots.take_insights import take_insights
from tests.screenshots.take_today import take_today

PLANS = Path(__file__).parents[1] / "data" / "plans"
SCHEMES = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}
PAGE_DOTS_PER_POINT = 2
COLOURS = 255
"""So many colours are plenty for a window, and a third of the bytes."""

STILL_MS = 80
ALIKE = 3
"""A window that looks the same so many times, so long apart, is done."""


def main() -> None:
    folder, scheme, scale = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
    ending = f"{scheme}{'-200' if scale == '2' else ''}.png"
    application = app.new_application(["screenshots"])
    application.setCursorFlashTime(0)
    with tempfile.TemporaryDirectory() as scratch:
        os.environ["FRONT_FOOT_BACKUPS"] = f"{scratch}/backups"
        empty = _shown(application, Path(scratch) / "empty", scheme)
        _take(empty, folder / f"empty-{ending}")
        empty.close()
        take_today(folder, ending, Path(scratch), partial(_shown, application, scheme=scheme), _take)
        library = Path(scratch) / "library"
        _fill(library)
        window = _shown(application, library, scheme)
        window.navigation.places[1].command.trigger()
        _take(window, folder / f"plans-{ending}")
        _take_walk(window, folder, ending)
        if scale == "1":
            take = partial(_take_named, window, folder, ending)
            take_call(window, take)
            take_after(window, "hexley-marr-invest", take, _wait)
            take_coaching(window, take)
            take_insights(folder, ending, Path(scratch), partial(_shown, application, scheme=scheme), _take)
        if ending == "light.png":
            for name in (CALL_PLAN, REFLECTION):
                _take_page(name, folder / f"{name}.png")
        window.close()
        _take_clients(application, Path(scratch) / "clients", folder, scheme, ending)
        if scale == "1":
            _take_prices(application, Path(scratch) / "prices", folder, scheme)
        show = partial(_shown, application, scheme=scheme)
        take_reaching(folder, ending, Path(scratch) / "reaching", show, _take)


def _fill(folder: Path) -> None:
    library = Library.open(folder)
    today = dt.datetime.now().astimezone().date()
    library.add([sample_preparation(today), *(read_plan_file(file) for file in sorted(PLANS.glob("*.json")))])
    library.close()


def _shown(application: QApplication, library: Path, scheme: str) -> MainWindow:
    settings = Settings(QSettings(str(library.with_suffix(".ini")), QSettings.Format.IniFormat))
    window = app.new_window(application, Library.open(library), settings, Jobs(parent=application))
    # A platform without a say in colours keeps its own: then the theme is told what it would hear.
    application.styleHints().setColorScheme(SCHEMES[scheme])
    application.styleHints().colorSchemeChanged.emit(SCHEMES[scheme])
    window.resize(1280, 800)
    window.show()
    _wait(window.isActiveWindow)
    return window


def _take_walk(window: MainWindow, folder: Path, ending: str) -> None:
    window.plans_page.choose(sample_preparation(dt.date.today()).plan.id)  # noqa: DTZ011 - any day will do
    window.plans_page.open_chosen()
    plan = window.open
    assert plan is not None
    drawn: list[bool] = []
    plan.preview.page_shown.connect(lambda: drawn.append(True))
    for number, step in enumerate(STEPS):
        if step.key == "call":
            drawn.clear()
        plan.walk.go_to(number)
        _wait(lambda: bool(drawn))
        _take(window, folder / f"step-{number + 1}-{step.key}-{ending}")


def _take_clients(application: QApplication, library: Path, folder: Path, scheme: str, ending: str) -> None:
    client_library(library, dt.datetime.now().astimezone().date())
    window = _shown(application, library, scheme)
    take_clients(window, partial(_take_named, window, folder, ending), _wait)
    window.close()


def _take_prices(application: QApplication, library: Path, folder: Path, scheme: str) -> None:
    """Take the price step in every case of the price delta; in the dark the first alone."""
    scenes = price_scenes(sample_preparation(dt.date.today()))  # noqa: DTZ011 - any day will do
    filled = Library.open(library)
    filled.add(list(scenes.values()))
    filled.close()
    window = _shown(application, library, scheme)
    for name, scene in list(scenes.items())[: 1 if scheme == "dark" else None]:
        window.desk.open(scene.plan.id)
        assert window.open is not None
        window.open.walk.go_to(step_index("price"))
        _wait(partial(_has_a_page, window))
        _take(window, folder / f"price-{name}-{scheme}.png")
    window.close()


def _has_a_page(window: MainWindow) -> bool:
    return window.open is not None and window.open.preview.pdf is not None


def _take_page(name: str, path: Path) -> None:
    """Draw a document of the sample as it prints."""
    today = dt.date.today()  # noqa: DTZ011 - as above
    sample = sample_preparation(today)
    footing = footing_of(sample, (), today=today, thresholds=Thresholds())
    page = LazyPages()(name, sample, A4, footing if name == CALL_PLAN else "")
    size = page_sizes(page.pdf)[0] * PAGE_DOTS_PER_POINT
    _store(draw_page(page.pdf, 0, size.toSize()), path)


def _take_named(window: MainWindow, folder: Path, ending: str, name: str) -> None:
    _take(window, folder / f"{name}-{ending}")


def _take(window: QWidget, path: Path) -> None:
    """Take a window or dialog once nothing changes any more: the page is drawn, the states are worked out."""
    seen: list[QImage] = []

    def still() -> bool:
        QTest.qWait(STILL_MS)
        seen.append(window.grab().toImage())
        return len(seen) > ALIKE and all(one == seen[-1] for one in seen[-ALIKE - 1 :])

    _wait(still)
    _store(seen[-1], path)


def _store(image: QImage, path: Path) -> None:
    assert image.save(str(path))
    with Image.open(path) as picture:
        small = picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    small.save(path, optimize=True)


def _wait(fact: Callable[[], bool]) -> None:
    given_up = time.monotonic() + 20
    while not fact():
        assert time.monotonic() < given_up, "the window did not become what the picture shows"
        QApplication.processEvents()
        time.sleep(0.02)  # qWait would keep the interpreter from the thread that makes the page


if __name__ == "__main__":
    main()
