from pathlib import Path

import pytest

from planner.store.backups import BACKUPS_VARIABLE


@pytest.fixture(autouse=True)
def backups_home(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where backups go in tests: never where those of the person running them are."""
    home = tmp_path_factory.getbasetemp() / "backups"
    monkeypatch.setenv(BACKUPS_VARIABLE, str(home))
    return home
