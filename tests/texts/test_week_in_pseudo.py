"""All that Today says of its lines, in the pseudo-language: nothing forgotten, glued or cut."""

import datetime as dt
import re
from collections.abc import Iterator

from msgspec.structs import replace

from planner.coaching.week.line_when import line_when
from planner.coaching.week.line_words import counts_in_words, line_about, line_needs, line_subject
from planner.coaching.week.today_line import TodayKind, TodayLine
from planner.model.plan_summary import PlanSummary
from planner.model.terms import Commitment, TouchChannel
from planner.model.touch import Touch
from planner.translation import installed
from tests.texts.pseudo_language import PseudoTranslations, faults

NOW = dt.datetime(2026, 11, 27, 13, 10, tzinfo=dt.UTC)
TODAY = NOW.date()
OWN = re.compile(r"Ω|\d+|:")
"""What a person wrote, numbers and hours."""


def all_lines() -> Iterator[TodayLine]:
    """Yield a line of each kind, of days and moments near and far, with all that may be known and without."""
    touches = tuple(
        Touch(id=f"{at}", channel=TouchChannel.PHONE, with_whom="Ω", done_on=TODAY) for at in range(3)
    )
    plan = PlanSummary(id="", client_id="", client="Ω", commitment=Commitment.INVEST, asks="Ω", asks_by=TODAY)
    for kind in TodayKind:
        bare = TodayLine(kind=kind, client_id="", client="Ω", text="Ω")
        known = replace(bare, plan=plan, touch_id="2", touch=touches[2], sequence=touches)
        known = replace(known, dream_client=True, since=TODAY, next_call=TODAY)
        for line in (bare, known, replace(known, dream_rank=4, sequence=touches[1:])):
            for hours in (-100, -24, -3, -0.5, 0, 0.01, 0.5, 3, 2.5, 24, 60):
                moment = NOW + dt.timedelta(hours=hours)
                yield replace(line, due=moment.date(), moment=moment)
                yield replace(line, due=moment.date())
            yield line


def test_every_line_is_whole() -> None:
    with installed(PseudoTranslations()):
        said = {
            text
            for line in all_lines()
            for text in (
                *line_when(line, NOW),
                *line_subject(line, TODAY),
                line_about(line, TODAY),
                line_needs(line),
            )
        }
        counts = {
            counts_in_words([TodayLine(kind=kind, client_id="", client="")] * count)
            for kind in TodayKind
            for count in (1, 2, 12, 13)
        }
        counts.add(counts_in_words(all_lines()))
    assert {text: wrong for text in said | counts if (wrong := faults(text, OWN))} == {}
    assert len(said) > 80
