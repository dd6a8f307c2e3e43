"""Answers the dialogs that wait for an answer: asked to save, to print, whether to remove for good."""

import random
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QThread, QTimer
from PySide6.QtGui import QDrag
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMessageBox, QWidget

from planner.desktop.frame.crash_dialog import CrashDialog
from tests.monkey.faults import Faults

_LOOK_MS = 2
_STUCK = 5_000
"""So many looks within one act: something waits that is none of the dialogs known here."""


class Answers(QObject):
    """Looks again and again for a dialog that holds up the act, and answers it by chance."""

    def __init__(self, seed: int, files: Path, faults: Faults, parent: QObject) -> None:
        super().__init__(parent)
        self._chance = random.Random(f"answers {seed}")
        self._files, self._faults = files, faults
        self._looks = 0
        self._look_soon()

    def begin_act(self) -> None:
        """Note that a new act begins."""
        self._looks = 0

    def _look_soon(self) -> None:
        # Not one timer again and again: while it is being answered it would not see what is asked next.
        QTimer.singleShot(_LOOK_MS, self, self._look)

    def _look(self) -> None:
        self._look_soon()
        if not QThread.currentThread().loopLevel():
            return  # nothing waits
        self._looks += 1
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, CrashDialog):
            self._faults.note(f"The crash dialog is shown:\n{dialog.report.toPlainText()}")
            dialog.reject()
        elif isinstance(dialog, QMessageBox):
            self._chance.choice(dialog.buttons()).click()
        elif isinstance(dialog, QFileDialog):
            self._choose_file(dialog)
        elif isinstance(dialog, QPrintDialog):
            dialog.done(QDialog.DialogCode.Rejected)
        elif (popup := QApplication.activePopupWidget()) is not None:
            self._choose_from(popup)
        elif self._looks > _STUCK:
            self._looks = 0
            QDrag.cancel()

    def _choose_from(self, popup: QWidget) -> None:
        """Go down a menu that waits, and choose or leave."""
        for _ in range(self._chance.randrange(6)):
            QTest.keyClick(popup, Qt.Key.Key_Down)
        chosen = self._chance.random() < 0.6 and self._looks < _STUCK
        QTest.keyClick(popup, Qt.Key.Key_Return if chosen else Qt.Key.Key_Escape)

    def _choose_file(self, dialog: QFileDialog) -> None:
        if self._chance.random() < 0.3:
            dialog.reject()
            return
        if dialog.fileMode() == QFileDialog.FileMode.Directory:
            dialog.setDirectory(str(self._files))
        else:
            name = self._chance.choice(("page.pdf", "page", "Größe “x”.pdf", "missing/page.pdf"))
            dialog.selectFile(str(self._files / name))
        dialog.accept()
