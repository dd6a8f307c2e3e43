"""Plans as reps write them, for pages: full, overfull, in many scripts."""

import datetime as dt
from decimal import Decimal
from typing import TypeVar

import msgspec

from planner.model.ask import Action, Ask
from planner.model.call import Attendee, Call, OurPerson
from planner.model.case import Case, Cost, Force, Problem, Proof
from planner.model.client import Client, Contact, Promise
from planner.model.conversation import AgendaItem, Concern, Conversation, Question, Shortcut
from planner.model.fear import Fear
from planner.model.fields import with_field
from planner.model.part import Part
from planner.model.plan import Plan, Preparation, absolute_path
from planner.model.price import Alternative, Driver, Price, PriceDisclosure, PriceLine
from planner.model.terms import (
    AlternativeKind,
    BuyingRole,
    Cadence,
    CallKind,
    Channel,
    Commitment,
    DisclosureDiscussion,
    Lead,
    QuestionKind,
    Side,
    Stance,
)

PRIVATE = "PRIVATE WORDS"
_ZONE = dt.timezone(dt.timedelta(hours=1))


def a_full_plan(**fields: object) -> Preparation:
    """A plan with every part of the page filled, which fits without being shortened."""
    plan = Plan(
        id="7f3a9c0011aa",
        client_id="c1",
        edited_on=(dt.date(2026, 11, 28), dt.date(2026, 11, 30)),
        call=_call(),
        case=_case(),
        conversation=_conversation(),
        ask=_ask(),
        price=_price(),
        fear=Fear(
            avoiding="saying the price before they like us.",
            counter_action="say it at minute 32, look up, and wait.",
        ),
    )
    preparation = Preparation(client=_client(), plan=plan)
    for path, value in fields.items():
        preparation = with_field(preparation, absolute_path(path), value)
    return preparation


def a_monstrous_plan(words: str = "Lorem ipsum dolor sit amet consectetur ") -> Preparation:
    """A plan with 2,000 characters in every text, 60 questions and 30 people."""
    long = (words * 300)[:2000]
    plan = _grown(a_full_plan(), long)
    plan = with_field(plan, "plan.price.currency", "EUR")
    plan = with_field(plan, "plan.case.why_now", "W" * 500)
    return with_field(plan, "client.name", ("A Client With a Very Long Name " * 7)[:200])


P = TypeVar("P", bound=Part)
_FEWER = {"questions": 60, "contacts": 30, "attendees": 30}
_KEPT = {"id", "client_id", "currency"}


def _grown(part: P, long: str) -> P:
    grown: dict[str, object] = {}
    for name in part.__struct_fields__:
        value = getattr(part, name)
        if type(value) is str and name not in _KEPT:
            grown[name] = long
        elif isinstance(value, Part):
            grown[name] = _grown(value, long)
        elif isinstance(value, tuple) and value and isinstance(value[0], Part | str):
            rows = [_grown(row, long) if isinstance(row, Part) else long for row in value]
            grown[name] = tuple((rows * 60)[: _FEWER.get(name, 12)])
    return msgspec.structs.replace(part, **grown)


def _client() -> Client:
    return Client(
        id="c1",
        name="Brightmoor Foods",
        current_supplier="Corvex",
        contacts=(
            Contact(
                name="Mara Lindqvist",
                title="Plant manager",
                buying_role=BuyingRole.ECONOMIC,
                priorities="on-time pallets; promoted in May",
                stance=Stance.NEUTRAL,
            ),
            Contact(
                name="Ben Okoye",
                pronunciation="o-KOY-eh",
                title="Maintenance",
                buying_role=BuyingRole.TECHNICAL,
                priorities="fears another half-finished retrofit",
                handle_with_care=PRIVATE,
            ),
        ),
        promises=(
            Promise(text="Alder contact", by=Side.US, due=dt.date(2026, 11, 27)),
            Promise(text="October downtime log", by=Side.THEM),
        ),
    )


def _call() -> Call:
    return Call(
        title="Changeover losses on filling lines 2 and 4",
        why_it_matters="budget round closes 15 December",
        kind=CallKind.DISCOVERY,
        commitment=Commitment.EXPLORE,
        starts=dt.datetime(2026, 12, 1, 10, 0, tzinfo=_ZONE),
        minutes=45,
        channel=Channel.IN_PERSON,
        place="Plant 2, gate C, meeting room “Mill”",
        attendees=(Attendee(contact="Mara Lindqvist"), Attendee(contact="Ben Okoye")),
        our_people=(
            OurPerson(name="Jo", role="leads"),
            OurPerson(name="Pia", role="notes, retrofit questions"),
        ),
        initiated_by=Side.US,
        politics=PRIVATE,
    )


def _case() -> Case:
    return Case(
        current_state="4.2 h of line time lost a month; each hour costs about 640 € in margin and overtime.",
        why_now="retail contracts from March carry penalties for late pallets; two setters retire in April.",
        better_future="changeover under 12 minutes, by one person, on any shift.",
        why_change="The loss grows with each new SKU; eleven more are planned for spring.",
        why_us="We guarantee the minutes, not the machine.",
        problems=(
            Problem(
                problem="Line 4 stands still at each changeover",
                consequence="pallets late on Mondays",
                in_their_words="We just eat it.",
                cost=Cost(amount=Decimal(2700), currency="EUR", per=Cadence.MONTH),
            ),
        ),
        forces=(
            Force(
                trend="Retailers fine late pallets",
                effect_on_them="2 % of the order value from March",
                source="Retail terms 2027",
                date=dt.date(2026, 9, 1),
            ),
        ),
        proof=(
            Proof(
                situation="Alder Dairy, same fillers",
                result="41 → 11 min in nine weeks",
                source="audited",
                date=dt.date(2026, 9, 30),
            ),
        ),
    )


def _conversation() -> Conversation:
    return Conversation(
        purpose="Agree that a closer look is worth their time",
        opening="I'd like to show what four plants like yours lose to changeovers, "
        "hear where it is different here, and agree on whether a closer look is worth your time.",
        agenda=(
            AgendaItem(minutes=5, topic="Opening", lead=Lead.US),
            AgendaItem(minutes=15, topic="How changeovers run today", lead=Lead.US),
            AgendaItem(
                minutes=12, topic="Case for change", purpose="three forces, their own numbers", lead=Lead.US
            ),
            AgendaItem(
                minutes=6, topic="Price, said first by us", purpose="18 % above Corvex, and why", lead=Lead.US
            ),
            AgendaItem(
                minutes=7, topic="Next step", purpose="the line walk; dates on the table", lead=Lead.US
            ),
        ),
        questions=(
            Question(
                text="Walk me through the last bad Monday: what stood still, and who heard about it?",
                starter=True,
            ),
            Question(
                text="What happens to the promised dates when line 4 is late?", uncovers="how changeovers run"
            ),
            Question(text="When overtime ran out in October, what was decided?"),
            Question(
                text="Which of these three would your CFO dispute?",
                uncovers="forces, numbers",
                kind=QuestionKind.CONFIRM,
            ),
            Question(text="Who else has to walk the line with us?", kind=QuestionKind.COMMITMENT),
        ),
        signals=("who is blamed for late pallets", "“corporate decides that”", "a date, any date"),
        shortcuts=(
            Shortcut(
                they_ask_for="Just send the quote.",
                acknowledge="Gladly, and I want it to be one you can defend.",
                propose_instead="May we take 90 minutes on the line first, so that it holds your numbers?",
            ),
        ),
        concerns=(
            Concern(
                concern="Corvex is cheaper.",
                response="By 12,000 a year. If only 44 % of what we see comes true "
                "you are even; shall we test that on your line?",
            ),
            Concern(
                who="Okoye",
                concern="No time before spring.",
                response="Then each month of waiting costs about 2,700. Which week in December hurts least?",
            ),
        ),
    )


def _ask() -> Ask:
    return Ask(
        primary=Action(
            actor="Mara Lindqvist",
            action="invites maintenance and finance to a 90-minute line walk",
            by=dt.date(2026, 12, 11),
        ),
        fallback=Action(
            actor="She", action="names the person in finance who owns the overtime budget, today"
        ),
        wording="Would it make sense to look at the line together with the two people "
        "who feel the losses, before the budget closes?",
    )


def _price() -> Price:
    return Price(
        currency="EUR",
        term_months=12,
        ours=(PriceLine(label="Lease", likely=Decimal(79000), cadence=Cadence.YEAR),),
        alternative=Alternative(
            kind=AlternativeKind.COMPETITOR,
            name="Corvex",
            known=True,
            prices=(PriceLine(likely=Decimal(67000), cadence=Cadence.YEAR),),
        ),
        drivers=(
            Driver(name="Line time", likely=Decimal(19000), confirmed_by="Mara Lindqvist"),
            Driver(name="Overtime", likely=Decimal(9000), source="their payroll, Oct"),
            Driver(name="Late-pallet penalties", low=Decimal(4000), high=Decimal(8000)),
            Driver(
                name="Training, two setters", against_us=True, likely=Decimal(3000), cadence=Cadence.ONE_OFF
            ),
        ),
        disclosure=PriceDisclosure(
            discussion=DisclosureDiscussion.THIS_CALL,
            when="minute 32, by us",
            wording="We are 12,000 above Corvex, and I would like to show you why.",
            proof="their October payroll sheet",
        ),
        floor=Decimal(61234),
        walk_away=PRIVATE,
    )
