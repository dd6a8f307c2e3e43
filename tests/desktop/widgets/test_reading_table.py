"""A table to read is as high as its rows, and these as their texts."""

from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from planner.desktop.widgets.reading_table import ReadingTable

LONG = "in the second half of the call"


def test_a_row_is_no_higher_than_its_text_needs_in_the_width_there_is(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    table = ReadingTable(page)
    column.addWidget(table)
    table.show_rows(("Price said", "calls", "order"), ((LONG, "124", "9"), ("all", "300", "32")))
    page.resize(700, 400)
    page.show()
    qtbot.waitUntil(lambda: table.rowHeight(0) == table.rowHeight(1))

    page.resize(200, 400)
    qtbot.waitUntil(lambda: table.rowHeight(0) > table.rowHeight(1))

    page.resize(700, 400)
    qtbot.waitUntil(lambda: table.rowHeight(0) == table.rowHeight(1))
    assert table.sizeHint().height() == table.height()
