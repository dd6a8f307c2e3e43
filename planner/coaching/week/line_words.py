"""What Today says of a line: who and what it is about, what else is known, what it needs; and all in sum."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable

from planner.coaching.week.today_line import TodayKind, TodayLine
from planner.model.terms import TouchOutcome
from planner.translation import N_, _, ngettext
from planner.wording.days import day_text
from planner.wording.lists import comma_list
from planner.wording.text import capitalised, joined, labelled, one_line

_NEEDS = {
    TodayKind.INQUIRY: N_("call now"),
    TodayKind.CALL: N_("prepare"),
    TodayKind.REFLECT: N_("review, 5 min"),
    TodayKind.PROMISE_OURS: N_("keep it"),
    TodayKind.PROMISE_THEIRS: N_("ask for it"),
    TodayKind.TOUCH: N_("reach out"),
    TodayKind.QUIET: N_("plan a touch"),
    TodayKind.DIFFERENTLY: N_("take it up"),
}
_NUMBERS = (
    N_("one"),
    N_("two"),
    N_("three"),
    N_("four"),
    N_("five"),
    N_("six"),
    N_("seven"),
    N_("eight"),
    N_("nine"),
    N_("ten"),
    N_("eleven"),
    N_("twelve"),
)


def line_subject(line: TodayLine, today: dt.date) -> tuple[str, str]:
    """Return what a line is about in two texts, the second smaller and maybe "".

    They are the client and a call's title, or its place on the Dream list with why; the client with a touch's
    words and how to reach out; the text of a promise or an intention and a phrase with the client.
    """
    text = one_line(line.text)
    if line.kind is TodayKind.INQUIRY:
        return line.client, _on_the_list(line, _("we knew them")) or text
    if line.kind in {TodayKind.CALL, TodayKind.REFLECT}:
        return line.client, text
    if line.kind is TodayKind.QUIET:
        return line.client, _on_the_list(line, text)
    if line.kind is TodayKind.TOUCH:
        return labelled(line.client, text), _how(line)
    return text, _with_whom(line, today)


def line_about(line: TodayLine, today: dt.date) -> str:
    """Return what else to say of a line: the commitment asked for, who wrote, or the like; maybe ""."""
    if line.kind is TodayKind.INQUIRY:
        knew = line.dream_client or line.dream_rank is not None
        return joined((_person(line), one_line(line.text) if knew else ""))
    if line.kind is TodayKind.CALL:
        return _asked_for(line, today)
    if line.kind is TodayKind.REFLECT:
        return _("held, not reviewed")
    if line.kind is TodayKind.PROMISE_THEIRS and line.next_call is not None:
        return _("ask in the call on {day}").format(day=day_text(line.next_call, today))
    if line.kind is TodayKind.TOUCH:
        return _person(line)
    return _("no next touch") if line.kind is TodayKind.QUIET else ""


def line_needs(line: TodayLine) -> str:
    """Return what a line needs in a few words: `call now`, `review, 5 min`."""
    return _(_NEEDS[line.kind])


def counts_in_words(lines: Iterable[TodayLine]) -> str:
    """Return how many lines there are of each kind: `Two calls, one inquiry, three promises`; "" for none.

    Promises of both sides are counted together.
    """
    of = Counter(line.kind for line in lines)
    calls, inquiries, reviews = of[TodayKind.CALL], of[TodayKind.INQUIRY], of[TodayKind.REFLECT]
    promises = of[TodayKind.PROMISE_OURS] + of[TodayKind.PROMISE_THEIRS]
    touches, quiet, meant = of[TodayKind.TOUCH], of[TodayKind.QUIET], of[TodayKind.DIFFERENTLY]
    patterns = (
        (calls, ngettext("{count} call", "{count} calls", calls)),
        (inquiries, ngettext("{count} inquiry", "{count} inquiries", inquiries)),
        (reviews, ngettext("{count} call to review", "{count} calls to review", reviews)),
        (promises, ngettext("{count} promise", "{count} promises", promises)),
        (touches, ngettext("{count} touch", "{count} touches", touches)),
        (quiet, ngettext("{count} Dream Client gone quiet", "{count} Dream Clients gone quiet", quiet)),
        (meant, ngettext("{count} thing to do differently", "{count} things to do differently", meant)),
    )
    counted = [pattern.format(count=_number(count)) for count, pattern in patterns if count]
    return capitalised(comma_list(counted))


def _number(count: int) -> str:
    """Return a number from one to twelve as a word, any other in digits."""
    return _(_NUMBERS[count - 1]) if 0 < count <= len(_NUMBERS) else str(count)


def _on_the_list(line: TodayLine, text: str) -> str:
    """Return the client's place on the Dream list with a text after it; "" for who is no Dream Client."""
    if line.dream_rank is not None:
        return labelled(_("No. {rank} on the Dream list").format(rank=line.dream_rank), text)
    return labelled(_("Dream Client"), text) if line.dream_client else ""


def _person(line: TodayLine) -> str:
    return one_line(line.touch.with_whom) if line.touch else ""


def _how(line: TodayLine) -> str:
    """Return how to reach out, and how often they did not answer to the same sequence: `phone, after …`."""
    if line.touch is None:
        return ""
    ids = [touch.id for touch in line.sequence]
    before = line.sequence[: ids.index(line.touch_id)] if line.touch_id in ids else ()
    unanswered = sum(touch.is_done and touch.outcome in (None, TouchOutcome.NO_ANSWER) for touch in before)
    after = ngettext(
        "after {count} touch without an answer", "after {count} touches without an answer", unanswered
    ).format(count=_number(unanswered))
    channel = _(str(line.touch.channel)) if line.touch.channel else ""
    return comma_list(part for part in (channel, after if unanswered else "") if part)


def _with_whom(line: TodayLine, today: dt.date) -> str:
    """Return whose a promise or intention is, and since which call."""
    since = day_text(line.since, today) if line.since else ""
    if line.kind is TodayKind.PROMISE_OURS:
        pattern = _("to {client}, since the call of {day}") if since else _("to {client}")
    elif line.kind is TodayKind.PROMISE_THEIRS:
        pattern = _("from {client}, since the call of {day}") if since else _("from {client}")
    else:
        pattern = _("with {client}, since the call of {day}") if since else _("with {client}")
    return pattern.format(client=line.client, day=since)


def _asked_for(line: TodayLine, today: dt.date) -> str:
    """Return the commitment a call is for, and what they are asked to do: `Invest · names … by 4 Dec`."""
    plan = line.plan
    if plan is None:
        return ""
    asks = one_line(plan.asks)
    if asks and plan.asks_by:
        asks = _("{action} by {day}").format(action=asks, day=day_text(plan.asks_by, today))
    commitment = _(str(plan.commitment)) if plan.commitment else ""
    return joined((commitment, asks or one_line(plan.first_attendee)))
