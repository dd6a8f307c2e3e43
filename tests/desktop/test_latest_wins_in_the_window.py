"""Who works in the background shows what was asked for last, however the threads run.

Each user is driven in the whole window, with its work held up in the thread: what is asked for after slow
work wins, what failed before it is not told, and where the source is gone nothing arrives any more.
"""

import threading
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Slot
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from planner.coaching.insights.call_record import CallRecord
from planner.coaching.insights.report import Insights, insights_over
from planner.desktop.background.latest_wins import LatestWins
from planner.desktop.check.finding_views import CheckResult, seen_in
from planner.desktop.frame.open_plan import OpenPlan
from planner.desktop.insights.insights_page import InsightsPage, InsightsRequest, Read
from planner.desktop.plans.plans_page import PlansPage, SearchRequest
from planner.desktop.price.more import MoreFigures, SimulationRequest
from planner.desktop.price.price_view_model import PriceViewModel, said_of
from planner.desktop.price.step import PriceStep
from planner.model.case import Case
from planner.model.plan import Plan, Preparation
from planner.model.price import Alternative, Driver, Price, PriceLine
from planner.model.pricing.simulation import Simulated, simulate
from planner.model.reflection import Reflection
from planner.model.rendered_page import RenderedPage
from planner.model.terms import Cadence, Outcome
from tests.builders import a_plan
from tests.desktop.fakes import PagesInMemory
from tests.desktop.stage import Stage, in_days
from tests.desktop.walk_story import STEP


class Refused(Exception):
    """The work was made to fail."""


class Gates:
    """Holds work up in its thread, or makes it fail, by the name it is asked for by."""

    def __init__(self) -> None:
        self.begun: list[str] = []
        self.failing: set[str] = set()
        self._gates: dict[str, threading.Event] = {}

    def hold(self, name: str) -> None:
        self._gates[name] = threading.Event()

    def open(self) -> None:
        for gate in self._gates.values():
            gate.set()

    def go_through(self, name: str) -> None:
        """Called by the work, in its thread."""
        self.begun.append(name)
        if name in self._gates:
            self._gates[name].wait(60)
        if name in self.failing:
            raise Refused(name)


class User(QObject):
    """Something in the window that works in the background; notes what it shows and what it tells."""

    def __init__(self, stage: Stage, gates: Gates, patch: pytest.MonkeyPatch) -> None:
        super().__init__()
        self.stage, self.gates = stage, gates
        self.shown: list[str] = []
        self.told: list[str] = []
        self.work_slowly(patch)
        self.window = stage.open(*self.preparations()).window
        self.worker: LatestWins[Any, Any] = self.set_up()

    def preparations(self) -> Sequence[Preparation]:
        price = Price(
            currency="EUR",
            term_months=12,
            ours=(PriceLine(label="Licence", likely=Decimal(79), cadence=Cadence.YEAR),),
            alternative=Alternative(prices=(PriceLine(likely=Decimal(67), cadence=Cadence.YEAR),)),
            drivers=(Driver(name="Line time", low=Decimal(14), likely=Decimal(19), high=Decimal(22)),),
        )
        return [a_plan(**{"client.name": "Brightmoor", "price": price})]

    def work_slowly(self, patch: pytest.MonkeyPatch) -> None:
        raise NotImplementedError

    def set_up(self) -> LatestWins[Any, Any]:
        raise NotImplementedError

    def ask(self, name: str) -> None:
        raise NotImplementedError

    def close(self, _qtbot: QtBot) -> None:
        """Take the source away."""
        assert self.window.desk.close()

    @property
    def plan(self) -> OpenPlan:
        assert self.window.open is not None
        return self.window.open

    def open_plan(self) -> OpenPlan:
        (summary,) = self.stage.plans.summaries()
        self.window.desk.open(summary.id)
        return self.plan

    def waits(self) -> bool:
        """Whether a newer request waits for the work that runs."""
        worker = self.worker
        return worker.pending and worker._unanswered is not worker._running


class PageUser(User):
    def work_slowly(self, _patch: pytest.MonkeyPatch) -> None:
        gates = self.gates

        class SlowPages(PagesInMemory):
            def __call__(self, name: str, preparation: Preparation, paper: str, footing: str) -> RenderedPage:
                gates.go_through(preparation.plan.case.why_now)
                return super().__call__(name, preparation, paper, footing)

        self.stage.pages = SlowPages()

    def set_up(self) -> LatestWins[Any, Any]:
        rendering = self.open_plan().rendering
        rendering.rendered.connect(self.note_page)
        rendering.failed.connect(self.told.append)
        return rendering._worker

    @Slot(object)
    def note_page(self, page: RenderedPage) -> None:
        self.shown += [name for name in ("slow", "quick") if f": {name}".encode() in page.pdf]

    def ask(self, name: str) -> None:
        self.plan.document.edit("case.why_now", name)


class CheckUser(User):
    def work_slowly(self, patch: pytest.MonkeyPatch) -> None:
        self.seen: list[tuple[CheckResult, str]] = []

        def slow(preparation: Preparation, *beside: Any, **chosen: Any) -> CheckResult:
            name = preparation.plan.case.why_now
            self.gates.go_through(name)
            result = seen_in(preparation, *beside, **chosen)
            self.seen.append((result, name))
            return result

        patch.setattr("planner.desktop.check.finding_views.seen_in", slow)
        patch.setattr(OpenPlan, "_tell_not_checked", lambda _plan, error: self.told.append(str(error)))

    def set_up(self) -> LatestWins[Any, Any]:
        live = self.open_plan()._live
        live.seen.connect(self.note_seen)
        return live._worker

    @Slot(object)
    def note_seen(self, result: CheckResult) -> None:
        self.shown += [name for made, name in self.seen if made is result and name]

    def ask(self, name: str) -> None:
        self.plan.document.edit("case.why_now", name)


class PriceUser(User):
    def work_slowly(self, patch: pytest.MonkeyPatch) -> None:
        say = PriceStep._say

        def slow(plan: Plan, locale: str) -> PriceViewModel:
            self.gates.go_through(plan.price.unit)
            return said_of(plan, locale)

        def noted(step: PriceStep, said: PriceViewModel) -> None:
            say(step, said)
            self.shown += [said.plan.price.unit] if said.plan.price.unit else []

        patch.setattr("planner.desktop.price.step.said_of", slow)
        patch.setattr(PriceStep, "_say", noted)
        patch.setattr(PriceStep, "_fail", lambda _step, _request, error: self.told.append(str(error)))

    def set_up(self) -> LatestWins[Any, Any]:
        return self.price_step()._worker

    def price_step(self) -> PriceStep:
        plan = self.open_plan()
        plan.walk.go_to(STEP["price"])
        plan.walk.form.complete()
        assert isinstance(plan._price_step, PriceStep)
        return plan._price_step

    def ask(self, name: str) -> None:
        self.plan.document.edit("price.unit", name)


class SimulationUser(PriceUser):
    def work_slowly(self, patch: pytest.MonkeyPatch) -> None:
        say = MoreFigures._say_simulated

        def slow(price: Price, case: Case, *, stopped: Callable[[], bool]) -> Simulated | None:
            self.gates.go_through(price.unit)
            return simulate(price, case, stopped=stopped)

        def noted(more: MoreFigures, request: SimulationRequest, simulated: Simulated | None) -> None:
            say(more, request, simulated)
            assert simulated is not None
            self.shown += [request.price.unit] if request.price.unit else []

        patch.setattr("planner.desktop.price.more.simulate", slow)
        patch.setattr(MoreFigures, "_say_simulated", noted)
        patch.setattr(MoreFigures, "_fail", lambda _more, _request, error: self.told.append(str(error)))

    def set_up(self) -> LatestWins[Any, Any]:
        below = self.price_step()._below
        assert below is not None
        more = below.more
        more._section.set_open(wanted=True)
        return more._simulation


class SearchUser(User):
    def preparations(self) -> Sequence[Preparation]:
        return [a_plan(**{"client.name": name}) for name in ("slow", "quick", "neither")]

    def work_slowly(self, patch: pytest.MonkeyPatch) -> None:
        matching, show_failure = self.stage.plans.matching, PlansPage._show_failure

        def slow(text: str) -> Sequence[str]:
            self.gates.go_through(text)
            return matching(text)

        def noted(page: PlansPage, request: SearchRequest, error: Exception) -> None:
            show_failure(page, request, error)
            self.told.append(page.note)

        patch.setattr(self.stage.plans, "matching", slow)
        patch.setattr(PlansPage, "_show_failure", noted)

    def set_up(self) -> LatestWins[Any, Any]:
        page = self.window.plans_page
        page._model.modelReset.connect(self.note_shown)
        return page._search

    @Slot()
    def note_shown(self) -> None:
        model = self.window.plans_page._model
        rows = [model.plan_at(model.index(row)) for row in range(model.rowCount())]
        names = [plan.client for plan in rows if plan is not None]
        self.shown += names if len(names) == 1 else []

    def ask(self, name: str) -> None:
        self.window.plans_page.search.setText(name)

    def close(self, _qtbot: QtBot) -> None:
        self.window.plans_page.search.clear()


class InsightsUser(User):
    def preparations(self) -> Sequence[Preparation]:
        held = Reflection(outcome=Outcome.ORDER)
        return [
            a_plan(**{"client.name": name, "call.starts": in_days(-3), "reflection": held})
            for name in ("slow", "quick")
        ]

    def work_slowly(self, patch: pytest.MonkeyPatch) -> None:
        show = InsightsPage._show

        def slow(records: tuple[CallRecord, ...], **chosen: Any) -> Insights:
            self.gates.go_through(chosen["client"])
            return insights_over(records, **chosen)

        def noted(page: InsightsPage, request: InsightsRequest, read: Read) -> None:
            show(page, request, read)
            self.shown += [request.client] if request.client else []

        patch.setattr("planner.desktop.insights.insights_page.insights_over", slow)
        patch.setattr(InsightsPage, "_show", noted)

    def set_up(self) -> LatestWins[Any, Any]:
        self.window.insights.show()
        page = self.window.insights.page
        assert page is not None
        page.failed.connect(self.told.append)
        self.page = page
        return page._worker

    def ask(self, name: str) -> None:
        self.page.choice.client.setCurrentText(name)

    def close(self, qtbot: QtBot) -> None:
        self.page.deleteLater()
        qtbot.waitUntil(lambda: not isValid(self.page))


USERS = (PageUser, CheckUser, PriceUser, SimulationUser, SearchUser, InsightsUser)


@pytest.fixture(params=USERS)
def user(request: pytest.FixtureRequest, stage: Stage, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> User:
    made: User = request.param(stage, Gates(), monkeypatch)
    qtbot.waitUntil(lambda: stage.at_rest(made.window))
    return made


def _deliver_all(user: User) -> None:
    """Hand over what the threads brought, before Qt deletes anything."""
    assert user.stage.jobs.wait(60_000)
    QCoreApplication.sendPostedEvents(user.stage.jobs, QEvent.Type.MetaCall)


@pytest.fixture
def held_up(user: User, qtbot: QtBot) -> User:
    """A slow request runs in its thread, held up there."""
    user.gates.hold("slow")
    user.ask("slow")
    qtbot.waitUntil(lambda: "slow" in user.gates.begun)
    return user


def test_of_a_slow_request_and_a_quick_one_after_it_the_quick_one_alone_is_shown(
    held_up: User, qtbot: QtBot
) -> None:
    held_up.ask("quick")
    qtbot.waitUntil(held_up.waits)
    assert held_up.shown == []
    held_up.gates.open()
    qtbot.waitUntil(lambda: bool(held_up.shown))
    assert held_up.shown == ["quick"]
    assert held_up.told == []


def test_the_failure_of_a_request_is_not_told_once_another_is_asked_for(held_up: User, qtbot: QtBot) -> None:
    held_up.gates.failing.add("slow")
    held_up.ask("quick")
    qtbot.waitUntil(held_up.waits)
    held_up.gates.open()
    qtbot.waitUntil(lambda: bool(held_up.shown))
    assert held_up.shown == ["quick"]
    assert held_up.told == []


def test_the_failure_of_the_newest_is_told(held_up: User, qtbot: QtBot) -> None:
    held_up.gates.failing.add("slow")
    held_up.gates.open()
    qtbot.waitUntil(lambda: held_up.told == ["slow"])
    assert held_up.shown == []


@pytest.mark.parametrize("fails", [False, True])
def test_once_the_source_is_gone_nothing_arrives(held_up: User, qtbot: QtBot, *, fails: bool) -> None:
    if fails:
        held_up.gates.failing.add("slow")
    held_up.close(qtbot)
    held_up.gates.open()
    _deliver_all(held_up)
    QCoreApplication.processEvents()
    assert held_up.shown == []
    assert held_up.told == []
