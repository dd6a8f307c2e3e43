from pathlib import Path

import pytest

from planner.cli import main
from tests.cli.running import NOW, Ended, FrontFoot


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "library"


@pytest.fixture
def front_foot(folder: Path, capsys: pytest.CaptureFixture[str]) -> FrontFoot:
    """Runs the command line on a library in `folder`."""

    def run(*arguments: object) -> Ended:
        status = main(["--library", str(folder), *map(str, arguments)], now=lambda: NOW)
        return Ended(status, *capsys.readouterr())

    return run
