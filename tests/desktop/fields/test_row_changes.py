import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.desktop.fields.row_changes import Inserted, Moved, Removed, RowChange, row_changes
from planner.model.case import Problem

A, B, C, D = (Problem(problem=name) for name in "abcd")


@pytest.mark.parametrize(
    ("before", "after", "changes"),
    [
        ((A, B), (A, B), []),
        ((), (A,), [Inserted(0, 1)]),
        ((A, B), (A, C, B), [Inserted(1, 1)]),
        ((A, B, C), (A, C), [Removed(1, 1)]),
        ((A, B, C), (), [Removed(0, 3)]),
        ((A, B, C), (B, A, C), [Moved(0, 1)]),
        ((A, B, C, D), (D, A, B, C), [Moved(3, 0)]),
        ((A, B, C), (A, D, C), []),
        (("", ""), ("", "", ""), [Inserted(2, 1)]),
    ],
)
def test_what_became_of_the_rows(
    before: tuple[object, ...], after: tuple[object, ...], changes: list[RowChange]
) -> None:
    assert list(row_changes(before, after)) == changes


def test_two_blank_rows_are_two_rows() -> None:
    first, second = Problem(), Problem()
    assert list(row_changes((first, second), (second,))) == [Removed(0, 1)]


@given(st.lists(st.integers(0, 4)), st.lists(st.integers(0, 4)))
def test_the_changes_lead_from_one_length_to_the_other(before: list[int], after: list[int]) -> None:
    rows = [Problem(problem=str(one)) for one in range(5)]
    old, new = [rows[one] for one in before], [rows[one] for one in after]
    length = len(old)
    for change in row_changes(old, new):
        if isinstance(change, Inserted):
            length += change.count
        elif isinstance(change, Removed):
            length -= change.count
    assert length == len(new)
