"""Two columns in a wide form, one in a narrow one."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from planner.desktop.widgets.responsive_row import ResponsiveRow


@pytest.mark.parametrize(("width", "beside"), [(700, True), (400, False)])
def test_the_parts_stand_beside_each_other_where_there_is_room(
    qtbot: QtBot, width: int, *, beside: bool
) -> None:
    form = QWidget()
    qtbot.addWidget(form)
    sides = ResponsiveRow(form)
    ours, theirs = QLineEdit(), QLineEdit()
    row = QHBoxLayout(sides)
    for part in (ours, theirs):
        part.setMinimumWidth(250)
        row.addWidget(part)
    sides.resize(width, 300)
    form.show()

    assert sides.minimumSizeHint().width() < width
    qtbot.waitUntil(lambda: (_top(ours) == _top(theirs)) is beside)
    assert (ours.x() == theirs.x()) is not beside


def _top(part: QWidget) -> int:
    return part.mapTo(part.window(), QPoint()).y()
