import pytest

from planner.model.ask import Action, NextStep
from planner.model.client import Promise
from planner.model.conversation import AgendaItem, Shortcut
from planner.model.price import Pushback
from planner.model.reflection import FollowUp
from planner.model.terms import Footing, Lead, Side
from planner.model.touch import Touch
from tests.coaching.check.plans import JO, STARTS, a_held_call, a_leading_plan, days_ago, fires, found


def an_agenda(*items: tuple[int | None, Lead | None], minutes: int | None = 60) -> dict[str, object]:
    rows = (AgendaItem(minutes=taken, topic=f"{at}", lead=lead) for at, (taken, lead) in enumerate(items))
    return {"conversation.agenda": tuple(rows), "call.minutes": minutes}


def shortcut(asked: str, instead: str = "Half an hour together") -> dict[str, object]:
    return {"conversation.shortcuts": (Shortcut(they_ask_for=asked, propose_instead=instead),)}


def test_no_agenda_fires_without_one() -> None:
    assert fires("no-agenda", a_leading_plan(**{"conversation.agenda": ()}))


def test_no_agenda_rests_with_one() -> None:
    assert not fires("no-agenda", a_leading_plan())


def test_no_agenda_boundary_is_minutes_without_a_topic() -> None:
    assert fires("no-agenda", a_leading_plan(**{"conversation.agenda": (AgendaItem(minutes=10),)}))
    assert not fires("no-agenda", a_leading_plan(**{"conversation.agenda": (AgendaItem(topic="Aim"),)}))


def test_agenda_too_long_fires_when_it_does_not_fit() -> None:
    finding = found("agenda-too-long", a_leading_plan(**an_agenda((50, Lead.US), (40, Lead.THEM))))

    assert finding is not None
    assert [one.value for one in finding.evidence] == ["90 min", "60"]
    assert "30 minutes" in finding.action


def test_agenda_too_long_rests_while_the_call_has_no_length() -> None:
    assert not fires("agenda-too-long", a_leading_plan(**an_agenda((90, Lead.US), minutes=None)))


def test_agenda_too_long_boundary_is_the_minute() -> None:
    assert not fires("agenda-too-long", a_leading_plan(**an_agenda((60, Lead.US))))
    assert fires("agenda-too-long", a_leading_plan(**an_agenda((61, Lead.US))))


def test_agenda_led_by_them_fires_when_they_open() -> None:
    finding = found("agenda-led-by-them", a_leading_plan(**an_agenda((5, Lead.THEM), (55, Lead.US))))

    assert finding is not None
    assert finding.state == Footing.BACK
    assert finding.evidence[0].value == "5 of 60 min led by them"


def test_agenda_led_by_them_rests_while_we_open_and_listen() -> None:
    agenda = an_agenda((5, Lead.US), (25, Lead.THEM), (30, Lead.BOTH))
    assert not fires("agenda-led-by-them", a_leading_plan(**agenda))


def test_agenda_led_by_them_rests_where_a_long_middle_is_theirs() -> None:
    agenda = an_agenda((5, Lead.US), (45, Lead.THEM), (10, Lead.BOTH))
    assert not fires("agenda-led-by-them", a_leading_plan(**agenda))
    finding = found("agenda-led-by-them", a_leading_plan(**an_agenda((5, Lead.US), (45, Lead.THEM))))
    assert finding is not None
    assert finding.said == "They lead most of the call, and its end."


def test_agenda_led_by_them_boundary_is_half_of_it() -> None:
    assert not fires("agenda-led-by-them", a_leading_plan(**an_agenda((30, Lead.US), (30, Lead.THEM))))
    assert fires("agenda-led-by-them", a_leading_plan(**an_agenda((29, Lead.US), (31, Lead.THEM))))
    counted = an_agenda((None, Lead.US), (5, Lead.THEM), (5, Lead.THEM))
    assert fires("agenda-led-by-them", a_leading_plan(**counted))


def test_no_answer_to_send_pricing_fires_without_a_shortcut() -> None:
    assert fires("no-answer-to-send-pricing", a_leading_plan(**{"conversation.shortcuts": ()}))


@pytest.mark.parametrize(
    "asked",
    [
        "Just email me a price list.",
        "just send me a proposal and I'll walk it upstairs",
        "Just match the 29 and send the contract",
        "Schicken Sie uns mal Ihr bestes Angebot",
        "Nennen Sie mir einfach Ihre Preise",
        "What does it cost?",
    ],
)
def test_no_answer_to_send_pricing_rests_with_a_better_next_step(asked: str) -> None:
    assert not fires("no-answer-to-send-pricing", a_leading_plan(**shortcut(asked)))


def test_no_answer_to_send_pricing_fires_where_the_request_is_obeyed() -> None:
    finding = found("no-answer-to-send-pricing", a_leading_plan(**shortcut("Send me your best price", "")))

    assert finding is not None
    assert finding.state == Footing.BACK
    assert finding.evidence[0].field == "plan.conversation.shortcuts[0].propose_instead"


def test_no_answer_to_send_pricing_boundary_is_the_proposal_instead() -> None:
    assert fires("no-answer-to-send-pricing", a_leading_plan(**shortcut("Send me your pricing", " ")))
    assert fires("no-answer-to-send-pricing", a_leading_plan(**shortcut("A free pilot")))
    kept = {"price.pushback": (Pushback(reaction="Just send the quote", answer="Gladly, together"),)}
    assert not fires("no-answer-to-send-pricing", a_leading_plan(**shortcut("A free pilot"), **kept))


def test_early_proposal_fires_when_one_went_out_after_a_single_call() -> None:
    sent = Promise(text="The proposal", by=Side.US, due=days_ago(5), kept_on=days_ago(6))
    finding = found("early-proposal", a_leading_plan(**{"client.promises": (sent,)}), a_held_call(20))

    assert finding is not None
    assert finding.evidence[0].field == "client.promises[0].text"
    assert "1 call" in finding.said


@pytest.mark.parametrize(
    "written",
    [
        {"ask.next_steps": (NextStep(if_the_outcome_is="yes", then="Send the proposal the same day"),)},
        {"ask.primary": Action(actor="we", action="send proposal", by=STARTS.date())},
        {"ask.fallback": Action(action="Angebot zusenden")},
    ],
)
def test_early_proposal_fires_when_one_is_to_go_out_after_the_first(written: dict[str, object]) -> None:
    assert fires("early-proposal", a_leading_plan(**written))


def test_early_proposal_fires_where_a_touch_was_a_quote() -> None:
    reached = (Touch(done_on=days_ago(3), value_offered="Quote no. 7"),)
    assert fires("early-proposal", a_leading_plan(**{"client.touches": reached}))


def test_early_proposal_rests_when_the_client_takes_it_further() -> None:
    theirs = Action(actor=JO, action="sends the proposal to the board", by=STARTS.date())
    open_one = Promise(text="The proposal", by=Side.US, due=STARTS.date())
    asked = Promise(text="Three quotes from others", by=Side.THEM, kept_on=days_ago(3))
    plan = a_leading_plan(**{"ask.primary": theirs, "client.promises": (open_one, asked)})
    assert not fires("early-proposal", plan)


def test_early_proposal_boundary_is_the_second_call() -> None:
    sent = FollowUp(what="Angebot an Jo", done=True)
    first = a_held_call(40, **{"reflection.follow_ups": (sent,)})
    assert fires("early-proposal", a_leading_plan(), first)
    assert not fires("early-proposal", a_leading_plan(), first, a_held_call(20))
    assert fires("early-proposal", a_leading_plan(), first, a_held_call(20), calls_before_proposal=3)
    planned = a_leading_plan(**{"ask.next_steps": (NextStep(then="send a quote"),)})
    assert fires("early-proposal", planned)
    assert not fires("early-proposal", planned, a_held_call(20))


@pytest.mark.parametrize(
    "asked", ["Just send me something", "Can you email me a deck?", "Schicken Sie mir einfach was zu"]
)
def test_an_answer_to_being_asked_for_anything_to_read_is_one_to_the_price(asked: str) -> None:
    ready = Shortcut(they_ask_for=asked, propose_instead="Ten minutes first, so that it is about your nights")
    assert not fires("no-answer-to-send-pricing", a_leading_plan(**{"conversation.shortcuts": (ready,)}))


def test_a_request_to_talk_answers_nothing_about_the_price() -> None:
    ready = Shortcut(they_ask_for="Can we start with a demo?", propose_instead="Your line first")
    assert fires("no-answer-to-send-pricing", a_leading_plan(**{"conversation.shortcuts": (ready,)}))
