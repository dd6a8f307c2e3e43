"""What every part of a plan is made of: frozen structs whose fields say what they may hold."""

from decimal import Decimal
from typing import Annotated

import msgspec
from msgspec import Meta

LARGEST_AMOUNT = Decimal(10) ** 15

Essential = Meta(extra={"essential": True})
"""The fifteen questions of the ten-minute plan ask for this field, and the one page shows it."""

Private = Meta(extra={"private": True})
"""Never on anything that a client may see."""

Fixed = Meta(extra={"fixed": True})
"""Kept by the program; no form edits it."""

EssentialText = Annotated[str, Essential]
PrivateText = Annotated[str, Private]
Amount = Annotated[Decimal | None, Meta(description="Blank (null) is 'not estimated', never 0.")]
OneToFour = Annotated[int, Meta(ge=1, le=4)] | None
OneToFive = Annotated[int, Meta(ge=1, le=5)] | None
OneToTen = Annotated[int, Meta(ge=1, le=10)] | None
DreamRank = Annotated[int, Meta(ge=1, le=9999)] | None
Minutes = Annotated[int, Meta(ge=0, le=1440)] | None
Months = Annotated[int, Meta(ge=0, le=1200)] | None


class Part(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """Base of everything a plan is made of: a frozen struct, changed by making a new one."""


class Referable(Part, frozen=True):
    """A row that others refer to by its id; "" while it has none."""

    id: Annotated[str, Fixed] = ""


def holds_an_id(name: str) -> bool:
    """Whether the field of that name holds an id, a part's own or another's, which no person is shown."""
    return name in {"id", "from_plan"} or name.endswith("_id")


class Money(Part, frozen=True):
    """An amount with its ISO 4217 currency; a blank amount is 'not estimated'."""

    amount: Amount = None
    currency: str = ""
