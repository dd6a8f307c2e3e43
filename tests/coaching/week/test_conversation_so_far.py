"""Which of the ten commitments a client has given, over all calls."""

from planner.coaching.week.conversation_so_far import conversation_so_far
from planner.model.terms import Commitment, Happened, ObtainedKind, Outcome
from tests.coaching.week.a_case import TODAY, on, plan_of

EXPLORED = plan_of(
    **{
        "call.starts": on(11, 3),
        "call.commitment": Commitment.EXPLORE,
        "reflection.outcome": Outcome.ADVANCE,
        "reflection.obtained.which": ObtainedKind.PRIMARY,
    }
)


def test_without_a_call_nothing_is_obtained_and_time_is_next() -> None:
    steps = conversation_so_far([], TODAY)
    assert [step.commitment for step in steps] == list(Commitment)
    assert not any(step.obtained for step in steps)
    assert [step.commitment for step in steps if step.is_next] == [Commitment.TIME]


def test_a_commitment_names_the_first_call_in_which_it_was_obtained() -> None:
    again = plan_of(
        **{
            "call.starts": on(11, 20),
            "call.commitment": Commitment.EXPLORE,
            "reflection.obtained.which": ObtainedKind.PRIMARY,
        }
    )
    explore = conversation_so_far([again, EXPLORED], TODAY)[1]
    assert (explore.obtained, explore.on, explore.plan_id) == (True, on(11, 3).date(), EXPLORED.id)


def test_time_is_obtained_by_the_first_call_that_was_held() -> None:
    cancelled = plan_of(**{"call.starts": on(10, 1), "call.happened": Happened.CANCELLED})
    time = conversation_so_far([EXPLORED, cancelled], TODAY)[0]
    assert (time.obtained, time.plan_id) == (True, EXPLORED.id)


def test_no_order_is_enforced() -> None:
    invested = plan_of(
        **{
            "call.starts": on(11, 9),
            "call.commitment": Commitment.INVEST,
            "reflection.outcome": Outcome.ADVANCE,
        }
    )
    obtained = [step.commitment for step in conversation_so_far([invested], TODAY) if step.obtained]
    assert obtained == [Commitment.TIME, Commitment.INVEST]


def test_what_was_noted_for_a_call_that_was_not_held_was_not_obtained() -> None:
    moved = plan_of(
        **{
            "call.starts": on(11, 3),
            "call.commitment": Commitment.CHANGE,
            "call.happened": Happened.MOVED,
            "reflection.obtained.which": ObtainedKind.PRIMARY,
        }
    )
    assert not any(step.obtained for step in conversation_so_far([moved], TODAY))


def test_what_was_asked_for_last_and_not_given_is_next() -> None:
    refused = plan_of(
        **{
            "call.starts": on(11, 25),
            "call.commitment": Commitment.BUILD_CONSENSUS,
            "reflection.outcome": Outcome.CONTINUATION,
            "reflection.obtained.which": ObtainedKind.FALLBACK,
        }
    )
    following = [step.commitment for step in conversation_so_far([EXPLORED, refused], TODAY) if step.is_next]
    assert following == [Commitment.BUILD_CONSENSUS]
