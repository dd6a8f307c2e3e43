"""The undo steps of reaching out: a touch, a sequence laid out, changed or ended, a plan that came of it."""

import datetime as dt
from collections.abc import Callable, Sequence
from functools import partial

from msgspec.structs import replace

from planner.coaching.week.sequence import ended
from planner.coaching.week.touch_changes import (
    linked,
    outlived_by,
    restored,
    with_touches,
    without_touches,
)
from planner.desktop.plans.plan_actions import prefilled
from planner.desktop.ports import Plans
from planner.desktop.touches.client_step import ClientStep, client_changed
from planner.model.client import Client
from planner.model.plan import Plan, Preparation
from planner.model.touch import Touch, touch_of
from planner.translation import _, ngettext
from planner.wording.days import day_text

Prefill = Callable[[Plans, Preparation], Preparation]
"""Gives a new plan what is known beforehand."""


def touch_noted(client: Client, touch: Touch, today: dt.date) -> ClientStep:
    """Return the step that keeps a touch, new or another than before; one that ends its sequence ends it.

    An inquiry of a client who is new stores the client, and one of an archived client brings it back.
    """
    before = touch_of(touch.id, client.touches)
    gone = outlived_by(client, touch)
    words = _("note that {client} came to us") if touch.is_inquiry else _("reach out to {client}")
    change = partial(_with_inquiry if touch.is_inquiry else with_touches, touches=(touch,))
    back = partial(restored, before=(*([] if before is None else [before]), *gone))
    if before is None:
        back = partial(_taken_back, touch_id=touch.id, before=gone, archived=client.archived)
    return ClientStep(
        words=words.format(client=client.name),
        forwards=client_changed(client.id, change, new=client),
        backwards=client_changed(client.id, back),
        change=change,
        said=_said_of(touch, client.name, len(gone), today),
        client_id=client.id,
        inquiry_id=touch.id if touch.is_inquiry else "",
    )


def sequence_kept(client: Client, before: Sequence[Touch], after: Sequence[Touch]) -> ClientStep:
    """Return the step that plans the touches `after` for the client, in place of those planned `before`."""
    pattern = ngettext(
        "{count} touch is planned for {client}.", "{count} touches are planned for {client}.", len(after)
    )
    words = _("change the sequence for {client}") if before else _("lay out a sequence for {client}")
    change = partial(_exchanged, gone=tuple(before), come=tuple(after))
    return ClientStep(
        words=words.format(client=client.name),
        forwards=client_changed(client.id, change),
        change=change,
        backwards=client_changed(client.id, partial(_exchanged, gone=tuple(after), come=tuple(before))),
        said=pattern.format(count=len(after), client=client.name),
        client_id=client.id,
    )


def sequence_ended(client: Client, sequence_id: str) -> ClientStep:
    """Return the step that takes out what is still planned of a sequence."""
    before = _planned_of(client, sequence_id)
    change = partial(_with_sequence_ended, sequence_id=sequence_id)
    return ClientStep(
        words=_("end the sequence for {client}").format(client=client.name),
        forwards=client_changed(client.id, change),
        change=change,
        backwards=client_changed(client.id, partial(restored, before=before)),
        said=_("The sequence for {client} is ended.").format(client=client.name),
        client_id=client.id,
    )


def wording_kept(client: Client, touch: Touch, wording: str) -> ClientStep:
    """Return the step that keeps the wording of a touch as its note."""
    change = partial(_with_note, touch_id=touch.id, note=wording)
    return ClientStep(
        words=_("write to {client}").format(client=client.name),
        forwards=client_changed(client.id, change),
        backwards=client_changed(client.id, partial(_with_note, touch_id=touch.id, note=touch.note)),
        change=change,
        said=_("The wording is kept with the touch."),
        client_id=client.id,
    )


def plan_made_of(
    client: Client, touch: Touch, plan_id: str, today: dt.date, currency: str = ""
) -> ClientStep:
    """Return the step that makes a plan, of that id, of a touch of the client, and links the touch to it.

    `currency` is as for `prefilled`. Taken back, the plan goes to the trash.
    """
    unlinked = partial(_with_plan, touch_id=touch.id, plan_id="")
    known = partial(prefilled, today=today, currency=currency)
    return ClientStep(
        words=_("plan the call with {client}").format(client=client.name),
        forwards=partial(_make_plan, client.id, touch.id, plan_id, known),
        backwards=partial(_take_plan_back, client.id, plan_id, unlinked),
        again=partial(_bring_plan_back, client.id, plan_id, touch.id),
        client_id=client.id,
        plan_id=plan_id,
    )


def _make_plan(client_id: str, touch_id: str, plan_id: str, known: Prefill, plans: Plans) -> None:
    blank = Preparation(client=plans.client(client_id), plan=Plan(id=plan_id, client_id=client_id))
    plans.save(linked(known(plans, blank), touch_id))


def _take_plan_back(client_id: str, plan_id: str, unlinked: partial[Client], plans: Plans) -> None:
    client_changed(client_id, unlinked)(plans)
    if any(summary.id == plan_id for summary in plans.summaries_of(client_id)):
        plans.delete(plan_id)


def _bring_plan_back(client_id: str, plan_id: str, touch_id: str, plans: Plans) -> None:
    plans.undelete(plan_id)
    client_changed(client_id, partial(_with_plan, touch_id=touch_id, plan_id=plan_id))(plans)


def _with_plan(client: Client, *, touch_id: str, plan_id: str) -> Client:
    touch = touch_of(touch_id, client.touches)
    return client if touch is None else restored(client, (replace(touch, plan_id=plan_id),))


def _with_note(client: Client, *, touch_id: str, note: str) -> Client:
    touch = touch_of(touch_id, client.touches)
    return client if touch is None else restored(client, (replace(touch, note=note),))


def _with_inquiry(client: Client, *, touches: Sequence[Touch]) -> Client:
    return replace(with_touches(client, touches), archived=None)


def _taken_back(client: Client, *, touch_id: str, before: Sequence[Touch], archived: bool | None) -> Client:
    client = restored(without_touches(client, (touch_id,)), before)
    return replace(client, archived=client.archived or archived)


def _exchanged(client: Client, *, gone: Sequence[Touch], come: Sequence[Touch]) -> Client:
    """Return the client with the touches that come in place of those that go; what was done since stays."""
    done = {touch.id for touch in client.touches if touch.is_done}
    stay = done | {touch.id for touch in come}
    client = without_touches(client, {touch.id for touch in gone} - stay)
    return restored(client, (touch for touch in come if touch.id not in done))


def _with_sequence_ended(client: Client, *, sequence_id: str) -> Client:
    return replace(client, touches=ended(client.touches, sequence_id))


def _planned_of(client: Client, sequence_id: str) -> tuple[Touch, ...]:
    kept = {touch.id for touch in ended(client.touches, sequence_id)}
    return tuple(touch for touch in client.touches if touch.id not in kept)


def _said_of(touch: Touch, name: str, ended_with_it: int, today: dt.date) -> str:
    if touch.is_inquiry:
        return _("Noted: {client} came to us. Call them while they wait.").format(client=name)
    if ended_with_it:
        pattern = ngettext(
            "Noted. The sequence for {client} is ended: {count} touch is not planned any more.",
            "Noted. The sequence for {client} is ended: {count} touches are not planned any more.",
            ended_with_it,
        )
        return pattern.format(client=name, count=ended_with_it)
    if not touch.is_done and touch.planned_on is not None:
        pattern = _("Planned for {day}: reach out to {client}.")
        return pattern.format(day=day_text(touch.planned_on, today), client=name)
    return _("Noted: you reached out to {client}.").format(client=name)
