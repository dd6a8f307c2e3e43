"""Pictures of the insights: a whole year, too few calls, and nothing yet."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtTest import QTest

from planner.desktop.frame.window import MainWindow
from planner.store.library import Library
from tests.coaching.insights.simulated_rep import KNOWN_HABITS, year_of

SEED = 1
SCENES = {"insights": 300, "insights-too-few": 7, "insights-empty": 0}
"""How many calls there are, by the picture's name."""

FEW = 10
PATIENCE_S = 20

PLACES = {"-price": "price-when", "-trend": "footing-discovery", "-differently": "differently"}
"""What stands on top in a picture of the year, by what is added to its name."""

Shown = Callable[[Path], MainWindow]


def take_insights(
    folder: Path, ending: str, scratch: Path, shown: Shown, take: Callable[[MainWindow, Path], None]
) -> None:
    """Take the page of insights in each scene, the year's in several places."""
    for name, calls in SCENES.items():
        with _window(scratch / name, calls, shown) as window:
            _show(window)
            take(window, folder / f"{name}-{ending}")
            for added, key in PLACES.items() if calls > FEW else ():
                _turn_to(window, key)
                take(window, folder / f"{name}{added}-{ending}")


def _show(window: MainWindow) -> None:
    """Go to the page and wait until all is on it; asleep in between, so that the work is done."""
    window.insights.show()
    page = window.insights.page
    assert page is not None
    shown: list[bool] = []
    page.shown.connect(lambda: shown.append(True))
    given_up = time.monotonic() + PATIENCE_S
    while not shown:
        assert time.monotonic() < given_up, "the insights did not come"
        QTest.qWait(5)
        time.sleep(0.005)


def _turn_to(window: MainWindow, key: str) -> None:
    page = window.insights.page
    assert page is not None
    assert page.insights is not None
    at = next(at for at, one in enumerate(page.insights.insights) if one.key == key)
    page.scrolled.verticalScrollBar().setValue(page.views[at].y())


@contextmanager
def _window(folder: Path, calls: int, shown: Shown) -> Iterator[MainWindow]:
    library = Library.open(folder)
    library.add(year_of(KNOWN_HABITS, SEED, calls=calls) if calls else [])
    library.close()
    window = shown(folder)
    try:
        yield window
    finally:
        window.close()
