"""A draft of the wording for a touch: the person's own words, and nothing private."""

import pytest
from msgspec.structs import replace

from planner.coaching.week.draft import draft_for
from planner.model.case import Problem
from planner.model.client import Client, Contact
from planner.model.terms import TouchChannel, TouchValue
from planner.model.touch import Touch
from tests.coaching.week.a_case import FORCE, PROBLEM, PROOF, QUESTION, SECOND_FORCE, plan_of

CASE = plan_of(
    **{
        "case.forces": (FORCE, SECOND_FORCE),
        "case.problems": (Problem(problem="Nothing known"), PROBLEM),
        "case.proof": (PROOF,),
        "conversation.questions": (QUESTION,),
        "conversation.purpose": "PLANTED purpose",
        "price.floor": 4711,
        "price.walk_away": "PLANTED walk-away",
        "call.politics": "PLANTED politics",
        "fear.avoiding": "PLANTED fear",
    }
)
PHONE = Touch(id="p", channel=TouchChannel.PHONE)
LETTER = Touch(id="l", channel=TouchChannel.LETTER, with_whom="Anna Berg")


def test_a_letter_has_a_force_what_it_costs_and_a_question() -> None:
    assert draft_for(Client(), CASE, LETTER) == (
        "Dear Anna Berg,\n\n"
        "£38 per lost journey: tyre stops cost twice.\n\n"
        "What it costs companies like yours: recovery, angry people, about £39,400 a year.\n\n"
        "Who explains a lost journey to the council?\n\n"
        "Kind regards"
    )


def test_on_the_phone_two_sentences_are_said() -> None:
    assert draft_for(Client(), CASE, PHONE) == (
        "£38 per lost journey: tyre stops cost twice.\nWho explains a lost journey to the council?"
    )


def test_the_value_of_the_touch_is_what_it_gives() -> None:
    proof = replace(PHONE, value_kind=TouchValue.PROOF, value_offered="Ostley had 88 stops, now 27")
    assert draft_for(Client(), CASE, proof).startswith("Ostley had 88 stops, now 27.\n")
    question = replace(LETTER, value_kind=TouchValue.QUESTION, value_offered="What did the last stop cost?")
    draft = draft_for(Client(), CASE, question)
    assert "What did the last stop cost?" in draft
    assert QUESTION.text not in draft


def test_what_another_touch_gives_is_not_said_again() -> None:
    other = Touch(id="o", value_offered="£38 per lost journey: tyre stops cost twice")
    draft = draft_for(Client(touches=(other, LETTER)), CASE, LETTER)
    assert "£38" not in draft
    assert "Fitters retire." in draft


def test_a_blank_part_leaves_its_line_out() -> None:
    bare = plan_of(**{"case.forces": (SECOND_FORCE,)})
    assert draft_for(Client(), bare, replace(LETTER, with_whom="")) == "Fitters retire.\n\nKind regards"
    assert draft_for(Client(), plan_of(**{"case.problems": (PROBLEM,)}), PHONE) == (
        "What it costs companies like yours: recovery, angry people, about £39,400 a year."
    )


def test_where_nothing_is_known_there_is_nothing_to_say() -> None:
    assert draft_for(Client(), None, LETTER) == draft_for(Client(), plan_of(), PHONE) == ""
    own = replace(LETTER, with_whom="", value_offered="Your new depot opens in May")
    assert draft_for(Client(), None, own) == "Your new depot opens in May.\n\nKind regards"


def test_the_name_is_the_contact_s_own() -> None:
    client = Client(contacts=(Contact(id="a", name="Dr Anna Berg"),))
    assert draft_for(client, CASE, replace(LETTER, with_whom_id="a")).startswith("Dear Dr Anna Berg,")


@pytest.mark.parametrize("channel", [None, *TouchChannel])
def test_nothing_private_gets_into_a_draft(channel: TouchChannel | None) -> None:
    client = Client(
        notes="PLANTED notes",
        price_expectation="PLANTED price",
        contacts=(Contact(id="a", name="Anna Berg", handle_with_care="PLANTED care"),),
    )
    draft = draft_for(client, CASE, replace(LETTER, channel=channel, note="PLANTED note", with_whom_id="a"))
    assert draft
    assert not any(private in draft for private in ("PLANTED", "4711", "4,711", "The driver rings us"))
