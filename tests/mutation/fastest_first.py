"""A pytest plugin: the tests that took least time unmutated run first, so that most mutants die at once."""

import json
from pathlib import Path

import pytest

MEASURED = Path("mutmut-stats.json")
"""What mutmut noted of each test in the unmutated run, in the folder the mutants are tried in."""


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Sort the tests by the time they took; what was never measured comes first."""
    if MEASURED.exists():
        seconds: dict[str, float] = json.loads(MEASURED.read_text(encoding="utf-8"))["duration_by_test"]
        items.sort(key=lambda item: seconds.get(item.nodeid, 0.0))
