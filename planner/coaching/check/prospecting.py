"""Prospecting: we pick the client and reach out; we do not wait to be found."""

from planner.coaching.check.evidence import field, is_filled, whom
from planner.coaching.check.finding import Evidence, Observation, back, flat, rule
from planner.coaching.check.past import History
from planner.coaching.check.reaching_out import (
    gave_something,
    has_waited,
    overdue_touches,
    silence_towards,
    waiting_for_us,
)
from planner.coaching.check.reasons_of_ours import is_reason_of_ours
from planner.coaching.check.thresholds import Thresholds
from planner.model.client import Client
from planner.model.plan import Plan, Preparation
from planner.model.terms import Initiative, Side
from planner.model.touch import Touch
from planner.translation import _, ngettext
from planner.wording.days import day


@rule("inquiry-waiting", Initiative.PROSPECTING)
def an_inquiry_waits(preparation: Preparation, past: History, thresholds: Thresholds) -> Observation | None:
    """An inquiry of theirs has waited more than 24 hours, and no call or touch of ours has come after it.

    None waits while a call comes up. One of which no hour is known counts from the end of its day.
    """
    inquiry = _overdue_inquiry(preparation, past, thresholds)
    if inquiry is None:
        return None
    client, at = preparation.client, preparation.client.touches.index(inquiry)
    came = "done_at" if inquiry.done_at is not None else "done_on"
    said = _in_words(
        client,
        alone=_("They have waited since {day} for a call or touch of yours."),
        known=_("They have waited since {day}. They are a Dream Client: you knew them."),
        ranked=_("They have waited since {day}. They were no. {rank} on your Dream list: you knew them."),
    )
    return back(
        said.format(day=day(inquiry.day_done), rank=client.dream_rank),
        field(preparation, f"client.touches[{at}].{came}"),
        field(preparation, f"client.touches[{at}].note"),
        *_place_on_the_list(preparation),
        action=_("Call {whom} today, and bring one thing they did not ask for.").format(
            whom=inquiry.with_whom.strip() or whom(preparation)
        ),
    )


@rule("came-to-us", Initiative.PROSPECTING)
def the_client_came_to_us(
    preparation: Preparation, past: History, thresholds: Thresholds
) -> Observation | None:
    """The client asked for this call, and no touch of ours has given them anything of value.

    An inquiry that waits is told by its own rule.
    """
    client = preparation.client
    if preparation.plan.call.initiated_by != Side.THEM or gave_something(client):
        return None
    if _overdue_inquiry(preparation, past, thresholds) is not None:
        return None
    said = _in_words(
        client,
        alone=_("They came to us, so the call starts on their subject."),
        known=_("They came to us first. They are a Dream Client: you knew them."),
        ranked=_("They came to us first. They were no. {rank} on your Dream list: you knew them."),
    )
    return back(
        said.format(rank=client.dream_rank),
        field(preparation, "plan.call.initiated_by"),
        Evidence("client.touches"),
        *_place_on_the_list(preparation),
        action=_(
            "Send {whom} one observation about their business before the call, and note it as a touch."
        ).format(whom=whom(preparation)),
    )


@rule("touch-overdue", Initiative.PROSPECTING)
def a_touch_is_overdue(
    preparation: Preparation, past: History, _thresholds: Thresholds
) -> Observation | None:
    """The day of a planned touch of ours is past, and it is not done."""
    client = preparation.client
    late = overdue_touches(client, past.today)
    if not late:
        return None
    first = client.touches[late[0]]
    more = len(late) - 1
    text = ngettext(
        "The touch planned for {day} (and {count} more) has not been done yet.",
        "The touch planned for {day} (and {count} more) has not been done yet.",
        more,
    )
    return flat(
        (text if more else _("The touch planned for {day} has not been done yet.")).format(
            day=day(first.planned_on), count=more
        ),
        *(field(preparation, f"client.touches[{at}].planned_on") for at in late),
        field(preparation, f"client.touches[{late[0]}].value_offered"),
        action=_("Do it today, or pick the day on which you will."),
    )


@rule("quiet-dream-client", Initiative.PROSPECTING)
def a_dream_client_gone_quiet(
    preparation: Preparation, past: History, thresholds: Thresholds
) -> Observation | None:
    """A Dream Client has not heard from us for more than 30 days, and no next date is set.

    A coming call that we asked for is a next date, and one that was held is a touch. A planned touch that is
    overdue, and an inquiry that waits, are told by their own rules.
    """
    client = preparation.client
    if not client.dream_client or client.archived or waiting_for_us(preparation, past):
        return None
    silence = silence_towards(preparation, past, thresholds.outreach_days)
    if silence is None:
        return None
    since = silence.since
    if since is None:
        what = _("A Dream Client has not heard from us yet, and no next date is set.")
    else:
        days = (past.today - since).days
        what = ngettext(
            "A Dream Client has not heard from us for {count} day, and no next date is set.",
            "A Dream Client has not heard from us for {count} days, and no next date is set.",
            days,
        ).format(count=days)
    return flat(
        what,
        Evidence("client.touches", _("last on {day}").format(day=since.isoformat()) if since else ""),
        field(preparation, "client.dream_client"),
        action=_("Pick a day this week and one thing worth their time to bring."),
    )


@rule("no-reason-to-meet", Initiative.PROSPECTING)
def no_reason_for_them_to_meet(
    preparation: Preparation, _past: History, _thresholds: Thresholds
) -> Observation | None:
    """Nothing says why the client would want this call: no reason to meet, no agenda, no why-now of theirs.

    A why-now that speaks of our quarter or our price list is ours.
    """
    plan = preparation.plan
    reasons = (plan.call.why_they_meet, plan.conversation.their_agenda, _their_why_now(plan))
    if any(map(is_filled, reasons)):
        return None
    return flat(
        _("Nothing says yet what they get out of meeting us."),
        field(preparation, "plan.call.why_they_meet"),
        action=_("Write in one line what {whom} can take from it, even without buying.").format(
            whom=whom(preparation)
        ),
    )


RULES = (
    an_inquiry_waits,
    the_client_came_to_us,
    a_touch_is_overdue,
    a_dream_client_gone_quiet,
    no_reason_for_them_to_meet,
)


def _their_why_now(plan: Plan) -> str:
    """Return why now is the time for them; "" if the plan's reason is one of ours."""
    why_now = plan.case.why_now
    return "" if is_reason_of_ours(why_now) else why_now


def _overdue_inquiry(preparation: Preparation, past: History, thresholds: Thresholds) -> Touch | None:
    """Return the first inquiry in the list that has waited too long; None if none has."""
    waiting = waiting_for_us(preparation, past)
    return next((touch for touch in waiting if has_waited(touch, past.now, thresholds.inquiry_hours)), None)


def _in_words(client: Client, *, alone: str, known: str, ranked: str) -> str:
    """Return the sentence for a client on the Dream list, for another Dream Client, or for any other."""
    if client.dream_rank is not None:
        return ranked
    return known if client.dream_client else alone


def _place_on_the_list(preparation: Preparation) -> tuple[Evidence, ...]:
    """Return what says that we knew them: the place on the Dream list, or that they are a Dream Client."""
    if preparation.client.dream_rank is not None:
        return (field(preparation, "client.dream_rank"),)
    return (field(preparation, "client.dream_client"),) if preparation.client.dream_client else ()
