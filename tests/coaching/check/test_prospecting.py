import datetime as dt

import pytest

from planner.model.plan import Preparation
from planner.model.terms import Footing, Side, TouchChannel
from planner.model.touch import Touch
from tests.coaching.check.plans import TODAY, a_held_call, a_leading_plan, days_ago, fires, found

NO_REASON: dict[str, object] = {"call.why_they_meet": "", "case.why_now": ""}


def a_dream(*touches: Touch, **fields: object) -> Preparation:
    return a_leading_plan(
        **({"client.dream_client": True, "client.touches": touches, "call.starts": None} | fields)
    )


def test_came_to_us_fires_when_they_asked_and_we_never_reached_out() -> None:
    finding = found("came-to-us", a_leading_plan(**{"call.initiated_by": Side.THEM, "client.touches": ()}))

    assert finding is not None
    assert finding.state == Footing.BACK
    assert finding.evidence[0].field == "plan.call.initiated_by"
    assert finding.evidence[0].value == "them"


def test_came_to_us_rests_when_we_asked() -> None:
    assert not fires("came-to-us", a_leading_plan(**{"client.touches": ()}))


def test_came_to_us_boundary_is_one_touch_with_anything_in_it() -> None:
    assert fires(
        "came-to-us", a_leading_plan(**{"call.initiated_by": Side.THEM, "client.touches": (Touch(),)})
    )
    reached = (Touch(channel=TouchChannel.LETTER),)
    assert not fires(
        "came-to-us", a_leading_plan(**{"call.initiated_by": Side.THEM, "client.touches": reached})
    )


def test_quiet_dream_client_fires_without_any_touch() -> None:
    finding = found("quiet-dream-client", a_dream())

    assert finding is not None
    assert finding.state == Footing.FLAT


def test_quiet_dream_client_rests_with_a_next_date_or_for_other_clients() -> None:
    long_ago = days_ago(90)
    assert fires("quiet-dream-client", a_dream(Touch(done_on=long_ago)))
    assert not fires("quiet-dream-client", a_dream(Touch(done_on=long_ago), Touch(planned_on=TODAY)))
    assert not fires("quiet-dream-client", a_dream(Touch(done_on=long_ago), **{"client.dream_client": False}))


def test_quiet_dream_client_boundary_is_thirty_days() -> None:
    assert not fires("quiet-dream-client", a_dream(Touch(done_on=days_ago(30))))
    assert fires("quiet-dream-client", a_dream(Touch(done_on=days_ago(31))))
    assert not fires("quiet-dream-client", a_dream(Touch(done_on=days_ago(31))), outreach_days=31)


def test_a_coming_call_is_a_next_date_only_if_we_asked_for_it() -> None:
    coming = {"call.starts": dt.datetime(2026, 12, 1, 10, tzinfo=dt.UTC)}
    assert not fires("quiet-dream-client", a_dream(**coming))
    assert fires("quiet-dream-client", a_dream(**coming, **{"call.initiated_by": Side.THEM}))


def test_a_call_that_we_asked_for_was_a_touch() -> None:
    assert not fires("quiet-dream-client", a_dream(), a_held_call(30))
    assert fires("quiet-dream-client", a_dream(), a_held_call(31))
    assert fires("quiet-dream-client", a_dream(), a_held_call(5, **{"call.initiated_by": Side.THEM}))


def test_no_reason_to_meet_fires_when_nothing_is_in_it_for_them() -> None:
    finding = found("no-reason-to-meet", a_leading_plan(**NO_REASON))

    assert finding is not None
    assert "Jo Hartley" in finding.action


def test_no_reason_to_meet_rests_with_their_agenda() -> None:
    known = NO_REASON | {"conversation.their_agenda": "Jo: the audit"}
    assert not fires("no-reason-to-meet", a_leading_plan(**known))


def test_no_reason_to_meet_boundary_is_a_single_word() -> None:
    assert fires("no-reason-to-meet", a_leading_plan(**NO_REASON | {"call.why_they_meet": " \n"}))
    assert not fires("no-reason-to-meet", a_leading_plan(**NO_REASON | {"call.why_they_meet": "Stops"}))


@pytest.mark.parametrize(
    "why_now", ["Their lease ends in March", "Our report on their stops is done", "Ihr Vertrag endet im März"]
)
def test_no_reason_to_meet_rests_with_a_why_now_of_theirs(why_now: str) -> None:
    assert not fires("no-reason-to-meet", a_leading_plan(**NO_REASON | {"case.why_now": why_now}))


@pytest.mark.parametrize(
    "why_now",
    ["Our quarter ends", "our new price list starts in May", "Unser Quartal endet", "Unsere Preise steigen"],
)
def test_no_reason_to_meet_fires_with_a_why_now_of_ours(why_now: str) -> None:
    assert fires("no-reason-to-meet", a_leading_plan(**NO_REASON | {"case.why_now": why_now}))
