"""A process is killed at random moments while it saves, folds, closes and opens."""

import math
import multiprocessing
import random
import signal
import sys
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from tests.store.writer import Versions, save_for_ever, versions_in

FOLD_BEYOND = 3_000
MOST_SAVES = 8
"""So many saves of a writer are acknowledged, at the most, before it is killed."""


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
        heard = Heard()
        heard.listen(receiving, chance.randint(0, MOST_SAVES), midst=chance.choice((True, False)))
        writer.kill()
        writer.join()
        heard.listen(receiving)
        assert writer.exitcode == -signal.SIGKILL, "the writer gave up by itself"
        saves += heard.saves
        known.update(heard.done)
        begun = heard.begun

        stored = versions_in(tmp_path)

        ahead = {plan_id for plan_id, number in stored.items() if number != known.get(plan_id)}
        assert len(ahead) <= 1, "more than one save that was not acknowledged"
        for plan_id in ahead:
            assert stored[plan_id] == begun[plan_id] > known.get(plan_id, 0)
        assert known.keys() <= stored.keys()
        unacknowledged += len(ahead)
        known = stored
        last = max([last, *begun.values()])
    assert saves > kills, "the writers were killed before they saved"
    record_property(
        "figure",
        f"kill storm: {kills:,} kills, {saves:,} acknowledged saves, none lost; "
        f"{unacknowledged} unacknowledged ones were stored",
    )


class Heard:
    """What a writer said: the last number begun and acknowledged for each plan, and how many saves it was."""

    def __init__(self) -> None:
        self.begun: Versions = {}
        self.done: Versions = {}
        self.saves = 0

    def listen(self, receiving: Connection, saves: float = math.inf, *, midst: bool = False) -> None:
        """Listen until so many saves are acknowledged, with `midst` until one more began, or to the end.

        The writer waits for nobody: it may be anywhere by then, saving, folding, closing or opening.
        """
        is_done = True
        while self.saves < saves or (midst and is_done):
            try:
                is_done, plan_id, number = receiving.recv()
            except EOFError:
                return
            (self.done if is_done else self.begun)[plan_id] = number
            self.saves += is_done
