"""Pictures of the coaching: what the check sees, an answer to it, the review, the ten-minute plan."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from planner.desktop.check.findings_banner import FindingsBanner
from planner.desktop.editing.form_fields import STEPS
from planner.desktop.frame.window import MainWindow
from planner.exchange.plan_file import read_plan_file

_PLANS = Path(__file__).parents[1] / "data" / "plans"
_TEN_MINUTES = {"ask": "ask.wording", "agenda": "conversation.questions", "price": "price.disclosure.wording"}
_STEP = {step.key: at for at, step in enumerate(STEPS)}


def take_coaching(window: MainWindow, take: Callable[[str], None]) -> None:
    """Take the pictures, of a plan on the back foot and of one that takes ten minutes."""
    _open(window, "back-foot")
    assert window.open is not None
    walk = window.open.walk
    for key in ("case", "conversation", "review"):
        walk.go_to(_STEP[key])
        take(f"check-{key}")
    walk.go_to(_STEP["conversation"])
    banner = walk.form.findChild(FindingsBanner)
    assert banner is not None
    QTest.mouseClick(banner.lines[0].know, Qt.MouseButton.LeftButton)
    QTest.keyClicks(banner.lines[0].because, "their buyer has to go through the portal first")
    take("check-answering")
    QTest.keyClick(banner.lines[0].because, Qt.Key.Key_Return)
    take("check-answered")
    window.desk.close()
    _open(window, "essential-only")
    assert window.open is not None
    window.desk.turn_to_ten_minutes(True)
    for name, path in _TEN_MINUTES.items():
        window.open.walk.go_to_field(path)
        take(f"ten-minutes-{name}")
    window.desk.close()


def _open(window: MainWindow, name: str) -> None:
    window.desk.open(read_plan_file(_PLANS / f"{name}.json").plan.id)
