"""Fields in words, where one is named without its form."""

import re

from planner.model.fields import editable_fields
from planner.model.plan import Preparation
from planner.wording.field_words import field_in_words, has_words, path_in_words


def test_every_field_has_its_words() -> None:
    """If one has none: add it to `_FIELDS`."""
    names = {
        name for field in editable_fields(Preparation) for name in re.findall(r"[a-z_]+", field.path)
    } - {"plan"}
    assert sorted(name for name in names if not has_words(name)) == []


def test_a_path_is_read_part_by_part() -> None:
    assert path_in_words("case.problems[1].cost") == "Case › problems 1 › cost"
    assert field_in_words("case.why_now") == "why now"
    assert field_in_words("client") == "Client"


def test_a_name_without_words_is_given_as_it_is() -> None:
    assert field_in_words("case.what_they_fear") == "what they fear"
    assert path_in_words("case.what_they_fear") == "Case › what they fear"
