"""Pictures of the clients: their list, the page of one, its facts."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from msgspec.structs import replace

from planner.desktop.frame.window import MainWindow
from planner.model.call import Attendee, Call
from planner.model.client import Client, Contact, NewsItem, Promise
from planner.model.plan import Plan, Preparation
from planner.model.reflection import Obtained, PriceRaised, Reflection
from planner.model.terms import (
    BuyingRole,
    Channel,
    Commitment,
    ObtainedKind,
    Outcome,
    RaisedBy,
    Side,
    Stance,
    TouchChannel,
    TouchOutcome,
)
from planner.model.touch import Touch
from planner.store.library import Library

Take = Callable[[str], None]
"""Takes the window under that name."""
Wait = Callable[[Callable[[], bool]], None]
"""Waits until something is so."""

_MORE = (
    ("Ravenna Ceramics", 2, "three kilns, one supplier, a new plant manager since May", 41, None),
    ("Tarn Valley Water", 5, "forty pumping stations, metered by hand", 12, 3),
    ("Kestrel Packaging", None, "", 16, None),
    ("Hollis & Grey", 4, "their film tears twice a shift", 3, 1),
    ("Osterley Mills", 1, "two furnaces under the new levy", 9, 4),
    ("Łódź Żywność", None, "", 4, None),
)


def client_library(folder: Path, today: dt.date) -> None:
    """Fill a library with clients at all stages, as they stand on a day."""
    library = Library.open(folder)
    brightmoor = _brightmoor(today)
    library.add([Preparation(client=brightmoor, plan=plan) for plan in _calls(brightmoor, today)])
    for at, (name, place, why, ago, ahead) in enumerate(_MORE):
        library.save_client(_client(f"client-{at}", name, today, place=place, why=why, ago=ago, ahead=ahead))
    library.close()


def take_clients(window: MainWindow, take: Take, wait: Wait) -> None:
    """Take the list, the page of Brightmoor Foods and its facts."""
    window.clients_place.command.trigger()
    clients = window.clients.list
    assert clients is not None
    wait(lambda: not clients.pending)
    take("clients")
    window.clients.show_client("brightmoor")
    page = window.clients.page
    assert page is not None
    wait(lambda: page.shown is not None and not page.pending)
    page.overview.happened.choose(0)
    take("client")
    page.show_facts()
    page.facts.form.complete()
    take("client-facts")


def _client(
    client_id: str, name: str, today: dt.date, *, place: int | None, why: str, ago: int, ahead: int | None
) -> Client:
    touches = [
        Touch(
            id=f"{client_id}-done",
            done_on=today - dt.timedelta(days=ago),
            channel=TouchChannel.PHONE,
            outcome=TouchOutcome.SPOKE,
        )
    ]
    if ahead is not None:
        planned = today + dt.timedelta(days=ahead)
        touches.append(Touch(id=f"{client_id}-planned", planned_on=planned, channel=TouchChannel.E_MAIL))
    return Client(
        id=client_id,
        name=name,
        dream_client=place is not None or None,
        dream_rank=place,
        why_dream=why,
        industry="Industry",
        touches=tuple(touches),
    )


def _brightmoor(today: dt.date) -> Client:
    day = _days_from(today)
    return Client(
        id="brightmoor",
        name="Brightmoor Foods",
        dream_client=True,
        dream_rank=3,
        why_dream="four lines, changeovers by hand, a retailer that fines late pallets",
        industry="Food",
        size="420 people",
        headquarters="Leeds",
        current_supplier="Halvo, contract to March",
        price_expectation="under fifty",
        language="English",
        zone="Europe/London",
        contacts=(
            Contact(
                id="mara",
                name="Mara Lindqvist",
                title="plant manager",
                buying_role=BuyingRole.USER,
                influence=4,
                stance=Stance.SUPPORTER,
            ),
            Contact(
                id="peer",
                name="Peer Aldous",
                title="finance director",
                buying_role=BuyingRole.ECONOMIC,
                influence=5,
                stance=Stance.UNKNOWN,
            ),
        ),
        news=(NewsItem(date=day(-25), text="Second shift from January", source="trade paper"),),
        promises=(
            Promise(text="Stop list of October", by=Side.THEM, due=day(-2)),
            Promise(text="Reference at Osterley", by=Side.US, due=day(5)),
        ),
        touches=(
            Touch(
                id="letter",
                done_on=day(-32),
                channel=TouchChannel.LETTER,
                value_offered="The log of a mill like theirs",
                outcome=TouchOutcome.NO_ANSWER,
            ),
            Touch(
                id="phone",
                done_on=day(-18),
                channel=TouchChannel.PHONE,
                with_whom="Mara Lindqvist",
                with_whom_id="mara",
                value_offered="The retailer's new fine",
                outcome=TouchOutcome.MEETING_AGREED,
            ),
            Touch(
                id="log",
                planned_on=day(7),
                channel=TouchChannel.PHONE,
                with_whom="Mara Lindqvist",
                with_whom_id="mara",
                value_offered="The stop log, counted with Mara",
            ),
        ),
    )


def _calls(client: Client, today: dt.date) -> tuple[Plan, Plan]:
    day = _days_from(today)
    mara = (Attendee(contact="Mara Lindqvist", contact_id="mara"),)
    held = Plan(id="brightmoor-first", client_id=client.id)
    held = replace(
        held,
        call=Call(
            title="First talk at the fair",
            day=day(-3),
            minutes=45,
            channel=Channel.IN_PERSON,
            commitment=Commitment.EXPLORE,
            attendees=mara,
        ),
        reflection=Reflection(
            held_on=day(-3),
            outcome=Outcome.ADVANCE,
            obtained=Obtained(which=ObtainedKind.PRIMARY, actor="Mara", action="an hour on the line"),
            price=PriceRaised(
                raised_by=RaisedBy.US, minute=20, reaction="wrote it down, asked what training costs"
            ),
            differently="fewer slides",
        ),
    )
    coming = Plan(
        id="brightmoor-next",
        client_id=client.id,
        call=Call(
            title="Changeover losses on lines 2 and 4",
            starts=dt.datetime.combine(day(3), dt.time(10), dt.UTC),
            minutes=45,
            commitment=Commitment.CHANGE,
            attendees=mara,
        ),
    )
    return held, coming


def _days_from(today: dt.date) -> Callable[[int], dt.date]:
    return lambda days: today + dt.timedelta(days=days)
