"""How the rules look at fields: what is there, as evidence."""

import datetime as dt
import enum

from planner.coaching.check.finding import Evidence
from planner.model.fields import is_blank, read_field
from planner.model.plan import Preparation
from planner.wording.text import one_line

LONGEST = 90


def is_filled(text: str) -> bool:
    """Whether somebody wrote something."""
    return bool(text.strip())


def field(preparation: Preparation, path: str) -> Evidence:
    """Return the field at the path with what it says."""
    return Evidence(path, as_text(read_field(preparation, path)))


def count_evidence(path: str, rows: tuple[object, ...], one: str, many: str) -> Evidence:
    """Return a list with how many of its rows are filled: `3 questions`."""
    count = len(filled(rows))
    return Evidence(path, f"{count} {one if count == 1 else many}" if count else "")


def filled(rows: tuple[object, ...]) -> list[int]:
    """Return the places of the rows with something in them."""
    return [at for at, row in enumerate(rows) if not is_blank(row)]


def as_text(value: object) -> str:
    """Return a single value on one line, cut visibly where it is long; a date as 2026-12-01."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dt.datetime):
        return value.isoformat()
    return short(str(value.value if isinstance(value, enum.Enum) else value))


def short(text: str, longest: int = LONGEST) -> str:
    """Return a text on one line, cut at a word with a visible mark."""
    line = one_line(text)
    if len(line) <= longest:
        return line
    head, _, rest = line[:longest].rpartition(" ")
    return f"{head or rest}…"


def number_of(number: int, one: str, many: str) -> str:
    """Return `1 day`, `5 days`."""
    return f"{number} {one if number == 1 else many}"


def whom(preparation: Preparation) -> str:
    """Return whom the call is with: the first attendee, or the client's name, or "the client"."""
    attending = (one.contact.strip() for one in preparation.plan.call.attendees)
    return next((name for name in attending if name), preparation.client.name.strip() or "the client")
