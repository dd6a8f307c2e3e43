"""Printing a text on plain pages."""

from PySide6.QtGui import QFont, QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from planner.desktop.widgets.calm_wheel import CalmWheel

_POINTS = 11


def print_text(text: str, title: str, window: QWidget) -> None:
    """Show the platform's print dialog and print the text; nothing if it is cancelled."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    dialog = QPrintDialog(printer, window)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintToFile, True)
    CalmWheel(dialog)
    if dialog.exec() == QDialog.DialogCode.Accepted:
        text_pages(text, window.font()).print_(printer)
    dialog.deleteLater()


def text_pages(text: str, font: QFont) -> QTextDocument:
    """Return the text as a document that prints in this font, but in 11 points, black on white."""
    document = QTextDocument()
    larger = QFont(font)
    larger.setPointSizeF(_POINTS)
    document.setDefaultFont(larger)
    document.setPlainText(text)
    return document
