import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from planner.store.library import Library

TODAY = dt.date(2026, 11, 23)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "library"


@pytest.fixture
def library(folder: Path) -> Iterator[Library]:
    opened = Library.open(folder, today=lambda: TODAY)
    yield opened
    opened.close()
