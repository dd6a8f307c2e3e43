"""Today: a busy day, and one that is done."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtTest import QTest

from planner.desktop.frame.window import MainWindow
from planner.exchange.sample import sample_preparation
from planner.exchange.sample_week import sample_week
from planner.store.library import Library


def take_today(
    folder: Path,
    ending: str,
    scratch: Path,
    shown: Callable[[Path], MainWindow],
    take: Callable[[MainWindow, Path], None],
) -> None:
    """Take Today on the sample week, and on a library in which nothing waits."""
    now = dt.datetime.now().astimezone()
    busy = Library.open(scratch / "busy")
    week = sample_week(now.date(), now.tzinfo)
    busy.add(week.preparations)
    busy.save_clients(week.clients)
    busy.close()
    _take_one(shown(scratch / "busy"), folder / f"today-{ending}", take)

    quiet = Library.open(scratch / "quiet")
    sample = sample_preparation(now.date())
    quiet.add([replace(sample, client=replace(sample.client, promises=()))])
    quiet.close()
    _take_one(shown(scratch / "quiet"), folder / f"today-done-{ending}", take)


def _take_one(window: MainWindow, path: Path, take: Callable[[MainWindow, Path], None]) -> None:
    while window.today.page.state is None:
        QTest.qWait(20)
    take(window, path)
    window.close()
