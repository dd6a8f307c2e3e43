"""Nothing of a plan that was closed is left behind, however often that is done."""

import os
import subprocess
import sys
from collections.abc import Callable
from itertools import islice
from pathlib import Path

import pytest

from planner.exchange.sample import sample_preparation
from planner.store.library import Library
from tests.desktop.fakes import NOW
from tests.desktop.page_objects import WindowPage
from tests.desktop.rounds import one_round_of_client, rounds


@pytest.mark.timeout(900)  # half a minute on an idle machine; a loaded one may take its time
def test_no_wrapper_outlives_the_plan_it_was_made_for(
    open_window: Callable[[], WindowPage], tmp_path: Path
) -> None:
    sample = sample_preparation(NOW.date())
    library = Library.open(tmp_path / "library")
    library.add([sample])
    library.close()
    window = open_window().window

    left = list(islice(rounds(window, sample.plan.id, wait=window._jobs.wait), 30))

    assert left[29] == left[9]


@pytest.mark.timeout(900)  # as above
def test_no_wrapper_outlives_the_page_of_a_client_it_was_made_for(
    open_window: Callable[[], WindowPage], tmp_path: Path
) -> None:
    sample = sample_preparation(NOW.date())
    library = Library.open(tmp_path / "library")
    library.add([sample])
    library.close()
    window = open_window().window

    going = rounds(window, sample.plan.id, wait=window._jobs.wait, one=one_round_of_client)
    left = list(islice(going, 30))

    assert left[29] == left[9]


def test_a_layout_item_asked_for_is_such_a_wrapper() -> None:
    """What the count above would see. In a process of its own: what is made next may come back as it."""
    seen = subprocess.run(
        [sys.executable, "-c", STALE],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
    )

    assert seen.stdout == "1\n"


STALE = """
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from tests.desktop.rounds import settle, wrappers

application = QApplication([])
host = QWidget()
layout = QVBoxLayout(host)
label = QLabel("gone in a moment", host)
layout.addWidget(label)
before = wrappers()
layout.itemAt(0)
label.deleteLater()
settle()
print((wrappers() - before)["QWidgetItem"], flush=True)
"""
