from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.desktop.sheet import Sheet
from tests.desktop.stage import Stage
from tests.desktop.walk_story import Walk, WalkStory


@pytest.fixture
def stage(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Stage:
    """Everything a window stands on; `stage.open(plans …)` shows one."""
    return Stage(qtbot, qapp, tmp_path)


@pytest.fixture
def sheet(qtbot: QtBot) -> Sheet:
    """Inputs bound to a plan, without the window around them."""
    return Sheet(qtbot)


@pytest.fixture
def walk(qtbot: QtBot) -> Walk:
    """The walk without the window around it; `walk(preparation, width=…)` shows one."""
    return partial(WalkStory, qtbot)
