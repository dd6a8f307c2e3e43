"""What the templates of a client's documents are given: words that the client may read, and no plan.

Every field here is a text, or made of texts, that was named in on purpose. A template, ours or one's
own, can reach nothing else.
"""

from collections.abc import Mapping

import msgspec

from planner.charts.chart import Chart
from planner.model.call import Call, planned_day
from planner.wording.days import weekday


class ClientAgendaItem(msgspec.Struct, frozen=True):
    """A stretch of the meeting: the hour it begins, else how long it takes, and what it is about.

    `when` is "" where neither is known.
    """

    when: str
    topic: str


class ClientAgenda(msgspec.Struct, frozen=True):
    """The agenda as the client reads it. People are named without their roles in the call."""

    client: str
    moment: str
    place: str
    items: tuple[ClientAgendaItem, ...]
    theirs: tuple[str, ...]
    ours: tuple[str, ...]


class ClientPriceLine(msgspec.Struct, frozen=True):
    """A line of our price: what it is, how it falls due, and its total over the term."""

    label: str
    schedule: str
    total: str


class ClientDriver(msgspec.Struct, frozen=True):
    """A driver as the client reads it: its name, and its estimated worth over the term, with a sign."""

    name: str
    amount: str


class ClientPrice(msgspec.Struct, frozen=True):
    """Our price as the client reads it, beside the alternative's if that is known.

    `horizon` is the term that all amounts are over. `total` is "" without lines, and says that it is to be
    settled while one of them is open. `other`, `other_total` and `share` are "" where unknown or not to be
    told.
    """

    client: str
    day: str
    horizon: str
    lines: tuple[ClientPriceLine, ...]
    total: str
    other: str
    other_total: str
    drivers: tuple[ClientDriver, ...]
    share: str
    charts: Mapping[str, Chart]


def weekday_of(call: Call) -> str:
    """Return the day of the call with its weekday; "" if none is set."""
    planned = planned_day(call)
    return weekday(planned) if planned else ""
