"""What a screen reader says of the inputs: the question that each one answers."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QAbstractSpinBox, QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from planner.desktop.editing.form_fields import STEPS, WalkStep, inputs_in
from planner.desktop.fields import RowsField
from planner.desktop.fields.row_frame import RowFrame
from tests.builders import a_row_in_every_list
from tests.desktop.walk_story import Walk

TAKES_KEYS = (QLineEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox, QCheckBox)


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.key)
def test_every_input_is_named_by_its_question_those_of_the_rows_too(walk: Walk, step: WalkStep) -> None:
    form = _form_with_rows(walk, step)
    questions = {one.field: one.question for one in inputs_in(step.ui)}
    inputs = {_path_in_form(one): one for one in form.findChildren(QWidget) if one.property("field")}
    assert set(inputs) == set(questions)
    for path, widget in inputs.items():
        row, own_name = _row_and_own_name(widget)
        assert own_name == (questions[path] or own_name), path
        assert own_name, path
        assert bool(row) == ("[]" in path), path


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.key)
def test_whatever_takes_the_keys_in_a_form_has_a_name(walk: Walk, step: WalkStep) -> None:
    form = _form_with_rows(walk, step)
    taking = [one for one in form.findChildren(QWidget) if isinstance(one, TAKES_KEYS)]
    assert taking
    unnamed = [one for one in taking if not one.accessibleName() and not _is_part_of_a_box(one)]
    assert [_described(one) for one in unnamed] == []


def test_a_tick_box_is_named_by_its_own_text_unless_a_name_says_more(walk: Walk) -> None:
    form = _form_with_rows(walk, next(step for step in STEPS if step.key == "price"))
    named = {one.objectName(): _row_and_own_name(one)[1] for one in form.findChildren(QCheckBox)}
    assert named["prepaid"] == "Paid in advance"
    assert named["againstUs"] == "Counts against us"


def _form_with_rows(walk: Walk, step: WalkStep) -> QWidget:
    """Return the form of a step on a plan with one blank row in every list."""
    story = walk(a_row_in_every_list())
    story.page.go_to(STEPS.index(step))
    return story.page.form


def _path_in_form(widget: QWidget) -> str:
    """Return the path of an input as the .ui files say it: `case.problems[].cost.amount`."""
    path = str(widget.property("field"))
    for above in _above(widget):
        if isinstance(above, RowsField):
            path = f"{above.property('field')}[]" + ("" if path == "." else f".{path}")
    return path


def _row_and_own_name(widget: QWidget) -> tuple[str, str]:
    """Return what the row of an input is called, "" outside of rows, and what the input itself is."""
    row = next((one.accessibleName() for one in _above(widget) if isinstance(one, RowFrame)), "")
    name = widget.accessibleName()
    assert name.startswith(row)
    return row, name.removeprefix(f"{row}: ")


def _above(widget: QWidget) -> Iterator[QWidget]:
    above = widget.parentWidget()
    while above is not None:
        yield above
        above = above.parentWidget()


def _is_part_of_a_box(widget: QWidget) -> bool:
    """Whether it is the line inside a combo box, which is heard by the name of the box."""
    return isinstance(widget.parentWidget(), QComboBox | QAbstractSpinBox)


def _described(widget: QWidget) -> str:
    above = widget.parentWidget()
    return f"{type(widget).__name__} {widget.objectName()} in {type(above).__name__}"
