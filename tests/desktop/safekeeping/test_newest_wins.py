"""What is shown of the library's past is what was asked for last, however long the reading takes."""

import datetime as dt
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from planner.desktop.safekeeping.copy_page import CopyPage
from planner.desktop.safekeeping.history_page import HistoryPage
from planner.model.library_values import BroughtIn
from planner.model.plan import Preparation
from planner.model.plan_summary import PlanSummary
from tests.builders import a_plan
from tests.desktop.fakes import NOW, NothingKept
from tests.desktop.stage import Stage

SLOW, QUICK = (a_plan(**{"client.name": name, "case.why_now": "now"}) for name in ("Alder", "Birch"))


class EmptyCopy:
    compared: Mapping[str, str] = {}

    def summaries(self) -> Sequence[PlanSummary]:
        return ()


class SlowKeeping(NothingKept):
    """Reads one plan and one copy slowly: until the gate opens. Notes what is brought in."""

    def __init__(self) -> None:
        self.gate, self.begun = threading.Event(), threading.Event()
        self.brought_in: list[str] = []

    def versions(self, plan_id: str) -> Any:
        if plan_id == SLOW.plan.id:
            self.begun.set()
            self.gate.wait(60)
        return (SimpleNamespace(plan_id=plan_id, replaced=NOW),)

    def version(self, plan_id: str, replaced: dt.datetime) -> Preparation:
        return a_plan(**{"case.why_now": f"{plan_id} until {replaced:%H:%M}"})

    def open_copy(self, path: Path) -> EmptyCopy:
        if path.name == "slow":
            self.begun.set()
            self.gate.wait(60)
        return EmptyCopy()

    def bring_in(self, path: Path, plan_id: str | None = None) -> Any:
        assert plan_id is None
        self.brought_in.append(path.name)
        return BroughtIn(path.name, added=0, taken=0, kept=0)


@pytest.fixture
def keeping() -> SlowKeeping:
    return SlowKeeping()


@pytest.fixture
def top(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def test_the_versions_of_one_plan_never_come_under_anothers_name(
    keeping: SlowKeeping, stage: Stage, top: QWidget, qtbot: QtBot
) -> None:
    stage.plans.stored |= {preparation.plan.id: preparation for preparation in (SLOW, QUICK)}
    page = HistoryPage(stage.services(), keeping=keeping, parent=top)
    listed = []
    page.failed.connect(pytest.fail)
    page.list.model().modelReset.connect(lambda: listed.append(page._versions["0"].plan_id))
    page.open(SLOW.plan.id, "Alder")
    qtbot.waitUntil(keeping.begun.is_set)
    page.open(QUICK.plan.id, "Birch")
    keeping.gate.set()
    qtbot.waitUntil(lambda: stage.jobs.wait(0) and bool(page.differences))
    assert listed == [QUICK.plan.id]
    assert page.hint.text().startswith("Birch")
    assert ("Case › why now", f"{QUICK.plan.id} until 09:00", "now") in page.differences


def test_the_copy_brought_in_is_the_one_on_the_screen(
    keeping: SlowKeeping, stage: Stage, top: QWidget, qtbot: QtBot
) -> None:
    page = CopyPage(stage.services(), keeping=keeping, parent=top)
    page.look_into(Path("quick"))
    qtbot.waitUntil(lambda: page.hint.text().startswith("quick"))
    page.look_into(Path("slow"))
    page.bring_in()
    keeping.gate.set()
    qtbot.waitUntil(lambda: bool(keeping.brought_in))
    assert keeping.brought_in == ["quick"]
    qtbot.waitUntil(lambda: page.hint.text().startswith("slow"))


def test_a_copy_looked_into_after_another_is_the_one_that_is_shown(
    keeping: SlowKeeping, stage: Stage, top: QWidget, qtbot: QtBot
) -> None:
    shown = []
    page = CopyPage(stage.services(), keeping=keeping, parent=top)
    page.shown.connect(lambda: shown.append(page.hint.text().partition("\n")[0]))
    page.look_into(Path("slow"))
    qtbot.waitUntil(keeping.begun.is_set)
    page.look_into(Path("quick"))
    keeping.gate.set()
    qtbot.waitUntil(lambda: bool(shown))
    assert shown == ["quick"]
