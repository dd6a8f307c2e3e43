"""The pages of a PDF, one below the other, as wide as there is room."""

from collections.abc import Sequence

import msgspec
from PySide6.QtCore import QEvent, QRect, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from planner.desktop.background.debounce import Debounce
from planner.desktop.background.jobs import Jobs
from planner.desktop.background.latest_wins import LatestWins

_BETWEEN_PAGES = 12
_LINE = 24
_SETTLED_MS = 40
"""Pages are drawn anew once a change of size pauses; until then they are stretched."""


class Room(msgspec.Struct, frozen=True):
    """The room that pages are laid out in: its size and the width of a scroll bar, in logical pixels.

    `fineness` is how many pixels are drawn for each of these, in either direction.
    """

    size: QSize
    """The room there is without a scroll bar."""
    bar: int
    """The width of a scroll bar."""
    fineness: float
    """Pixels drawn for each pixel of the size, in either direction."""


class DrawRequest(msgspec.Struct, frozen=True):
    """The PDF to draw, and the room for it."""

    pdf: bytes
    room: Room


class DrawnPages(msgspec.Struct, frozen=True):
    """The pages of a PDF, drawn: the size of each in points, and its image."""

    pdf: bytes
    sizes: tuple[QSizeF, ...]
    images: tuple[QImage, ...]


class PageView(QAbstractScrollArea):
    """Shows all pages of a PDF, drawn in another thread; those shown stay until the next ones are drawn."""

    drawn = Signal()
    """The PDF handed over last is on the screen."""
    failed = Signal(str)
    """The PDF handed over last could not be drawn; why."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setSingleStep(_LINE)
        self._worker = LatestWins(_drawn, jobs=jobs, done=self._show, failed=self._give_up, parent=self)
        self._wanted: bytes | None = None
        self._shown: DrawnPages | None = None
        self._places: list[QRect] = []
        self._settling = Debounce(_SETTLED_MS, self)
        self._settling.elapsed.connect(self._draw)

    @property
    def pdf(self) -> bytes | None:
        """The PDF on the screen; None before the first."""
        return None if self._shown is None else self._shown.pdf

    def show_pdf(self, pdf: bytes) -> None:
        """Show a PDF in place of the one before as soon as it is drawn, scrolled as that was."""
        self._wanted = pdf
        self._draw()

    def event(self, event: QEvent) -> bool:
        """Have the pages drawn anew when the screen has finer or coarser pixels."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._settling.trigger()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pages to the new width."""
        super().resizeEvent(event)
        self._arrange()
        self._settling.trigger()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pages where they are scrolled to."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(event.rect(), self.palette().alternateBase())
        painter.translate(0, -self.verticalScrollBar().value())
        for place, image in zip(self._places, self._images(), strict=True):
            painter.drawImage(place, image)
        painter.end()

    def _images(self) -> tuple[QImage, ...]:
        return () if self._shown is None else self._shown.images

    def _room(self) -> Room:
        bar = self.verticalScrollBar().sizeHint().width()
        return Room(self.maximumViewportSize(), bar, self.devicePixelRatioF())

    def _arrange(self) -> None:
        """Find each page's place, and how far there is to scroll."""
        room = self._room()
        self._places = _places(() if self._shown is None else self._shown.sizes, room)
        bottom = self._places[-1].bottom() + 1 if self._places else 0
        bar = self.verticalScrollBar()
        bar.setPageStep(room.size.height())
        bar.setRange(0, max(0, bottom - room.size.height()))
        self.viewport().update()

    def _draw(self) -> None:
        """Have every page drawn in the size it is shown in."""
        if self._wanted is not None:
            self._worker.ask(DrawRequest(self._wanted, self._room()))

    def _show(self, _request: DrawRequest, drawn: DrawnPages) -> None:
        self._shown = drawn
        self._arrange()
        self.drawn.emit()

    def _give_up(self, _request: DrawRequest, error: Exception) -> None:
        self.failed.emit(str(error))


def _drawn(request: DrawRequest) -> DrawnPages:
    # PDFium takes 30 ms to load: here, in the thread that draws, no key waits for it. What it names of
    # Qt this module has named before: PySide makes its types when they are first named, in one thread.
    from planner.desktop.page.pdf_pages import draw_page, page_sizes  # noqa: PLC0415

    pdf, room = request.pdf, request.room
    sizes = page_sizes(pdf)
    places = enumerate(_places(sizes, room))
    images = tuple(draw_page(pdf, number, _pixels(place, room)) for number, place in places)
    return DrawnPages(pdf, sizes, images)


def _pixels(place: QRect, room: Room) -> QSize:
    return (place.size() * room.fineness).expandedTo(QSize(1, 1))


def _places(sizes: Sequence[QSizeF], room: Room) -> list[QRect]:
    """Return where each page lies: beside a scroll bar where they are higher than the room."""
    places = _as_wide_as(room.size.width(), sizes)
    if places and places[-1].bottom() >= room.size.height():
        return _as_wide_as(room.size.width() - room.bar, sizes)
    return places


def _as_wide_as(width: int, sizes: Sequence[QSizeF]) -> list[QRect]:
    places: list[QRect] = []
    top = 0
    for size in sizes:
        places.append(QRect(0, top, width, round(width * size.height() / size.width())))
        top = places[-1].bottom() + 1 + _BETWEEN_PAGES
    return places
