"""Printing the page: the very PDF of the preview, drawn at the printer's resolution."""

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from planner.desktop.page.not_printed import tell_not_printed
from planner.desktop.page.pdf_pages import draw_page, page_sizes
from planner.desktop.widgets.calm_wheel import CalmWheel
from planner.desktop.widgets.message_bar import MessageBar
from planner.model.errors import PlannerError
from planner.translation import _

FINEST_DPI = 600
"""Finer than this the eye sees no difference and the picture of a page takes a gigabyte."""
_TO_THE_EDGE = QPageLayout.Mode.FullPageMode


class PrinterNotReady(PlannerError):
    """The printer took no page, or no further one."""

    def __init__(self, name: str) -> None:
        pattern = _("The printer {name} did not take the page. Is it switched on and connected?")
        super().__init__(pattern.format(name=name or _("(none)")))


def ask_and_print(pdf: bytes, title: str, window: QWidget, messages: MessageBar) -> None:
    """Show the print dialog for the PDF, print it, and say in the message bar where it went, or why not.

    Nothing is printed or said if the dialog is cancelled.
    """
    printer = ask_for_printer(pdf, title, window)
    if printer is None:
        return
    try:
        print_pages(pdf, printer)
    except PlannerError as error:
        tell_not_printed(error, messages)
    else:
        sent_to = printer.printerName() or printer.outputFileName()
        messages.tell(_("Sent to {printer}.").format(printer=sent_to))


def ask_for_printer(pdf: bytes, title: str, window: QWidget) -> QPrinter | None:
    """Show the platform's print dialog for the PDF; return the printer chosen, None if it was cancelled."""
    printer = printer_for(pdf, title)
    dialog = QPrintDialog(printer, window)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintToFile, True)
    dialog.setMinMax(1, len(page_sizes(pdf)))
    CalmWheel(dialog)
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()  # its printer lives no longer than the printing
    return printer if accepted else None


def printer_for(pdf: bytes, title: str) -> QPrinter:
    """Return the default printer, set to the paper of the first page and to print to its edges."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setPageSize(_page_size(page_sizes(pdf)[0]))
    printer.setFullPage(True)
    return printer


def print_pages(pdf: bytes, printer: QPrinter) -> None:
    """Print the pages in the printer's range, all if it has none, each as large as its sheet allows.

    PrinterNotReady if the printer refuses.
    """
    sizes = page_sizes(pdf)
    first, last = printer.fromPage() or 1, min(printer.toPage() or len(sizes), len(sizes))
    layout = printer.pageLayout()
    layout.setMode(_TO_THE_EDGE)
    printer.setPageLayout(layout)
    painter = QPainter()
    if not painter.begin(printer):
        raise PrinterNotReady(printer.printerName())
    for number in range(first - 1, last):
        if number >= first and not printer.newPage():
            raise PrinterNotReady(printer.printerName())
        _draw(pdf, number, sizes[number], painter, printer)
    painter.end()


def _draw(pdf: bytes, number: int, size: QSizeF, painter: QPainter, printer: QPrinter) -> None:
    """Draw a page as large as the sheet allows, without distortion."""
    sheet = printer.paperRect(QPrinter.Unit.DevicePixel)
    dots_per_point = min(sheet.width() / size.width(), sheet.height() / size.height())
    finest = min(dots_per_point, FINEST_DPI / 72)
    image = draw_page(pdf, number, (size * finest).toSize())
    painter.drawImage(QRectF(sheet.topLeft() * 0, size * dots_per_point), image)


def _page_size(points: QSizeF) -> QPageSize:
    """Return the standard paper of that size, with a point's tolerance."""
    return QPageSize(points, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
