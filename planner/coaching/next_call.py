"""The next call: a plan made from the last one, with what is still open."""

import datetime as dt

from msgspec.structs import replace

from planner.coaching.check.past import day_of
from planner.coaching.last_time import last_time
from planner.coaching.next_conversation import conversation_for_next
from planner.coaching.next_price import price_for_next
from planner.coaching.typed_sums import with_sums
from planner.coaching.what_changed import what_changed
from planner.model.call import Call, day_held
from planner.model.case import Case
from planner.model.field_texts import texts_following
from planner.model.fields import is_blank, paths_overlap, read_field
from planner.model.plan import Carried, Intention, Plan, Preparation, absolute_path
from planner.model.same_text import distinct_rows, text_key
from planner.model.text_at_path import Texts

CARRIED = (
    "call.title",
    "call.stage",
    "call.attendees",
    "call.our_people",
    "call.channel",
    "call.deal_value",
    "call.timeline",
    "call.politics",
    "call.what_changed",
    "case",
    "conversation.agenda",
    "conversation.questions",
    "conversation.shortcuts",
    "conversation.concerns",
    "conversation.must_be_involved",
    "price",
    "intentions",
)
"""What a plan may take over from the call before, by form path; a part stands for its fields."""


def next_call(last: Preparation, today: dt.date, *, plan_id: str) -> Preparation:
    """Return the client and a plan with the id `plan_id` for the call after this one.

    The plan takes over the call's title, people and surroundings, what is still open, the state of the price
    discussion, the case for change, and what was to be done differently and was not; `carried` says which
    fields came along, and what happened in the call, if it was held. The client stays as it is. `today`
    stands in where the day of the call is not known.
    """
    plan, held = last.plan, held_day(last.plan, today)
    fresh = Plan(
        id=plan_id,
        client_id=plan.client_id,
        call=_call(plan),
        case=_case(plan.case),
        conversation=conversation_for_next(last),
        price=price_for_next(plan, held),
        intentions=_intentions(plan, held),
    )
    fresh = replace(fresh, unread=_texts_carried(plan, fresh, plan.unread))
    fresh = with_sums(replace(fresh, as_typed=_texts_carried(plan, fresh, plan.as_typed)))
    preparation = Preparation(client=last.client, plan=fresh)
    return replace(
        preparation,
        plan=replace(
            fresh,
            carried=Carried(
                from_plan=plan.id,
                paths=_carried_paths(preparation),
                last_time=last_time(last, today),
            ),
        ),
    )


def held_day(plan: Plan, today: dt.date) -> dt.date:
    """Return the day the call was held, or else the day it was planned for, or else today; never a later."""
    return day_held(day_of(plan), today) or today


def _texts_carried(last: Plan, fresh: Plan, texts: Texts) -> Texts:
    """Return the texts whose fields came along, by their paths in the new plan."""
    carried = tuple(kept for kept in texts if any(paths_overlap(kept.path, path) for path in CARRIED))
    return texts_following(last, fresh, carried)


def _call(plan: Plan) -> Call:
    call = plan.call
    return Call(
        title=call.title,
        stage=call.stage,
        attendees=call.attendees,
        our_people=call.our_people,
        channel=call.channel,
        deal_value=call.deal_value,
        timeline=call.timeline,
        politics=call.politics,
        what_changed=what_changed(plan),
    )


def _case(case: Case) -> Case:
    return replace(
        case, unknowns=tuple(unknown for unknown in case.unknowns if unknown.what_we_must_find_out.strip())
    )


def _intentions(plan: Plan, held: dt.date) -> tuple[Intention, ...]:
    """Return the one thing to do differently, and older ones neither kept nor dropped on purpose."""
    kept = {text_key(intention.text) for intention in plan.reflection.intentions if intention.kept}
    older = (
        Intention(text=intention.text, since=intention.since or held)
        for intention in plan.intentions
        if not intention.dropped_because.strip() and text_key(intention.text) not in kept
    )
    intentions = (Intention(text=plan.reflection.differently, since=held), *older)
    return distinct_rows(intentions, lambda intention: intention.text)


def _carried_paths(preparation: Preparation) -> tuple[str, ...]:
    """Return the paths of what came along and says more than any new plan does."""
    blank = Preparation()
    values = ((path, read_field(preparation, absolute_path(path))) for path in _single_paths(preparation))
    return tuple(
        path
        for path, value in values
        if not is_blank(value) and value != read_field(blank, absolute_path(path))
    )


def _single_paths(preparation: Preparation) -> tuple[str, ...]:
    """Return what may be carried, each field of a whole part by itself."""
    paths: list[str] = []
    for path in CARRIED:
        part = read_field(preparation, absolute_path(path))
        names = getattr(part, "__struct_encode_fields__", None) if path in {"case", "price"} else None
        paths += [f"{path}.{name}" for name in names] if names else [path]
    return tuple(paths)
