"""What a call came to: the outcome that what was obtained speaks for, and what a claim still lacks."""

import msgspec

from planner.coaching.check.actor import is_ours
from planner.coaching.check.phrases import vague_phrase_in
from planner.coaching.check.thresholds import Thresholds
from planner.model.ask import Action
from planner.model.names import name_key
from planner.model.plan import Plan, Preparation
from planner.model.reflection import Obtained
from planner.model.same_text import same_text
from planner.model.terms import Commitment, ObtainedKind, Outcome
from planner.translation import N_, _

_SIGNS = (Commitment.DECIDE, Commitment.EXECUTE)
_USUAL = Thresholds()
_NO_COMMITMENT = {
    Outcome.ADVANCE: N_(
        "You noted that they gave no commitment."
        " An advance is something they do, by a date; without it, call it a continuation."
    ),
    Outcome.ORDER: N_(
        "You noted that they gave no commitment."
        " An order is something they do, by a date; without it, call it a continuation."
    ),
}
"""What to say of an outcome claimed where no commitment was obtained."""
_NO_ADVANCE = N_("{lacks} An advance is something they do, by a date; without it, call it a continuation.")


class SuggestedOutcome(msgspec.Struct, frozen=True):
    """An outcome that what was obtained speaks for, and the reason in a sentence."""

    outcome: Outcome
    reason: str


def suggested_outcome(preparation: Preparation, thresholds: Thresholds = _USUAL) -> SuggestedOutcome | None:
    """Return the outcome that the commitment obtained speaks for, and why; None if none is noted yet."""
    plan, obtained = preparation.plan, preparation.plan.reflection.obtained
    if obtained.which is None and not obtained.action.strip():
        return None
    if obtained.which is ObtainedKind.NONE:
        return SuggestedOutcome(
            Outcome.CONTINUATION, _("They agreed to nothing yet. If they said no, it is no sale.")
        )
    if lacks := what_is_lacking(preparation, thresholds):
        return SuggestedOutcome(
            Outcome.CONTINUATION, _("{lacks} Until then it is a continuation.").format(lacks=lacks)
        )
    if obtained.which is ObtainedKind.PRIMARY and plan.call.commitment in _SIGNS:
        return SuggestedOutcome(Outcome.ORDER, _("They gave the commitment this call was for: to go ahead."))
    return SuggestedOutcome(Outcome.ADVANCE, _("Somebody at the client does something, by a date."))


def doubt_about_outcome(preparation: Preparation, thresholds: Thresholds = _USUAL) -> str:
    """Return why what was obtained does not bear out the outcome claimed; "" if it does or none is claimed.

    An advance is doubted while anything is lacking for one, an order only where it is noted that they gave
    no commitment; no other outcome is.
    """
    reflection = preparation.plan.reflection
    claimed = reflection.outcome
    if claimed not in _NO_COMMITMENT:
        return ""
    if reflection.obtained.which is ObtainedKind.NONE:
        return _(_NO_COMMITMENT[claimed])
    if claimed is Outcome.ADVANCE and (lacks := what_is_lacking(preparation, thresholds)):
        return _(_NO_ADVANCE).format(lacks=lacks)
    return ""


def what_is_lacking(preparation: Preparation, thresholds: Thresholds = _USUAL) -> str:
    """Return what keeps the action obtained from being an advance, in a sentence; "" if nothing does."""
    obtained = preparation.plan.reflection.obtained
    if not obtained.action.strip():
        return _("It does not say yet what they will do.")
    if vague := vague_phrase_in(obtained.action, thresholds.vague_phrases):
        return _("“{phrase}” can mean anything: what exactly will they do?").format(phrase=vague)
    if not obtained.actor.strip():
        return _("It does not say yet who at the client will do it.")
    if is_ours(obtained.actor, preparation):
        return _("{actor} is one of us: what will the client do?").format(actor=obtained.actor.strip())
    return "" if obtained.by else _("It does not say by when yet.")


def obtained_as_planned(plan: Plan, which: ObtainedKind | None) -> Obtained:
    """Return the commitment obtained as `which`, its action filled in from the plan: primary or fallback.

    An action written by hand stays. A blank one, or one that came from the plan, is replaced: by a blank one
    if `which` is another commitment, none, or None.
    """
    obtained = plan.reflection.obtained
    action_obtained = Action(actor=obtained.actor, action=obtained.action, by=obtained.by)
    if not any(
        _same_action(action_obtained, planned_action)
        for planned_action in (Action(), plan.ask.primary, plan.ask.fallback)
    ):
        return msgspec.structs.replace(obtained, which=which)
    planned = {ObtainedKind.PRIMARY: plan.ask.primary, ObtainedKind.FALLBACK: plan.ask.fallback}
    action = planned.get(which, Action()) if which is not None else Action()
    return Obtained(
        which=which, actor=action.actor, actor_id=action.actor_id, action=action.action, by=action.by
    )


def _same_action(one: Action, other: Action) -> bool:
    who_and_when = (name_key(one.actor), one.by) == (name_key(other.actor), other.by)
    return who_and_when and same_text(one.action, other.action)
