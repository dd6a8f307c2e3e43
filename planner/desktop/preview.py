"""The page beside the form, as it prints."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QEvent, QIODevice, QObject, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QPalette, QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from planner.desktop.ports import PAPERS, RenderedPage

if TYPE_CHECKING:
    from PySide6.QtPdf import QPdfDocument
    from PySide6.QtPdfWidgets import QPdfView


class PagePreview(QWidget):
    """Shows a rendered page, which paper it is for, and what a person should know about it.

    A new page takes the old one's place when it is drawn, at the same scroll position, so that
    nothing flickers while one types.
    """

    paper_chosen = Signal(str)
    looked_at = Signal(bool)
    """Whether the preview is on the screen."""
    page_shown = Signal()
    """The page handed over last is on the screen."""

    def __init__(self, *, paper: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(280)
        self._view: QPdfView | None = None
        self._shown: QPdfDocument | None = None
        self.paper = QComboBox(self)
        self.paper.setAccessibleName("Paper")
        for key, name in PAPERS.items():
            self.paper.addItem(name, key)
        self.paper.setCurrentIndex(self.paper.findData(paper))
        self.paper.activated.connect(self._choose_paper)
        self._note = QLabel(self)
        self._note.setWordWrap(True)
        self._note.setTextFormat(Qt.TextFormat.PlainText)
        self._veil = QLabel(self)
        self._veil.hide()
        self._lay_out()
        self._say("hint", "The page is being made …")

    @property
    def note(self) -> str:
        """What is said about the page; empty when there is nothing to know."""
        return "" if self._note.isHidden() else self._note.text()

    @property
    def document(self) -> "QPdfDocument | None":
        """The page on the screen."""
        return self._shown

    def set_paper(self, paper: str) -> None:
        """Say which paper the page is for, chosen elsewhere."""
        self.paper.setCurrentIndex(self.paper.findData(paper))

    def show_page(self, page: RenderedPage) -> None:
        """Show a page in place of the one before."""
        from PySide6.QtPdf import QPdfDocument  # noqa: PLC0415 - 20 ms that the start must not pay

        view = self._view or self._make_view()
        document = QPdfDocument(self)
        source = QBuffer(document)
        source.setData(page.pdf)
        source.open(QIODevice.OpenModeFlag.ReadOnly)
        document.load(source)
        self._cover(view)
        bars = (view.horizontalScrollBar(), view.verticalScrollBar())
        places = [bar.value() for bar in bars]
        old, self._shown = self._shown, document
        view.setDocument(document)
        for bar, place in zip(bars, places, strict=True):
            bar.setValue(place)
        if old is not None:
            old.deleteLater()
        self._say("hint", _worth_knowing(page))

    def show_problem(self, why: str) -> None:
        """Say why there is no new page; the one before stays."""
        self._say("problem", f"The page could not be made: {why}")

    def sizeHint(self) -> QSize:
        """Return a width in which the page can be read at a glance."""
        return QSize(380, 600)

    def showEvent(self, event: QShowEvent) -> None:
        """Tell that somebody looks."""
        super().showEvent(event)
        self.looked_at.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Tell that nobody looks."""
        super().hideEvent(event)
        self.looked_at.emit(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the covering picture in step with the view's size."""
        if event.type() == QEvent.Type.Resize:
            self._veil.hide()
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of colours."""
        if event.type() == QEvent.Type.PaletteChange and self._view is not None:
            self._colour(self._view)
        super().changeEvent(event)

    def _make_view(self) -> "QPdfView":
        from PySide6.QtPdf import QPdfPageRenderer  # noqa: PLC0415 - as above
        from PySide6.QtPdfWidgets import QPdfView  # noqa: PLC0415 - as above

        view = QPdfView(self)
        view.setAccessibleName("The page, as it prints")
        view.setPageMode(QPdfView.PageMode.MultiPage)
        view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        view.setFrameShape(QPdfView.Shape.NoFrame)
        view.setDocumentMargins(view.documentMargins() * 0)
        view.setPageSpacing(12)
        self._colour(view)
        renderer = view.findChild(QPdfPageRenderer)
        assert renderer is not None
        renderer.pageRendered.connect(self._uncover)
        view.installEventFilter(self)
        self._below.addWidget(view, 1)
        self._view = view
        return view

    def _cover(self, view: "QPdfView") -> None:
        """Keep the old page visible until the new one is drawn."""
        if self._shown is not None and view.isVisible():
            self._veil.setPixmap(view.grab())
            self._veil.setGeometry(view.geometry())
            self._veil.raise_()
            self._veil.show()
        view.show()

    def _uncover(self, _page: int) -> None:
        self._veil.hide()
        self.page_shown.emit()

    def _colour(self, view: "QPdfView") -> None:
        colours = view.palette()
        colours.setBrush(QPalette.ColorRole.Dark, self.palette().brush(QPalette.ColorRole.AlternateBase))
        view.setPalette(colours)

    def _choose_paper(self, _index: int) -> None:
        self.paper_chosen.emit(self.paper.currentData())

    def _say(self, role: str, text: str) -> None:
        if (self._note.property("role"), self._note.text()) != (role, text):
            self._note.setProperty("role", role)
            self._note.style().polish(self._note)
            self._note.setText(text)
        self._note.setVisible(bool(text))

    def _lay_out(self) -> None:
        title = QLabel("The page, as it prints", self)
        title.setProperty("role", "hint")
        head = QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(self.paper)
        self._below = QVBoxLayout(self)
        self._below.setContentsMargins(16, 16, 16, 16)
        self._below.setSpacing(8)
        self._below.addLayout(head)
        self._below.addWidget(self._note)


def _worth_knowing(page: RenderedPage) -> str:
    lines = []
    if page.shortened:
        lines.append(f"Shortened: {'; '.join(page.shortened)}.")
    if page.missing_glyphs:
        lines.append(f"No font here has {' '.join(page.missing_glyphs)}: printed as a box.")
    if page.pages > 1:
        lines.append(f"{page.pages} pages.")
    return "\n".join(lines)
