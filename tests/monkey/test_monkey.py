from pathlib import Path

import pytest

from tests.monkey.run import Outcome, Run
from tests.monkey.soak import STEPS, Progress, figure, runs
from tests.monkey.start import play, told


@pytest.mark.parametrize("seed", [1, 2])
def test_a_random_user_breaks_nothing(tmp_path: Path, seed: int) -> None:
    run = Run(seed=seed, steps=400, folder=str(tmp_path))

    outcome = play(run)

    assert not outcome.failure, told(run, outcome)
    assert outcome.steps == 400


def test_a_seed_does_the_same_again(tmp_path: Path) -> None:
    acts = []
    for name in ("one", "other"):
        run = Run(seed=3, steps=60, folder=str(tmp_path / name))
        assert not play(run).failure
        acts.append(run.trace.read_text(encoding="utf-8"))

    assert acts[0] == acts[1]
    assert acts[0].count("\n") >= 50, "few of its steps find nothing to do"


def test_a_process_that_dies_has_failed_and_says_how_to_see_it_again(tmp_path: Path) -> None:
    run = Run(seed=7, steps=10, folder=str(tmp_path), platform="no such platform")

    outcome = play(run)

    assert "no such platform" in outcome.failure
    assert "python -m tests.monkey --seed 7 --steps 10" in told(run, outcome)


def test_the_long_form_goes_on_where_it_was(tmp_path: Path) -> None:
    done = Outcome(seed=4, steps=10_000, stall_ms=250, stalled_in="open the plan")
    Progress(tmp_path / "progress", "this code").note(done)

    assert Progress(tmp_path / "progress", "this code").done() == {4: done}
    assert Progress(tmp_path / "progress", "other code").done() == {}


def test_the_long_form_takes_all_its_steps_and_says_so_in_one_line(tmp_path: Path) -> None:
    planned = runs(tmp_path)
    assert sum(one.steps for one in planned) == STEPS
    for choice in ("eager", "malloc_debug", "platform"):
        assert len({getattr(one, choice) for one in planned}) == 2

    outcomes = [
        Outcome(seed=1, steps=10_000, stall_ms=90, stalled_in="type 'a'"),
        Outcome(seed=2, steps=300, failure="it broke", stall_ms=310, stalled_in="open the plan"),
    ]
    assert figure(outcomes) == (
        "monkey: 10,300 steps, 2 seeds, 1 failures (seeds 2), longest stall 310 ms (seed 2: open the plan)"
    )
