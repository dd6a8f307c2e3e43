import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from planner.store.backups import BACKUPS_VARIABLE
from tests.left_over import hold_garbage, let_go
from tests.surroundings import settle_in

settings.register_profile(
    "suite",
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("soak", deadline=None, suppress_health_check=[HealthCheck.too_slow])

_HOME = pytest.StashKey[Path]()


def pytest_configure(config: pytest.Config) -> None:
    """Leave the home, the language, the zone and the fonts of whoever runs the tests."""
    config.stash[_HOME] = Path(tempfile.mkdtemp(prefix="front-foot-tests-"))
    settle_in(config.stash[_HOME])
    settings.load_profile("soak" if config.option.markexpr.startswith("soak") else "suite")


def pytest_unconfigure(config: pytest.Config) -> None:
    """Leave nothing behind."""
    shutil.rmtree(config.stash[_HOME], ignore_errors=True)


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> QApplication:
    """The application; from here on garbage is collected between two tests only."""
    hold_garbage()
    return qapp


def pytest_runtest_logfinish() -> None:
    """Let go of what the test left over, now that nothing of it runs and its fixtures are forgotten."""
    if QCoreApplication.instance() is not None:
        let_go()


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
