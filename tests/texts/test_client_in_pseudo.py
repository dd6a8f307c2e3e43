"""A client's timeline, people and drafts in the pseudo-language: nothing is forgotten, glued or cut."""

import datetime as dt
from collections.abc import Iterator
from itertools import product

from msgspec.structs import replace

from planner.coaching.week.case_values import case_values
from planner.coaching.week.draft import draft_for
from planner.coaching.week.people import nobody_decides, people_at
from planner.coaching.week.timeline import coming_of, timeline_of
from planner.model.client import Client, NewsItem, Promise
from planner.model.plan import Plan, Preparation
from planner.model.terms import Cadence, Happened, Side, TouchChannel, TouchOutcome
from planner.model.touch import Touch
from tests.coaching.check.plans import a_held_call
from tests.coaching.week.a_case import FORCE, NOW, PROBLEM, PROOF, QUESTION, TODAY, plan_of
from tests.texts.own_words import OwnWords
from tests.texts.test_check_in_pseudo import in_pseudo, wrong

CASE = plan_of(
    **{"case.forces": (FORCE,), "case.proof": (PROOF,), "conversation.questions": (QUESTION,), "id": "case"}
)
PROMISES = tuple(Promise(text="The list", by=by, kept_on=TODAY) for by in (*Side, None))
TOUCHES = tuple(
    Touch(id=f"{outcome} {side}", done_on=TODAY, channel=channel, outcome=outcome, from_=side)
    for (channel, outcome), side in product(zip(TouchChannel, (*TouchOutcome, None), strict=False), Side)
)
CLIENT = Client(
    name="Tarn",
    touches=TOUCHES,
    promises=PROMISES,
    news=(NewsItem(date=TODAY, text="A depot", source="Post"),),
)


def with_cost(per: Cadence | None, consequence: str) -> Plan:
    problem = replace(PROBLEM, consequence=consequence, cost=replace(PROBLEM.cost, per=per))
    return replace(CASE, case=replace(CASE.case, problems=(problem,)))


def drafts(own: OwnWords) -> Iterator[str]:
    for channel, per, consequence in product((*TouchChannel, None), (*Cadence, None), ("People wait", "")):
        touch = Touch(id="t", channel=channel, with_whom="Anna")
        preparation = own.of(Preparation(client=Client(touches=(touch,)), plan=with_cost(per, consequence)))
        yield from draft_for(preparation.client, preparation.plan, preparation.client.touches[0]).splitlines()
    for value in case_values(own.of(CASE)):
        yield value.text


def a_client(own: OwnWords) -> Iterator[str]:
    client = own.of(CLIENT)
    held = [own.of(a_held_call(days, **{"call.happened": became})) for days, became in enumerate(Happened)]
    for entry in (*timeline_of(client, held, NOW), *coming_of(client, [own.of(CASE)], NOW)):
        yield from (entry.text, entry.detail)
    yield nobody_decides(people_at(client, held, NOW.date() + dt.timedelta(days=1)))


def test_what_is_said_of_a_client_is_translated_whole() -> None:
    own = OwnWords(("GBP",))
    assert wrong(in_pseudo(a_client(own)), own) == []


def test_a_draft_is_translated_whole() -> None:
    own = OwnWords(("GBP",))
    said = in_pseudo(drafts(own))
    assert len(set(said)) > 8
    assert wrong(said, own) == []
