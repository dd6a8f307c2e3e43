"""The pages of a PDF in memory, measured and drawn by PDFium."""

import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager

import pypdfium2 as pdfium
from pypdfium2 import raw
from PySide6.QtCore import QSize, QSizeF
from PySide6.QtGui import QImage

# PDFium is not thread-safe: two calls at a time anywhere in the process crash it. For the same
# reason nothing of it outlives a call: a document left to the collector would be closed by
# whichever thread collects.
_ONE_CALL_AT_A_TIME = threading.Lock()


def page_sizes(pdf: bytes) -> tuple[QSizeF, ...]:
    """Return the size of each page, in points; pdfium.PdfiumError if it is no PDF."""
    with _opened(pdf) as document:
        return tuple(QSizeF(*document.get_page_size(number)) for number in range(len(document)))


def draw_page(pdf: bytes, number: int, size: QSize) -> QImage:
    """Draw page `number`, from 0, to fill `size` pixels, on white.

    Any thread may ask; one page is drawn at a time. pdfium.PdfiumError if there is no such page.
    """
    width, height = size.width(), size.height()
    with (
        _opened(pdf) as document,
        closing(document[number]) as page,
        closing(pdfium.PdfBitmap.new_native(width, height, raw.FPDFBitmap_BGRx)) as bitmap,
    ):
        bitmap.fill_rect((255, 255, 255, 255), 0, 0, width, height)
        raw.FPDF_RenderPageBitmap(bitmap.raw, page.raw, 0, 0, width, height, 0, raw.FPDF_ANNOT)
        # QImage only refers to the bytes it is given; the copy owns its own.
        return QImage(bytes(bitmap.buffer), width, height, bitmap.stride, QImage.Format.Format_RGB32).copy()


@contextmanager
def _opened(pdf: bytes) -> Iterator[pdfium.PdfDocument]:
    # PDFium keeps global state and is not safe for threads: a preview drawn while a printer's page is
    # drawn would crash. Closed within the lock, as closing calls into it too.
    with _ONE_CALL_AT_A_TIME, closing(pdfium.PdfDocument(pdf)) as document:
        yield document
