"""What a form says of our widgets is what they are: Qt Designer and pyside6-uic go by it."""

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6 import QtWidgets

from planner.desktop.editing.form_fields import form_path

UI_FILES = sorted(form_path("case").parent.rglob("*.ui"))

each_form = pytest.mark.parametrize("ui", UI_FILES, ids=lambda ui: ui.stem)


@each_form
def test_designer_knows_where_our_widgets_come_from(ui: Path) -> None:
    root = ET.parse(ui).getroot()
    used = {one.attrib["class"] for one in root.iter("widget")}
    assert {one for one in used if not hasattr(QtWidgets, one)} == {name for name, *_ in _declared(ui)}


@each_form
def test_a_form_declares_each_of_our_widgets_once_with_its_own_base_class_and_module(ui: Path) -> None:
    declared = list(_declared(ui))
    assert len({name for name, *_ in declared}) == len(declared)
    for name, base, module in declared:
        ours = getattr(import_module(module), name)
        assert ours.__name__ == name
        assert _nearest_qt_class(ours) == base, name


@each_form
def test_a_property_that_the_base_class_lacks_is_marked_as_ours(ui: Path) -> None:
    """Else the code that pyside6-uic makes calls a setter that nobody has."""
    bases = {name: base for name, base, _ in _declared(ui)}
    for widget in ET.parse(ui).getroot().iter("widget"):
        base = bases.get(widget.attrib["class"], widget.attrib["class"])
        for written in widget.iterfind("property"):
            ours = written.get("stdset") == "0"
            assert ours is not _has_property(base, written.attrib["name"]), widget.attrib["name"]


@each_form
def test_nothing_stands_in_a_form_that_designer_loses_when_it_saves(ui: Path) -> None:
    root = ET.parse(ui).getroot()
    assert root.find(".//addpagemethod") is None
    laid_out = (item.find("widget[@class='QWidget']") for item in root.iter("item"))
    for plain in (widget for widget in laid_out if widget is not None):
        assert plain.get("native") == "true", f"{plain.attrib['name']} would become a bare layout"


def _declared(ui: Path) -> Iterator[tuple[str, str, str]]:
    """Yield the class, the base class and the module of each custom widget."""
    for custom in ET.parse(ui).getroot().iter("customwidget"):
        yield custom.findtext("class", ""), custom.findtext("extends", ""), custom.findtext("header", "")


def _nearest_qt_class(ours: type) -> str:
    """Return the Qt class whose properties Designer may offer: the nearest in the order of the bases."""
    return next(base.__name__ for base in ours.__mro__ if hasattr(QtWidgets, base.__name__))


def _has_property(qt_class: str, name: str) -> bool:
    if name == "buddy":  # Designer's own, though no property of Qt
        return qt_class == "QLabel"
    found: int = getattr(QtWidgets, qt_class).staticMetaObject.indexOfProperty(name)
    return found >= 0
