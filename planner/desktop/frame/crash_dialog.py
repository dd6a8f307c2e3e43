"""The one dialog when something broke."""

from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget


class CrashDialog(QDialog):
    """Says that the work is saved, and gives a report to copy that holds no client's words.

    `log_file` is where it can be found too; None where no log can be kept.
    """

    def __init__(self, report: str, log_file: Path | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Something broke in Front Foot")
        said = QLabel(
            "Something broke. What you wrote is kept; you can go on.\n"
            "The report below names the place in the program and nothing of what you wrote.",
            self,
        )
        said.setWordWrap(True)
        self.report = QPlainTextEdit(report, self)
        self.report.setReadOnly(True)
        self.report.setAccessibleName("Report")
        self.report.setMinimumSize(560, 240)
        also = f"It is also in {log_file}." if log_file else "No log could be kept, so this is the only copy."
        where = QLabel(also, self)
        where.setProperty("role", "hint")
        where.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        copy = buttons.addButton("Copy the report", QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(self.copy)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(8)
        for widget in (said, self.report, where, buttons):
            layout.addWidget(widget)

    def copy(self) -> None:
        """Put the report on the clipboard."""
        QGuiApplication.clipboard().setText(self.report.toPlainText())
