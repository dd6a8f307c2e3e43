"""One call as insights see it: what was asked and obtained, who led, when the price was said."""

import datetime as dt
from enum import StrEnum

import msgspec

from planner.model.terms import (
    Commitment,
    Footing,
    Initiative,
    Lead,
    ObtainedKind,
    Outcome,
    RaisedBy,
    Side,
)
from planner.translation import N_

STOOD_IN = (
    Initiative.PROSPECTING,
    Initiative.DISCOVERY,
    Initiative.SALES_CONVERSATION,
    Initiative.INVESTMENT,
)
"""The initiatives of which a look back tells how one stood in them."""


class PriceSaid(StrEnum):
    """When the price was disclosed, seen from this call."""

    BEFORE = N_("in a conversation before this call")
    FIRST_HALF = N_("in the first half of the call")
    SECOND_HALF = N_("in the second half of the call")
    NOT_AT_ALL = N_("not by the end of the call")


class Worth(StrEnum):
    """Whether the value covered the price delta, from the buyer's side."""

    EVEN_AT_LOW = N_("justified even at the low estimates")
    AT_LIKELY = N_("justified at the likely estimates only")
    NOT_JUSTIFIED = N_("not justified")
    NO_PREMIUM = N_("we were not more expensive")


class Kept(msgspec.Struct, frozen=True):
    """An intention brought into a call, and whether it was carried out; None if that is not said."""

    text: str
    kept: bool | None


class CallRecord(msgspec.Struct, frozen=True, kw_only=True):
    """What insights read of one call; None means not said, never no.

    `day` is the day the call was held, else the one it was planned for, on the call's own clock.
    `asked_by` is the side that asked for it. `names_action` says whether an action of the client by a date is
    known. `footings` are in the order of `STOOD_IN`. `dropped` are the intentions given up on purpose while
    this call was planned.
    """

    plan_id: str = ""
    client_id: str = ""
    client: str = ""
    day: dt.date | None = None
    asked_by: Side | None = None
    commitment: Commitment | None = None
    obtained: ObtainedKind | None = None
    outcome: Outcome | None = None
    names_action: bool = False
    led: Lead | None = None
    price_said: PriceSaid | None = None
    price_raised_by: RaisedBy | None = None
    worth: Worth | None = None
    fear_named: bool = False
    fear_came_true: bool | None = None
    footings: tuple[Footing | None, Footing | None, Footing | None, Footing | None] = (None,) * 4
    differently: str = ""
    kept: tuple[Kept, ...] = ()
    dropped: tuple[str, ...] = ()

    @property
    def reflected(self) -> bool:
        """Whether the look back says how the call ended or what was obtained, or of price, fear or footing.

        What to do differently counts too, and what was meant to be done differently in it.
        """
        answers = (self.outcome, self.obtained, self.price_raised_by, self.fear_came_true, *self.footings)
        return any(answer is not None for answer in answers) or bool(self.differently or self.kept)

    @property
    def ended(self) -> Outcome | None:
        """How the call ended; an advance without an action of the client by a date is a continuation."""
        if self.outcome is Outcome.ADVANCE and not self.names_action:
            return Outcome.CONTINUATION
        return self.outcome
