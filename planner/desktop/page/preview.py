"""The page beside the form, as it prints."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planner.desktop.background.jobs import Jobs
from planner.desktop.fields.field import CalmCombo
from planner.desktop.ports import PAPERS
from planner.desktop.widgets.plain_text import PlainLabel
from planner.desktop.widgets.roles import set_role
from planner.model.rendered_page import RenderedPage
from planner.translation import _, ngettext
from planner.wording.lists import semicolon_list

if TYPE_CHECKING:
    from planner.desktop.page.page_view import PageView


class PagePreview(QWidget):
    """Shows a rendered page, which paper it is for, and what a person should know about it."""

    paper_chosen = Signal(str)
    looked_at = Signal(bool)
    """Whether the preview is on the screen."""
    page_shown = Signal()
    """The page handed over last is on the screen."""

    def __init__(self, *, jobs: Jobs, paper: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self.setProperty("role", "side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(280)
        self._view: PageView | None = None
        self.paper = CalmCombo(self)
        self.paper.setAccessibleName(_("Paper"))
        for key, name in PAPERS.items():
            self.paper.addItem(_(name), key)
        self.paper.setCurrentIndex(self.paper.findData(paper))
        self.paper.activated.connect(self._choose_paper)
        self._note = PlainLabel(parent=self)
        self._note.setWordWrap(True)
        self._lay_out()
        self._say("hint", _("Making the page…"))

    @property
    def note(self) -> str:
        """What is said about the page; empty when there is nothing to know."""
        return "" if self._note.isHidden() else self._note.text()

    @property
    def pdf(self) -> bytes | None:
        """The page on the screen, as a PDF; None before the first."""
        return None if self._view is None else self._view.pdf

    def set_paper(self, paper: str) -> None:
        """Show which paper the page is for; `paper_chosen` is not emitted."""
        self.paper.setCurrentIndex(self.paper.findData(paper))

    def show_page(self, page: RenderedPage) -> None:
        """Show a page in place of the one before as soon as it is drawn; say at once what to know of it."""
        view = self._view or self._make_view()
        view.show_pdf(page.pdf)
        self._say("hint", _worth_knowing(page))

    def show_problem(self, why: str) -> None:
        """Say why there is no new page; the one before stays."""
        self._say("problem", _("The page could not be made: {why}").format(why=why))

    def sizeHint(self) -> QSize:
        """Return a width in which the page can be read at a glance."""
        return QSize(380, 600)

    def showEvent(self, event: QShowEvent) -> None:
        """Emit `looked_at` with True."""
        super().showEvent(event)
        self.looked_at.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Emit `looked_at` with False."""
        super().hideEvent(event)
        self.looked_at.emit(False)

    def _make_view(self) -> "PageView":
        from planner.desktop.page.page_view import PageView  # noqa: PLC0415 - not for the start

        view = PageView(self._jobs, self)
        view.setAccessibleName(_("The page, as it prints"))
        view.drawn.connect(self.page_shown)
        view.failed.connect(self.show_problem)
        self._below.addWidget(view, 1)
        self._view = view
        return view

    def _choose_paper(self, _index: int) -> None:
        self.paper_chosen.emit(self.paper.currentData())

    def _say(self, role: str, text: str) -> None:
        if (self._note.property("role"), self._note.text()) != (role, text):
            set_role(self._note, role)
            self._note.setText(text)
        self._note.setVisible(bool(text))

    def _lay_out(self) -> None:
        title = PlainLabel(_("The page, as it prints"), self)
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
        lines.append(_("Shortened: {parts}.").format(parts=semicolon_list(page.shortened)))
    if page.missing_glyphs:
        pattern = _("No font here has {characters}: printed as a box.")
        lines.append(pattern.format(characters=" ".join(page.missing_glyphs)))
    if page.pages > 1:
        lines.append(ngettext("{count} page.", "{count} pages.", page.pages).format(count=page.pages))
    return "\n".join(lines)
