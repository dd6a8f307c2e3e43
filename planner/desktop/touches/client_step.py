"""What is done with clients as one undo step: what it stores, and what takes it back. No Qt."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

import msgspec

from planner.desktop.ports import Plans

if TYPE_CHECKING:
    from planner.model.client import Client

Work = Callable[[Plans], None]
"""Changes the library, on any thread; a PlannerError says why not, and nothing is stored then."""
Change = Callable[["Client"], "Client"]
"""Makes of a client, as it is now, what it is to be."""


class ClientStep(msgspec.Struct, frozen=True, kw_only=True):
    """One undo step. `backwards` works on what is there by then: it takes back this change and no other.

    `words` call it in the undo menu: `reach out to Brightmoor Foods`. `again` does it anew after it was
    undone, where that is other work than the first time. `change` is what it makes of the client, where that
    is all it does: a client who lies open is changed there instead. `said` is what to tell once it is done.
    `client_id` is whom it is about, `plan_id` the plan it makes, `inquiry_id` the inquiry it notes, `typed`
    the name and the reason that were typed for it, to be given back if it cannot be stored. "" stands for
    none.
    """

    words: str
    forwards: Work
    backwards: Work
    again: Work | None = None
    change: Change | None = None
    said: str = ""
    client_id: str = ""
    plan_id: str = ""
    inquiry_id: str = ""
    typed: tuple[str, str] = ("", "")


def in_turn(first: ClientStep, second: ClientStep) -> ClientStep:
    """Return the step that does one after the other, and takes them back the other way round.

    It is called and told as the first; its `plan_id` is that of the one that makes a plan.
    """
    return ClientStep(
        words=first.words,
        forwards=partial(_do_in_turn, (first.forwards, second.forwards)),
        backwards=partial(_do_in_turn, (second.backwards, first.backwards)),
        again=partial(_do_in_turn, (first.again or first.forwards, second.again or second.forwards)),
        said=first.said,
        client_id=first.client_id,
        plan_id=first.plan_id or second.plan_id,
    )


def client_changed(client_id: str, change: Change, *, new: "Client | None" = None) -> Work:
    """Return the work that stores the client of that id as `change` makes it; nothing if it changes nothing.

    `new` is the client to begin with, and to store in any case, if there is none of the id.
    """
    return partial(_change_client, client_id, change, new)


def _change_client(client_id: str, change: Change, new: "Client | None", plans: Plans) -> None:
    begins = new is not None and plans.client_summary(client_id) is None
    client = new if begins and new is not None else plans.client(client_id)
    changed = change(client)
    if begins or changed != client:
        plans.save_client(changed)


def _do_in_turn(works: tuple[Work, ...], plans: Plans) -> None:
    for work in works:
        work(plans)
