"""Plan versus actual, part by part."""

import datetime as dt

from planner.coaching.plan_versus_actual import Pair, plan_versus_actual
from planner.model.ask import Action
from planner.model.conversation import AgendaItem, Question
from planner.model.plan import AnsweredFinding, Intention
from planner.model.price import PriceDisclosure
from planner.model.reflection import (
    AgendaHeld,
    AnswerHeld,
    IntentionKept,
    Obtained,
    PriceRaised,
    QuestionAsked,
)
from planner.model.terms import DisclosureDiscussion, ObtainedKind, Outcome, RaisedBy
from tests.builders import a_plan

PLANNED: dict[str, object] = {
    "ask.primary": Action(actor="Mara", action="invites finance", by=dt.date(2026, 12, 11)),
    "conversation.agenda": (AgendaItem(minutes=5, topic="Opening"), AgendaItem(minutes=8, topic="Price")),
    "conversation.questions": (Question(text="Who else?"), Question(text="Since when?")),
    "price.disclosure": PriceDisclosure(discussion=DisclosureDiscussion.THIS_CALL, when="minute 30"),
    "fear.avoiding": "saying the price",
    "intentions": (Intention(text="Wait after the price"), Intention(text="x", dropped_because="no use")),
    "answers": (AnsweredFinding(rule="no-fallback", because="one person decides"),),
}


def pairs(key: str, **told: object) -> list[Pair]:
    plan = a_plan(**{**PLANNED, **told}).plan
    found = {one.key: one for one in plan_versus_actual(plan)}[key]
    return [Pair(one.planned.replace("\u00a0", " "), one.happened, one.as_planned) for one in found.pairs]


def test_before_the_call_the_plan_stands_alone() -> None:
    for part in plan_versus_actual(a_plan(**PLANNED).plan):
        assert [pair.happened for pair in part.pairs] == [""] * len(part.pairs), part.heading
        assert [pair.as_planned for pair in part.pairs] == [None] * len(part.pairs), part.heading


def test_an_empty_plan_has_its_parts_to_write_into() -> None:
    keys = [one.key for one in plan_versus_actual(a_plan().plan)]
    assert keys == ["commitment", "agenda", "questions", "price", "fear"]


def test_the_commitment_asked_beside_the_one_obtained() -> None:
    told = Obtained(which=ObtainedKind.FALLBACK, actor="Ben", action="sends the log")
    assert pairs("commitment", **{"reflection.obtained": told}) == [
        Pair("Mara invites finance by 11 Dec 2026", "The fallback: Ben sends the log", as_planned=False)
    ]
    none = Obtained(which=ObtainedKind.NONE)
    assert pairs("commitment", **{"reflection.obtained": none})[0].happened == "None"


def test_the_agenda_with_its_minutes() -> None:
    told = (AgendaHeld(topic="Opening", held=True, minutes=9), AgendaHeld(topic="Price"))
    assert pairs("agenda", **{"reflection.agenda": told}) == [
        Pair("5 min · Opening", "covered · 9 min", as_planned=True),
        Pair("8 min · Price", "not covered", as_planned=False),
    ]


def test_what_was_held_without_being_planned() -> None:
    told = (AgendaHeld(topic="Lot codes", held=True, minutes=9),)
    assert pairs("agenda", **{"reflection.agenda": told})[-1] == Pair("", "Lot codes · 9 min")


def test_questions_with_their_answers() -> None:
    told = (
        QuestionAsked(question="Who else?", asked=True, answer="Finance."),
        QuestionAsked(question="Since when?"),
        QuestionAsked(question="And nights?", asked=True),
    )
    assert pairs("questions", **{"reflection.questions": told}) == [
        Pair("Who else?", "Finance.", as_planned=True),
        Pair("Since when?", "not asked", as_planned=False),
        Pair("Not planned: And nights?", "asked"),
    ]


def test_what_is_not_ticked_is_not_known_until_something_is_told() -> None:
    told = (QuestionAsked(question="Who else?"), QuestionAsked(question="Since when?"))
    assert pairs("questions", **{"reflection.questions": told})[0] == Pair("Who else?", "")
    said = {"reflection.questions": told, "reflection.outcome": Outcome.NO_SALE}
    assert pairs("questions", **said)[0].happened == "not asked"


def test_the_price_moment_planned_and_come() -> None:
    told = PriceRaised(raised_by=RaisedBy.THEM, minute=17, reaction="“Aha.”")
    assert pairs("price", **{"reflection.price": told}) == [
        Pair("This call: minute 30", "Raised by them, minute 17: “Aha.”", as_planned=False)
    ]
    ours = PriceRaised(raised_by=RaisedBy.US, minute=30)
    assert pairs("price", **{"reflection.price": ours})[0].as_planned


def test_the_fear_predicted_and_what_came_of_it() -> None:
    told = {"reflection.fear_came_true": False, "reflection.what_happened": "She nodded."}
    assert pairs("fear", **told) == [Pair("saying the price", "It did not come true: She nodded.")]


def test_what_was_meant_to_be_done_differently() -> None:
    told = (IntentionKept(text="Wait after the price", kept=True),)
    assert pairs("intentions", **{"reflection.intentions": told}) == [
        Pair("Wait after the price", "done", as_planned=True)
    ]


def test_what_was_answered_to_the_check_and_whether_it_held() -> None:
    told = (
        AnswerHeld(rule="no-fallback", because="one person decides", held=False, what_happened="Two do."),
    )
    assert pairs("answers", **{"reflection.answers": told}) == [
        Pair("“one person decides”", "It did not hold up: Two do.", as_planned=False)
    ]
