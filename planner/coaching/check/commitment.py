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
from planner.translation import _
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
        _("The call has no ask yet, so it may end with a thank-you."),
        Evidence(_ACTION),
        field(preparation, "plan.call.commitment"),
        action=_("Write what {whom} does next, by when, and the words you ask with.").format(
            whom=whom(preparation)
        ),
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
        what = _("The next step is ours, so nothing moves on their side.")
    else:
        what = _("Nobody is named who takes the next step.")
    return back(
        what,
        field(preparation, _ACTOR),
        field(preparation, _ACTION),
        action=_("Name the person at the client: what could {whom} do?").format(whom=whom(preparation)),
    )


@rule("vague-ask", Initiative.SALES_CONVERSATION)
def the_ask_is_vague(preparation: Preparation, _past: History, thresholds: Thresholds) -> Observation | None:
    """The action we ask for is a phrase that commits nobody, such as "follow up" or "sich melden"."""
    phrase = vague_phrase_in(preparation.plan.ask.primary.action, thresholds.vague_phrases)
    if not phrase:
        return None
    return back(
        _("“{phrase}” can be said yes to without doing anything.").format(phrase=phrase),
        field(preparation, _ACTION),
        action=_("Ask for something one can see: what will {whom} invite to, name, test or sign?").format(
            whom=whom(preparation)
        ),
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
        _("“{action}” does not say what anybody does.").format(action=short(action, 40)),
        field(preparation, _ACTION),
        action=_("Start with a verb: invites, shares, names, tests, approves, signs."),
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
        _("The ask has no date, so it can wait for ever."),
        field(preparation, _BY),
        field(preparation, _ACTION),
        action=_("Propose a day in the next two weeks, and ask whether it holds."),
    )


@rule("date-gone", Initiative.SALES_CONVERSATION)
def the_date_is_before_the_call(
    preparation: Preparation, past: History, _thresholds: Thresholds
) -> Observation | None:
    """The date of the ask, or of the fallback, lies before the day of the call (or today without one)."""
    call_day = day_of(preparation.plan) or past.today
    ask = preparation.plan.ask
    for name, action in (("primary", ask.primary), ("fallback", ask.fallback)):
        if is_filled(action.action) and action.by is not None and action.by < call_day:
            return back(
                _("{day} is over before we can ask.").format(day=day(action.by)),
                field(preparation, f"plan.ask.{name}.by"),
                Evidence("plan.call.starts", call_day.isoformat()),
                action=_("Move the date behind the call."),
            )
    return None


@rule("no-fallback", Initiative.SALES_CONVERSATION)
def no_fallback(preparation: Preparation, _past: History, _thresholds: Thresholds) -> Observation | None:
    """Nothing says what is the least we accept."""
    if is_filled(preparation.plan.ask.fallback.action):
        return None
    return flat(
        _("There is no fallback, so a no leaves us with nothing to ask."),
        Evidence("plan.ask.fallback.action"),
        action=_("Write a smaller step that still has a name and a date on their side."),
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
        what,
        field(preparation, f"plan.ask.fallback.{name}"),
        action=_("Make it smaller, not vaguer: one person at the client, one thing, one day."),
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


def _weakness(fallback: Action, preparation: Preparation, thresholds: Thresholds) -> tuple[str, str] | None:
    """Return the field in which the fallback is weak, and how in a sentence; None if it is a real step."""
    if phrase := vague_phrase_in(fallback.action, thresholds.vague_phrases):
        return "action", _("The fallback is “{phrase}”, which commits nobody.").format(phrase=phrase)
    if not is_filled(fallback.actor):
        return "actor", _("The fallback names nobody who does it.")
    if is_ours(fallback.actor, preparation):
        return "actor", _("The fallback is ours to do, not theirs.")
    return ("by", _("The fallback has no date.")) if fallback.by is None else None
