"""The pages of a PDF, one below the other, as wide as there is room."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions, QPdfPageRenderer
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

_BETWEEN_PAGES = 12
_LINE = 24
_SETTLED_MS = 40
"""Pages are drawn anew once a change of size pauses; until then they are stretched."""


class PageView(QAbstractScrollArea):
    """Draws pages in another thread. What is drawn already stays until what replaces it is there.

    Qt's own view goes blank in between, and covering that with a picture of it costs the typing
    more than everything else: taking one lays out the whole window.
    """

    drawn = Signal()
    """The document handed over last is on the screen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setSingleStep(_LINE)
        self._document: QPdfDocument | None = None
        self._places: list[QRect] = []
        self._images: dict[int, QImage] = {}
        self._wanted: dict[int, int] = {}
        self._renderer = QPdfPageRenderer(self)
        self._renderer.setRenderMode(QPdfPageRenderer.RenderMode.MultiThreaded)
        self._renderer.pageRendered.connect(self._take)
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(_SETTLED_MS)
        self._settling.timeout.connect(self._draw)

    @property
    def document(self) -> QPdfDocument | None:
        """The document handed over last."""
        return self._document

    def show_document(self, document: QPdfDocument) -> None:
        """Show a loaded document in place of the one before, scrolled as that was."""
        before, self._document = self._document, document
        document.setParent(self)
        self._renderer.setDocument(document)
        if before is not None:
            before.deleteLater()
        self._arrange()
        self._draw()

    def event(self, event: QEvent) -> bool:
        """Draw finer or coarser on another screen."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._settling.start()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pages to the new width."""
        super().resizeEvent(event)
        self._arrange()
        self._settling.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pages where they are scrolled to."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(event.rect(), self.palette().alternateBase())
        painter.translate(0, -self.verticalScrollBar().value())
        for page, place in enumerate(self._places):
            painter.fillRect(place, Qt.GlobalColor.white)
            if page in self._images:
                painter.drawImage(place, self._images[page])
        painter.end()

    def _arrange(self) -> None:
        """Find each page's place, and how far there is to scroll."""
        room = self.maximumViewportSize()
        places = self._places_for(room.width())
        if places and places[-1].bottom() >= room.height():
            places = self._places_for(room.width() - self.verticalScrollBar().sizeHint().width())
        self._places = places
        bar = self.verticalScrollBar()
        bar.setPageStep(room.height())
        bar.setRange(0, max(0, places[-1].bottom() + 1 - room.height()) if places else 0)
        self.viewport().update()

    def _places_for(self, width: int) -> list[QRect]:
        places: list[QRect] = []
        top = 0
        for page in range(self._document.pageCount() if self._document is not None else 0):
            assert self._document is not None
            size = self._document.pagePointSize(page)
            places.append(QRect(0, top, width, round(width * size.height() / size.width())))
            top = places[-1].bottom() + 1 + _BETWEEN_PAGES
        return places

    def _draw(self) -> None:
        """Have every page drawn in the size it is shown in."""
        fineness = self.devicePixelRatioF()
        self._wanted = {
            self._renderer.requestPage(page, QSize(place.size() * fineness)): page
            for page, place in enumerate(self._places)
        }

    def _take(
        self, page: int, _size: QSize, image: QImage, _options: QPdfDocumentRenderOptions, request: int
    ) -> None:
        if self._wanted.pop(request, None) is None:
            return
        self._images[page] = image
        self.viewport().update()
        if not self._wanted:
            self.drawn.emit()
