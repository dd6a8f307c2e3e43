"""What a call came to: the outcome that what was obtained speaks for, and what a claim still lacks."""

import re

import msgspec

from planner.model.ask import Action
from planner.model.plan import Plan
from planner.model.reflection import Obtained
from planner.model.terms import Commitment, ObtainedKind, Outcome

_SIGNS = (Commitment.DECIDE, Commitment.EXECUTE)


class SuggestedOutcome(msgspec.Struct, frozen=True):
    """An outcome, and why what was obtained speaks for it."""

    outcome: Outcome
    reason: str


def suggested_outcome(plan: Plan) -> SuggestedOutcome | None:
    """Return the outcome that what was obtained speaks for; None before anything is said about it."""
    obtained = plan.reflection.obtained
    if obtained.which is None and not obtained.action.strip():
        return None
    if obtained.which is ObtainedKind.NONE:
        return SuggestedOutcome(
            Outcome.CONTINUATION, "They agreed to nothing yet. If they said no, it is no sale."
        )
    if lacks := what_is_lacking(plan):
        return SuggestedOutcome(Outcome.CONTINUATION, f"{lacks} Until then it is a continuation.")
    if obtained.which is ObtainedKind.PRIMARY and plan.call.commitment in _SIGNS:
        return SuggestedOutcome(Outcome.ORDER, "They gave the commitment this call was for: to go ahead.")
    return SuggestedOutcome(Outcome.ADVANCE, "Somebody at the client does something, by a date.")


def doubt_about_outcome(plan: Plan) -> str:
    """Return what the outcome claimed does not bear out, in one calm sentence; "" if it does."""
    claimed, obtained = plan.reflection.outcome, plan.reflection.obtained
    if claimed not in {Outcome.ADVANCE, Outcome.ORDER}:
        return ""
    if obtained.which is ObtainedKind.NONE:
        return f"You noted that they gave no commitment. {_called(claimed)}"
    if claimed is Outcome.ADVANCE and (lacks := what_is_lacking(plan)):
        return f"{lacks} {_called(claimed)}"
    return ""


def what_is_lacking(plan: Plan) -> str:
    """Return what keeps the action obtained from being an advance, in a sentence; "" if nothing does."""
    obtained = plan.reflection.obtained
    ours = {one.name.strip().casefold() for one in plan.call.our_people} | {
        "we",
        "us",
        "i",
        "me",
        "wir",
        "ich",
    }
    if not obtained.action.strip():
        return "It does not say yet what they do."
    if vague := vague_words(obtained.action):
        return f"“{vague}” can mean anything: what exactly do they do?"
    if not obtained.actor.strip():
        return "It does not say yet who at the client does it."
    if obtained.actor.strip().casefold() in ours:
        return f"{obtained.actor.strip()} is one of us: what does the client do?"
    return "" if obtained.by else "It does not say yet by when."


def obtained_as_planned(plan: Plan, which: ObtainedKind | None) -> Obtained:
    """Return what was obtained, with the action of the commitment chosen filled in from the plan.

    What was written by hand stays; what came from the plan goes when another commitment is chosen.
    """
    obtained = plan.reflection.obtained
    given = Action(actor=obtained.actor, action=obtained.action, by=obtained.by)
    if given not in {Action(), plan.ask.primary, plan.ask.fallback}:
        return msgspec.structs.replace(obtained, which=which)
    planned = {ObtainedKind.PRIMARY: plan.ask.primary, ObtainedKind.FALLBACK: plan.ask.fallback}
    action = planned.get(which, Action()) if which is not None else Action()
    return Obtained(which=which, actor=action.actor, action=action.action, by=action.by)


_VAGUE = re.compile(
    r"\b(?:follow(?:s|ing)? up|(?:stay|keep)s? in touch|thinks? (?:about it|it over)"
    r"|get(?:s)? back to us|send(?:s)? (?:us )?(?:more )?information|look(?:s)? into it|touch base"
    r"|meldet sich|in Kontakt|überlegt (?:es )?sich|denkt (?:darüber )?nach)\b",
    re.IGNORECASE,
)


def vague_words(action: str) -> str:
    """Return the words by which an action can mean anything, "" if there are none."""
    found = _VAGUE.search(action)
    return found[0] if found else ""


def _called(claimed: Outcome) -> str:
    article = {Outcome.ADVANCE: "An advance", Outcome.ORDER: "An order"}[claimed]
    return f"{article} is something they do, by a date; without it, call it a continuation."
