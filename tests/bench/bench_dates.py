"""What a key in the box of a day costs its reader, and the forms of a language once."""

import datetime as dt
import json

from PySide6.QtCore import QLocale

from planner.desktop.fields.locale_forms import written_forms
from planner.store.records import PLAN_GLANCE
from planner.wording.written_days import read_clock, read_day_and_time
from planner.wording.written_forms import WrittenForms
from tests.bench.table import Row, at_most, median_seconds

TODAY = dt.date(2026, 11, 27)
FRAME = 0.016
LOCALES = ("en_GB", "de_DE", "sv_SE", "ja_JP", "th_TH", "ar_EG")
TEXTS = ("3.12.", "next thu at 10:30", "in zwei Wochen", "3 Dec or so", "a b c d e f g h " * 8)
RUNS = 50


def measure() -> list[Row]:
    """Return a key against a frame, and a plan at a place against one at an offset."""
    forms = [written_forms(QLocale(name)) for name in LOCALES]
    key = max(_a_key(text, form) for form in forms for text in TEXTS)
    placed, plain = (_a_glance(f"2026-10-20T15:00:00+01:00{place}") for place in ("[Europe/London]", ""))
    return [
        at_most(
            0.2,
            work="a key in a day's box: the worst of 5 texts in 6 languages",
            ours=key,
            peer="a frame",
            theirs=FRAME,
        ),
        at_most(
            6,
            work="a plan's summary read, its call at a place",
            ours=placed,
            peer="at an offset",
            theirs=plain,
        ),
    ]


def _a_key(text: str, forms: WrittenForms) -> float:
    return median_seconds(lambda: (read_day_and_time(text, forms, TODAY), read_clock(text, forms)), runs=RUNS)


def _a_glance(starts: str) -> float:
    document = json.dumps(
        {"id": "a", "client_id": "b", "call": {"title": "Review", "starts": starts}}
    ).encode()
    return median_seconds(lambda: [PLAN_GLANCE.decode(document) for _ in range(1000)], runs=RUNS)
