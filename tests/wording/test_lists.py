"""Lists and sentences in a row."""

import pytest

from planner.wording.lists import and_list, and_list_of_clauses, comma_list, semicolon_list, sentences


@pytest.mark.parametrize(
    ("items", "commas", "clauses"),
    [
        ([], "", ""),
        (["a"], "a", "a"),
        (["a", "b"], "a and b", "a; and b"),
        (["a", "b", "{c}"], "a, b and {c}", "a; b; and {c}"),
    ],
)
def test_the_last_of_a_list_is_linked_by_and(items: list[str], commas: str, clauses: str) -> None:
    assert and_list(items) == commas
    assert and_list_of_clauses(items) == clauses


def test_marks_alone_link_the_others() -> None:
    assert comma_list(["a", "b", "c"]) == "a, b, c"
    assert semicolon_list(iter(["a", "b"])) == "a; b"
    assert comma_list([]) == ""


def test_sentences_follow_each_other_without_the_blank_ones() -> None:
    assert sentences(("One.", "", "Two.", "Three.")) == "One. Two. Three."
