"""The one dialog when something broke."""

from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from planner.desktop.widgets.plain_text import PlainLabel
from planner.translation import _


class CrashDialog(QDialog):
    """Says that the work is saved, and gives a report to copy that holds no client's words.

    `log_file` is where it can be found too; None where no log can be kept.
    """

    def __init__(self, report: str, log_file: Path | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Something broke in Front Foot"))
        assurance = PlainLabel(
            _(
                "Something broke. What you wrote is kept; you can go on.\n"
                "The report below names the place in the program and holds nothing that you wrote."
            ),
            self,
        )
        assurance.setWordWrap(True)
        self.report = QPlainTextEdit(report, self)
        self.report.setReadOnly(True)
        self.report.setAccessibleName(_("Report"))
        self.report.setMinimumSize(560, 240)
        where = PlainLabel(_where_it_is(log_file), self)
        where.setProperty("role", "hint")
        where.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        copy = buttons.addButton(_("Copy the report"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(self.copy)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(8)
        for widget in (assurance, self.report, where, buttons):
            layout.addWidget(widget)

    def copy(self) -> None:
        """Put the report on the clipboard."""
        QGuiApplication.clipboard().setText(self.report.toPlainText())


def _where_it_is(log_file: Path | None) -> str:
    if log_file is None:
        return _("No log could be kept, so this is the only copy.")
    return _("It is also in {file}.").format(file=log_file)
