"""What waits for a pause is a Debounce; a bare timer of Qt stands only where none would do."""

import re
from pathlib import Path

DESKTOP = Path(__file__).parents[2] / "planner" / "desktop"
BARE = re.compile(r"\bQTimer\(|\bQTimer\.singleShot\(|\bstartTimer\(")
WHY = {
    "background/debounce.py": "the one that is not bare",
    "background/garbage.py": "a tick",
    "check/finding_strip.py": "the focus and the scrolling it brings come first",
    "fields/row_pasting.py": "the rows pasted are laid out first",
    "frame/notices.py": "a tick",
    "frame/rehearsals.py": "a tick",
    "rehearsal/page.py": "a tick, and a scroll bar that hears of its new range a moment later",
    "ten_minutes/ten_minutes.py": "a tick",
    "editing/autosave.py": "a save that failed is tried again, each time later",
    "insights/insights_page.py": "one insight after the other, keys in between",
    "today/today_page.py": "a tick, for the time alone makes calls over and promises due",
    "walk/form_page.py": "the layout comes first",
    "widgets/reading_table.py": "the columns' widths come first",
}


def test_bare_timers_are_those_with_a_reason() -> None:
    found = {
        path.relative_to(DESKTOP).as_posix()
        for path in DESKTOP.rglob("*.py")
        if BARE.search(path.read_text())
    }
    assert found == set(WHY)
