"""A text written again in another way is the same text wherever a plan asks."""

import datetime as dt

import pytest
from msgspec.structs import replace

from planner.coaching.call_notes import is_asked, with_item_held, with_question
from planner.coaching.check.past import History
from planner.coaching.check.promises import overdue_promises
from planner.coaching.insights.intentions import resolves_of
from planner.coaching.insights.recording import record_of
from planner.coaching.next_call import next_call
from planner.coaching.outcome import obtained_as_planned
from planner.coaching.plan_versus_actual import plan_versus_actual
from planner.coaching.price_words.earlier import earlier_discussions
from planner.coaching.promises import with_promises_of
from planner.coaching.reflection_start import all_as_planned, reflection_started
from planner.documents.views.reflection import reflection_view
from planner.model.ask import Action
from planner.model.client import Client, Promise
from planner.model.conversation import AgendaItem, Concern, Question
from planner.model.plan import AnsweredFinding, Intention, Plan
from planner.model.price import Driver, PriceDiscussion
from planner.model.pricing.ledger import ledger
from planner.model.pricing.price_warnings import price_warnings
from planner.model.reflection import (
    AgendaHeld,
    AnswerHeld,
    IntentionKept,
    Obtained,
    QuestionAsked,
    Reflection,
)
from planner.model.terms import Lead, ObtainedKind, RaisedBy, Side
from tests.builders import a_plan
from tests.coaching.check.plans import TODAY, a_held_call, a_leading_plan, days_ago, fires

TEXT = "Send the résumé"
AGAIN = ("Send the résumé.", "send the resume", "“Send  the re\u0301sume\u0301”", "SEND\u00a0THE RÉSUMÉ …")

written_again = pytest.mark.parametrize("again", AGAIN)


def pairs(plan: Plan, key: str) -> list[tuple[str, str, bool | None]]:
    part = next(one for one in plan_versus_actual(plan) if one.key == key)
    return [(one.planned, one.happened, one.as_planned) for one in part.pairs]


@written_again
def test_a_promise_told_again_is_the_one_the_client_has(again: str) -> None:
    with_client = Promise(text=TEXT, by=Side.US, due=days_ago(3))
    noted = Promise(text=again, by=Side.US, due=days_ago(3))

    client = with_promises_of(Client(promises=(with_client,)), (noted,), "a plan")

    assert client.promises == (replace(with_client, from_plan="a plan"),)


def test_the_same_words_of_the_other_side_are_another_promise_to_the_check_too() -> None:
    ours = Promise(text=TEXT, by=Side.US, due=days_ago(3))
    theirs = Promise(text=TEXT, by=Side.THEM, due=days_ago(3))
    client = with_promises_of(Client(promises=(ours,)), (theirs,), "a plan")
    found = overdue_promises(a_leading_plan(**{"client.promises": client.promises}), History([], today=TODAY))
    assert [len(side) for side in found] == [1, 1]


@written_again
def test_an_intention_is_taken_up_kept_and_counted_in_any_of_its_forms(again: str) -> None:
    last = a_held_call(9, **{"reflection.differently": TEXT})
    assert not fires("differently-dropped", a_leading_plan(intentions=(Intention(text=again),)), last)

    kept = a_plan(
        **{
            "intentions": (Intention(text=TEXT),),
            "reflection.intentions": (IntentionKept(text=again, kept=True),),
        }
    )
    assert next_call(kept, TODAY, plan_id="next").plan.intentions == ()
    assert reflection_started(kept.plan).intentions == kept.plan.reflection.intentions
    assert pairs(kept.plan, "intentions") == [(TEXT, "done", True)]
    assert [one.text for one in reflection_view(kept).intentions] == [TEXT]
    assert reflection_view(kept).intentions[0].choices[0].chosen

    noted_again = a_plan(**{"intentions": (Intention(text=TEXT),), "reflection.differently": again})
    assert [one.text for one in next_call(noted_again, TODAY, plan_id="next").plan.intentions] == [again]

    records = [record_of(one, "Tarn Valley Water") for one in (last, kept.plan)]
    assert len(resolves_of(records)) == 1


def test_lines_that_are_broken_elsewhere_are_one_intention_in_insights() -> None:
    texts = ("Wait\nlonger", "Wait longer.")
    records = [record_of(a_held_call(9, **{"reflection.differently": text}), "Tarn") for text in texts]
    assert len(resolves_of(records)) == 1


@written_again
def test_agenda_and_questions_meet_what_happened_in_any_of_their_forms(again: str) -> None:
    plan = a_plan(
        **{
            "conversation.agenda": (AgendaItem(topic=TEXT, minutes=20, lead=Lead.US),),
            "conversation.questions": (Question(text=TEXT),),
            "reflection.agenda": (AgendaHeld(topic=again, held=True, minutes=9),),
            "reflection.questions": (QuestionAsked(question=again, asked=True, answer="Yes"),),
        }
    )
    assert pairs(plan.plan, "agenda") == [(f"20 min · {TEXT}", "covered · 9 min", True)]
    assert pairs(plan.plan, "questions") == [(TEXT, "Yes", True)]
    assert record_of(plan.plan, "Tarn").led is Lead.US
    assert next_call(plan, TODAY, plan_id="next").plan.conversation.questions == ()

    told = plan.plan.reflection
    assert with_item_held(told, TEXT, 12).agenda == (AgendaHeld(topic=again, held=True, minutes=12),)
    assert is_asked(told, TEXT)
    assert not is_asked(with_question(told, TEXT, asked=False), again)


def test_two_items_of_one_topic_are_two() -> None:
    agenda = (AgendaItem(topic="Questions", minutes=10), AgendaItem(topic="questions", minutes=5))
    plan = a_plan(**{"conversation.agenda": agenda}).plan
    told = all_as_planned(plan).agenda
    assert [one.minutes for one in told] == [10, 5]
    held = (told[0], AgendaHeld(topic="questions"))
    after = a_plan(**{"conversation.agenda": agenda, "reflection.agenda": held}).plan
    assert [done for _, _, done in pairs(after, "agenda")] == [True, False]


@written_again
def test_an_answer_to_the_check_is_looked_back_on_once(again: str) -> None:
    plan = a_plan(
        answers=(AnsweredFinding(rule="no-date", because=TEXT),),
        reflection=Reflection(answers=(AnswerHeld(rule="no-date", because=again, held=True),)),
    )
    assert reflection_started(plan.plan).answers == plan.plan.reflection.answers
    assert pairs(plan.plan, "answers") == [(f"“{TEXT}”", "It held up", True)]
    assert len(reflection_view(plan).answers) == 1
    assert reflection_view(plan).answers[0].choices[0].chosen


@written_again
def test_a_concern_raised_finds_the_answer_planned_for_it(again: str) -> None:
    last = a_plan(
        **{
            "conversation.concerns": (Concern(concern=TEXT, response="It is sent."),),
            "reflection.concerns_raised": (again,),
        }
    )
    concerns = next_call(last, TODAY, plan_id="next").plan.conversation.concerns
    assert [one.response for one in concerns] == ["It is sent."]


@written_again
def test_a_discussion_of_the_price_is_told_once(again: str) -> None:
    day = dt.date(2026, 11, 2)
    before = PriceDiscussion(date=day, who_raised_it=Side.THEM, their_reaction=TEXT)
    last = a_plan(
        **{
            "price.discussions": (before,),
            "reflection.held_on": day,
            "reflection.price.raised_by": RaisedBy.THEM,
            "reflection.price.reaction": again,
        }
    )
    assert next_call(last, TODAY, plan_id="next").plan.price.discussions == (before,)
    other = a_plan(
        **{"price.discussions": (PriceDiscussion(date=day, who_raised_it=Side.THEM, their_reaction=again),)}
    )
    one = a_plan(**{"price.discussions": (before,)})
    assert len(earlier_discussions([one.plan, other.plan], a_plan().plan)) == 1


@written_again
def test_drivers_of_one_name_or_basis_may_count_twice(again: str) -> None:
    for field, drivers in (
        ("name", (Driver(name=TEXT), Driver(name=again))),
        ("basis", (Driver(basis=TEXT), Driver(basis=again))),
    ):
        price = a_plan(**{"price.drivers": drivers}).plan.price
        told = [one.path for one in price_warnings(price, ledger(price))]
        assert f"price.drivers[1].{field}" in told


@written_again
def test_what_came_from_the_plan_goes_with_it(again: str) -> None:
    plan = a_plan(
        **{
            "ask.primary": Action(actor="Jo", action=TEXT),
            "reflection.obtained": Obtained(which=ObtainedKind.PRIMARY, actor="jo ", action=again),
        }
    ).plan
    assert obtained_as_planned(plan, ObtainedKind.NONE) == Obtained(which=ObtainedKind.NONE)
