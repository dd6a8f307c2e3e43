"""The fifteen questions of the ten-minute plan."""

from planner.coaching.fifteen import FIFTEEN, answered, open_paths
from planner.coaching.progress import missing_essentials
from planner.model.fields import essential_fields, with_field
from planner.model.plan import Preparation, absolute_path
from tests.builders import a_plan
from tests.test_samples import a_plan_file


def test_they_ask_for_every_essential_field_once_and_for_nothing_else() -> None:
    asked = [absolute_path(path) for question in FIFTEEN for path in question.paths]
    assert len(asked) == len(set(asked))
    assert set(asked) == {field.path for field in essential_fields(Preparation)}
    assert [question.number for question in FIFTEEN] == list(range(1, 16))


def test_a_question_of_two_fields_is_answered_with_both() -> None:
    assert answered(a_plan()).given == 0, "a client without a subject"
    named = a_plan(**{"call.title": "Overtime"})
    assert answered(named).given == 1
    assert open_paths(named)[0] == "call.starts"


def test_all_are_answered_when_nothing_essential_is_missing() -> None:
    whole = a_plan_file("essential-only")
    assert answered(whole).all
    assert open_paths(whole) == ()
    lacking = with_field(whole, "plan.price.drivers", ())
    assert not answered(lacking).all
    assert [f"plan.{path}" for path in open_paths(lacking)] == list(missing_essentials(lacking))
