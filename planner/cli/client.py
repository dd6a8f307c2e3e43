"""One client: what is known of them, and what happened so far."""

import argparse
import datetime as dt
import json
import sys
from collections.abc import Iterator, Sequence
from typing import Any

from planner.cli.clients import iso_day, obtained_in_order
from planner.cli.clients_meant import client_meant
from planner.cli.table import printed_table
from planner.coaching.week.people import PersonAtClient, people_at
from planner.coaching.week.timeline import TimelineEntry, TimelineKind, coming_of, timeline_of
from planner.exchange.writing import client_fields
from planner.model.client import Client, Promise
from planner.model.plan import Plan
from planner.model.terms import Side
from planner.store.library import Library
from planner.translation import N_, _
from planner.wording.lists import comma_list
from planner.wording.text import joined, labelled, one_line

_FACTS = {
    "why_dream": N_("Why a Dream Client"),
    "industry": N_("Industry"),
    "size": N_("Size"),
    "headquarters": N_("Headquarters"),
    "website": N_("Website"),
    "snapshot": N_("In a sentence"),
    "health": N_("How they are doing"),
    "current_supplier": N_("Supplier today"),
    "price_expectation": N_("What they think it should cost"),
    "language": N_("Language"),
    "zone": N_("Time zone"),
    "notes": N_("Notes"),
}
_KIND_WORDS = {
    TimelineKind.CALL: N_("call"),
    TimelineKind.TOUCH: N_("touch"),
    TimelineKind.INQUIRY: N_("they asked"),
    TimelineKind.REFLECTION: N_("review"),
    TimelineKind.NEWS: N_("news"),
    TimelineKind.PROMISE: N_("promise kept"),
}
_PROMISED = {Side.US: N_("Our promise"), Side.THEM: N_("Their promise"), None: N_("Promise")}


def show_client(library: Library, arguments: argparse.Namespace) -> int:
    """Print what is known of one client, as JSON or to be read; return 0.

    Plans that cannot be read are left out. NoSuchClient, AmbiguousClient, or LibraryDamaged where the client
    cannot be read.
    """
    client = library.client(client_meant(library, arguments.client).id)
    plans = library.plans_of(client.id)
    now = arguments.now()
    sys.stdout.write(_as_json(client, plans, now) if arguments.json else _to_read(client, plans, now))
    return 0


def _as_json(client: Client, plans: Sequence[Plan], now: dt.datetime) -> str:
    """Return an object: every field as in a plan file, the timeline latest first, commitments obtained.

    Each contact has `last_contact` besides: a day in ISO, or null.
    """
    fields = client_fields(client)
    people = people_at(client, plans, now.date())
    for contact, written in zip(client.contacts, fields["contacts"], strict=True):
        days = (person.last_contact for person in people if person.contact is contact)
        written["last_contact"] = iso_day(next(days, None))
    fields["timeline"] = [_object(entry) for entry in timeline_of(client, plans, now)]
    fields["commitments_obtained"] = obtained_in_order(plans, now.date())
    return f"{json.dumps(fields, indent=2, ensure_ascii=False)}\n"


def _object(entry: TimelineEntry) -> dict[str, Any]:
    return {
        "on": iso_day(entry.on),
        "kind": entry.kind.value,
        "text": entry.text,
        "plan": entry.plan_id or None,
    }


def _to_read(client: Client, plans: Sequence[Plan], now: dt.datetime) -> str:
    obtained = comma_list(_(name) for name in obtained_in_order(plans, now.date()))
    paragraphs = (
        [one_line(client.name) or _("(no name)"), _standing(client)],
        [_fact(_(label), getattr(client, name)) for name, label in _FACTS.items()],
        [_person(person) for person in people_at(client, plans, now.date())],
        list(_promises(client)),
        [labelled(_("Commitments obtained"), obtained or _("none yet"))],
        [_entries(coming_of(client, plans, now), _("to come")).rstrip()],
        [_entries(timeline_of(client, plans, now), _("so far")).rstrip()],
    )
    texts = ("\n".join(line for line in paragraph if line) for paragraph in paragraphs)
    return "\n\n".join(text for text in texts if text) + "\n"


def _standing(client: Client) -> str:
    place = _("No. {rank} on the Dream list").format(rank=client.dream_rank) if client.dream_rank else ""
    dream = _("Dream Client") if client.dream_client and not place else ""
    return joined((place, dream, _("archived") if client.archived else ""))


def _fact(label: str, text: str) -> str:
    return labelled(label, one_line(text)) if text.strip() else ""


def _person(person: PersonAtClient) -> str:
    contact = person.contact
    last = _("last contact {day}").format(day=person.last_contact) if person.last_contact else ""
    return joined(
        (
            one_line(contact.name),
            one_line(contact.title),
            _("decides") if person.decides else "",
            _("has left") if contact.left else "",
            one_line(contact.phone),
            one_line(contact.email),
            last,
        )
    )


def _promises(client: Client) -> Iterator[str]:
    """Yield a line for each promise that is not kept yet."""
    for promise in client.promises:
        if promise.text.strip() and promise.kept_on is None:
            yield _promise(promise)


def _promise(promise: Promise) -> str:
    by = _("by {day}").format(day=promise.due) if promise.due else _("no date")
    text = _("{whose}: {text} ({by})")
    return text.format(whose=_(_PROMISED[promise.by]), text=one_line(promise.text), by=by)


def _entries(entries: Sequence[TimelineEntry], head: str) -> str:
    rows = [
        (iso_day(entry.on) or "–", _(_KIND_WORDS[entry.kind]), entry.text, entry.detail) for entry in entries
    ]
    return printed_table((head, "", "", ""), rows) if rows else ""
