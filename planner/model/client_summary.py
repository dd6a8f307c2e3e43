"""What Today and the list of clients show of one, known without decoding the whole client."""

import msgspec

from planner.model.client import Promise
from planner.model.touch import Touch


class ClientSummary(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A client as lists show it. `dream_rank` is None where it has no place on the Dream list.

    `promises` are those with a text that are not kept yet, of both sides, in the client's order.
    """

    id: str
    name: str = ""
    headquarters: str = ""
    industry: str = ""
    dream_client: bool = False
    dream_rank: int | None = None
    why_dream: str = ""
    archived: bool = False
    touches: tuple[Touch, ...] = ()
    promises: tuple[Promise, ...] = ()
