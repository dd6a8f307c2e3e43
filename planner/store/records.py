"""What a list shows of the library's documents, and how documents are decoded; no plan is loaded whole.

What they hold stands in `whole_records`, which the start does not load.
"""

import datetime as dt
import re
from collections.abc import Iterable
from pathlib import Path
from typing import TypeVar

import msgspec

from planner.model.characters import fit_text
from planner.model.placed_time import AnyMoment, read_stored
from planner.model.plan_summary import PlanSummary
from planner.model.terms import CallKind, Commitment, Happened, Outcome, Side
from planner.store.decoding_problem import decoding_problem
from planner.store.errors import LibraryDamaged

T = TypeVar("T")

SCHEMA = 3
"""The number of this schema, kept in the one document of the table `meta`."""


class _Attendee(msgspec.Struct):
    contact: str = ""


class _Intention(msgspec.Struct):
    text: str = ""
    kept: bool | None = None
    dropped_because: str = ""


class _Action(msgspec.Struct):
    action: str = ""
    by: dt.date | None = None


class _Ask(msgspec.Struct):
    primary: _Action = msgspec.field(default_factory=_Action)


class _Call(msgspec.Struct):
    title: str = ""
    starts: AnyMoment | None = None
    day: dt.date | None = None
    minutes: int | None = None
    kind: CallKind | None = None
    commitment: Commitment | None = None
    attendees: list[_Attendee] = []
    happened: Happened | None = None
    initiated_by: Side | None = None


class _Reflection(msgspec.Struct):
    held_on: dt.date | None = None
    outcome: Outcome | None = None
    differently: str = ""
    differently_dropped: str = ""
    intentions: list[_Intention] = []

    def meant_differently(self, given_up: list[str]) -> tuple[str, ...]:
        """Return what was to be done differently next time, without the texts that the plan gave up."""
        texts = [intention.text for intention in self.intentions if not intention.kept]
        if texts and given_up:
            from planner.model.same_text import text_key  # noqa: PLC0415 -- hardly ever wanted at the start

            keys = {text_key(text) for text in given_up}
            texts = [text for text in texts if text_key(text) not in keys]
        if not self.differently_dropped.strip():
            texts.insert(0, self.differently)
        return _filled(texts)


class _Carried(msgspec.Struct):
    from_plan: str = ""


class PlanGlance(msgspec.Struct, kw_only=True):
    """The fields of a stored plan that its summary needs; decoding it skips all others."""

    id: str
    client_id: str
    deleted_on: dt.date | None = None
    edited_on: list[dt.date] = []
    call: _Call = msgspec.field(default_factory=_Call)
    reflection: _Reflection = msgspec.field(default_factory=_Reflection)
    carried: _Carried = msgspec.field(default_factory=_Carried)
    ask: _Ask = msgspec.field(default_factory=_Ask)
    intentions: list[_Intention] = []

    def summary(self, client: str, headquarters: str = "", industry: str = "") -> PlanSummary:
        """Return the plan's summary; `client` is the client's name, the others tell namesakes apart."""
        call, attendees = self.call, self.call.attendees
        return PlanSummary(
            id=self.id,
            client_id=self.client_id,
            client=client,
            client_headquarters=headquarters,
            client_industry=industry,
            title=fit_text(call.title),
            starts=call.starts,
            day=None if call.starts else call.day,
            minutes=call.minutes,
            happened=call.happened,
            kind=call.kind,
            commitment=call.commitment,
            first_attendee=fit_text(attendees[0].contact) if attendees else "",
            attendee_count=len(attendees),
            outcome=self.reflection.outcome,
            held_on=self.reflection.held_on,
            last_edited=self.edited_on[-1] if self.edited_on else None,
            edited_days=len(self.edited_on),
            from_plan=self.carried.from_plan,
            initiated_by=call.initiated_by,
            asks=fit_text(self.ask.primary.action),
            asks_by=self.ask.primary.by,
            meant_differently=self.reflection.meant_differently(
                [intention.text for intention in self.intentions if intention.dropped_because.strip()]
            ),
            taken_up=_filled(intention.text for intention in (*self.intentions, *self.reflection.intentions)),
        )


def _filled(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(fit_text(text) for text in texts if text.strip())


class ClientGlance(msgspec.Struct):
    """The fields of a stored client that summaries need.

    Headquarters and industry are whatever stands there: no list fails for them.
    """

    id: str
    name: str = ""
    headquarters: object = ""
    industry: object = ""


class Meta(msgspec.Struct):
    """The one document of the table `meta`: the number of the library's schema."""

    schema: int = SCHEMA


class _Whose(msgspec.Struct):
    """What tells a client or plan from others, and the plan a version is of."""

    id: str = ""
    plan_id: str = ""


META_DOCUMENTS = {"1": msgspec.json.encode(Meta())}
"""The documents of the table `meta`, encoded, by document id."""

PLAN_GLANCE = msgspec.json.Decoder(PlanGlance, dec_hook=read_stored)
CLIENT_GLANCE = msgspec.json.Decoder(ClientGlance)
META = msgspec.json.Decoder(Meta)
_WHOSE = msgspec.json.Decoder(_Whose)


UNREADABLE = (msgspec.DecodeError, UnicodeDecodeError)
"""What decoding raises for a document that does not fit or is no JSON at all."""


def decoded_as_stored(
    decoder: msgspec.json.Decoder[T], document: bytes | msgspec.Raw, path: Path, name: str
) -> T:
    """Return the decoded document, its texts as they are stored, not made fit to be shown.

    LibraryDamaged, naming the file, the document (`name`) and the field, if it does not fit.
    """
    try:
        return decoder.decode(document)
    except UNREADABLE as error:
        what, _at, field = str(error).partition(" - at `$")
        field = field.rstrip("`").removeprefix(".")
        id_of = re.match(rb'\s*{"id":\s*"([\w-]{1,64})"', bytes(document))
        label = f"{name} (id {id_of[1].decode()})" if id_of else name
        place = f"{label}, {field}" if field else label
        raise LibraryDamaged(path, f"{place}: {decoding_problem(what)}") from error


def id_in(document: msgspec.Raw) -> str:
    """Return the id in a client's or plan's document, the plan's id in a version's; "" if it has none."""
    try:
        whose = _WHOSE.decode(document)
    except UNREADABLE:
        return ""
    return whose.id or whose.plan_id
