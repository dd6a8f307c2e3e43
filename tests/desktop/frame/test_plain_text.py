"""Text of a plan is shown as the characters it is made of, wherever it stands in the window."""

import ast
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, Qt
from PySide6.QtGui import QAction, QTextDocument
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QMessageBox,
    QPlainTextEdit,
    QWidget,
)

from planner.desktop.editing.detail import DetailSection
from planner.desktop.editing.form_fields import STEPS
from planner.desktop.frame.window import MainWindow
from planner.desktop.plans.new_plan import NewPlanDialog
from planner.desktop.widgets.plain_text import PlainLabel, entry_text, plain_box, title_text
from planner.exchange.plan_file import read_plan_file
from planner.model.plan import Preparation
from tests.desktop.fakes import DiskFull
from tests.desktop.page_objects import WindowPage
from tests.desktop.stage import Stage

TRICKY = "R&D <b>x</b> [*] <h1>"
KEPT = {"id", "client_id", "rule", "currency", "from_", "to", "paths"}
CHECKOUT = Path(__file__).parents[3]
PLAN = CHECKOUT / "tests" / "data" / "plans" / "trading-group.json"


def in_tricky_words(value: Any, name: str = "") -> Any:
    """Return a part of a plan with all its texts tricky, each with the beginning of what it said before."""
    if isinstance(value, msgspec.Struct):
        fields = {field: in_tricky_words(getattr(value, field), field) for field in value.__struct_fields__}
        return msgspec.structs.replace(value, **fields)
    if isinstance(value, tuple):
        return tuple(in_tricky_words(part, name) for part in value)
    return f"{value[:9]} {TRICKY}" if type(value) is str and value.strip() and name not in KEPT else value


@pytest.fixture
def window(stage: Stage) -> WindowPage:
    page = stage.open(tricky_plan())
    page.window.resize(1_800, 900)
    return page


def tricky_plan() -> Preparation:
    plan: Preparation = in_tricky_words(read_plan_file(PLAN))
    return plan


def every_step(page: WindowPage) -> Iterator[None]:
    page.window.desk.open(tricky_plan().plan.id)
    assert page.window.open is not None
    walk = page.window.open.walk
    for step in range(len(STEPS)):
        walk.go_to(step)
        for section in walk.form.findChildren(DetailSection):
            section.set_open(True)
        yield


def a_deletion(page: WindowPage) -> Iterator[None]:
    page.delete(tricky_plan().client.name)
    assert TRICKY in page.message
    yield
    assert entry_text(TRICKY) in page.window.commands.undo.text()


def what_fails(page: WindowPage) -> Iterator[None]:
    page.window.messages.warn(f"{TRICKY}: disk full")
    yield


def a_search(page: WindowPage) -> Iterator[None]:
    page.search(f"{TRICKY} zzqq", hits=0)
    assert TRICKY in page.list_note
    yield


def the_call(page: WindowPage) -> Iterator[None]:
    page.window.desk.open(tricky_plan().plan.id)
    page.choose_from_menu("Rehearse")
    yield


def other_rooms(page: WindowPage) -> Iterator[None]:
    for room in ("Insights", "Trash", "Backups"):
        page.choose_from_menu(room)
        yield
        page.press_key(Qt.Key.Key_Escape)


ROOMS: dict[str, Callable[[WindowPage], Iterator[None]]] = {
    place.__name__: place for place in (every_step, a_deletion, what_fails, a_search, the_call, other_rooms)
}


@pytest.mark.parametrize("visit", ROOMS.values(), ids=ROOMS)
def test_no_room_takes_what_people_wrote_for_markup(
    window: WindowPage, stage: Stage, visit: Callable[[WindowPage], Iterator[None]]
) -> None:
    for _place in visit(window):
        window.wait_until(lambda: stage.at_rest(window.window))
        assert taken_for_markup(window.window) == []


def test_the_walk_shows_tricky_text_in_labels_buttons_and_menus(window: WindowPage, stage: Stage) -> None:
    """Else the test above would find nothing because nothing was shown."""
    found: set[type] = set()
    for _place in every_step(window):
        window.wait_until(lambda: stage.at_rest(window.window))
        for widget in window.window.findChildren(QWidget):
            if TRICKY[4:] in _text(widget) or any(TRICKY[4:] in text for text in _entries(widget)):
                found |= {kind for kind in (QLabel, QMenu, QLineEdit) if isinstance(widget, kind)}
    assert found == {QLabel, QMenu, QLineEdit}


def test_the_list_paints_the_characters_themselves(window: WindowPage) -> None:
    assert any(TRICKY in line for line in window.list_lines)


def test_the_title_of_the_window_shows_every_character(window: WindowPage) -> None:
    window.window.desk.open(tricky_plan().plan.id)
    title = window.window.windowTitle()
    assert title_text(TRICKY) in title
    assert title.replace("[*][*]", "").count("[*]") == 1, "the one mark of what is not saved"


def test_the_question_before_a_new_plan(window: WindowPage) -> None:
    dialog = NewPlanDialog((TRICKY,), window.window)
    dialog.open()
    dialog.client.setText(TRICKY)
    assert taken_for_markup(dialog) == []


def test_a_question_in_a_box_is_shown_as_it_is(window: WindowPage) -> None:
    box = plain_box(QMessageBox.Icon.Warning, "Front Foot", str(DiskFull(TRICKY)), window.window)
    box.open()
    assert box.textFormat() is Qt.TextFormat.PlainText
    assert TRICKY in box.text()


def test_every_label_of_the_desktop_is_a_plain_one() -> None:
    """A `QLabel` or a static box of Qt's guesses; use PlainLabel and plain_box from `widgets.plain_text`.

    Rich text that we make ourselves, what is filled in escaped, sets RichText.
    """
    guessing = [
        f"{path.relative_to(CHECKOUT)}:{node.lineno}"
        for path in (CHECKOUT / "planner").rglob("*.py")
        if path.name != "plain_text.py"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef | ast.Call) and _guesses(node)
    ]
    assert guessing == []


def _guesses(node: ast.ClassDef | ast.Call) -> bool:
    if isinstance(node, ast.ClassDef):
        return any(isinstance(base, ast.Name) and base.id == "QLabel" for base in node.bases)
    if isinstance(node.func, ast.Attribute):
        box = isinstance(node.func.value, ast.Name) and node.func.value.id == "QMessageBox"
        return box and node.func.attr in {"warning", "critical", "information", "question"}
    return isinstance(node.func, ast.Name) and node.func.id in {"QLabel", "QMessageBox"}


def test_a_plain_label_shows_what_looks_like_markup(qtbot: Any) -> None:
    label = PlainLabel(TRICKY)
    qtbot.addWidget(label)
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.text() == TRICKY


def taken_for_markup(window: QWidget | MainWindow) -> list[str]:
    """Return the texts in the window that would not be shown as they were written, with where they stand."""
    widgets = (window, *window.findChildren(QWidget))
    return [f"{type(widget).__name__}: {fault}" for widget in widgets for fault in _faults(widget)]


def _faults(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QLabel):
        yield from _label_faults(widget)
    if isinstance(widget, QAbstractButton):
        yield from (text for text in (widget.text(),) if _has_mnemonic(text))
    yield from (text for text in _entries(widget) if _has_mnemonic(text))
    yield from (tip for tip in (widget.toolTip(), *_tips_of_rows(widget)) if "<" in tip and "R&D" in tip)


def _label_faults(label: QLabel) -> Iterator[str]:
    if label.textFormat() is Qt.TextFormat.AutoText and label.text():
        yield f"guesses: {label.text()}"
    if label.textFormat() is Qt.TextFormat.RichText:
        shown = QTextDocument()
        shown.setHtml(label.text())
        if "R&amp;D" in label.text() and TRICKY not in shown.toPlainText():
            yield f"renders: {label.text()}"
        if "R&D" in label.text():
            yield f"not escaped: {label.text()}"


def _has_mnemonic(text: str) -> bool:
    return "R&D" in text.replace("&&", "")


def _entries(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QMenu):
        entries: list[QAction] = widget.actions()
        yield from (entry.text() for entry in entries)


def _tips_of_rows(widget: QWidget) -> Iterator[str]:
    model = widget.model() if isinstance(widget, QAbstractItemView | QComboBox) else None
    if isinstance(model, QAbstractItemModel):
        columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
        for row in range(model.rowCount()):
            for column in range(columns):
                yield str(model.data(model.index(row, column), Qt.ItemDataRole.ToolTipRole) or "")


def _text(widget: QWidget) -> str:
    if isinstance(widget, QPlainTextEdit):
        return widget.toPlainText()
    return str(widget.property("text") or "")
