"""The check, its neighbours and the days in the pseudo-language: nothing is forgotten, glued or cut."""

import datetime as dt
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from planner.coaching.check.checking import check
from planner.coaching.check.evidence import as_text
from planner.coaching.check.past import History
from planner.coaching.check.standings import footing_line, standings
from planner.coaching.check.suggestions import suggestions
from planner.coaching.client_merge import united
from planner.coaching.last_time import last_time, last_time_lines
from planner.coaching.outcome import doubt_about_outcome, suggested_outcome
from planner.coaching.plan_versus_actual import plan_versus_actual
from planner.coaching.ready_agenda import opening, with_ready_agenda
from planner.coaching.what_changed import what_changed
from planner.model.client import Contact
from planner.model.conversation import Conversation
from planner.model.placed_time import at_place
from planner.model.plan import LastTime, Plan, Preparation
from planner.model.terms import CallKind, Commitment
from planner.model.touch import Touch
from planner.translation import installed
from planner.wording.days import (
    day,
    day_in_full,
    day_text,
    moment_lines,
    moment_text,
    relative_day,
    weekday,
    weekday_name,
    zone,
)
from planner.wording.places import zone_remark
from tests.builders import a_plan
from tests.coaching.check.plans import TODAY, a_leading_plan
from tests.exchange.generated import preparations
from tests.texts import check_plans
from tests.texts.catalogue import texts
from tests.texts.own_words import OwnWords
from tests.texts.pseudo_language import PseudoTranslations, faults, forgotten_inside

ELSEWHERE = {
    "planner/coaching/plan_order.py": "the list of plans shows the headings",
    "planner/coaching/check/thresholds.py": "the window's settings show what a threshold is",
    "planner/coaching/progress.py": "the lists of plans and of steps show how far each is",
}

PLACES = ("Europe/London", "Mars/Olympus_Mons")


class Noting(PseudoTranslations):
    """Translates, and notes each message it was asked for, with its context."""

    def __init__(self) -> None:
        super().__init__()
        self.asked_for: set[tuple[str | None, str]] = set()

    def gettext(self, message: str) -> str:
        self.asked_for.add((None, message))
        return super().gettext(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        self.asked_for.add((None, msgid1))
        return super().ngettext(msgid1, msgid2, n)

    def pgettext(self, context: str, message: str) -> str:
        self.asked_for.add((context, message))
        return super().pgettext(context, message)


def in_pseudo(said: Iterator[str]) -> list[str]:
    with installed(PseudoTranslations()):
        return list(said)


def wrong(said: Iterable[str], own: OwnWords) -> list[tuple[str, list[str]]]:
    found = {text: faults(text, own.pattern) + forgotten_inside(text, own.pattern) for text in said}
    return [(text, of_it) for text, of_it in found.items() if of_it]


def of_the_check(preparation: Preparation, earlier: Iterable[Plan]) -> Iterator[str]:
    findings = check(preparation, History.before(preparation.plan, earlier, today=TODAY))
    every = standings(preparation, findings)
    for finding in findings:
        yield from (finding.said, finding.action)
        yield from (evidence.value for evidence in finding.evidence)
    for standing in every:
        yield from (evidence.value for evidence in standing.evidence)
    yield footing_line(every)


def of_suggestions(preparation: Preparation) -> Iterator[str]:
    for commitment in Commitment:
        yield from (action.action for action in suggestions(commitment, preparation, TODAY))


def of_ready_agendas(plan: Plan) -> Iterator[str]:
    plan = replace(plan, call=replace(plan.call, title="4711"))
    for kind in CallKind:
        for minutes in (45, None):
            call = replace(plan.call, kind=kind, minutes=minutes)
            bare = replace(plan, call=call, conversation=Conversation())
            yield opening(bare)
            yield from (item.topic for item in with_ready_agenda(bare).conversation.agenda)


def of_the_reflection(preparation: Preparation) -> Iterator[str]:
    suggested = suggested_outcome(preparation)
    yield suggested.reason if suggested else ""
    yield doubt_about_outcome(preparation)
    yield from what_changed(preparation.plan).splitlines()
    for part in plan_versus_actual(preparation.plan):
        yield part.heading
        for pair in part.pairs:
            yield from (pair.planned, pair.happened)


def of_last_time(preparation: Preparation) -> Iterator[str]:
    told = last_time(preparation, TODAY)
    yield from last_time_lines(told)
    yield from last_time_lines(LastTime(outcome=told.outcome, they_said=preparation.client.name))


def of_a_place(local: dt.datetime) -> Iterator[str]:
    here, nowhere = (at_place(local, place, dt.timedelta(hours=2)) for place in PLACES)
    yield from moment_lines(here, TODAY)
    yield from (moment_text(here, TODAY), zone(here), zone_remark(here), zone_remark(nowhere))


def of_days() -> Iterator[str]:
    yield from (as_text(True), as_text(False))
    for date in check_plans.days():
        yield from (day(date), day_in_full(date), weekday(date), weekday_name(date), day_text(date, TODAY))
        yield moment_text(dt.datetime.combine(date, dt.time(9, 5), dt.UTC), TODAY)
        yield from of_a_place(dt.datetime.combine(date, dt.time(9, 5)))
    for distance in check_plans.DISTANCES:
        yield relative_day(TODAY + dt.timedelta(days=distance), TODAY)


def of_a_merge(own: OwnWords) -> Iterator[str]:
    """What the notes of a client say of another that was made one with it."""
    kept, other = (
        own.of(
            a_plan(
                **{
                    "client.name": "Kept",
                    "client.industry": f"Trade {which}",
                    "client.contacts": (Contact(id="k1", name="Jo", style=which),),
                    "client.touches": (
                        Touch(id="t1", done_on=TODAY, note=which),
                        Touch(id="t2", note=which),
                    ),
                }
            )
        ).client
        for which in ("here", "there")
    )
    yield from united(kept, other, "").noted


def everything_said(own: OwnWords) -> Iterator[str]:
    for preparation, earlier in check_plans.in_the_check():
        yield from of_the_check(own.of(preparation), own.of(earlier))
    for preparation in check_plans.to_suggest_for():
        yield from of_suggestions(own.of(preparation))
    for preparation in (*check_plans.after_the_call(), *check_plans.told_next_time()):
        yield from of_the_reflection(own.of(preparation))
        yield from of_last_time(own.of(preparation))
    yield from of_a_merge(own)
    yield from of_days()
    yield from of_ready_agendas(a_leading_plan().plan)


def test_whatever_is_said_is_translated_whole() -> None:
    own = OwnWords((*check_plans.LOOKED_FOR, *PLACES, "London", "UTC"))
    assert wrong(in_pseudo(everything_said(own)), own) == []


def test_every_text_of_the_check_and_its_neighbours_was_said() -> None:
    """What no plan brings about would stand in the catalogue untried, or be dead."""
    noting = Noting()
    with installed(noting):
        said = list(everything_said(OwnWords(check_plans.LOOKED_FOR)))
    assert said
    ours = (text for text in texts() if is_ours(text.file) and text.file not in ELSEWHERE)
    messages = {
        (text.context, text.message if isinstance(text.message, str) else text.message[0]) for text in ours
    }
    assert len(messages) > 200
    assert messages - noting.asked_for == set()


def is_ours(file: str) -> bool:
    path = PurePosixPath(file)
    folders = {"planner/coaching", "planner/coaching/check"}
    return file in {"planner/wording/days.py", "planner/wording/places.py", "planner/wording/text.py"} or (
        str(path.parent) in folders and path.name != "price_charts.py"
    )


@settings(max_examples=60, deadline=None)
@given(preparation=preparations(), earlier=st.lists(preparations(), max_size=2))
def test_of_any_plan_too(preparation: Preparation, earlier: list[Preparation]) -> None:
    own = OwnWords(())
    preparation, plans = own.of(preparation), own.of(tuple(before.plan for before in earlier))
    said = in_pseudo(of_the_check(preparation, plans))
    said += in_pseudo(of_suggestions(preparation)) + in_pseudo(of_the_reflection(preparation))
    assert wrong(said, own) == []


@pytest.mark.parametrize("untranslated", ["Ω100 is one of us", "we owe", "⟦Áñ ⟦éñd⟧ of Ω100⟧", "⟦á⟧Ω100⟦b⟧"])
def test_own_words_hide_nothing_of_ours(untranslated: str) -> None:
    assert wrong([untranslated], OwnWords(check_plans.LOOKED_FOR))
