"""An error in what Qt calls of ours is raised where we called Qt; it does not end the process."""

import os
import subprocess
import sys

import pytest

NESTED = """
import sys
import planner.desktop
import shiboken6
from PySide6.QtGui import QUndoCommand, QUndoStack
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

def wrong():
    raises = sys.argv[1]
    if raises == "TypeError":
        len(3)
    elif raises == "IndexError":
        [][0]
    elif raises == "ValueError":
        int("x")
    elif raises == "RuntimeError":
        gone = QWidget()
        shiboken6.delete(gone)
        gone.width()

class Page(QWidget):
    def hideEvent(self, event):
        wrong()

class Command(QUndoCommand):
    def redo(self):
        wrong()

application = QApplication([])
pages = QStackedWidget()
pages.addWidget(Page())
pages.addWidget(QWidget())
pages.show()
for call in (lambda: pages.setCurrentIndex(1), lambda: QUndoStack(pages).push(Command())):
    try:
        call()
    except Exception as error:
        print(type(error).__name__, flush=True)
"""


@pytest.mark.parametrize("error", ["TypeError", "IndexError", "ValueError", "RuntimeError"])
def test_an_error_raised_in_c_comes_back_to_where_qt_was_called(error: str) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", NESTED, error],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert (ended.returncode, ended.stdout) == (0, f"{error}\n{error}\n"), ended.stderr
