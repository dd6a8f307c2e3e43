"""Anything in any order, crashes among it, against a plain dict."""

import shutil
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from planner.model.plan import Preparation
from planner.store import durable_tables
from planner.store.errors import IdTaken
from planner.store.library import Library
from tests.store.writer import version_of

PLAN_IDS = st.sampled_from([f"plan{number}" for number in range(4)])
NUMBERS = st.integers(min_value=0, max_value=99)
STEPS_IN_SOAK = 12_000  # some runs end early; 10,000 are wanted
STEPS_A_RUN = 100


class LibraryMachine(RuleBasedStateMachine):
    """A library, and what it should hold: plans by id, and which of them are in the trash."""

    taken = 0

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.library: Any = None
        self.plans: dict[str, Preparation] = {}
        self.trash: set[str] = set()

    def teardown(self) -> None:
        if self.library is not None:
            self.library.close()
        shutil.rmtree(self.folder)

    @precondition(lambda self: self.library is None)
    @rule()
    def open(self) -> None:
        self.library = Library.open(self.folder)
        assert self.library.notices == ()

    @precondition(lambda self: self.library is not None)
    @rule()
    def close(self) -> None:
        self.library.close()
        self.library = None
        left = [path.name for path in self.folder.iterdir()]
        assert left == ["library.json"] or (left == [] and not self.plans)

    @precondition(lambda self: self.library is not None)
    @rule()
    def crash(self) -> None:
        """Nothing is closed: the next one opens what is on the disk."""
        for thread in threading.enumerate():
            if thread.name == durable_tables.CHECKPOINT_THREAD:
                thread.join()
        self.library = None

    @precondition(lambda self: self.library is not None)
    @rule()
    def checkpoint(self) -> None:
        self.library._database.durable.checkpoint()

    @precondition(lambda self: self.library is not None)
    @rule(plan_id=PLAN_IDS, number=NUMBERS, words=NUMBERS)
    def save(self, plan_id: str, number: int, words: int) -> None:
        self.plans[plan_id] = version_of(plan_id, number, words)
        self.library.save(self.plans[plan_id])

    @precondition(lambda self: self.library is not None)
    @rule(ids=st.sets(PLAN_IDS, min_size=1), number=NUMBERS)
    def add(self, ids: set[str], number: int) -> None:
        new = {plan_id: version_of(plan_id, number) for plan_id in sorted(ids)}
        if ids & self.plans.keys():
            with pytest.raises(IdTaken):
                self.library.add(list(new.values()))
        else:
            self.library.add(list(new.values()))
            self.plans |= new

    @precondition(lambda self: self.library is not None and self.plans)
    @rule(choice=st.data())
    def delete_or_bring_back(self, choice: st.DataObject) -> None:
        plan_id = choice.draw(st.sampled_from(sorted(self.plans)))
        if plan_id in self.trash:
            self.library.undelete(plan_id)
            self.trash.remove(plan_id)
        else:
            self.library.delete(plan_id)
            self.trash.add(plan_id)

    @precondition(lambda self: self.library is not None)
    @rule()
    def empty_trash(self) -> None:
        self.library.remove(self.trash)
        for plan_id in self.trash:
            del self.plans[plan_id]
        self.trash.clear()

    @invariant()
    def it_holds_what_it_should(self) -> None:
        type(self).taken += 1
        library = self.library or Library.open(self.folder, read_only=True)
        shown = {one.id: library.preparation(one.id) for one in library.summaries()}
        assert shown == {one: plan for one, plan in self.plans.items() if one not in self.trash}
        assert {one.id for one in library.trash()} == self.trash
        assert set(library.matching("")) >= shown.keys()


@pytest.mark.parametrize(
    "runs",
    [
        8,
        pytest.param(
            STEPS_IN_SOAK // STEPS_A_RUN, marks=[pytest.mark.soak(name="steps"), pytest.mark.timeout(3_600)]
        ),
    ],
)
def test_any_steps_in_any_order(
    runs: int, monkeypatch: pytest.MonkeyPatch, record_property: Callable[[str, object], None]
) -> None:
    monkeypatch.setattr(durable_tables, "CHECKPOINT_BEYOND", 2_000)
    steps = STEPS_A_RUN if runs > 8 else 30

    class Machine(LibraryMachine):
        pass

    Machine.TestCase.settings = settings(
        max_examples=runs, stateful_step_count=steps, deadline=None, suppress_health_check=list(HealthCheck)
    )
    Machine.TestCase().runTest()
    record_property(
        "figure", f"random steps: {Machine.taken:,} of open, save, add, delete, fold, close and crash"
    )
