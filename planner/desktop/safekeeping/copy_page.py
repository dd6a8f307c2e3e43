"""Another copy of the library: which plans are in it, and bringing in one of them or everything."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

import msgspec
from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QWidget

from planner.desktop.background.latest_wins import LatestWins
from planner.desktop.safekeeping.plan_lines import SAFEKEEPING, plan_line
from planner.desktop.safekeeping.safekeeping_ports import LibraryCare, OpenedCopy
from planner.desktop.services import Services
from planner.desktop.widgets.lines_view import LinesView
from planner.desktop.widgets.side_page import SidePage
from planner.model.library_values import BroughtIn
from planner.translation import N_, _
from planner.wording.library_texts import brought_in_text

T = TypeVar("T")

WHAT_HAPPENS = N_(
    "Plans that are only in the copy are added. Where a plan differs, the one edited last is used and the "
    "other is kept among its earlier versions, so nothing is lost. A backup is made first."
)


class CopyRequest(msgspec.Struct, frozen=True):
    """The copy of the library to open, and what opens it."""

    keeping: LibraryCare
    path: Path


class CopyPage(SidePage):
    """Shows what is in another copy of the library, and brings in one plan or everything.

    All work is done off the GUI thread.
    """

    shown = Signal()
    """A copy was opened and is ready to be looked at."""
    brought_in = Signal(str)
    """Something was brought in or the copy was put away; what, for the person to read."""
    failed = Signal(str)
    """Something could not be done; why."""

    def __init__(self, services: Services, *, keeping: LibraryCare, parent: QWidget) -> None:
        super().__init__(back=_("All backups"), parent=parent)
        self._keeping = keeping
        self._jobs = services.jobs
        self._now = services.now
        self._path = Path()
        self._opening = LatestWins(
            _opened,
            jobs=services.jobs,
            done=self._show,
            failed=self._show_unopened,
            parent=self,
            queue=SAFEKEEPING,
        )
        self.title.setText(_("Another copy of the library"))
        self.plans = LinesView(_("Plans in the other copy"), services.theme, self)
        self.plans.activated.connect(self._bring_in_at)
        self.add_list(self.plans)
        self._everything = self.offer(_("Bring in everything"), self.bring_in, role="primary")
        self._one = self.offer(_("Bring in this plan alone"), self._bring_in_chosen)
        self.offer(_("Set the copy aside"), self.put_away)
        self.end_offers()

    def look_into(self, path: Path) -> None:
        """Open a copy in the background and show its plans, or why it cannot be opened."""
        self._opening.ask(CopyRequest(self._keeping, path))

    def bring_in(self) -> None:
        """Bring in every plan of the copy, in the background, and put the copy away."""
        self._run(partial(self._keeping.bring_in, self._path), self._tell_brought_in)

    def put_away(self) -> None:
        """Rename the copy so that it is not offered any more, and bring nothing in."""
        self._run(partial(self._keeping.put_away, self._path), self._tell_put_away)

    def _bring_in_chosen(self) -> None:
        if self.plans.chosen:
            work = partial(self._keeping.bring_in, self._path, self.plans.chosen)
            self._run(work, self._tell_one_brought_in)

    def _bring_in_at(self, _index: QModelIndex) -> None:
        self._bring_in_chosen()

    def _show(self, request: CopyRequest, copy: OpenedCopy) -> None:
        self._path = request.path
        today = self._now().date()
        plans = copy.summaries()
        self.hint.setText(f"{self._path.name}\n{_(WHAT_HAPPENS)}")
        self.plans.show_lines([plan_line(plan, today, copy.compared[plan.id]) for plan in plans])
        self.plans.setVisible(bool(plans))
        self._everything.setEnabled(True)
        self._one.setEnabled(bool(plans))
        self.shown.emit()
        self.plans.setFocus()

    def _show_unopened(self, request: CopyRequest, error: Exception) -> None:
        self._path = request.path
        self.hint.setText(f"{self._path.name}\n{error}")
        self.plans.show_lines([])
        self.plans.hide()
        self._everything.setEnabled(False)
        self._one.setEnabled(False)
        self.shown.emit()
        self.back.setFocus()

    def _tell_brought_in(self, brought_in: BroughtIn) -> None:
        self.brought_in.emit(brought_in_text(brought_in))
        self.left.emit()

    def _tell_one_brought_in(self, brought_in: BroughtIn) -> None:
        self.brought_in.emit(brought_in_text(brought_in))
        self.look_into(self._path)

    def _tell_put_away(self, copy: Path) -> None:
        put_away = _("Nothing was brought in. The copy is kept as {file}.")
        self.brought_in.emit(put_away.format(file=copy.name))
        self.left.emit()

    def _tell_failed(self, error: Exception) -> None:
        self.failed.emit(str(error))

    def _run(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        self._jobs.run(work, done=done, failed=self._tell_failed, queue=SAFEKEEPING)


def _opened(request: CopyRequest) -> OpenedCopy:
    return request.keeping.open_copy(request.path)
