from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.desktop.sheet import Sheet
from tests.desktop.stage import Stage


@pytest.fixture
def stage(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Stage:
    """Everything a window stands on; `stage.open(plans …)` shows one."""
    return Stage(qtbot, qapp, tmp_path)


@pytest.fixture
def sheet(qtbot: QtBot) -> Sheet:
    """Inputs bound to a plan, without the window around them."""
    return Sheet(qtbot)
