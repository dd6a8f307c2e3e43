"""What a new plan need not ask."""

import datetime as dt

import pytest

from planner.coaching.commitments_given import KINDS, commitments_given, next_commitment
from planner.coaching.derived_edits import with_derived_edits
from planner.coaching.known_beforehand import PRESET, with_what_is_known
from planner.coaching.next_call import next_call
from planner.model.call import Attendee
from planner.model.client import Contact
from planner.model.fields import is_blank, read_field, with_field
from planner.model.plan import Plan, Preparation
from planner.model.reflection import Obtained
from planner.model.terms import CallKind, Channel, Commitment, ObtainedKind, Outcome, Side
from tests.builders import a_plan

TODAY = dt.date(2026, 12, 2)
ANNA = Contact(id="c1", name="Anna Berg", title="CFO")


def test_a_first_plan_knows_who_asked_what_for_and_the_currency() -> None:
    known = with_what_is_known(a_plan(), (), currency="GBP", today=TODAY)
    call = known.plan.call
    assert (call.initiated_by, call.commitment, call.kind) == (
        Side.US,
        Commitment.TIME,
        CallKind.PROSPECTING,
    )
    assert known.plan.price.currency == "GBP"
    assert (call.minutes, call.channel, call.place, call.attendees) == (None, None, "", ())


def test_the_only_contact_attends_and_of_two_neither_is_guessed() -> None:
    one = with_what_is_known(a_plan(**{"client.contacts": (ANNA, Contact())}), (), today=TODAY)
    assert one.plan.call.attendees == (Attendee(contact="Anna Berg", contact_id="c1"),)
    two = with_what_is_known(a_plan(**{"client.contacts": (ANNA, Contact(name="Ben"))}), (), today=TODAY)
    assert two.plan.call.attendees == ()


def test_length_channel_and_currency_are_the_clients_last_and_else_anybodys_last() -> None:
    first, last = _call(30, Channel.PHONE, "EUR"), _call(60, Channel.VIDEO, "CHF")
    anybody = _call(20, Channel.IN_PERSON, "USD")
    known = with_what_is_known(a_plan(), (first, last), elsewhere=anybody, currency="GBP", today=TODAY).plan
    assert (known.call.minutes, known.call.channel, known.price.currency) == (60, Channel.VIDEO, "CHF")
    blank_last = with_what_is_known(a_plan(), (first, a_plan().plan), elsewhere=anybody, today=TODAY).plan
    assert (blank_last.call.minutes, blank_last.price.currency) == (30, "EUR"), "the last that says it"
    new = with_what_is_known(a_plan(), (), elsewhere=anybody, currency="GBP", today=TODAY).plan
    assert (new.call.minutes, new.call.channel, new.price.currency) == (20, Channel.IN_PERSON, "USD")


def test_the_place_is_that_of_a_call_of_the_same_client_held_the_same_way() -> None:
    there = a_plan(**{"call.channel": Channel.IN_PERSON, "call.place": "Plant 2"}).plan
    linked = a_plan(**{"call.channel": Channel.VIDEO, "call.place": "meet.example/7"}).plan
    assert with_what_is_known(a_plan(), (there, linked), today=TODAY).plan.call.place == "meet.example/7"
    in_person = a_plan(**{"call.channel": Channel.IN_PERSON})
    assert with_what_is_known(in_person, (there, linked), today=TODAY).plan.call.place == "Plant 2"
    assert with_what_is_known(a_plan(), (), elsewhere=there, today=TODAY).plan.call.place == ""


def test_what_the_plan_says_stays() -> None:
    given = a_plan(
        **{
            "call.commitment": Commitment.DECIDE,
            "call.kind": CallKind.OTHER,
            "call.initiated_by": Side.THEM,
            "call.minutes": 25,
            "call.channel": Channel.PHONE,
            "call.place": "their line",
            "call.attendees": (Attendee(contact="Ben"),),
            "price.currency": "SEK",
        }
    )
    earlier = a_plan(**{"call.minutes": 60, "call.place": "Plant 2", "call.channel": Channel.PHONE}).plan
    assert with_what_is_known(given, (earlier,), currency="GBP", today=TODAY) == given


def test_nothing_else_is_filled_in() -> None:
    full = a_plan(**{"call.minutes": 60, "call.channel": Channel.VIDEO, "call.place": "here"}).plan
    given = a_plan(**{"client.contacts": (ANNA,)})
    known = with_what_is_known(given, (full,), currency="GBP", today=TODAY)
    for path in PRESET:
        assert not is_blank(read_field(known, path)), path
        known = with_field(known, path, read_field(Preparation(), path))
    assert known == given


def test_the_next_commitment_is_the_first_not_obtained() -> None:
    time = _asked(Commitment.TIME, ObtainedKind.PRIMARY)
    explore = _asked(Commitment.EXPLORE, ObtainedKind.FALLBACK)
    change = _asked(Commitment.CHANGE, ObtainedKind.PRIMARY)
    assert commitments_given((time, explore, change), TODAY) == {Commitment.TIME, Commitment.CHANGE}
    assert next_commitment((time, explore, change), TODAY) is Commitment.EXPLORE, "no order is enforced"
    assert next_commitment((), TODAY) is Commitment.TIME
    assert next_commitment((_asked(one, ObtainedKind.PRIMARY) for one in Commitment), TODAY) is None


def test_a_call_reviewed_with_an_advance_and_nothing_else_obtained_what_it_asked() -> None:
    advance = _ended(Commitment.EXPLORE, Outcome.ADVANCE)
    stalled = _ended(Commitment.EXPLORE, Outcome.CONTINUATION)
    assert next_commitment((advance,), TODAY) is Commitment.CHANGE
    assert next_commitment((stalled,), TODAY) is Commitment.EXPLORE


@pytest.mark.parametrize(
    "held",
    [
        {"reflection.outcome": Outcome.CONTINUATION},
        {"reflection.held_on": TODAY},
        {"call.day": TODAY - dt.timedelta(days=1)},
        {"call.commitment": Commitment.TIME, "reflection.outcome": Outcome.CONTINUATION},
    ],
)
def test_who_has_met_us_has_given_us_time(held: dict[str, object]) -> None:
    call = with_what_is_known(a_plan(), (a_plan(**held).plan,), today=TODAY).plan.call
    assert (call.commitment, call.kind) == (Commitment.EXPLORE, CallKind.DISCOVERY)


def test_a_call_to_come_has_given_nothing() -> None:
    ahead = a_plan(**{"call.day": TODAY, "call.commitment": Commitment.DECIDE}).plan
    assert commitments_given((ahead,), TODAY) == frozenset()
    assert next_commitment((ahead,), TODAY) is Commitment.TIME


def test_what_was_asked_for_last_and_not_given_is_asked_for_again() -> None:
    early = _ended(Commitment.CHANGE, Outcome.CONTINUATION, on=dt.date(2026, 10, 1))
    late = _ended(Commitment.DECIDE, Outcome.CONTINUATION, on=dt.date(2026, 11, 1))
    assert next_commitment((late, early), TODAY) is Commitment.DECIDE, "the latest by its day"
    given = _ended(Commitment.DECIDE, Outcome.ORDER, on=dt.date(2026, 11, 8))
    assert next_commitment((early, late, given), TODAY) is Commitment.CHANGE, "given since"
    call = with_what_is_known(a_plan(), (early, late), today=TODAY).plan.call
    assert (call.commitment, call.kind) == (Commitment.DECIDE, CallKind.NEGOTIATION)


def test_what_the_calls_of_the_client_say_is_marked_in_the_plan_made_from_one() -> None:
    last = a_plan(
        **{
            "client.contacts": (ANNA,),
            "call.commitment": Commitment.EXPLORE,
            "call.minutes": 60,
            "call.channel": Channel.VIDEO,
            "call.place": "meet.example/7",
            "price.currency": "CHF",
            "reflection.outcome": Outcome.ADVANCE,
        }
    )
    following = next_call(last, TODAY, plan_id="next")
    known = with_what_is_known(following, (last.plan,), today=TODAY, currency="GBP").plan
    assert known.call.commitment is Commitment.CHANGE
    carried = set(following.plan.carried.paths)
    assert {"call.channel", "price.currency"} <= carried
    added = {"call.commitment", "call.kind", "call.minutes", "call.place"}
    assert set(known.carried.paths) == carried | added, "no call said who asked for it, and who attends"
    assert len(set(known.carried.paths)) == len(known.carried.paths)


def test_what_only_calls_with_others_or_the_surroundings_say_is_not_marked() -> None:
    last = a_plan(**{"reflection.outcome": Outcome.ADVANCE})
    following = next_call(last, TODAY, plan_id="next")
    anybody = _call(20, Channel.IN_PERSON, "USD")
    known = with_what_is_known(following, (last.plan,), today=TODAY, elsewhere=anybody).plan
    assert (known.call.minutes, known.price.currency) == (20, "USD")
    added = set(known.carried.paths) - set(following.plan.carried.paths)
    assert added == {"call.commitment", "call.kind"}
    blank = with_what_is_known(a_plan(), (last.plan,), today=TODAY).plan
    assert blank.carried.paths == (), "no call came before by the plan"


def test_every_commitment_has_a_kind_of_call() -> None:
    assert set(KINDS) == set(Commitment)


@pytest.mark.parametrize(
    ("kind", "then"),
    [
        (None, CallKind.DISCOVERY),
        (CallKind.PROSPECTING, CallKind.DISCOVERY),
        (CallKind.OTHER, CallKind.OTHER),
    ],
)
def test_the_kind_follows_the_commitment_unless_it_was_chosen(kind: CallKind | None, then: CallKind) -> None:
    before = a_plan(**{"call.commitment": Commitment.TIME, "call.kind": kind})
    after = with_field(before, "plan.call.commitment", Commitment.EXPLORE)
    changed, paths = with_derived_edits(before, after, ("call.commitment",))
    assert changed.plan.call.kind is then
    assert paths == (("call.kind",) if kind is not then else ())


def _call(minutes: int, channel: Channel, currency: str) -> Plan:
    return a_plan(**{"call.minutes": minutes, "call.channel": channel, "price.currency": currency}).plan


def _asked(commitment: Commitment, obtained: ObtainedKind) -> Plan:
    return a_plan(**{"call.commitment": commitment, "reflection.obtained": Obtained(which=obtained)}).plan


def _ended(commitment: Commitment, outcome: Outcome, on: dt.date | None = None) -> Plan:
    fields = {"call.commitment": commitment, "reflection.outcome": outcome, "reflection.held_on": on}
    return a_plan(**fields).plan
