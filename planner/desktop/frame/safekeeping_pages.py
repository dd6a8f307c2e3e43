"""Backups, trash and earlier versions in the window: made when first gone to."""

import datetime as dt
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from planner.desktop.frame.page_area import PageArea
from planner.desktop.frame.plan_at_hand import PlanAtHand
from planner.desktop.plans.plan_actions import PlanActions
from planner.desktop.plans.plans_page import PlansPage
from planner.desktop.services import Services
from planner.desktop.widgets.action import action
from planner.translation import _
from planner.wording.days import relative_day

if TYPE_CHECKING:
    from planner.desktop.safekeeping.backups_page import BackupsPage
    from planner.desktop.safekeeping.history_page import HistoryPage
    from planner.desktop.safekeeping.safekeeping_ports import LibraryCare
    from planner.desktop.safekeeping.trash_page import TrashPage
    from planner.model.library_values import LibraryCopy, Missed

HOUSE = "house"


class _House(msgspec.Struct, frozen=True):
    """What came of keeping house: what could not be done, the last backup, a former library missed."""

    problems: tuple[str, ...]
    last_backup: dt.datetime | None
    missed: "Missed | None"


class SafekeepingPages(QObject):
    """The commands to the backups, the trash and earlier versions, and their pages.

    What came of them is said in the message bar.
    """

    left = Signal()
    """The way back to the plans was taken."""
    library_replaced = Signal()
    """A backup was put in the library's place: what was done before cannot be undone any more."""
    plan_made = Signal(str)
    """A copy was brought back and is to be opened; its id."""

    def __init__(
        self,
        services: Services,
        *,
        keeping: Callable[[], "LibraryCare"],
        actions: PlanActions,
        area: PageArea,
        plans_page: PlansPage,
        at_hand: PlanAtHand,
        close_plan: Callable[[], bool],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._made: LibraryCare | None = None
        self._make = keeping
        self._services = services
        self._jobs = services.jobs
        self._now = services.now
        self._actions = actions
        self._area = area
        self._messages = area.messages
        self._plans_page = plans_page
        self._close_plan = close_plan
        self._at_hand = at_hand
        self.to_backups = action(self, _("Back&ups"), self.show_backups)
        self.to_trash = action(self, _("&Trash"), self.show_trash)
        self.earlier_versions = action(
            self, _("Earlier &Versions…"), self.show_history, only_while=at_hand.changed
        )
        plans_page.foot.backups.clicked.connect(self.to_backups.trigger)
        plans_page.foot.trash.clicked.connect(self.to_trash.trigger)
        actions.library_changed.connect(self._show_in_trash)
        self.backups: BackupsPage | None = None
        self.trash: TrashPage | None = None
        self.history: HistoryPage | None = None

    @property
    def shown(self) -> bool:
        """Whether one of the pages is on the screen."""
        return self._area.page in {self.backups, self.trash, self.history} - {None}

    def keep_house(self) -> None:
        """Back up and purge what is due, in the background, and warn of what could not be done.

        A former library that is missed is offered to be restored. Then the line under the list says when the
        last backup was, what is in the trash, and of other copies.
        """
        today, keeping = self._now().date(), self._keeping

        def work() -> _House:
            notices = keeping.keep_house(today)
            taken = (backup.taken for backup in keeping.backups() if backup.plans is not None)
            return _House(notices, next(taken, None), keeping.missed)

        self._jobs.run(work, done=self._tell_kept, failed=self._tell_failed, queue=HOUSE)
        self.look_for_copies()

    @property
    def backups_folder(self) -> Path:
        """The folder the backups are in."""
        return self._keeping.folder

    def choose_folder(self, folder: Path | None) -> None:
        """Put backups into another folder from now on, None for the usual place, and say so.

        Those there are stay where they are.
        """
        from planner.desktop.safekeeping.plan_lines import SAFEKEEPING  # noqa: PLC0415 -- not at the start

        self._jobs.run(
            partial(self._keeping.choose_folder, folder),
            done=self._tell_folder_chosen,
            failed=self._tell_failed,
            queue=SAFEKEEPING,
        )

    def _tell_folder_chosen(self, _nothing: None) -> None:
        self._messages.tell(_("Backups go there from now on. Existing ones stay where they are."))

    def tell_notice(self, notice: str) -> None:
        """Warn with this notice, with a button to the backups, and look for other copies of the library."""
        self._messages.warn(notice, (_("Backups"), self.show_backups))
        self.look_for_copies()

    def look_for_copies(self) -> None:
        """Say under the list of plans how many other copies of the library lie beside it now."""
        self._jobs.run(self._keeping.copies, done=self._show_copies, failed=self._tell_failed, queue=HOUSE)

    def show_backups(self) -> None:
        """Save and close the open plan, and go to the backups; if it cannot be saved, it stays open."""
        if not self._close_plan():
            return
        if self.backups is None:
            from planner.desktop.safekeeping.backups_page import BackupsPage  # noqa: PLC0415 -- not at the start

            page = BackupsPage(self._services, keeping=self._keeping, parent=self._area.stack)
            self.backups = page
            page.left.connect(self.left)
            page.told.connect(self._messages.tell)
            page.failed.connect(self._messages.warn)
            page.copied.connect(self._tell_copied)
            page.restored.connect(self._tell_restored)
            page.copy.brought_in.connect(self._tell_brought_in)
        self._go_to(self.backups)
        self.backups.open()

    def tell_library_changed(self) -> None:
        """Have everything that lists plans read them anew: some came in from outside."""
        self._actions.library_changed.emit()

    def look_into_backup(self, path: Path) -> None:
        """Save and close the open plan, go to the backups and show what is in the one at the path.

        If the plan cannot be saved, it stays open.
        """
        self.show_backups()
        if self.backups is not None and self.shown:
            self.backups.look_into(path)

    def show_trash(self) -> None:
        """Save and close the open plan, and go to the trash; if it cannot be saved, it stays open."""
        if not self._close_plan():
            return
        if self.trash is None:
            from planner.desktop.safekeeping.trash_page import TrashPage  # noqa: PLC0415 -- as above

            page = self.trash = TrashPage(
                self._services, keeping=self._keeping, actions=self._actions, parent=self._area.stack
            )
            page.left.connect(self.left)
            page.told.connect(self._messages.tell)
            page.failed.connect(self._messages.warn)
        self._go_to(self.trash)
        self.trash.open()

    def show_history(self) -> None:
        """Save and close the open plan and go to its earlier versions, or to those of the plan chosen.

        Nothing without either; if the open one cannot be saved, it stays open.
        """
        plan_id, called = self._at_hand.id, self._at_hand.called
        if not plan_id or not self._close_plan():
            return
        if self.history is None:
            from planner.desktop.safekeeping.history_page import HistoryPage  # noqa: PLC0415 -- as above

            page = HistoryPage(self._services, keeping=self._keeping, parent=self._area.stack)
            self.history = page
            page.left.connect(self.left)
            page.failed.connect(self._messages.warn)
            page.copied.connect(self._tell_copied)
        self._go_to(self.history)
        self.history.open(plan_id, called)

    @property
    def care(self) -> "LibraryCare":
        """What looks after the library; made when first asked for."""
        return self._keeping

    @property
    def _keeping(self) -> "LibraryCare":
        """What keeps the library safe, made when first wanted."""
        if self._made is None:
            self._made = self._make()
        return self._made

    def _go_to(self, page: QWidget) -> None:
        self._messages.dismiss()
        self._area.show_page(page)

    def _show_in_trash(self) -> None:
        self._plans_page.foot.tell_in_trash(len(self._keeping.trash()))

    def _tell_kept(self, house: "_House") -> None:
        notices = (*self._keeping.notices, *house.problems)
        if house.missed is not None:
            self._tell_missed(house.missed, notices)
        elif house.problems:
            self._messages.warn("\n".join(notices), (_("Backups"), self.show_backups))
        if house.last_backup is not None:
            day = relative_day(house.last_backup.astimezone().date(), self._now().date())
            backed_up = _("Backed up {day}").format(day=day)
            self._plans_page.foot.tell_backed_up(backed_up)
            self._area.sidebar.tell_library(backed_up)
        self._show_in_trash()

    def _tell_missed(self, missed: "Missed", notices: tuple[str, ...]) -> None:
        self._messages.warn(
            "\n".join((*notices, missed.told)),
            (_("Restore it"), partial(self._restore, missed.backup.path)),
            (_("Backups"), self.show_backups),
            (_("Start afresh"), self._begin_afresh),
        )

    def _restore(self, path: Path) -> None:
        self.show_backups()
        if self.backups is not None and self.shown:
            self.backups.restore(path)

    def _begin_afresh(self) -> None:
        self._jobs.run(
            self._keeping.begin_afresh, done=self._tell_afresh, failed=self._tell_failed, queue=HOUSE
        )

    def _tell_afresh(self, _nothing: None) -> None:
        text = _("This library starts afresh. The backups of the previous one stay where they are.")
        self._messages.tell(text)

    def _show_copies(self, copies: "Sequence[LibraryCopy]") -> None:
        self._plans_page.foot.tell_copies(len(copies))

    def _tell_brought_in(self, message: str) -> None:
        self._actions.library_changed.emit()
        self._messages.tell(message)
        self.look_for_copies()

    def _tell_restored(self, before: Path) -> None:
        self._actions.undo_stack.clear()
        self.library_replaced.emit()
        self._actions.library_changed.emit()
        assert self.backups is not None
        self._messages.tell(
            _("The library is as it was then. As it was before, it is kept in {folder}.").format(
                folder=before.name
            ),
            (_("Undo"), partial(self.backups.restore, before)),
        )

    def _tell_copied(self, plan_id: str) -> None:
        self._actions.library_changed.emit()
        self._messages.tell(
            _("Brought back as a copy."), (_("Open it"), partial(self.plan_made.emit, plan_id))
        )

    def _tell_failed(self, error: Exception) -> None:
        self._messages.warn(str(error))
