"""The next call takes over what is still open."""

import datetime as dt
from decimal import Decimal

import pytest

from planner.coaching.next_call import held_day, next_call
from planner.model.call import Attendee
from planner.model.case import Problem, Unknown
from planner.model.client import Contact, Promise
from planner.model.conversation import AgendaItem, Concern, Question, Shortcut
from planner.model.field_texts import with_unread
from planner.model.fields import is_blank, read_field
from planner.model.plan import AnsweredFinding, Intention, Preparation, absolute_path
from planner.model.price import Alternative, Driver, PriceDisclosure, PriceDiscussion, PriceLine
from planner.model.reflection import (
    FollowUp,
    IntentionKept,
    Obtained,
    PriceRaised,
    QuestionAsked,
)
from planner.model.terms import DisclosureDiscussion, ObtainedKind, Outcome, RaisedBy, Side
from planner.model.text_at_path import TextAtPath
from tests.builders import a_plan

HELD, TODAY = dt.date(2026, 12, 1), dt.date(2026, 12, 2)


def after(**fields: object) -> Preparation:
    """The plan made after a call with these fields."""
    return next_call(a_plan(**{"reflection.held_on": HELD, **fields}), TODAY, plan_id="next")


def test_it_is_a_fresh_plan_for_the_same_client() -> None:
    last = a_plan(**{"call.title": "Line walk", "call.attendees": (Attendee(contact="Mara"),)})
    made = next_call(last, TODAY, plan_id="next")
    assert (made.plan.id, made.plan.client_id, made.client) == ("next", last.client.id, last.client)
    assert made.plan.call.title == "Line walk"
    assert made.plan.call.attendees == (Attendee(contact="Mara"),)


def test_what_was_for_that_call_alone_stays_behind() -> None:
    made = after(
        **{
            "call.starts": dt.datetime(2026, 12, 1, 10, tzinfo=dt.UTC),
            "call.why_it_matters": "budget round",
            "ask.wording": "Would you?",
            "fear.avoiding": "the price",
            "conversation.agenda": (AgendaItem(topic="Opening"),),
            "conversation.opening": "Thank you",
            "answers": (AnsweredFinding(rule="r", because="b"),),
            "reflection.went_well": "I waited",
        }
    )
    blank = ("call.starts", "call.why_it_matters", "ask", "fear", "answers", "reflection", "edited_on")
    assert [path for path in blank if not is_blank(read_field(made, absolute_path(path)))] == []
    assert made.plan.conversation.agenda == ()
    assert made.plan.conversation.opening == ""


def test_questions_without_an_answer_are_asked_again() -> None:
    planned = tuple(Question(text=text, uncovers="why") for text in ("Asked?", "Silent?", "Unasked?"))
    told = (
        QuestionAsked(question="Asked?", asked=True, answer="Yes"),
        QuestionAsked(question="Silent?", asked=True),
        QuestionAsked(question="Unasked?"),
        QuestionAsked(question="Noted?"),
    )
    made = after(**{"conversation.questions": planned, "reflection.questions": told})
    assert made.plan.conversation.questions == (planned[1], planned[2], Question(text="Noted?"))


def test_of_the_unknowns_those_still_to_be_found_out() -> None:
    still = Unknown(what_we_know="Dana signs", what_we_must_find_out="up to how much")
    made = after(**{"case.unknowns": (still, Unknown(what_we_know="They own the hall"))})
    assert made.plan.case.unknowns == (still,)


def test_the_case_for_change_stays_with_their_words() -> None:
    problem = Problem(problem="Line 4 stands", in_their_words="We just eat it.")
    made = after(**{"case.problems": (problem,), "case.why_now": "March"})
    assert made.plan.case.problems == (problem,)
    assert made.plan.case.why_now == "March"


def test_the_client_comes_along_as_it_is() -> None:
    promises = (
        Promise(text="The log", by=Side.THEM, due=HELD, kept_on=HELD),
        Promise(text="A number", by=Side.US, due=TODAY, from_plan="last"),
    )
    assert after(**{"client.promises": promises}).client.promises == promises


def test_concerns_raised_bring_the_answer_planned_and_who_said_it() -> None:
    planned = Concern(concern="Too dear?", response="By this much.")
    made = after(
        **{
            "client.contacts": (Contact(name="Mara Lindqvist"), Contact(name="Ben Okoye")),
            "conversation.concerns": (planned, Concern(concern="Not raised")),
            "reflection.concerns_raised": ("Mara: too dear", "Sundays", "risk: high"),
        }
    )
    assert made.plan.conversation.concerns == (
        Concern(who="Mara Lindqvist", concern="Too dear?", response="By this much."),
        Concern(concern="Sundays"),
        Concern(concern="risk: high"),
    )


def test_the_answer_to_a_shortcut_is_ready_again() -> None:
    shortcut = Shortcut(they_ask_for="Just send the price", propose_instead="Half an hour")
    assert after(**{"conversation.shortcuts": (shortcut,)}).plan.conversation.shortcuts == (shortcut,)


def test_the_price_goes_on_from_what_was_said() -> None:
    price = {
        "price.currency": "EUR",
        "price.term_months": 36,
        "price.ours": (PriceLine(likely=Decimal(98_000)),),
        "price.alternative": Alternative(name="Corvex"),
        "price.drivers": (Driver(name="Overtime", confirmed_by="Mara"),),
        "price.disclosure": PriceDisclosure(
            discussion=DisclosureDiscussion.THIS_CALL, when="minute 30", wording="98 a year", proof="log"
        ),
        "price.discussions": (PriceDiscussion(date=dt.date(2026, 10, 2), who_raised_it=Side.THEM),),
        "reflection.price": PriceRaised(raised_by=RaisedBy.US, minute=31, reaction="a long look"),
    }
    last = a_plan(**{"reflection.held_on": HELD, **price})
    made = next_call(last, TODAY, plan_id="next").plan.price
    before = last.plan.price
    assert (made.currency, made.term_months, made.ours) == ("EUR", 36, before.ours)
    assert (made.alternative, made.drivers) == (before.alternative, before.drivers)
    assert made.discussions == (
        *before.discussions,
        PriceDiscussion(date=HELD, who_raised_it=Side.US, their_reaction="a long look"),
    )
    assert made.disclosure == PriceDisclosure(
        discussion=DisclosureDiscussion.EARLIER, wording="98 a year", proof="log"
    )


@pytest.mark.parametrize("raised_by", [None, RaisedBy.NOBODY])
def test_a_price_not_spoken_of_is_still_to_be_placed(raised_by: RaisedBy | None) -> None:
    disclosure = PriceDisclosure(discussion=DisclosureDiscussion.THIS_CALL, when="minute 30", wording="98")
    price = PriceRaised(raised_by=raised_by)
    made = after(**{"price.disclosure": disclosure, "reflection.price": price}).plan.price
    assert made.discussions == ()
    assert made.disclosure == PriceDisclosure(wording="98")


def test_the_one_thing_to_do_differently_comes_first() -> None:
    made = after(
        **{
            "reflection.differently": "Name the date earlier.",
            "intentions": (Intention(text="Ask who else decides", since=dt.date(2026, 10, 1)),),
        }
    )
    assert made.plan.intentions == (
        Intention(text="Name the date earlier.", since=HELD),
        Intention(text="Ask who else decides", since=dt.date(2026, 10, 1)),
    )


def test_intentions_come_back_until_they_are_kept_or_dropped() -> None:
    since = dt.date(2026, 10, 1)
    texts = ("kept", "not kept", "not told", "dropped")
    intentions = tuple(Intention(text=text, since=since) for text in texts[:3])
    dropped = Intention(text="dropped", since=since, dropped_because="they decide by mail")
    told = (IntentionKept(text="kept", kept=True), IntentionKept(text="not kept", kept=False))
    made = after(**{"intentions": (*intentions, dropped), "reflection.intentions": told})
    assert [one.text for one in made.plan.intentions] == ["not kept", "not told"]
    assert {one.since for one in made.plan.intentions} == {since}


def test_an_old_intention_noted_again_keeps_no_double() -> None:
    made = after(
        **{
            "reflection.differently": "Name the date earlier",
            "intentions": (Intention(text="name the date earlier.", since=dt.date(2026, 10, 1)),),
        }
    )
    assert [one.text for one in made.plan.intentions] == ["Name the date earlier"]


def test_an_intention_that_was_kept_and_is_noted_again_begins_anew() -> None:
    made = after(
        **{
            "reflection.differently": "Wait after the price",
            "intentions": (Intention(text="Wait after the price", since=dt.date(2026, 10, 1)),),
            "reflection.intentions": (IntentionKept(text="Wait after the price", kept=True),),
        }
    )
    assert made.plan.intentions == (Intention(text="Wait after the price", since=HELD),)


def test_what_changed_is_drafted_from_the_reflection() -> None:
    made = after(
        **{
            "reflection.outcome": Outcome.ADVANCE,
            "reflection.obtained": Obtained(
                which=ObtainedKind.PRIMARY, actor="Mara", action="opens the log", by=dt.date(2026, 12, 4)
            ),
            "reflection.learned_client": "Sales signs the contracts.",
            "reflection.price": PriceRaised(raised_by=RaisedBy.THEM, reaction="“And training?”"),
            "reflection.next_call": "Start with finance",
            "reflection.follow_ups": (
                FollowUp(what="lot codes", who="Theo", due=dt.date(2026, 12, 3)),
                FollowUp(what="done long ago", done=True),
            ),
        }
    )
    plain = made.plan.call.what_changed.replace("\u00a0", " ")
    assert plain.splitlines() == [
        "The last call ended in an advance on 1 Dec 2026.",
        "Agreed: Mara opens the log by 4 Dec 2026",
        "Sales signs the contracts.",
        "Price, raised by them: “And training?”",
        "For this call: Start with finance",
        "Still to do: lot codes (Theo, by 3 Dec 2026)",
    ]


def test_a_call_nobody_looked_back_on_leaves_nothing_to_say() -> None:
    made = next_call(a_plan(), TODAY, plan_id="next")
    assert made.plan.call.what_changed == ""
    assert made.plan.carried.paths == ()


def test_it_says_what_came_along_and_from_where() -> None:
    last = a_plan(**{"call.title": "Line walk", "case.why_now": "March", "reflection.differently": "Wait."})
    carried = next_call(last, TODAY, plan_id="next").plan.carried
    assert carried.from_plan == last.plan.id
    assert set(carried.paths) == {"call.title", "case.why_now", "intentions"}


def test_two_calls_on_what_was_open_is_still_there() -> None:
    first = a_plan(
        **{
            "reflection.held_on": HELD,
            "reflection.differently": "Wait.",
            "reflection.price": PriceRaised(raised_by=RaisedBy.US),
        }
    )
    third = next_call(next_call(first, TODAY, plan_id="second"), TODAY, plan_id="third")
    assert third.plan.intentions == (Intention(text="Wait.", since=HELD),)
    assert third.plan.price.disclosure.discussion is DisclosureDiscussion.EARLIER
    assert len(third.plan.price.discussions) == 1
    assert third.plan.carried.from_plan == "second"


def test_a_sum_comes_along_with_the_amount_it_came_to() -> None:
    typed = (
        TextAtPath(path="price.ours[0].likely", text="38*42"),
        TextAtPath(path="reflection.price.at_minute", text="3*4"),
    )
    made = after(**{"price.ours": (PriceLine(likely=Decimal(1596)),), "as_typed": typed})
    assert made.plan.as_typed == typed[:1]


def test_what_could_not_be_read_comes_along_with_its_field_alone() -> None:
    last = a_plan(
        **{
            "reflection.held_on": HELD,
            "case.unknowns": (Unknown(what_we_know="much"), Unknown(what_we_must_find_out="rest")),
            "case.problems": (Problem(problem="waste"), Problem(problem="claims")),
        }
    )
    for path in ("call.starts", "call.minutes", "case.problems[1].cost.amount", "ask.primary.by"):
        last = with_unread(last, path, "x")
    made = next_call(last, TODAY, plan_id="next")
    assert [kept.path for kept in made.plan.unread] == ["case.problems[1].cost.amount"]


def test_a_call_of_a_day_alone_was_held_on_that_day() -> None:
    assert held_day(a_plan(**{"call.day": HELD}).plan, TODAY) == HELD
