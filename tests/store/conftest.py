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


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the figure of each test that measured one, a line each: what `make soak` is for."""
    figures = [
        value
        for report in terminalreporter.getreports("passed")
        for name, value in report.user_properties
        if name == "figure"
    ]
    if figures and terminalreporter.config.option.markexpr == "soak":
        terminalreporter.section("figures")
        for figure in figures:
            terminalreporter.line(figure)
