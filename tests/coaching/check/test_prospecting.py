import datetime as dt

import pytest
from msgspec.structs import replace

from planner.coaching.check.checking import check
from planner.coaching.check.finding import Evidence
from planner.coaching.check.past import History
from planner.coaching.check.thresholds import Thresholds
from planner.model.plan import Plan, Preparation
from planner.model.terms import Footing, Happened, Side, TouchChannel, TouchOutcome
from planner.model.touch import Touch
from tests.builders import a_plan
from tests.coaching.check.plans import JO, TODAY, a_held_call, a_leading_plan, days_ago, fires, found

NINE = dt.datetime.combine(TODAY, dt.time(9), dt.UTC)
NINE_BEFORE = NINE - dt.timedelta(days=1)

NO_REASON: dict[str, object] = {"call.why_they_meet": "", "case.why_now": ""}


def a_dream(*touches: Touch, **fields: object) -> Preparation:
    return a_leading_plan(
        **({"client.dream_client": True, "client.touches": touches, "call.starts": None} | fields)
    )


def an_inquiry(**fields: object) -> Touch:
    """An inquiry that came this morning at nine, but for the fields given."""
    usual = {"id": "i", "done_at": NINE, "from_": Side.THEM, "with_whom": JO, "note": "Please send a quote"}
    return Touch(**(usual | fields))  # type: ignore[arg-type]


def asked(*touches: Touch, **fields: object) -> Preparation:
    """A plan without a day yet, for a call that the client asked for."""
    return a_leading_plan(
        **({"call.initiated_by": Side.THEM, "client.touches": touches, "call.starts": None} | fields)
    )


def finds_after(hours: float, rule: str, preparation: Preparation, *earlier: Plan, **limits: int) -> bool:
    """Whether the rule finds anything so many hours after nine."""
    now = NINE + dt.timedelta(hours=hours)
    past = History.before(preparation.plan, earlier, today=now.date(), now=now)
    return any(finding.rule == rule for finding in check(preparation, past, replace(Thresholds(), **limits)))


def test_inquiry_waiting_fires_after_a_day_without_a_call_or_touch_of_ours() -> None:
    finding = found("inquiry-waiting", asked(an_inquiry()), today=TODAY + dt.timedelta(days=2))

    assert finding is not None
    assert finding.state == Footing.BACK
    assert finding.said == "They have waited since 24\u00a0Nov\u00a02026 for a call or touch of yours."
    assert finding.evidence[0] == Evidence("client.touches[0].done_at", NINE.isoformat())
    assert finding.action.startswith("Call Jo Hartley today")


def test_inquiry_waiting_says_that_they_stood_on_the_dream_list() -> None:
    later = TODAY + dt.timedelta(days=2)
    listed = asked(an_inquiry(), **{"client.dream_client": True, "client.dream_rank": 4})
    finding = found("inquiry-waiting", listed, today=later)

    assert finding is not None
    assert finding.said.endswith("They were no. 4 on your Dream list: you knew them.")
    assert Evidence("client.dream_rank", "4") in finding.evidence
    finding = found("inquiry-waiting", asked(an_inquiry(), **{"client.dream_client": True}), today=later)
    assert finding is not None
    assert finding.said.endswith("They are a Dream Client: you knew them.")


def test_inquiry_waiting_rests_once_a_call_or_touch_of_ours_came_after_it() -> None:
    touched = Touch(id="t", done_at=NINE + dt.timedelta(hours=3), channel=TouchChannel.PHONE)
    assert not finds_after(72, "inquiry-waiting", asked(an_inquiry(), touched))
    assert finds_after(72, "inquiry-waiting", asked(replace(touched, done_at=NINE_BEFORE), an_inquiry()))
    assert not finds_after(72, "inquiry-waiting", asked(an_inquiry()), a_held_call(-1))
    assert finds_after(72, "inquiry-waiting", asked(an_inquiry()), a_held_call(1))


def test_inquiry_waiting_rests_while_a_call_comes_up_or_the_client_is_archived() -> None:
    coming = {"call.starts": dt.datetime(2026, 12, 1, 10, tzinfo=dt.UTC)}
    assert not finds_after(72, "inquiry-waiting", asked(an_inquiry(), **coming))
    assert not finds_after(72, "inquiry-waiting", asked(an_inquiry()), a_plan(**coming).plan)
    assert not finds_after(72, "inquiry-waiting", asked(an_inquiry(), **{"client.archived": True}))


def test_inquiry_waiting_boundary_is_a_day() -> None:
    assert not finds_after(24, "inquiry-waiting", asked(an_inquiry()))
    assert finds_after(24.1, "inquiry-waiting", asked(an_inquiry()))
    assert finds_after(4.1, "inquiry-waiting", asked(an_inquiry()), inquiry_hours=4)
    by_day = an_inquiry(done_at=None, done_on=TODAY)
    assert not finds_after(38, "inquiry-waiting", asked(by_day))
    assert finds_after(39, "inquiry-waiting", asked(by_day))


def test_an_inquiry_that_waits_is_one_finding() -> None:
    plan = asked(an_inquiry(), **{"client.dream_client": True})
    assert finds_after(12, "came-to-us", plan)
    assert not finds_after(30, "came-to-us", plan)
    assert not finds_after(12, "quiet-dream-client", plan)
    assert not finds_after(30, "quiet-dream-client", plan)


def test_came_to_us_fires_when_they_asked_and_we_gave_them_nothing() -> None:
    finding = found("came-to-us", a_leading_plan(**{"call.initiated_by": Side.THEM, "client.touches": ()}))

    assert finding is not None
    assert finding.state == Footing.BACK
    assert finding.evidence[0].field == "plan.call.initiated_by"
    assert finding.evidence[0].value == "them"


def test_came_to_us_says_that_they_stood_on_the_dream_list() -> None:
    listed = {"client.dream_client": True, "client.dream_rank": 4, "client.touches": ()}
    finding = found("came-to-us", a_leading_plan(**{"call.initiated_by": Side.THEM} | listed))

    assert finding is not None
    assert finding.said == "They came to us first. They were no. 4 on your Dream list: you knew them."


def test_came_to_us_rests_when_we_asked() -> None:
    assert not fires("came-to-us", a_leading_plan(**{"client.touches": ()}))


@pytest.mark.parametrize(
    ("touch", "found_something"),
    [
        (Touch(channel=TouchChannel.LETTER), True),
        (Touch(done_on=days_ago(3), note="Left word"), True),
        (Touch(done_on=days_ago(3), value_offered=" \n"), True),
        (Touch(planned_on=days_ago(-3), value_offered="Their 14 stops"), True),
        (Touch(done_on=days_ago(3), value_offered="Their 14 stops", from_=Side.THEM), True),
        (Touch(done_on=days_ago(3), value_offered="Their 14 stops"), False),
    ],
)
def test_came_to_us_boundary_is_one_touch_that_gave_them_something(
    touch: Touch,
    found_something: bool,  # noqa: FBT001 -- a column of the table
) -> None:
    plan = a_leading_plan(**{"call.initiated_by": Side.THEM, "client.touches": (touch,)})
    assert fires("came-to-us", plan) is found_something


def test_touch_overdue_fires_for_the_first_one_past_its_day() -> None:
    late = [Touch(id=f"{days}", planned_on=days_ago(days), value_offered="Their stops") for days in (3, 9)]
    finding = found("touch-overdue", a_leading_plan(**{"client.touches": tuple(late)}))

    assert finding is not None
    assert finding.state == Footing.FLAT
    assert finding.said == ("The touch planned for 15\u00a0Nov\u00a02026 (and 1 more) has not been done yet.")
    assert finding.evidence[0] == Evidence("client.touches[1].planned_on", "2026-11-15")


@pytest.mark.parametrize(
    "touch",
    [
        Touch(planned_on=days_ago(3), done_on=days_ago(1)),
        Touch(planned_on=days_ago(3), outcome=TouchOutcome.NO_ANSWER),
        Touch(planned_on=days_ago(3), from_=Side.THEM),
    ],
)
def test_touch_overdue_rests_for_what_is_done_or_theirs(touch: Touch) -> None:
    assert not fires("touch-overdue", a_leading_plan(**{"client.touches": (touch,)}))


def test_touch_overdue_boundary_is_the_day_after() -> None:
    assert not fires("touch-overdue", a_leading_plan(**{"client.touches": (Touch(planned_on=TODAY),)}))
    late = {"client.touches": (Touch(planned_on=days_ago(1)),)}
    assert fires("touch-overdue", a_leading_plan(**late))
    assert not fires("touch-overdue", a_leading_plan(**late, **{"client.archived": True}))


def test_a_touch_that_is_overdue_is_one_finding() -> None:
    plan = a_dream(Touch(done_on=days_ago(90)), Touch(planned_on=days_ago(5)))
    assert fires("touch-overdue", plan)
    assert not fires("quiet-dream-client", plan)


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


def test_a_call_that_was_not_held_was_no_touch_and_a_later_one_is_a_next_date() -> None:
    assert fires("quiet-dream-client", a_dream(), a_held_call(5, **{"call.happened": Happened.NOBODY_CAME}))
    plan, later = a_dream(**{"call.day": days_ago(40)}), a_plan(**{"call.day": days_ago(-9)}).plan
    assert not finds_after(0, "quiet-dream-client", plan, later)
    assert finds_after(0, "quiet-dream-client", plan)


def test_quiet_dream_client_rests_for_an_archived_client() -> None:
    assert not fires("quiet-dream-client", a_dream(**{"client.archived": True}))


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
