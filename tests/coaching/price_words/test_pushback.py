"""Answers to the five usual reactions, drafted from this plan's own figures."""

from decimal import Decimal
from fractions import Fraction

import pytest

from planner.coaching.price_words.pushback import USUAL, is_about, missing_answers
from planner.model.conversation import Conversation, Shortcut
from planner.model.plan import Plan
from planner.model.price import Concession, Price, PriceDisclosure, Pushback
from tests.coaching.price_words.prices import a_price, beside


def _answers(price: Price, *, inaction: int | None = None, plan: Plan | None = None) -> dict[str, str]:
    given = missing_answers(plan or Plan(price=price), None if inaction is None else Fraction(inaction))
    return {one.reaction: one.answer.replace("\u00a0", " ") for one in given}


JUSTIFIED = a_price("79000", "67000", "19000", "15000", against="3000")


def test_all_five_have_an_answer_from_the_figures() -> None:
    assert _answers(JUSTIFIED, inaction=30533) == {
        "That is too expensive.": (
            "Compared with what? Next to Corvex it is €12,000 a year more. What you get for it: "
            "Driver 1, about "
            "€19,000 a year; and Driver 2, about €15,000 a year. If 44% of that comes true, you "
            "are no worse off. "
            "Which of these figures do you see differently?"
        ),
        "Corvex is cheaper.": (
            "Yes, by €12,000 a year. Once what differs is counted, you are about €19,000 a year "
            "better off with "
            "us. Shall we go through it line by line?"
        ),
        "Match their price.": (
            "At their price it would have to be a smaller offer, and these would be at stake: Driver 1 and "
            "Driver 2. Which of them could you do without? Then we can talk about a smaller "
            "scope, and a price "
            "to match it."
        ),
        "Just send the quote.": (
            "You will have it. Alone it would show the €12,000 a year more, and not the €31,000 it is worth. "
            "Give me a quarter of an hour to check the figures with you; then the quote says what it is for. "
            "When suits you?"
        ),
        "We have no budget.": (
            "I hear you. Leaving it as it is costs about €30,500 a month. That money is being spent already. "
            "From whose budget, and who could move it?"
        ),
    }


def test_what_the_rep_wrote_stays_and_a_blank_answer_is_filled() -> None:
    own = (
        Pushback(reaction="“Ostrel is cheaper”, again", answer="So it is."),
        Pushback(reaction="No budget!"),
    )
    given = missing_answers(Plan(price=Price(pushback=own)))
    assert given[0] == own[0]
    assert given[1].reaction == "No budget!"
    assert given[1].answer
    assert [one.reaction for one in given[2:]] == [
        "That is too expensive.",
        "Match their price.",
        "Just send the quote.",
    ]


def test_drafting_twice_changes_nothing() -> None:
    once = missing_answers(Plan(price=JUSTIFIED))
    again = missing_answers(Plan(price=Price(pushback=once)))
    assert again == once


def test_the_proof_they_can_check_is_named() -> None:
    price = Price(
        ours=JUSTIFIED.ours,
        alternative=JUSTIFIED.alternative,
        drivers=JUSTIFIED.drivers,
        disclosure=PriceDisclosure(proof="your payroll, October"),
    )
    assert "You can check it: your payroll, October." in _answers(price)["Corvex is cheaper."]


def test_the_answer_prepared_for_the_quote_is_taken_up() -> None:
    shortcut = Shortcut(
        they_ask_for="Send me your pricing", acknowledge="You want a number", propose_instead="Ten minutes?"
    )
    plan = Plan(price=JUSTIFIED, conversation=Conversation(shortcuts=(shortcut,)))
    assert _answers(JUSTIFIED, plan=plan)["Just send the quote."] == "You want a number. Ten minutes?"


def test_without_a_cost_of_inaction_waiting_is_counted_by_the_figures() -> None:
    assert "each month without it costs about €1,580." in _answers(JUSTIFIED)["We have no budget."]


@pytest.mark.parametrize(
    ("price", "reaction", "answer"),
    [
        (a_price("79000", None), "Corvex is cheaper.", "I do not know their price."),
        (a_price("60000", "67000"), "Corvex is cheaper.", "By our figures we are not dearer."),
        (a_price("60000", "67000"), "That is too expensive.", "it is €7,000 a year less."),
        (a_price("1500", "1000", "300"), "We have no budget.", "What would have to be true for a budget"),
        (beside(Price(), name=""), "Match their price.", "I do not know their price."),
        (a_price("79000", "67000"), "Match their price.", "Which part of it could you do without"),
        (a_price("60000", "67000"), "Match their price.", "We are €7,000 a year below it already"),
        (a_price("67000", "67000"), "Match their price.", "We are at their price already"),
        (Price(), "The other offer is cheaper.", "What is in theirs?"),
    ],
)
def test_other_cases_have_other_answers(price: Price, reaction: str, answer: str) -> None:
    assert answer in _answers(price)[reaction]


def test_an_unjustified_premium_claims_no_break_even() -> None:
    assert "no worse off" not in " ".join(_answers(a_price("1500", "1000", "300")).values())


@pytest.mark.parametrize("number", range(len(USUAL)))
def test_each_reaction_knows_its_own_words(number: int) -> None:
    words = USUAL[number].words(JUSTIFIED)
    assert [is_about(words, one) for one in USUAL] == [at == number for at in range(len(USUAL))]


def test_nothing_private_is_answered() -> None:
    private = Price(
        ours=JUSTIFIED.ours,
        alternative=JUSTIFIED.alternative,
        drivers=JUSTIFIED.drivers,
        currency="EUR",
        term_months=12,
        floor=Decimal(71500),
        walk_away="the pilot has to be free",
        concessions=(Concession(request="quarterly billing"),),
    )
    assert missing_answers(Plan(price=private)) == missing_answers(Plan(price=JUSTIFIED))
