"""A process is killed at random moments while it saves, folds, closes and opens."""

import multiprocessing
import random
import sys
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from tests.store.writer import Versions, save_for_ever, versions_in

FOLD_BEYOND = 3_000
LONGEST = 0.08


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
@pytest.mark.parametrize(
    "kills", [25, pytest.param(2_000, marks=[pytest.mark.soak(name="kills"), pytest.mark.timeout(3_600)])]
)
def test_every_acknowledged_save_is_there(
    tmp_path: Path, kills: int, record_property: Callable[[str, object], None]
) -> None:
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.store.writer"])
    chance = random.Random(kills)
    known: Versions = {}
    last = saves = unacknowledged = 0
    for kill in range(kills):
        receiving, sending = context.Pipe(duplex=False)
        arguments = (tmp_path, kill, last + 1, FOLD_BEYOND, sending)
        writer = context.Process(target=save_for_ever, args=arguments)
        writer.start()
        sending.close()
        begun, done = heard_until(receiving, time.monotonic() + chance.uniform(0, LONGEST))
        writer.kill()
        writer.join()
        more_begun, more_done = heard_until(receiving, time.monotonic() + 60)
        saves += len(done) + len(more_done)
        known.update(done | more_done)
        begun = begun | more_begun

        stored = versions_in(tmp_path)

        ahead = {plan_id for plan_id, number in stored.items() if number != known.get(plan_id)}
        assert len(ahead) <= 1, "more than one save that was not acknowledged"
        for plan_id in ahead:
            assert stored[plan_id] == begun[plan_id] > known.get(plan_id, 0)
        assert known.keys() <= stored.keys()
        unacknowledged += len(ahead)
        known = stored
        last = max([last, *begun.values()])
    assert saves > kills
    record_property(
        "figure",
        f"kill storm: {kills:,} kills, {saves:,} acknowledged saves, none lost; "
        f"{unacknowledged} unacknowledged ones were stored",
    )


def heard_until(receiving: Connection, deadline: float) -> tuple[Versions, Versions]:
    """The last number begun and acknowledged for each plan until then, or until the pipe ends."""
    begun: Versions = {}
    done: Versions = {}
    while receiving.poll(max(0, deadline - time.monotonic())):
        try:
            is_done, plan_id, number = receiving.recv()
        except EOFError:
            break
        (done if is_done else begun)[plan_id] = number
    return begun, done
