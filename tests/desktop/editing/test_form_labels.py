"""The labels of the forms: what their class says, no form says again."""

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from pytestqt.qtbot import QtBot

from planner.desktop.editing.form_fields import form_path
from planner.desktop.widgets.labels import HintLabel, QuestionLabel

UI_FILES = sorted(form_path("case").parent.rglob("*.ui"))
CLASSES = {"question": QuestionLabel, "hint": HintLabel}


@pytest.mark.parametrize("role", CLASSES)
def test_a_label_of_the_forms_has_its_role_and_wraps(qtbot: QtBot, role: str) -> None:
    label = CLASSES[role]()
    qtbot.addWidget(label)
    assert label.property("role") == role
    assert label.wordWrap()


@pytest.mark.parametrize("ui", UI_FILES, ids=lambda ui: ui.stem)
def test_no_form_repeats_what_the_class_of_a_label_says(ui: Path) -> None:
    for widget in ET.parse(ui).getroot().iter("widget"):
        said = {one.attrib["name"]: "".join(one.itertext()).strip() for one in widget.iterfind("property")}
        if widget.attrib["class"] == "QLabel":
            assert said.get("role") not in CLASSES, widget.attrib["name"]
        elif widget.attrib["class"] in {one.__name__ for one in CLASSES.values()}:
            assert not {"role", "wordWrap"} & set(said), widget.attrib["name"]
