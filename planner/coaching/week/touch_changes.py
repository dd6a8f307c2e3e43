"""Touches put into a client, taken out, and linked to the plan that came of them; and which are refused."""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator

from msgspec.structs import replace

from planner.coaching.week.sequence import ENDING, ended
from planner.model.client import Client
from planner.model.field_texts import texts_following
from planner.model.plan import Preparation
from planner.model.terms import CallKind, Side, TouchOutcome
from planner.model.touch import Touch, touch_of
from planner.translation import _
from planner.wording.days import day as day_in_words
from planner.wording.days import relative_day

FURTHEST_AHEAD = dt.timedelta(days=2 * 366)
"""Whoever plans a touch further ahead has typed another year than was meant."""
LONGEST_AGO = dt.timedelta(days=20 * 366)


def with_touches(client: Client, touches: Iterable[Touch]) -> Client:
    """Return the client with each of the touches in place of the one of its id, new ones at the end.

    The planned touches that `outlived_by` names for one of them are taken out.
    """
    after = client
    for touch in touches:
        after = _with_touch(after, touch)
    return _with_texts(client, after)


def without_touches(client: Client, touch_ids: Collection[str]) -> Client:
    """Return the client without the touches of these ids; those not there are passed over."""
    kept = tuple(touch for touch in client.touches if touch.id not in touch_ids)
    return _with_texts(client, replace(client, touches=kept))


def restored(client: Client, before: Iterable[Touch]) -> Client:
    """Return the client with touches as they were before a change; those taken out since come last."""
    after = client
    for touch in before:
        after = _put(after, touch)
    return _with_texts(client, after)


def outlived_by(client: Client, touch: Touch) -> tuple[Touch, ...]:
    """Return the touches still planned of sequences that lose their point by this touch; () for none.

    With a meeting agreed or a no, one of ours ends its own sequence; one that is in none ends whatever is
    laid out for the client.
    """
    if touch.is_inquiry or touch.outcome not in ENDING:
        return ()
    others = tuple(other for other in client.touches if other.id != touch.id)
    sequences = {touch.sequence_id} if touch.sequence_id else {other.sequence_id for other in others}
    stay = others
    for sequence_id in sequences:
        stay = ended(stay, sequence_id)
    kept = {other.id for other in stay}
    return tuple(other for other in others if other.id not in kept)


def linked(preparation: Preparation, touch_id: str) -> Preparation:
    """Return the preparation with its client's touch naming the plan, and the call saying who asked for it.

    They did where the touch is an inquiry; else we did, and a call of no kind becomes one to prospect. The
    same preparation if the client has no touch of that id.
    """
    client, plan = preparation.client, preparation.plan
    touch = touch_of(touch_id, client.touches)
    if touch is None:
        return preparation
    ours = not touch.is_inquiry
    kind = plan.call.kind or (CallKind.PROSPECTING if ours else None)
    call = replace(plan.call, initiated_by=Side.US if ours else Side.THEM, kind=kind)
    made = _put(client, replace(touch, plan_id=plan.id))
    return replace(preparation, client=made, plan=replace(plan, call=call))


def why_refused(touch: Touch, today: dt.date, before: Touch | None = None) -> str:
    """Return in words what is amiss with a touch's days; "" if nothing is.

    `before` is the touch as it was: a day that stays as it is, is not refused.
    """
    if touch.planned_on is None and touch.day_done is None:
        return _("A touch needs a day: when will you reach out, or when did you?")
    if (done := touch.day_done) is not None and (before is None or done != before.day_done):
        return _why_not_done_on(done, today)
    if touch.planned_on is not None and (before is None or touch.planned_on != before.planned_on):
        return "" if touch.is_done else _why_not_planned_for(touch.planned_on, today)
    return ""


def doubtful_days(client: Client, today: dt.date) -> Iterator[tuple[str, str]]:
    """Yield what is doubtful of the days of touches brought in, by path, `touches[0].planned_on`, in words.

    That is a touch without a day, one done on a day to come, and a day so far off that another year is meant.
    """
    for at, touch in enumerate(client.touches):
        path, done, planned = f"touches[{at}]", touch.day_done, touch.planned_on
        if done is not None:
            field = "done_at" if touch.done_at else "done_on"
            problem = _why_not_done_on(done, today)
            if done > today and touch.is_inquiry:
                problem = _("{day} is still to come. When did they come?").format(day=day_in_words(done))
            if problem:
                yield f"{path}.{field}", problem
        elif planned is None:
            yield path, _("A touch needs a day: when will you reach out, or when did you?")
        elif not -LONGEST_AGO <= planned - today <= FURTHEST_AHEAD:
            yield f"{path}.planned_on", _far_off(planned, today)


def meeting_wanted(touch: Touch) -> bool:
    """Whether a meeting was agreed in the touch, and no plan came of it yet."""
    return touch.outcome is TouchOutcome.MEETING_AGREED and not touch.plan_id


def _why_not_done_on(day: dt.date, today: dt.date) -> str:
    if day > today:
        pattern = _("{day} is still to come. Plan the touch for it, or say when it was done.")
        return pattern.format(day=day_in_words(day))
    return _far_off(day, today) if today - day > LONGEST_AGO else ""


def _why_not_planned_for(day: dt.date, today: dt.date) -> str:
    if day < today:
        pattern = _("{day} is past. Choose a day from today on, or say that it was done.")
        return pattern.format(day=day_in_words(day))
    return _far_off(day, today) if day - today > FURTHEST_AHEAD else ""


def _far_off(day: dt.date, today: dt.date) -> str:
    pattern = _("{day} is far off ({distance}). Which day do you mean?")
    return pattern.format(day=day_in_words(day), distance=relative_day(day, today))


def _with_touch(client: Client, touch: Touch) -> Client:
    gone = {other.id for other in outlived_by(client, touch)}
    kept = tuple(other for other in client.touches if other.id not in gone)
    return _put(replace(client, touches=kept), touch)


def _put(client: Client, touch: Touch) -> Client:
    """Return the client with the touch in place of the one of its id, or else at the end."""
    if touch_of(touch.id, client.touches) is None:
        return replace(client, touches=(*client.touches, touch))
    touches = tuple(touch if other.id == touch.id else other for other in client.touches)
    return replace(client, touches=touches)


def _with_texts(before: Client, after: Client) -> Client:
    """Return `after` with what could not be read in the touches of `before` beside them still."""
    return replace(after, unread=texts_following(before, after, before.unread)) if before.unread else after
