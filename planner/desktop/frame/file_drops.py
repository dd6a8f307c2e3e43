"""What is dropped onto the window: plan files come in, a backup is looked into, and the rest is told."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QDragMoveEvent, QDropEvent

from planner.desktop.background.jobs import LIBRARY, Jobs
from planner.desktop.frame.window import MainWindow
from planner.model.errors import PlannerError
from planner.translation import N_, _, ngettext

if TYPE_CHECKING:
    from planner.model.library_values import ImportedPlan

_PICTURE = N_("“{file}” is a picture; a plan holds text only. Its address can stand among the links.")
_CALENDAR = N_("“{file}” is a calendar file, which is not read here. Type the day and time into the plan.")
_CARD = N_("“{file}” is an address card, which is not read here. Copy name, email and phone into the plan.")
_TABLE = N_("“{file}” is a table. Open it, copy its cells and paste them into a list of the plan.")
_TEXT = N_("“{file}” is a document. Open it, copy the text you need and paste it into the plan.")
_OTHER = N_("“{file}” is no plan file; these end in .json.")
_NO_PLAN_FILE = {
    **dict.fromkeys((".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".bmp", ".heic", ".tiff"), _PICTURE),
    **dict.fromkeys((".ics", ".ical", ".vcs"), _CALENDAR),
    **dict.fromkeys((".vcf", ".vcard"), _CARD),
    **dict.fromkeys((".csv", ".tsv", ".xlsx", ".xls", ".ods"), _TABLE),
    **dict.fromkeys((".txt", ".md", ".doc", ".docx", ".odt", ".rtf", ".pdf", ".msg", ".eml", ".pptx"), _TEXT),
}
_MOST_TOLD = 6
"""So many lines the message at the foot of the window has at most."""

Told = tuple[list["ImportedPlan"], list[str]]
"""What came in of several files, and what is to be said of the others, a line each."""


class FileDrops(QObject):
    """Takes what is dropped onto the window and not onto a text box, and says what became of it.

    `import_file` brings a plan file into the library; it may take long and raises a PlannerError.
    """

    def __init__(
        self, window: MainWindow, *, import_file: Callable[[Path], "ImportedPlan"], jobs: Jobs
    ) -> None:
        super().__init__(window)
        self._window, self._import_file, self._jobs = window, import_file, jobs
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Accept every drag that nothing under the pointer took; import what is dropped, or say why not.

        A backup dropped alone is shown on its page. True for what was taken.
        """
        if event.type() == QEvent.Type.Drop and isinstance(event, QDropEvent):
            event.acceptProposedAction()
            self._take(event.mimeData())
            return True
        if isinstance(event, QDragMoveEvent):  # a drag that enters is one, too
            event.acceptProposedAction()
            return True
        return False

    def _take(self, data: QMimeData) -> None:
        paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        if paths:
            self._take_files(paths)
        elif data.hasImage() and not data.hasText():
            self._window.messages.warn(_("A plan holds text only, no pictures."))
        elif data.hasText():
            self._window.messages.warn(_("To bring a text in, drop it onto the box that it belongs in."))
        else:
            self._window.messages.warn(_("What was dropped is neither text nor a file."))

    def _take_files(self, paths: list[Path]) -> None:
        if len(paths) == 1 and paths[0].suffix.lower() == ".zip" and paths[0].is_file():
            self._window.safekeeping.look_into_backup(paths[0])
            return
        work = partial(_imported, paths, self._import_file)
        self._jobs.run(work, done=self._tell, failed=self._tell_failed, queue=LIBRARY)

    def _tell(self, told: Told) -> None:
        came, others = told
        if came:
            self._window.safekeeping.tell_library_changed()
        lines = [*_told_of(came), *(line for plan in came for line in plan.remarks), *others]
        if len(lines) > _MOST_TOLD:
            left = len(lines) - _MOST_TOLD + 1
            more = ngettext("and {count} more", "and {count} more", left).format(count=left)
            lines = [*lines[: _MOST_TOLD - 1], more]
        tell = self._window.messages.warn if others else self._window.messages.tell
        only = came[0].plan_id if len(came) == 1 else ""
        offers = [(_("Open it"), partial(self._window.desk.open, only))] if only else []
        tell("\n".join(lines), *offers)

    def _tell_failed(self, error: Exception) -> None:
        self._window.messages.warn(str(error))


def _imported(paths: list[Path], import_file: Callable[[Path], "ImportedPlan"]) -> Told:
    came: list[ImportedPlan] = []
    others: list[str] = []
    for path in paths:
        if path.is_dir():
            others.append(_("“{file}” is a folder. Drop the plan files in it.").format(file=path.name))
        elif path.suffix.lower() == ".zip":
            others.append(
                _("“{file}” may be a backup: drop it alone to look into it.").format(file=path.name)
            )
        elif path.suffix.lower() != ".json":
            others.append(_(_NO_PLAN_FILE.get(path.suffix.lower(), _OTHER)).format(file=path.name))
        else:
            try:
                came.append(import_file(path))
            except PlannerError as error:
                others += str(error).splitlines()
    return came, others


def _told_of(came: list["ImportedPlan"]) -> list[str]:
    """Return a sentence for each plan or client that came in; for more than three, how many there were."""
    if len(came) <= _MOST_TOLD // 2:
        return [plan.told for plan in came]
    if not all(plan.plan_id for plan in came):
        return [
            ngettext("{count} file came in.", "{count} files came in.", len(came)).format(count=len(came))
        ]
    return [ngettext("{count} plan came in.", "{count} plans came in.", len(came)).format(count=len(came))]
