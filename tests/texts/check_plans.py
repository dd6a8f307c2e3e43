"""Plans with which the check, and what looks at a plan beside it, say everything that they can say."""

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from itertools import product

from planner.model.ask import Action, NextStep
from planner.model.call import OurPerson
from planner.model.case import Problem, Proof
from planner.model.client import Contact, Promise
from planner.model.conversation import AgendaItem, Question, Shortcut
from planner.model.plan import AnsweredFinding, Intention, Plan, Preparation
from planner.model.price import Alternative, Driver, PriceDisclosure, PriceDiscussion
from planner.model.reflection import (
    AgendaHeld,
    AnswerHeld,
    FollowUp,
    IntentionKept,
    Obtained,
    PriceRaised,
    QuestionAsked,
)
from planner.model.terms import (
    Commitment,
    DisclosureDiscussion,
    Happened,
    Lead,
    ObtainedKind,
    Outcome,
    RaisedBy,
    Side,
)
from planner.model.touch import Touch
from tests.builders import a_plan
from tests.coaching.check.plans import JO, STARTS, a_held_call, a_leading_plan, days_ago

WE, VAGUE, RESULT, PROPOSAL, SEND, PRICING = (
    "we",
    "follow up",
    "a second call",
    "proposal",
    "Send the proposal",
    "Just send me your pricing",
)
AT_THE_END, IN_TIME = "at the end", "minute 35"
LOOKED_FOR = (WE, VAGUE, RESULT, PROPOSAL, SEND, PRICING, AT_THE_END, IN_TIME, "EUR")
"""What a rule looks for in somebody's own words."""

DAY = STARTS.date()
_STEP = Action(actor=JO, action="invites us to see the line", by=DAY)
_OURS, _THEIRS = (
    tuple(Promise(text=f"promise {by.value} {at}", by=by, due=days_ago(at + 3)) for at in range(3))
    for by in (Side.US, Side.THEM)
)
_GUESS = Driver(name="Fewer stops", low=Decimal(2_000), likely=Decimal(40_000), high=Decimal(50_000))


def in_the_check() -> Iterator[tuple[Preparation, tuple[Plan, ...]]]:
    """Yield plans, each with the client's earlier ones."""
    yield a_leading_plan(), ()
    yield a_plan(), ()
    yield a_plan(**{"client.name": ""}), ()
    for fields in (*_PROSPECTING, *_DISCOVERY, *_SALES_CONVERSATION, *_INVESTMENT, *_MYSELF):
        yield a_leading_plan(**fields), ()
        yield a_leading_plan(**fields), (a_held_call(20),)
    for name in ("primary", "fallback"):
        for action in _ACTIONS:
            yield a_leading_plan(**{f"ask.{name}": action}), ()
    for raised in (RaisedBy.THEM, RaisedBy.NOBODY):
        held = tuple(a_held_call(days, **{"reflection.price.raised_by": raised}) for days in (30, 20))
        for earlier in (held, held[:1]):
            yield a_leading_plan(), earlier
            yield a_leading_plan(**{"price.disclosure": PriceDisclosure()}), earlier
    ours_in_words = {"case.problems": (Problem(problem="The line stops"),)}
    answered = {"reflection.questions": (QuestionAsked(question="What?", asked=True, answer="We wait."),)}
    yield a_leading_plan(**ours_in_words), (a_held_call(20, **answered),)
    yield a_leading_plan(), (a_held_call(20, **{"reflection.outcome": None}),)
    undated = {"call.starts": None, "reflection.held_on": None, "call.happened": Happened.HELD}
    for outcome in (Outcome.ADVANCE, None):
        yield a_leading_plan(**undated, **{"reflection.outcome": outcome}), ()
    yield a_leading_plan(**{"call.starts": None}), (a_held_call(20),)
    yield a_leading_plan(), (a_held_call(20, **{"reflection.differently": "Ask first"}),)


_INQUIRY = Touch(done_on=days_ago(9), from_=Side.THEM, note="A quote")
_LATE = tuple(Touch(id=f"{days}", planned_on=days_ago(days)) for days in (3, 4, 5))
_KNOWN: tuple[dict[str, object], ...] = (
    {},
    {"client.dream_client": True},
    {"client.dream_client": True, "client.dream_rank": 4},
)
_THEY_ASKED: tuple[dict[str, object], ...] = (
    {"call.initiated_by": Side.THEM, "client.touches": ()},
    {"client.touches": (_INQUIRY,), "call.starts": None},
)
_OVERDUE: tuple[dict[str, object], ...] = tuple({"client.touches": _LATE[:count]} for count in (1, 2, 3))
_PROSPECTING: tuple[dict[str, object], ...] = (
    *(known | asked for known in _KNOWN for asked in _THEY_ASKED),
    *_OVERDUE,
    {"client.dream_client": True, "client.touches": (), "call.initiated_by": None},
    {"client.dream_client": True, "client.touches": (Touch(done_on=days_ago(40)),), "call.starts": None},
    {"call.why_they_meet": ""},
)
_DISCOVERY: tuple[dict[str, object], ...] = (
    {"case.problems": ()},
    {"case.problems": (Problem(problem="The line stops"),)},
    {"case.why_now": ""},
    {"case.proof": ()},
    {"case.proof": (Proof(result="Stops halved", date=days_ago(2_000)),)},
    {"conversation.questions": ()},
    {"conversation.questions": (Question(text="Who waits?"),)},
    {"conversation.questions": (Question(text="Who waits?"), Question(text="Since when?"))},
    {"conversation.agenda": (AgendaItem(minutes=15, topic="Ours", lead=Lead.US),)},
)
_SALES_CONVERSATION: tuple[dict[str, object], ...] = (
    {"conversation.agenda": ()},
    {"call.minutes": 59},
    {"call.minutes": 20},
    {"conversation.agenda": (AgendaItem(topic="Theirs", lead=Lead.THEM),)},
    {
        "conversation.agenda": (
            AgendaItem(minutes=5, topic="Ours", lead=Lead.US),
            AgendaItem(minutes=50, topic="Theirs", lead=Lead.THEM),
        )
    },
    {"conversation.shortcuts": ()},
    {"conversation.shortcuts": (Shortcut(they_ask_for=PRICING),)},
    {"client.promises": (Promise(text=PROPOSAL, by=Side.US, kept_on=days_ago(3)),)},
    {"ask.next_steps": (NextStep(then=SEND),)},
)
_INVESTMENT: tuple[dict[str, object], ...] = (
    {"price.drivers": ()},
    {"price.drivers": (_GUESS,)},
    {"price.drivers": (_GUESS, _GUESS)},
    {"price.disclosure": PriceDisclosure()},
    {"price.disclosure": PriceDisclosure(discussion=DisclosureDiscussion.LATER)},
    {"price.disclosure": PriceDisclosure(discussion=DisclosureDiscussion.THIS_CALL, when=AT_THE_END)},
    {"call.commitment": Commitment.DECIDE},
    {"call.commitment": Commitment.EXECUTE},
    {"price.alternative": Alternative(name="Bramble")},
    {"price.alternative": Alternative()},
    {"price.discussions": (PriceDiscussion(who_raised_it=Side.THEM),)},
)
_PROMISED: tuple[dict[str, object], ...] = tuple(
    {"client.promises": rows[:count]} for rows in (_OURS, _THEIRS) for count in (1, 2, 3)
)
_MYSELF: tuple[dict[str, object], ...] = (
    {"fear.avoiding": ""},
    {"fear.counter_action": ""},
    {"edited_on": tuple(days_ago(at) for at in range(6))},
    {"edited_on": tuple(days_ago(at) for at in range(6)), "call.starts": None},
    *_PROMISED,
    {"answers": (AnsweredFinding(rule="no-why-now", because="They said"),), "case.why_now": ""},
)
_ACTIONS = (
    Action(),
    Action(actor=WE, action=_STEP.action, by=DAY),
    Action(action=_STEP.action, by=DAY),
    Action(actor=JO, action=VAGUE, by=DAY),
    Action(actor=JO, action=RESULT, by=DAY),
    Action(actor=JO, action=_STEP.action),
    Action(actor=JO, action=_STEP.action, by=days_ago(5)),
)


def after_the_call() -> Iterator[Preparation]:
    """Yield plans whose call took place, looked back on in every way there is."""
    for outcome, which in product((*Outcome, None), (*ObtainedKind, None)):
        for held_on, action in product((DAY, None), (*_ACTIONS, Action(by=DAY), _STEP)):
            yield a_leading_plan(
                **{
                    "ask.primary": action,
                    "call.commitment": Commitment.DECIDE,
                    "reflection.outcome": outcome,
                    "reflection.held_on": held_on,
                    "reflection.obtained": Obtained(
                        which=which, actor=action.actor, action=action.action, by=action.by
                    ),
                }
            )
    for raised_by, minute, reaction in product((*RaisedBy, None), (12, None), ("They nodded", "")):
        yield a_leading_plan(**{"reflection.price": PriceRaised(raised_by, minute, reaction)})
    for discussion in (*DisclosureDiscussion, None):
        yield a_leading_plan(**{"price.disclosure": PriceDisclosure(discussion, IN_TIME)})
    for ticked in (True, False, None):
        yield _looked_back_on(ticked=ticked)


def told_next_time() -> Iterator[Preparation]:
    """Yield plans whose call was held, its day known or not, with notes and with promises of all kinds."""
    for outcome, held_on in product((*Outcome, None), (days_ago(9), None)):
        yield a_leading_plan(
            id="held",
            **{
                "call.starts": None,
                "reflection.outcome": outcome,
                "reflection.held_on": held_on,
                "reflection.notes": "They buy in spring",
                "client.promises": tuple(
                    Promise(text="The log", by=by, due=due, from_plan="held")
                    for by, due in product((*Side, None), (DAY, None))
                ),
            },
        )


def _looked_back_on(*, ticked: bool | None) -> Preparation:
    """Every question of yes or no in the reflection is answered so; None leaves it open."""
    return a_leading_plan(
        **{
            "conversation.agenda": (AgendaItem(minutes=10, topic="Welcome"), AgendaItem(topic="Price")),
            "conversation.questions": (Question(text="Who waits?"), Question(text="Since when?")),
            "intentions": (Intention(text="Ask first"),),
            "answers": (AnsweredFinding(rule="no-why-now", because="They said"),),
            "reflection.outcome": Outcome.ADVANCE,
            "reflection.agenda": (
                AgendaHeld(topic="Welcome", held=bool(ticked), minutes=12),
                AgendaHeld(topic="A tour", held=True, minutes=5),
            ),
            "reflection.questions": (
                QuestionAsked(question="Who waits?", asked=bool(ticked)),
                QuestionAsked(question="And you?", asked=True),
            ),
            "reflection.intentions": (IntentionKept(text="Ask first", kept=ticked),),
            "reflection.answers": (
                AnswerHeld(rule="no-why-now", because="They said", held=ticked, what_happened="It went on"),
            ),
            "reflection.fear_came_true": ticked,
            "reflection.what_happened": "They asked back",
            "reflection.learned_client": "They buy in spring",
            "reflection.next_call": "Begin with the price",
            "reflection.follow_ups": tuple(
                FollowUp(what="Write the minutes", who=who, due=due)
                for who in ("Dana", "")
                for due in (DAY, None)
            ),
        }
    )


def to_suggest_for() -> Iterator[Preparation]:
    """Yield plans for which actions are suggested: of much, of little, and of nobody."""
    yield a_leading_plan()
    yield a_plan(**{"call.minutes": 20, "client.contacts": (Contact(name=JO), Contact(name="Sam"))})
    yield a_plan(**{"call.our_people": (OurPerson(name="Dana"),)})


DISTANCES = (*range(-800, 800, 7), -1, 0, 1)
"""Days from today: every unit in which a distance is told, with one and with many of it."""


def days() -> Iterator[dt.date]:
    """Yield a day of every month and weekday."""
    return (DAY + dt.timedelta(days=at) for at in range(0, 366, 5))
