"""What the lines of Today offer, carried out on a client or a plan; each returns a new value.

Where what an act is about is not there any more, because another window changed it meanwhile, the very same
value comes back. The value before is all that is needed to undo an act.
"""

import datetime as dt

from msgspec.structs import replace

from planner.coaching.promises import is_open
from planner.coaching.week.due_promises import named_as_one
from planner.coaching.week.sequence import ended, ends_sequence
from planner.model.client import Client, Promise
from planner.model.field_texts import texts_following
from planner.model.ids import new_id
from planner.model.plan import Intention, Plan
from planner.model.same_text import same_text
from planner.model.terms import Happened, TouchChannel, TouchOutcome, TouchValue
from planner.model.text_at_path import with_text
from planner.model.touch import Touch


def with_promise_kept(client: Client, promise: Promise, day: dt.date) -> Client:
    """Return the client with the promise kept on the day.

    So are other records of the same promise that were due by then: Today names it once. The same client if it
    has no such open promise.
    """
    places = _places(client, promise, day)
    kept = {place: replace(client.promises[place], kept_on=day) for place in places}
    return _with_promises(client, kept, "kept_on")


def with_promise_due(client: Client, promise: Promise, day: dt.date) -> Client:
    """Return the client with the promise due on the day, and other records of it that were due before.

    The same client if it has no such open promise, or that is its day already.
    """
    places = _places(client, promise, day)
    moved = {place: replace(client.promises[place], due=day) for place in places}
    return client if promise.due == day else _with_promises(client, moved, "due")


def with_touch_done(
    client: Client, touch_id: str, moment: dt.datetime, outcome: TouchOutcome | None = None, note: str = ""
) -> Client:
    """Return the client with the planned touch done at the moment; a blank note leaves the touch's own.

    An outcome that ends its sequence takes the touches of it away that are planned still. The same client if
    it has no such touch, or that is done.
    """
    place = _planned_touch(client, touch_id)
    if place is None:
        return client
    touch = client.touches[place]
    done = replace(touch, done_at=moment, done_on=None, outcome=outcome, note=note or touch.note)
    after = _with_touch(client, place, done, "done_at", "done_on")
    return _with_sequence_ended(after, done) if ends_sequence(done) else after


def with_touch_moved(client: Client, touch_id: str, day: dt.date) -> Client:
    """Return the client with the touch planned for the day.

    The same client if it has no such touch, that is done, or planned for that day already.
    """
    place = _planned_touch(client, touch_id)
    if place is None or client.touches[place].planned_on == day:
        return client
    return _with_touch(client, place, replace(client.touches[place], planned_on=day), "planned_on")


def with_touch_planned(
    client: Client,
    day: dt.date,
    *,
    channel: TouchChannel | None = None,
    with_whom: str = "",
    with_whom_id: str = "",
    value_offered: str = "",
    value_kind: TouchValue | None = None,
    touch_id: str = "",
) -> Client:
    """Return the client with one more touch of ours, last in its list, planned for the day.

    `touch_id` is its id; a new one if "".
    """
    touch = Touch(
        id=touch_id or new_id(),
        planned_on=day,
        channel=channel,
        with_whom=with_whom,
        with_whom_id=with_whom_id,
        value_offered=value_offered,
        value_kind=value_kind,
    )
    return replace(client, touches=(*client.touches, touch))


def with_happened(plan: Plan, happened: Happened | None) -> Plan:
    """Return the plan with what became of its call, None for not known; the same plan if that is no news."""
    if plan.call.happened is happened:
        return plan
    return replace(plan, call=replace(plan.call, happened=happened))


def with_differently_dropped(plan: Plan, reason: str, text: str = "") -> Plan:
    """Return the plan whose review gives up, for the reason, what was to be done differently.

    That is the review's own intention and those brought into the call and not kept, where they say `text`,
    or what the review's own says if that is "". The same plan if there is none such, all are given up
    already, or the reason is blank.
    """
    reflection, reason = plan.reflection, reason.strip()
    text = text.strip() or reflection.differently.strip()
    if not reason or not text:
        return plan
    after = _with_brought_in_dropped(plan, reason, text)
    if not same_text(text, reflection.differently) or reflection.differently_dropped.strip():
        return after
    return replace(after, reflection=replace(reflection, differently_dropped=reason))


def with_intention_taken_up(plan: Plan, text: str, since: dt.date | None) -> Plan:
    """Return the plan with one more intention; `since` is the day of the call that gave rise to it.

    The same plan if an intention says the same already, dropped or not, or the text is blank.
    """
    if not text.strip() or any(same_text(intention.text, text) for intention in plan.intentions):
        return plan
    return replace(plan, intentions=(*plan.intentions, Intention(text=text, since=since)))


def _with_brought_in_dropped(plan: Plan, reason: str, text: str) -> Plan:
    """Return the plan with the reason beside its intention of that text, if the review has it as not kept."""
    missed = any(same_text(row.text, text) and not row.kept for row in plan.reflection.intentions)
    said = [intention for intention in plan.intentions if same_text(intention.text, text)]
    if not missed or any(intention.dropped_because.strip() for intention in said):
        return plan
    if not said:  # the review alone knows of it
        return replace(plan, intentions=(*plan.intentions, Intention(text=text, dropped_because=reason)))
    return replace(
        plan,
        intentions=tuple(
            replace(intention, dropped_because=reason) if intention in said else intention
            for intention in plan.intentions
        ),
    )


def _places(client: Client, promise: Promise, day: dt.date) -> list[int]:
    """Return where the promise stands, open, and where other open records of it due by the day do."""
    if not is_open(promise) or promise not in client.promises:
        return []
    at = client.promises.index(promise)
    return [
        place
        for place, other in enumerate(client.promises)
        if place == at or (is_open(other) and other.due and other.due <= day and named_as_one(other, promise))
    ]


def _with_promises(client: Client, changed: dict[int, Promise], field: str) -> Client:
    """Return the client with promises changed, by place, and without unread texts beside the field set."""
    if not changed:
        return client
    promises = tuple(changed.get(place, promise) for place, promise in enumerate(client.promises))
    return _without_unread(
        replace(client, promises=promises), *(f"promises[{place}].{field}" for place in changed)
    )


def _planned_touch(client: Client, touch_id: str) -> int | None:
    """Return the place of the touch of that id that is planned and not done; None if there is none."""
    places = (place for place, touch in enumerate(client.touches) if touch_id and touch.id == touch_id)
    place = next(places, None)
    return None if place is None or client.touches[place].is_done else place


def _with_touch(client: Client, place: int, touch: Touch, *fields: str) -> Client:
    """Return the client with the touch in that place, and without unread texts beside the fields set."""
    touches = (*client.touches[:place], touch, *client.touches[place + 1 :])
    paths = (f"touches[{place}].{field}" for field in fields)
    return _without_unread(replace(client, touches=touches), *paths)


def _with_sequence_ended(client: Client, done: Touch) -> Client:
    """Return the client without what is planned still of the sequence of a touch that ended it."""
    after = replace(client, touches=ended(client.touches, done.sequence_id))
    return replace(after, unread=texts_following(client, after, client.unread))


def _without_unread(client: Client, *paths: str) -> Client:
    texts = client.unread
    for path in paths:
        texts = with_text(texts, path, "")
    return client if texts is client.unread else replace(client, unread=texts)
