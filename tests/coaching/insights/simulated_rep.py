"""A rep with known habits: plans of calls in which what goes together is decided here, by chance and seed."""

import datetime as dt
import random
from decimal import Decimal

import msgspec

from planner.model.ask import Action, Ask
from planner.model.call import Call
from planner.model.client import Client
from planner.model.conversation import AgendaItem, Conversation
from planner.model.fear import Fear
from planner.model.plan import Plan, Preparation
from planner.model.price import Alternative, Driver, Price, PriceDiscussion, PriceLine
from planner.model.reflection import IntentionKept, Obtained, PriceRaised, Reflection, Stand, Stands
from planner.model.terms import Commitment, Footing, Lead, ObtainedKind, Outcome, RaisedBy, Side

FIRST_DAY = dt.date(2025, 11, 30)
BERLIN = dt.timezone(dt.timedelta(hours=1))
CLIENTS = ("Brightmoor Foods", "Tarn Valley Water", "Hollis & Grey", "Łódź Żywność", "Kestrel Packaging")
RESOLVES = (
    "Ask for the date before the summary",
    "Say the price before they ask",
    "Wait after the question",
    "Name the person who decides",
    "Bring the proof on paper",
    "Let them explain the problem first",
)
MINUTES = 40


class Habits(msgspec.Struct, frozen=True, kw_only=True):
    """How likely things are with this rep. As they stand here, nothing is connected with anything."""

    moves_on: float = 0.5
    lead_helps: float = 0.0
    late_price_hurts: float = 0.0
    given: dict[Commitment, float] = {}
    fear_comes_true: float = 0.5
    discovery: tuple[float, float] = (0.5, 0.5)
    keeps: float = 0.5


KNOWN_HABITS = Habits(
    lead_helps=0.25,
    late_price_hurts=0.3,
    given={Commitment.EXPLORE: 0.9, Commitment.INVEST: 0.0},
    fear_comes_true=0.12,
    discovery=(0.2, 0.9),
)
NO_HABITS = Habits()


def year_of(habits: Habits, seed: int, calls: int = 300) -> list[Preparation]:
    """Return so many calls over one year, oldest first, each looked back on."""
    chance = random.Random(seed)
    return [_call(habits, chance, seed, number, number / calls) for number in range(calls)]


def _call(habits: Habits, chance: random.Random, seed: int, number: int, year: float) -> Preparation:
    client_number = chance.randrange(len(CLIENTS))
    client = Client(id=f"c{client_number:011x}", name=CLIENTS[client_number])
    day = FIRST_DAY + dt.timedelta(days=int(year * 364))
    lead, commitment = chance.choice(tuple(Lead)), chance.choice(tuple(Commitment))
    minute = chance.choice((None, 5, 15, 30, 38))
    before = minute is None and chance.random() < 0.5
    moved = chance.random() < _moves_on(habits, lead, minute)
    plan = Plan(
        id=f"{seed:04x}{number:08x}",
        client_id=client.id,
        call=Call(
            title=f"Talk {number + 1}",
            commitment=commitment,
            initiated_by=random.Random(f"asked {seed} {number}").choice(tuple(Side)),
            starts=dt.datetime.combine(day, dt.time(10), BERLIN),
            minutes=MINUTES,
        ),
        conversation=Conversation(agenda=_agenda(lead)),
        ask=Ask(primary=Action(actor="Mara", action="invites finance", by=day + dt.timedelta(days=9))),
        price=_price(chance, day, before=before),
        fear=Fear(avoiding="saying the price" if chance.random() < 0.7 else ""),
        reflection=_reflection(habits, chance, commitment, moved=moved, minute=minute, year=year),
    )
    return Preparation(client=client, plan=plan)


def _moves_on(habits: Habits, lead: Lead, minute: int | None) -> float:
    led = {Lead.US: habits.lead_helps, Lead.THEM: -habits.lead_helps, Lead.BOTH: 0.0}[lead]
    late = minute is not None and 2 * minute > MINUTES
    return habits.moves_on + led + (-habits.late_price_hurts if late else habits.late_price_hurts / 2)


def _agenda(lead: Lead) -> tuple[AgendaItem, ...]:
    return (
        AgendaItem(minutes=25, topic="What stands still", lead=lead),
        AgendaItem(minutes=10, topic="What it costs", lead=Lead.BOTH),
        AgendaItem(minutes=5, topic="Next step", lead=lead),
    )


def _price(chance: random.Random, day: dt.date, *, before: bool) -> Price:
    ours, worth = chance.choice(((100, 30), (130, 30), (130, 24), (130, 8)))
    discussions = (PriceDiscussion(date=day - dt.timedelta(days=20)),) if before else ()
    return Price(
        currency="EUR",
        term_months=12,
        ours=(PriceLine(likely=Decimal(ours)),),
        alternative=Alternative(prices=(PriceLine(likely=Decimal(110)),)),
        drivers=(Driver(name="Line time", low=Decimal(worth - 6), likely=Decimal(worth), high=Decimal(99)),),
        discussions=discussions,
    )


def _reflection(
    habits: Habits,
    chance: random.Random,
    commitment: Commitment,
    *,
    moved: bool,
    minute: int | None,
    year: float,
) -> Reflection:
    good, bad = (Outcome.ADVANCE, Outcome.ORDER), (Outcome.CONTINUATION, Outcome.NO_SALE)
    raised_by = RaisedBy.NOBODY if minute is None else chance.choice((RaisedBy.US, RaisedBy.THEM))
    begin, end = habits.discovery
    return Reflection(
        outcome=chance.choices(good if moved else bad, (4, 1))[0],
        obtained=_obtained(habits, chance, commitment),
        price=PriceRaised(raised_by=raised_by, minute=minute),
        fear_came_true=chance.random() < habits.fear_comes_true,
        intentions=(IntentionKept(text=chance.choice(RESOLVES), kept=chance.random() < habits.keeps),),
        initiatives=Stands(
            prospecting=_stand(chance, 0.5),
            discovery=_stand(chance, begin + (end - begin) * year),
            sales_conversation=_stand(chance, 0.5),
            investment=_stand(chance, 0.5),
        ),
        differently=chance.choice(RESOLVES),
    )


def _obtained(habits: Habits, chance: random.Random, commitment: Commitment) -> Obtained:
    as_asked = chance.random() < habits.given.get(commitment, 0.5)
    others = (ObtainedKind.FALLBACK, ObtainedKind.OTHER, ObtainedKind.NONE)
    which = ObtainedKind.PRIMARY if as_asked else chance.choice(others)
    return Obtained(which=which, action="sends the log", by=FIRST_DAY)


def _stand(chance: random.Random, front: float) -> Stand:
    footing = Footing.FRONT if chance.random() < front else chance.choice((Footing.BACK, Footing.FLAT))
    return Stand(footing=footing)
