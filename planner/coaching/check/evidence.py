"""How the rules look at fields: what is there, as evidence."""

import datetime as dt
import enum

from planner.coaching.check.finding import Evidence
from planner.model.fields import is_blank, read_field
from planner.model.plan import Preparation
from planner.translation import _
from planner.wording.text import one_line

LONGEST = 90


def is_filled(text: str) -> bool:
    """Whether the text is more than white space."""
    return bool(text.strip())


def field(preparation: Preparation, path: str) -> Evidence:
    """Return the evidence for the field at the path: the path and its value as text."""
    return Evidence(path, as_text(read_field(preparation, path)))


def filled(rows: tuple[object, ...]) -> list[int]:
    """Return the indices of the rows that are not blank."""
    return [at for at, row in enumerate(rows) if not is_blank(row)]


def as_text(value: object) -> str:
    """Return a single value on one line, shortened with "…" if long; "" for None, a date as 2026-12-01."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, dt.datetime):
        return value.isoformat()
    return short(_(str(value.value)) if isinstance(value, enum.Enum) else str(value))


def short(text: str, longest: int = LONGEST) -> str:
    """Return the text on one line, cut at a word and ended with "…" if longer than `longest` characters."""
    line = one_line(text)
    if len(line) <= longest:
        return line
    head, _, rest = line[:longest].rpartition(" ")
    return f"{head or rest}…"


def whom(preparation: Preparation) -> str:
    """Return whom the call is with: the first attendee, or the client's name, or "the client"."""
    attending = (attendee.contact.strip() for attendee in preparation.plan.call.attendees)
    return next((name for name in attending if name), preparation.client.name.strip() or _("the client"))
