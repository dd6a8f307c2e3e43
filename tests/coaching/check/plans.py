"""A plan on the front foot everywhere, to be spoilt in one place; and asking one rule about it."""

import datetime as dt
from decimal import Decimal

from planner.coaching.check.checking import check
from planner.coaching.check.finding import Finding
from planner.coaching.check.past import History
from planner.coaching.check.thresholds import Thresholds
from planner.model.ask import Action
from planner.model.call import Attendee, OurPerson
from planner.model.case import Cost, Problem, Proof
from planner.model.client import Contact
from planner.model.conversation import AgendaItem, Question, Shortcut
from planner.model.plan import Plan, Preparation
from planner.model.price import Alternative, Driver, PriceDisclosure, PriceLine
from planner.model.terms import (
    AlternativeKind,
    BuyingRole,
    Cadence,
    Commitment,
    DisclosureDiscussion,
    Lead,
    Outcome,
    Side,
)
from planner.model.touch import Touch
from tests.builders import a_plan

TODAY = dt.date(2026, 11, 24)
STARTS = dt.datetime(2026, 12, 1, 10, 0, tzinfo=dt.timezone(dt.timedelta(hours=1)))
JO, SAM = "Jo Hartley", "Sam Achebe"


def days_ago(days: int) -> dt.date:
    return TODAY - dt.timedelta(days=days)


def a_leading_plan(**fields: object) -> Preparation:
    """A plan with which no rule finds anything, and the given fields, by path as in the forms."""
    return a_plan(**(LEADING | fields))


def a_held_call(days: int, **fields: object) -> Plan:
    """An earlier plan, held so many days ago and looked back on, in which we said the price."""
    started = dt.datetime.combine(days_ago(days), dt.time(10), tzinfo=dt.UTC)
    usual = {
        "call.starts": started,
        "call.initiated_by": Side.US,
        "reflection.held_on": started.date(),
        "reflection.outcome": Outcome.ADVANCE,
        "reflection.price.raised_by": "us",
    }
    return a_plan(**(usual | fields)).plan


def found(
    rule_id: str, preparation: Preparation, *earlier: Plan, today: dt.date = TODAY, **thresholds: object
) -> Finding | None:
    """What the rule says of the plan, given the client's earlier ones."""
    limits = Thresholds(**thresholds)  # type: ignore[arg-type]
    findings = check(preparation, History(earlier, today=today), limits)
    return next((one for one in findings if one.rule == rule_id), None)


def fires(
    rule_id: str, preparation: Preparation, *earlier: Plan, today: dt.date = TODAY, **limits: object
) -> bool:
    """Whether the rule says anything."""
    return found(rule_id, preparation, *earlier, today=today, **limits) is not None


LEADING: dict[str, object] = {
    "client.contacts": (
        Contact(name=JO, title="Plant manager", buying_role=BuyingRole.ECONOMIC),
        Contact(name=SAM, title="Head of maintenance", buying_role=BuyingRole.USER),
    ),
    "client.touches": (Touch(done_on=days_ago(10), value_offered="Their 14 stops, sorted by cause"),),
    "call.title": "What a stop costs",
    "call.commitment": Commitment.EXPLORE,
    "call.starts": STARTS,
    "call.minutes": 60,
    "call.attendees": (Attendee(contact=JO),),
    "call.our_people": (OurPerson(name="Dana Reed", role="leads"),),
    "call.initiated_by": Side.US,
    "call.why_they_meet": "To see their own stops sorted by cause",
    "case.problems": (
        Problem(
            problem="The line stops",
            consequence="Night shift waits for parts",
            in_their_words="“We just wait.”",
            cost=Cost(amount=Decimal(9_000), currency="EUR", per=Cadence.MONTH),
        ),
    ),
    "case.why_now": "The lease ends in March",
    "case.why_us": "A technician within four hours",
    "case.proof": (Proof(situation="A bottler", result="Stops halved", date=days_ago(200)),),
    "conversation.purpose": "Agree on a walk-through",
    "conversation.agenda": (
        AgendaItem(minutes=10, topic="Welcome", lead=Lead.US),
        AgendaItem(minutes=25, topic="A bad night, hour by hour", lead=Lead.THEM),
        AgendaItem(minutes=15, topic="Price and what it buys", lead=Lead.US),
        AgendaItem(minutes=10, topic="Who does what by when", lead=Lead.BOTH),
    ),
    "conversation.questions": (
        Question(text="What happened last time?"),
        Question(text="Who waits?"),
        Question(text="What would an hour be worth?"),
    ),
    "conversation.shortcuts": (
        Shortcut(they_ask_for="Just send me your pricing", propose_instead="Half an hour with your figures"),
    ),
    "ask.primary": Action(actor=JO, action="invites Sam to a walk-through", by=STARTS.date()),
    "ask.fallback": Action(actor=SAM, action="sends the list of stops", by=STARTS.date()),
    "price.currency": "EUR",
    "price.term_months": 12,
    "price.ours": (PriceLine(label="Service", likely=Decimal(100_000)),),
    "price.alternative": Alternative(
        kind=AlternativeKind.COMPETITOR,
        name="Bramble",
        known=True,
        prices=(PriceLine(likely=Decimal(90_000)),),
    ),
    "price.drivers": (
        Driver(
            name="Fewer stops",
            low=Decimal(20_000),
            likely=Decimal(40_000),
            high=Decimal(50_000),
            confirmed_by=JO,
        ),
    ),
    "price.disclosure": PriceDisclosure(
        discussion=DisclosureDiscussion.THIS_CALL, when="minute 35", wording="We are ten thousand more."
    ),
    "fear.avoiding": "Saying the price",
    "fear.counter_action": "Say it at minute 35",
}
