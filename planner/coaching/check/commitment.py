"""Sales Conversation, the ask: a named action that somebody at the client takes, by a date."""

from planner.coaching.check.actor import is_ours
from planner.coaching.check.evidence import field, is_filled, short, whom
from planner.coaching.check.finding import Evidence, Observation, back, flat, rule
from planner.coaching.check.past import History, day_of
from planner.coaching.check.phrases import vague_phrase_in
from planner.coaching.check.thresholds import Thresholds
from planner.coaching.check.verbs import says_what_is_done
from planner.model.ask import Action
from planner.model.plan import Preparation
from planner.model.terms import Initiative
from planner.wording.days import day

_ACTOR, _ACTION, _BY = (f"plan.ask.primary.{name}" for name in ("actor", "action", "by"))


@rule("no-commitment", Initiative.SALES_CONVERSATION)
def no_commitment_asked(
    preparation: Preparation, _past: History, _thresholds: Thresholds
) -> Observation | None:
    """Nothing says what the client is to do after the call."""
    if is_filled(preparation.plan.ask.primary.action):
        return None
    return flat(
        "The call has no ask yet, so it may end with a thank-you.",
        Evidence(_ACTION),
        field(preparation, "plan.call.commitment"),
        action=f"Write what {whom(preparation)} does next, by when, and the words you ask with.",
    )


@rule("not-the-client", Initiative.SALES_CONVERSATION)
def the_actor_is_not_the_client(
    preparation: Preparation, _past: History, _thresholds: Thresholds
) -> Observation | None:
    """The action we ask for has no actor, or the actor is one of us."""
    primary = preparation.plan.ask.primary
    if not is_filled(primary.action) or (
        is_filled(primary.actor) and not is_ours(primary.actor, preparation)
    ):
        return None
    if is_filled(primary.actor):
        what = "The next step is ours, so nothing moves on their side."
    else:
        what = "Nobody is named who takes the next step."
    return back(
        what,
        field(preparation, _ACTOR),
        field(preparation, _ACTION),
        action=f"Name the person at the client: what could {whom(preparation)} do?",
    )


@rule("vague-ask", Initiative.SALES_CONVERSATION)
def the_ask_is_vague(preparation: Preparation, _past: History, thresholds: Thresholds) -> Observation | None:
    """The action we ask for is a phrase that commits nobody, such as "follow up" or "sich melden"."""
    phrase = vague_phrase_in(preparation.plan.ask.primary.action, thresholds.vague_phrases)
    if not phrase:
        return None
    return back(
        f"“{phrase}” can be said yes to without doing anything.",
        field(preparation, _ACTION),
        action=f"Ask for something one can see: what will {whom(preparation)} invite to, name, test or sign?",
    )


@rule("nothing-done", Initiative.SALES_CONVERSATION)
def the_ask_has_no_verb_of_doing(
    preparation: Preparation, _past: History, thresholds: Thresholds
) -> Observation | None:
    """The action we ask for has no verb of doing. Where that cannot be told, it counts as having one."""
    action = preparation.plan.ask.primary.action
    if (
        not is_filled(action)
        or says_what_is_done(action)
        or vague_phrase_in(action, thresholds.vague_phrases)
    ):
        return None
    return back(
        f"“{short(action, 40)}” does not say what anybody does.",
        field(preparation, _ACTION),
        action="Start with a verb: invites, shares, names, tests, approves, signs.",
    )


@rule("no-date", Initiative.SALES_CONVERSATION)
def the_ask_has_no_date(
    preparation: Preparation, _past: History, _thresholds: Thresholds
) -> Observation | None:
    """The action we ask for has no date."""
    primary = preparation.plan.ask.primary
    if not is_filled(primary.action) or primary.by is not None:
        return None
    return flat(
        "The ask has no date, so it can wait for ever.",
        field(preparation, _BY),
        field(preparation, _ACTION),
        action="Propose a day in the next two weeks, and ask whether it holds.",
    )


@rule("date-gone", Initiative.SALES_CONVERSATION)
def the_date_is_before_the_call(
    preparation: Preparation, past: History, _thresholds: Thresholds
) -> Observation | None:
    """The date of the ask, or of the fallback, lies before the day of the call (or today without one)."""
    call_day = day_of(preparation.plan) or past.today
    ask = preparation.plan.ask
    for name, one in (("primary", ask.primary), ("fallback", ask.fallback)):
        if is_filled(one.action) and one.by is not None and one.by < call_day:
            return back(
                f"{day(one.by)} is over before we can ask.",
                field(preparation, f"plan.ask.{name}.by"),
                Evidence("plan.call.starts", call_day.isoformat()),
                action="Move the date behind the call.",
            )
    return None


@rule("no-fallback", Initiative.SALES_CONVERSATION)
def no_fallback(preparation: Preparation, _past: History, _thresholds: Thresholds) -> Observation | None:
    """Nothing says what is the least we accept."""
    if is_filled(preparation.plan.ask.fallback.action):
        return None
    return flat(
        "There is no fallback, so a no leaves us with nothing to ask.",
        Evidence("plan.ask.fallback.action"),
        action="Write a smaller step that still has a name and a date on their side.",
    )


@rule("weak-fallback", Initiative.SALES_CONVERSATION)
def the_fallback_commits_nobody(
    preparation: Preparation, _past: History, thresholds: Thresholds
) -> Observation | None:
    """The fallback commits nobody: it is vague, has no date, or its actor is missing or one of us."""
    fallback = preparation.plan.ask.fallback
    weakness = _weakness(fallback, preparation, thresholds) if is_filled(fallback.action) else None
    if weakness is None:
        return None
    name, what = weakness
    return back(
        f"The fallback {what}.",
        field(preparation, f"plan.ask.fallback.{name}"),
        action="Make it smaller, not vaguer: one person at the client, one thing, one day.",
    )


RULES = (
    no_commitment_asked,
    the_actor_is_not_the_client,
    the_ask_is_vague,
    the_ask_has_no_verb_of_doing,
    the_date_is_before_the_call,
    the_ask_has_no_date,
    no_fallback,
    the_fallback_commits_nobody,
)


def _weakness(one: Action, preparation: Preparation, thresholds: Thresholds) -> tuple[str, str] | None:
    """Return the field in which an action is weak, and how; None if it is a real step."""
    if phrase := vague_phrase_in(one.action, thresholds.vague_phrases):
        return "action", f"is “{phrase}”, which commits nobody"
    if not is_filled(one.actor):
        return "actor", "names nobody who does it"
    if is_ours(one.actor, preparation):
        return "actor", "is ours to do, not theirs"
    return ("by", "has no date") if one.by is None else None
