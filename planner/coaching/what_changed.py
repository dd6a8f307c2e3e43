"""What changed since the last call, drafted from its reflection."""

from collections.abc import Iterator

from planner.coaching.plan_versus_actual import action_text
from planner.model.plan import Plan
from planner.model.reflection import FollowUp, Obtained
from planner.model.terms import ObtainedKind, Outcome, RaisedBy
from planner.translation import N_, _
from planner.wording.days import day
from planner.wording.text import labelled, one_line


def what_changed(plan: Plan) -> str:
    """Return what came of the call by its reflection, as lines for the next plan; "" if it says nothing.

    These are the outcome, what was agreed, learned of them, said of the price, what to do in the next call,
    what is still to do, and last the notes of the call, a line each, as they were noted.
    """
    return "\n".join(line for line in _lines(plan) if line)


def _lines(plan: Plan) -> Iterator[str]:
    reflection = plan.reflection
    if reflection.outcome is not None:
        texts = _OUTCOMES_ON if reflection.held_on else _OUTCOMES
        yield _(texts[reflection.outcome]).format(day=day(reflection.held_on))
    yield _agreed(reflection.obtained)
    yield reflection.learned_client.strip()
    yield _price(reflection.price.raised_by, reflection.price.reaction)
    to_change = reflection.next_call.strip()
    yield _("For this call: {what}").format(what=to_change) if to_change else ""
    yield from (_to_do(todo) for todo in reflection.follow_ups if todo.what.strip() and not todo.done)
    noted = [line.strip() for line in reflection.notes.splitlines() if line.strip()]
    yield "\n".join((_("Noted in the call:"), *noted)) if noted else ""


_OUTCOMES = {
    Outcome.ORDER: N_("The last call ended in an order."),
    Outcome.ADVANCE: N_("The last call ended in an advance."),
    Outcome.CONTINUATION: N_("The last call ended in a continuation."),
    Outcome.NO_SALE: N_("The last call ended without a sale."),
}
_OUTCOMES_ON = {
    Outcome.ORDER: N_("The last call ended in an order on {day}."),
    Outcome.ADVANCE: N_("The last call ended in an advance on {day}."),
    Outcome.CONTINUATION: N_("The last call ended in a continuation on {day}."),
    Outcome.NO_SALE: N_("The last call ended without a sale on {day}."),
}
_PRICE = {
    None: N_("Price"),
    RaisedBy.US: N_("Price, said by us"),
    RaisedBy.THEM: N_("Price, raised by them"),
    RaisedBy.NOBODY: N_("Price, not discussed"),
}


def _agreed(obtained: Obtained) -> str:
    if obtained.which is ObtainedKind.NONE or not obtained.action.strip():
        return ""
    return _("Agreed: {action}").format(action=action_text(obtained))


def _price(raised_by: RaisedBy | None, reaction: str) -> str:
    if raised_by is None:
        return labelled(_(_PRICE[None]), reaction.strip()) if reaction.strip() else ""
    return labelled(_(_PRICE[raised_by]), one_line(reaction))


def _to_do(todo: FollowUp) -> str:
    who = one_line(todo.who)
    if who and todo.due:
        text = _("Still to do: {what} ({who}, by {day})")
    elif who:
        text = _("Still to do: {what} ({who})")
    elif todo.due:
        text = _("Still to do: {what} (by {day})")
    else:
        text = _("Still to do: {what}")
    return text.format(what=one_line(todo.what), who=who, day=day(todo.due))
