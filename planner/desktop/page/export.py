"""Exporting and printing the page: the very bytes of the preview."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from planner.desktop.background.jobs import EXPORTS
from planner.desktop.page.rendering import PageRendering
from planner.desktop.ports import WriteFile
from planner.desktop.services import Services
from planner.desktop.widgets.message_bar import MessageBar
from planner.model.call import planned_day
from planner.model.plan import Preparation
from planner.model.rendered_page import RenderedPage
from planner.translation import _
from planner.wording.document_kinds import document_kind
from planner.wording.file_names import document_file_name


class PageExport(QObject):
    """Asks where to, writes the page there, and offers to open it; one for all plans of a window.

    With the setting `open_exported` the page is opened without asking.
    """

    def __init__(self, services: Services, *, messages: MessageBar, parent: QWidget) -> None:
        super().__init__(parent)
        self._jobs = services.jobs
        self._write = services.write
        self._settings = services.settings
        self._messages = messages
        self._window = parent

    def ask_and_export(self, rendering: PageRendering, preparation: Preparation, document_name: str) -> None:
        """Ask for a file and export the plan's document of that name to it."""
        suggested = self._settings.export_folder / suggested_name(preparation, document_name)
        chosen, _filter = QFileDialog.getSaveFileName(
            self._window, _("Export the page"), str(suggested), _("PDF files (*.pdf)")
        )
        if chosen:
            path = Path(chosen)
            self._settings.export_folder = path.parent
            self.export(rendering.making(document_name), path if path.suffix else path.with_suffix(".pdf"))

    def export(self, make: Callable[[], RenderedPage], path: Path) -> None:
        """Make the page in the background and write it to the file, even if its plan is closed meanwhile."""
        work = partial(_made_and_written, make, self._write, path)
        self._jobs.run(work, done=self._tell_exported, failed=self._tell_failed, queue=EXPORTS)

    def _tell_exported(self, path: Path) -> None:
        if self._settings.open_exported:
            self._open(path)
        self._messages.tell(
            _("Exported to {file}.").format(file=path), (_("Open"), partial(self._open, path))
        )

    def _open(self, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            pattern = _("No program here opens {file}. It is in {folder}.")
            self._messages.warn(pattern.format(file=path.name, folder=path.parent))

    def _tell_failed(self, error: Exception) -> None:
        self._messages.warn(_("The page was not exported. {why}").format(why=error))


def suggested_name(preparation: Preparation, document_name: str, ending: str = ".pdf") -> str:
    """Return the file name suggested for a plan's document, without a folder."""
    call = preparation.plan.call
    return document_file_name(
        document_kind(document_name),
        client=preparation.client.name,
        title=call.title,
        day=planned_day(call),
        ending=ending,
    )


def _made_and_written(make: Callable[[], RenderedPage], write: WriteFile, path: Path) -> Path:
    write(path, make().pdf)
    return path
