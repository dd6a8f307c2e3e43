"""What the start must not pay for."""

import subprocess
import sys

LATER = (
    "babel",
    "jinja2",
    "reportlab",
    "planner.coaching.price_words",
    "planner.model.price",
    "planner.model.pricing.simulation",
    "planner.store.search",
    "planner.store.whole_records",
)


def test_the_window_starts_without_what_only_a_plan_or_a_page_needs() -> None:
    seen = "import sys, planner.app, planner.desktop.frame.window; print('\\n'.join(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", seen], capture_output=True, text=True, check=True).stdout
    assert "planner.desktop.frame.window" in loaded.splitlines()
    assert not [name for name in loaded.splitlines() if name.startswith(LATER)]
