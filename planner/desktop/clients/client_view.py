"""What a client's page says, worked out beforehand: headings, lines and entries in words. No Qt."""

import datetime as dt
from collections.abc import Iterator, Sequence

import msgspec

from planner.coaching.promises import due_day, is_open
from planner.coaching.week.conversation_so_far import CommitmentSoFar, conversation_so_far
from planner.coaching.week.people import PersonAtClient, nobody_decides, people_at
from planner.coaching.week.price_said import PriceDiscussed, price_discussed
from planner.coaching.week.timeline import TimelineEntry, TimelineKind, coming_of, timeline_of
from planner.model.client import Client, Promise
from planner.model.plan import Plan
from planner.model.terms import Side, Stance
from planner.translation import N_, _, ngettext
from planner.wording.days import day_text
from planner.wording.lists import and_list, comma_list, sentences
from planner.wording.places import place_name
from planner.wording.text import joined, labelled, one_line, quoted

PLAN, TOUCH, PROMISE, CONTACT, NEWS = "plan", "touch", "promise", "contact", "news"
"""What the key of an entry is about; behind a colon stands an id, or a row of the client counted from 0."""

_KINDS = {
    TimelineKind.CALL: N_("Call"),
    TimelineKind.TOUCH: N_("Touch"),
    TimelineKind.INQUIRY: N_("They came to us"),
    TimelineKind.REFLECTION: N_("Review"),
    TimelineKind.NEWS: N_("News"),
    TimelineKind.PROMISE: N_("Promise"),
}


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """An entry of one of the page's lists: when, what kind in bold, what, and how, below it.

    `key` says what it is about. `chip` is a word or two at the end of the line; `asks` says that it asks for
    something to be done.
    """

    key: str = ""
    when: str = ""
    kind: str = ""
    text: str = ""
    detail: str = ""
    chip: str = ""
    asks: bool = False

    @property
    def in_words(self) -> str:
        """All that the entry says, parted by commas, as a screen reader says it."""
        said = (self.when, self.kind, self.text, self.chip, self.detail)
        return comma_list(part for part in said if part)


class ClientView(msgspec.Struct, frozen=True, kw_only=True):
    """A client's page. `standing` is its place on the Dream list and why it is there, "" for any other.

    `so_far` is the sales conversation, `so_far_words` says it in a sentence. `price_said` tells when the
    price was said last and how they took it, `nobody_decides` that nobody is known who does; "" where that
    does not apply. `facts` are short lines.
    """

    name: str
    standing: str
    archived: bool
    so_far: tuple[CommitmentSoFar, ...]
    so_far_words: str
    price_said: str
    happened: tuple[Entry, ...]
    coming: tuple[Entry, ...]
    people: tuple[Entry, ...]
    nobody_decides: str
    promises: tuple[Entry, ...]
    facts: tuple[str, ...]


def client_view(client: Client, plans: Sequence[Plan], now: dt.datetime, place: int | None) -> ClientView:
    """Return the page of a client at `now`; `plans` are all of its plans, `place` that on the Dream list."""
    today = now.date()
    so_far = conversation_so_far(plans, today)
    people = people_at(client, plans, today)
    return ClientView(
        name=client.name.strip() or _("(no name yet)"),
        standing=_standing(client, place),
        archived=client.archived is True,
        so_far=so_far,
        so_far_words=so_far_in_words(so_far),
        price_said=_price_in_words(price_discussed(plans, today), today),
        happened=tuple(_happened(entry, today) for entry in timeline_of(client, plans, now)),
        coming=tuple(_coming(entry, today) for entry in coming_of(client, plans, now)),
        people=tuple(_person(person, client, today) for person in people),
        nobody_decides=nobody_decides(people),
        promises=tuple(_promises(client, today)),
        facts=tuple(_facts(client)),
    )


def so_far_in_words(so_far: Sequence[CommitmentSoFar]) -> str:
    """Return which commitments were obtained, and which is next, in one or two sentences."""
    obtained = [_(one.commitment.value) for one in so_far if one.obtained]
    following = next((_(one.commitment.value) for one in so_far if one.is_next), "")
    first = (
        _("Obtained: {commitments}.").format(commitments=and_list(obtained))
        if obtained
        else _("Nothing obtained yet.")
    )
    return sentences((first, _("Next: {commitment}.").format(commitment=following) if following else ""))


def _standing(client: Client, place: int | None) -> str:
    why = one_line(client.why_dream)
    if not client.dream_client:
        return why
    if place is None:
        return labelled(_("Dream Client"), why)
    return labelled(_("No. {place} on the Dream list").format(place=place), why)


def _price_in_words(times: Sequence[PriceDiscussed], today: dt.date) -> str:
    if not times:
        return ""
    count = len(times)
    often = ngettext("Price said once", "Price said {count} times", count).format(count=count)
    last = times[0]
    said = [_("by us") if last.by is Side.US else _("by them")] if last.by is not None else []
    said += [_("on {day}").format(day=day_text(last.on, today))] if last.on is not None else []
    said += [_("minute {minute}").format(minute=last.minute)] if last.minute is not None else []
    lead = often if count == 1 else _("{often}, last").format(often=often)
    return labelled(comma_list([lead, *said]), one_line(last.reaction))


def _happened(entry: TimelineEntry, today: dt.date) -> Entry:
    return Entry(
        key=_key_of(entry),
        when=day_text(entry.on, today) if entry.on else "",
        kind=_(_KINDS[entry.kind]),
        text=entry.text,
        detail=entry.detail,
    )


def _coming(entry: TimelineEntry, today: dt.date) -> Entry:
    over = entry.kind is TimelineKind.TOUCH and entry.on is not None and entry.on < today
    return Entry(
        key=_key_of(entry),
        when=day_text(entry.on, today) if entry.on else _("no date"),
        kind=_(_KINDS[entry.kind]),
        text=entry.text,
        detail=entry.detail,
        chip=_over_by((today - entry.on).days) if over and entry.on is not None else "",
        asks=over,
    )


def _key_of(entry: TimelineEntry) -> str:
    if entry.touch_id and not entry.plan_id:
        return f"{TOUCH}:{entry.touch_id}"
    return f"{PLAN}:{entry.plan_id}" if entry.plan_id else ""


def _person(person: PersonAtClient, client: Client, today: dt.date) -> Entry:
    contact = person.contact
    role = _(contact.buying_role.value) if contact.buying_role else ""
    stance = _stance(contact.stance)
    influence = contact.influence
    weighs = _("influence {level}").format(level=influence) if influence is not None else ""
    last = person.last_contact
    met = day_text(last, today) if last else _("not met yet")
    at = next(at for at, each in enumerate(client.contacts) if each is contact)
    return Entry(
        key=f"{CONTACT}:{at}",
        kind=one_line(contact.name),
        text=one_line(contact.title),
        detail=joined((comma_list(part for part in (role, weighs, stance) if part), met)),
        chip=_("left") if contact.left else _("decides") if person.decides else "",
    )


def _stance(stance: Stance | None) -> str:
    """Return where somebody stands; an unknown stance says nothing, as one that is blank."""
    return "" if stance in {None, Stance.UNKNOWN} else _(str(stance))


def _promises(client: Client, today: dt.date) -> Iterator[Entry]:
    """Yield the open promises of both sides, the one due first first."""
    rows = [(promise, at) for at, promise in enumerate(client.promises) if is_open(promise)]
    for promise, at in sorted(rows, key=lambda row: due_day(row[0])):
        over = (today - promise.due).days if promise.due else 0
        yield Entry(
            key=f"{PROMISE}:{at}",
            text=one_line(promise.text),
            detail=_whose(promise, today),
            chip=_over_by(over) if over > 0 else _("today") if promise.due == today else "",
            asks=promise.due is not None and over >= 0,
        )


def _whose(promise: Promise, today: dt.date) -> str:
    side = {Side.US: _("ours"), Side.THEM: _("theirs"), None: ""}[promise.by]
    due = _("due {day}").format(day=day_text(promise.due, today)) if promise.due else _("no date")
    return comma_list(part for part in (side, due) if part)


def _over_by(days: int) -> str:
    return ngettext("{count} day over", "{count} days over", days).format(count=days)


def _facts(client: Client) -> Iterator[str]:
    about = [one_line(text) for text in (client.industry, client.size, client.headquarters)]
    if any(about):
        yield comma_list(text for text in about if text)
    if client.website.strip():
        yield client.website.strip()
    if client.current_supplier.strip():
        yield _("Buys from {supplier}").format(supplier=one_line(client.current_supplier))
    if client.price_expectation.strip():
        yield labelled(_("What they think it should cost"), quoted(one_line(client.price_expectation)))
    for text in (client.snapshot, client.health):
        if text.strip():
            yield one_line(text)
    if client.language.strip():
        yield labelled(_("Language"), one_line(client.language))
    if client.zone.strip():
        yield labelled(_("Time zone"), place_name(client.zone.strip()))
