"""Python holds no wrapper of what Qt deletes unseen.

PySide hears of the end of a QObject. Of a layout item, a list or table item or a widget's neighbour in the
focus chain it does not: the wrapper stays registered at freed memory, and the next object that Qt makes at
that address comes back as it. That corrupted the heap.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[1]
HANDED_OUT = {
    "itemAt": "parts_of() of planner.desktop.widgets.laid_out",
    "itemAtPosition": "parts_of() of planner.desktop.widgets.laid_out",
    "takeAt": "removeWidget() for each widget you put in",
    "replaceWidget": "removeWidget() and insertWidget()",
    "nextInFocusChain": "tab_stops() of planner.desktop.widgets.tab_order",
    "previousInFocusChain": "tab_stops() of planner.desktop.widgets.tab_order",
    "item": "model().index(row, column).data(role)",
    "takeItem": "model().removeRow(row)",
    "itemFromIndex": "index.data(role)",
    "currentItem": "currentIndex()",
    "selectedItems": "selectedIndexes()",
    "topLevelItem": "model().index(row, column)",
    "queryAccessibleInterface": "accessibleName() of the widget",
}
"""What hands such a wrapper out, and what to ask instead."""
EVENTS = {"event", "option"}
"""What Qt lends to a handler, by the names we give it, and takes back when the handler returns."""
SHOWN_TO_BE_ONE = CHECKOUT / "tests" / "desktop" / "test_rounds.py"


def files() -> list[Path]:
    found = [*(CHECKOUT / "planner").rglob("*.py"), *(CHECKOUT / "tests").rglob("*.py")]
    return [file for file in found if file != SHOWN_TO_BE_ONE]


def asked_for(source: str) -> Iterator[str]:
    """Each place where such a wrapper is asked for, and what is better."""
    for node in ast.walk(ast.parse(source)):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr in HANDED_OUT
        ):
            yield f"line {node.lineno}: not {node.func.attr}(), but {HANDED_OUT[node.func.attr]}"


def kept(source: str) -> Iterator[str]:
    """Each place where an event or a style option is stored in an object."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Assign) or not any(isinstance(to, ast.Attribute) for to in node.targets):
            continue
        if isinstance(node.value, ast.Name) and node.value.id in EVENTS:
            yield f"line {node.lineno}: {node.value.id} is Qt's again when the handler returns"


def test_nothing_that_qt_deletes_unseen_is_asked_for() -> None:
    found = {str(file.relative_to(CHECKOUT)): list(asked_for(file.read_text("utf-8"))) for file in files()}

    assert {file: places for file, places in found.items() if places} == {}


def test_no_event_and_no_style_option_is_kept_beyond_its_handler() -> None:
    found = {str(file.relative_to(CHECKOUT)): list(kept(file.read_text("utf-8"))) for file in files()}

    assert {file: places for file, places in found.items() if places} == {}


@pytest.mark.parametrize("call", ["layout.itemAt(0)", "self.list().item(3).text()", "a.nextInFocusChain()"])
def test_a_call_that_hands_one_out_is_found(call: str) -> None:
    assert len(list(asked_for(f"def f(layout, a, self):\n    return {call}\n"))) == 1


def test_an_event_that_is_kept_is_found() -> None:
    assert len(list(kept("def f(self, event):\n    self._last = event\n"))) == 1
