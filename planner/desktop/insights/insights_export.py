"""Exporting insights: asks where to, makes the file in the background, and offers to open it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from planner.coaching.insights.report import Insights
from planner.desktop.background.jobs import EXPORTS
from planner.desktop.insights.insights_ports import Reports
from planner.desktop.ports import WriteFile
from planner.desktop.services import Services
from planner.desktop.widgets.message_bar import MessageBar
from planner.translation import _
from planner.wording.file_names import file_name


class InsightsExport(QObject):
    """Writes a report as PDF or CSV, whole or not at all."""

    def __init__(
        self,
        services: Services,
        *,
        reports: Reports,
        messages: MessageBar,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._reports = reports
        self._jobs = services.jobs
        self._write = services.write
        self._settings = services.settings
        self._messages = messages
        self._now = services.now
        self._window = parent

    def ask_for_pdf(self, insights: Insights) -> None:
        """Ask for a file and write the report to it as it prints."""
        path = self._ask(insights, "pdf", _("PDF files (*.pdf)"))
        if path is not None:
            reports, paper = self._reports, self._settings.paper
            self._make(path, lambda: reports.pdf(insights, paper).pdf)

    def ask_for_csv(self, insights: Insights) -> None:
        """Ask for a file and write all numbers to it for a spreadsheet."""
        path = self._ask(insights, "csv", _("CSV files (*.csv)"))
        if path is not None:
            self._make(path, partial(self._reports.csv, insights))

    def _ask(self, insights: Insights, ending: str, kinds: str) -> Path | None:
        name = insights_file_name(insights, self._now().date().isoformat(), f".{ending}")
        suggested = self._settings.export_folder / name
        chosen, _kind = QFileDialog.getSaveFileName(self._window, _("Export insights"), str(suggested), kinds)
        if not chosen:
            return None
        path = Path(chosen)
        self._settings.export_folder = path.parent
        return path if path.suffix else path.with_suffix(f".{ending}")

    def _make(self, path: Path, made: Callable[[], bytes]) -> None:
        work = partial(_made_and_written, made, self._write, path)
        self._jobs.run(work, done=self._tell_exported, failed=self._tell_failed, queue=EXPORTS)

    def _tell_exported(self, path: Path) -> None:
        self._messages.tell(
            _("Exported to {path}.").format(path=path), (_("Open"), partial(self._open, path))
        )

    def _open(self, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            unopened = _("No program here opens {file}. It is in {folder}.")
            self._messages.warn(unopened.format(file=path.name, folder=path.parent))

    def _tell_failed(self, error: Exception) -> None:
        self._messages.warn(_("The insights were not exported. {error}").format(error=error))


def _made_and_written(made: Callable[[], bytes], write: WriteFile, path: Path) -> Path:
    write(path, made())
    return path


def insights_file_name(insights: Insights, day: str, ending: str) -> str:
    """Return `Insights – client – 2026-12-01.pdf`, without a client for those over all of them."""
    return file_name((_("Insights"), insights.client, day), ending)
