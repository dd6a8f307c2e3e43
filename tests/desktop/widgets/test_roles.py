"""A widget that is on the screen already takes the look of another role."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from planner.desktop.widgets.roles import set_role

SHEET = '*[role="title"] { font-size: 30pt; font-weight: bold }'


def test_a_shown_widget_looks_as_its_role_does_and_as_before_without_it(qtbot: QtBot) -> None:
    label = QLabel("Plans")
    label.setStyleSheet(SHEET)
    qtbot.addWidget(label)
    label.show()
    usual = label.font().pointSizeF()
    set_role(label, "title")
    assert (label.font().pointSizeF(), label.font().bold()) == (30, True)
    set_role(label, "")
    assert (label.font().pointSizeF(), label.font().bold()) == (usual, False)
