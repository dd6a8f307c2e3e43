"""What changed since the last call, drafted from its reflection."""

from collections.abc import Iterator

from planner.model.plan import Plan
from planner.model.reflection import FollowUp, Obtained
from planner.model.terms import ObtainedKind, Outcome, RaisedBy
from planner.wording.days import day
from planner.wording.text import joined, one_line


def what_changed(plan: Plan) -> str:
    """Return what the reflection says about the call, a line for each matter; "" if it says nothing."""
    return "\n".join(line for line in _lines(plan) if line)


def _lines(plan: Plan) -> Iterator[str]:
    told = plan.reflection
    if told.outcome is not None:
        held = f" on {day(told.held_on)}" if told.held_on else ""
        yield f"{_OUTCOMES[told.outcome]}{held}."
    yield _agreed(told.obtained)
    yield told.learned_client.strip()
    yield _price(told.price.raised_by, told.price.reaction)
    yield f"For this call: {told.next_call.strip()}" if told.next_call.strip() else ""
    yield from (_to_do(one) for one in told.follow_ups if one.what.strip() and not one.done)


_OUTCOMES = {
    Outcome.ORDER: "The last call ended in an order",
    Outcome.ADVANCE: "The last call ended in an advance",
    Outcome.CONTINUATION: "The last call ended in a continuation",
    Outcome.NO_SALE: "The last call ended without a sale",
}


def _agreed(obtained: Obtained) -> str:
    if obtained.which is ObtainedKind.NONE or not obtained.action.strip():
        return ""
    by = f"by {day(obtained.by)}" if obtained.by else ""
    return f"Agreed: {joined((one_line(obtained.actor), one_line(obtained.action), by), ' ')}"


def _price(raised_by: RaisedBy | None, reaction: str) -> str:
    words = {RaisedBy.US: "said by us", RaisedBy.THEM: "raised by them", RaisedBy.NOBODY: "not spoken of"}
    if raised_by is None:
        return f"Price: {reaction.strip()}" if reaction.strip() else ""
    return joined((f"Price, {words[raised_by]}", one_line(reaction)), ": ")


def _to_do(one: FollowUp) -> str:
    about = joined((one_line(one.who), f"by {day(one.due)}" if one.due else ""), ", ")
    return f"Still to do: {one_line(one.what)}{f' ({about})' if about else ''}"
