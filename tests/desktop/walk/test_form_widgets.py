"""A form shows the widgets that its file names, and no others in their place."""

from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtWidgets import QPushButton, QWidget

from planner.desktop.editing.form_fields import STEPS, WalkStep, form_path
from planner.desktop.fields import RowsField
from planner.desktop.widgets.enter_button import EnterButton
from tests.builders import a_row_in_every_list
from tests.desktop.walk_story import Walk


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.key)
def test_a_form_shows_the_very_widgets_it_names_in_its_rows_too(walk: Walk, step: WalkStep) -> None:
    story = walk(a_row_in_every_list())
    story.page.go_to(STEPS.index(step))
    for ui, shown in ((step.ui, story.page.form), *_rows(story.page.form)):
        for named in ET.parse(ui).getroot().iter("widget"):
            name = named.attrib["name"]
            widget = shown if shown.objectName() == name else shown.findChild(QWidget, name)
            assert type(widget).__name__ == named.attrib["class"], f"{name} in {ui.name}"


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.key)
def test_every_button_of_a_form_is_one_that_enter_presses(walk: Walk, step: WalkStep) -> None:
    story = walk(a_row_in_every_list())
    story.page.go_to(STEPS.index(step))
    buttons = story.page.form.findChildren(QPushButton)
    assert buttons
    assert [one.objectName() for one in buttons if not isinstance(one, EnterButton)] == []


def _rows(form: QWidget) -> Iterator[tuple[Path, QWidget]]:
    """Yield the first row of each list whose rows have a form, after the file of that form."""
    for listed in form.findChildren(RowsField):
        if row_form := listed.texts["rowForm"]:
            yield form_path(f"rows/{row_form}"), listed.frames[0].content
