from planner.coaching.check.checking import check
from planner.coaching.check.past import History
from planner.coaching.check.standings import footing_line, standings
from planner.model.plan import AnsweredFinding
from planner.model.terms import Footing, Initiative, Side
from tests.coaching.check.plans import TODAY, a_leading_plan, found

BACK_FOOT = {"call.initiated_by": Side.THEM, "client.touches": ()}


def test_a_plan_on_the_front_foot_gets_no_finding() -> None:
    assert check(a_leading_plan(), History(today=TODAY)) == ()


def test_the_front_foot_everywhere_is_shown_with_its_reasons() -> None:
    plan = a_leading_plan()

    standing = standings(plan, check(plan, History(today=TODAY)))

    assert [one.initiative for one in standing] == list(Initiative)
    assert {one.state for one in standing} == {Footing.FRONT}
    assert standing[0].evidence[0].value == "Their 14 stops, sorted by cause"
    assert all(one.evidence and one.evidence[0].value and one.finding is None for one in standing)


def test_back_decides_before_flat() -> None:
    plan = a_leading_plan(**BACK_FOOT, **{"call.why_they_meet": ""})

    (prospecting, *_) = standings(plan, check(plan, History(today=TODAY)))

    assert prospecting.state == Footing.BACK
    assert prospecting.finding is not None
    assert prospecting.finding.rule == "came-to-us"
    assert prospecting.evidence == prospecting.finding.evidence


def test_what_is_answered_stays_and_decides_no_more() -> None:
    answered = (AnsweredFinding(rule="came-to-us", because="I met her at the fair", on=TODAY),)
    plan = a_leading_plan(**BACK_FOOT, answers=answered)

    finding = found("came-to-us", plan)
    (prospecting, *_) = standings(plan, check(plan, History(today=TODAY)))

    assert finding is not None
    assert finding.answered == "I met her at the fair"
    assert prospecting.state == Footing.FRONT


def test_a_blank_answer_is_none() -> None:
    plan = a_leading_plan(**BACK_FOOT, answers=(AnsweredFinding(rule="came-to-us", because=" "),))
    finding = found("came-to-us", plan)
    assert finding is not None
    assert finding.answered == ""


def test_the_footing_is_told_by_shape_and_word() -> None:
    plan = a_leading_plan(**BACK_FOOT)
    line = footing_line(standings(plan, check(plan, History(today=TODAY))))
    assert line == "▲ front: discovery, sales conversation, investment, myself · ▼ back: prospecting"


def test_an_answer_is_the_reason_where_no_field_is() -> None:
    known = (AnsweredFinding(rule="no-why-now", because="they told us: the lease"),)
    plan = a_leading_plan(**{"case.why_now": "", "answers": known})

    (_, discovery, *_) = standings(plan, check(plan, History(today=TODAY)))

    assert discovery.state == Footing.FRONT
    assert (discovery.evidence[0].field, discovery.evidence[0].value) == (
        "plan.case.why_now",
        "they told us: the lease",
    )
