"""A PDF in memory, opened for drawing."""

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtPdf import QPdfDocument


def opened(pdf: bytes) -> QPdfDocument:
    """Return the pages, ready to draw."""
    document = QPdfDocument()
    source = QBuffer(document)
    source.setData(pdf)
    source.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(source)
    return document
