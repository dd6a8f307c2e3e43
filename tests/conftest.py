from pathlib import Path

import pytest

from planner.store.backups import BACKUPS_VARIABLE


@pytest.fixture(autouse=True)
def backups_home(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where backups go in tests: never where those of the person running them are."""
    home = tmp_path_factory.getbasetemp() / "backups"
    monkeypatch.setenv(BACKUPS_VARIABLE, str(home))
    return home


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print what a soak measured, in one line."""
    if not terminalreporter.config.option.markexpr.startswith("soak"):
        return
    figures = [
        str(value)
        for report in terminalreporter.getreports("passed")
        for name, value in report.user_properties
        if name == "figure"
    ]
    terminalreporter.line("; ".join(figures) or "no figure")
