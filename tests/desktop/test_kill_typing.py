"""The program is killed while somebody types: what is older than a second is on the disk."""

import random
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.desktop.typing_process import text_on_disk, typing_process

FIELDS = ("case.why_now", "call.title", "call.why_it_matters")
OLDEST_LOST_S = 1.0
KEYS = 90


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
@pytest.mark.parametrize(
    "kills", [3, pytest.param(50, marks=[pytest.mark.soak(name="typing"), pytest.mark.timeout(1_800)])]
)
def test_nothing_older_than_a_second_is_lost(
    tmp_path: Path, kills: int, record_property: Callable[[str, object], None]
) -> None:
    """Ages are told in seconds of the pulse (typist.py), so that a busy machine turns nothing red.

    The figure says how old the oldest lost key was by the clock.
    """
    chance = random.Random(kills)
    oldest = 0.0
    lost = 0
    for kill in range(kills):
        field = FIELDS[kill % len(FIELDS)]
        before = text_on_disk(tmp_path, field) if kill else ""
        text = "".join(chance.choice("abcdefghijklmnop qrstuvwxyz") for _ in range(KEYS))
        with typing_process(tmp_path, field, text) as typing:
            typing.hear_keys(chance.randrange(30, KEYS - 10))
            killed = time.monotonic()
            typing.process.kill()
            typing.hear_out()

        stored = text_on_disk(tmp_path, field)

        assert (before + text).startswith(stored), "what is there is what was typed, in order"
        gone = typing.keys[max(len(stored) - len(before), 0) :]
        ages = [typing.keys[-1].seconds - key.seconds for key in gone]
        assert max(ages, default=0) <= OLDEST_LOST_S
        assert stored != before, "it saves while one types"
        oldest = max([oldest, *(killed - key.moment for key in gone)])
        lost += len(gone)
    record_property(
        "figure",
        f"kills while typing: {kills} kills, {lost} keys lost in all, the oldest {oldest:.2f} s old",
    )
