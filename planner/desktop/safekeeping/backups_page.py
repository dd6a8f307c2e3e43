"""The backups: what there is, what is in one, and bringing back a plan or everything."""

import datetime as dt
from functools import partial
from pathlib import Path

from PySide6.QtCore import QModelIndex, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QWidget

from planner.coaching.plan_order import in_order
from planner.desktop.safekeeping.copy_page import CopyPage
from planner.desktop.safekeeping.plan_lines import SAFEKEEPING, plan_line
from planner.desktop.safekeeping.safekeeping_ports import LibraryCare, OpenedBackup
from planner.desktop.services import Services
from planner.desktop.widgets.lines_view import LinesView, ListRow
from planner.desktop.widgets.side_page import SidePage
from planner.model.errors import PlannerError
from planner.model.library_values import Backup, LibraryCopy
from planner.platform.files import reason_of
from planner.translation import _, ngettext
from planner.wording.days import day_text, moment_text, relative_day


class BackupsPage(QStackedWidget):
    """Lists the backups, shows what is in one, and brings back a plan or everything.

    All work is done off the GUI thread.
    """

    left = Signal()
    told = Signal(str)
    """Something was done; what, for the person to read."""
    failed = Signal(str)
    """Something could not be done; why."""
    restored = Signal(object)
    """The whole library was put back; the path of the backup made before."""
    copied = Signal(str)
    """A plan was brought back as a copy; its id."""

    def __init__(self, services: Services, *, keeping: LibraryCare, parent: QWidget) -> None:
        super().__init__(parent)
        self._keeping = keeping
        self._jobs = services.jobs
        self._now = services.now
        self._backups: dict[str, Backup] = {}
        self._copies: dict[str, LibraryCopy] = {}
        self._opened: OpenedBackup | None = None
        self._opened_backup: Backup | None = None
        self.all = SidePage(back=_("All plans"), parent=self)
        self.list = LinesView(_("Backups"), services.theme, self.all)
        self.one = SidePage(back=_("All backups"), parent=self)
        self.plans = LinesView(_("Plans in the backup"), services.theme, self.one)
        self.copy = CopyPage(services, keeping=keeping, parent=self)
        self._fill_all()
        self._fill_one()
        self.copy.left.connect(self.open)
        self.copy.shown.connect(self._turn_to_copy)
        self.copy.failed.connect(self._tell_copy_failed)
        for page in (self.all, self.one, self.copy):
            self.addWidget(page)

    def open(self) -> None:
        """Show the list of backups as it is now."""
        self.setCurrentWidget(self.all)
        self.list.setFocus()
        self.refresh()

    def step_back(self) -> bool:
        """Go from what is in a backup or a copy back to the list; False if the list is shown."""
        if self.currentWidget() is self.all:
            return False
        self.open()
        return True

    def refresh(self) -> None:
        """Read the backups and the other copies of the library anew, in the background, and list them."""
        self._jobs.run(
            partial(_listed, self._keeping),
            done=self._show_backups,
            failed=self._tell_failed,
            queue=SAFEKEEPING,
        )

    def look_inside(self) -> None:
        """Show which plans are in the chosen backup, or in the chosen copy of the library."""
        if self.list.chosen in self._copies:
            self.copy.look_into(self._copies[self.list.chosen].path)
            return
        backup = self._backups.get(self.list.chosen)
        if backup is not None:
            self._open(backup.path, backup)

    def look_into(self, path: Path) -> None:
        """Show which plans are in a backup, wherever the file lies; `failed` if it is none."""
        self._open(path)

    def _open(self, path: Path, backup: Backup | None = None) -> None:
        self._jobs.run(
            partial(_opened, self._keeping, path, backup),
            done=self._show_opened,
            failed=self._tell_failed,
            queue=SAFEKEEPING,
        )

    def restore(self, path: Path) -> None:
        """Put a backup in the library's place, after a backup of what is there; emits `restored`."""
        self._jobs.run(
            partial(self._keeping.restore, path),
            done=self._tell_restored,
            failed=self._tell_failed,
            queue=SAFEKEEPING,
        )

    def choose_folder(self, folder: Path) -> None:
        """Put backups into another folder from now on."""
        self._jobs.run(
            partial(self._keeping.choose_folder, folder),
            done=self._tell_folder_chosen,
            failed=self._tell_failed,
            queue=SAFEKEEPING,
        )

    def _back_up(self) -> None:
        self._jobs.run(
            self._keeping.back_up, done=self._tell_made, failed=self._tell_failed, queue=SAFEKEEPING
        )

    def _restore_chosen(self) -> None:
        if self._opened_backup is not None:
            self.restore(self._opened_backup.path)

    def _copy_chosen(self) -> None:
        opened, plan_id = self._opened, self.plans.chosen
        if opened is not None and plan_id:
            self._jobs.run(
                partial(_restored_copy, self._keeping, opened, plan_id),
                done=self._tell_copied,
                failed=self._tell_failed,
                queue=SAFEKEEPING,
            )

    def _tell_copied(self, plan_id: str) -> None:
        self.copied.emit(plan_id)

    def _show_backups(self, listing: tuple[Path, tuple[Backup, ...], tuple[LibraryCopy, ...]]) -> None:
        folder, backups, copies = listing
        self._copies = {str(copy.path): copy for copy in copies}
        self._backups = {str(backup.path): backup for backup in backups}
        kept_in = _(
            "One is made every day, and before anything that changes the whole library. "
            "Older ones are thinned out automatically.\nKept in {folder}"
        )
        self.all.hint.setText(kept_in.format(folder=folder))
        self.list.show_lines([*map(self._copy_line, copies), *map(self._line, backups)])
        self.list.setVisible(bool(backups or copies))
        self.all.nothing.setVisible(not backups)
        self._look.setEnabled(bool(backups or copies))

    def _show_opened(self, opened: tuple[Backup, OpenedBackup]) -> None:
        self._opened_backup, self._opened = opened
        today = self._now().date()
        taken = self._opened_backup.taken.astimezone()
        self.one.title.setText(_("Backup of {moment}").format(moment=moment_text(taken, today)))
        plans = in_order(self._opened.summaries(), self._now())
        self.plans.show_lines([plan_line(plan, today) for plan in plans])
        self._copy.setEnabled(bool(plans))
        self.setCurrentWidget(self.one)
        self.plans.setFocus()

    def _copy_line(self, copy: LibraryCopy) -> ListRow:
        today = self._now().date()
        changed = copy.changed.astimezone()
        good = copy.plans is not None
        return ListRow(
            key=str(copy.path),
            when=(moment_text(changed, today), relative_day(changed.date(), today)),
            what=(_copy_text(copy.plans), copy.path.name if good else copy.problem),
            much=size_text(copy.size),
            amiss=not good,
        )

    def _line(self, backup: Backup) -> ListRow:
        today = self._now().date()
        taken = backup.taken.astimezone()
        good = backup.plans is not None
        return ListRow(
            key=str(backup.path),
            when=(moment_text(taken, today), relative_day(taken.date(), today)),
            what=(_held_text(backup), _why_text(backup, today)),
            much=size_text(backup.size),
            amiss=not good,
        )

    def _tell_made(self, backup: Backup) -> None:
        self.told.emit(_("Backed up to {file}, and opened once to check it.").format(file=backup.path.name))
        self.refresh()

    def _tell_restored(self, before: Backup) -> None:
        self.restored.emit(before.path)
        self.refresh()

    def _tell_folder_chosen(self, _nothing: None) -> None:
        self.told.emit(_("Backups go there from now on. Existing ones stay where they are."))
        self.refresh()

    def _tell_failed(self, error: Exception) -> None:
        self.failed.emit(str(error))
        self.refresh()

    def _turn_to_copy(self) -> None:
        self.setCurrentWidget(self.copy)

    def _tell_copy_failed(self, reason: str) -> None:
        self.failed.emit(reason)
        self.refresh()

    def _open_folder(self) -> None:
        folder = self._keeping.folder
        there = next((path for path in (folder, *folder.parents) if path.is_dir()), folder)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(there)))

    def _ask_for_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(
            self, _("Keep backups in"), str(self._keeping.folder.parent), QFileDialog.Option.ShowDirsOnly
        )
        if folder:
            self.choose_folder(Path(folder))

    def _fill_all(self) -> None:
        page = self.all
        page.title.setText(_("Backups"))
        page.hint.setText(f"{_('Looking at the folder…')}\n")
        page.nothing.setText(_("No backup yet. The first one is made as soon as there is a plan."))
        page.head_button(_("Back up now"), self._back_up, role="primary")
        page.left.connect(self.left)
        self.list.activated.connect(self._look_at)
        page.add_list(self.list)
        self._look = page.offer(_("Look inside"), self.look_inside)
        page.offer(_("Open folder"), self._open_folder)
        page.offer(_("Choose another folder…"), self._ask_for_folder)
        page.end_offers()

    def _fill_one(self) -> None:
        page = self.one
        page.hint.setText(_("A plan comes back as a copy; what you have now stays as it is."))
        page.left.connect(self.open)
        self.plans.activated.connect(self._copy_at)
        page.add_list(self.plans)
        self._copy = page.offer(_("Bring the plan back as a copy"), self._copy_chosen, role="primary")
        page.offer(_("Restore the whole library"), self._restore_chosen)
        page.end_offers()

    def _look_at(self, _index: QModelIndex) -> None:
        self.look_inside()

    def _copy_at(self, _index: QModelIndex) -> None:
        self._copy_chosen()


def _listed(keeping: LibraryCare) -> tuple[Path, tuple[Backup, ...], tuple[LibraryCopy, ...]]:
    return keeping.folder, tuple(keeping.backups()), tuple(keeping.copies())


def _opened(keeping: LibraryCare, path: Path, backup: Backup | None) -> tuple[Backup, OpenedBackup]:
    """Return what is in a backup, and what is known of its file, which is looked at if nothing is."""
    opened = keeping.open(path)
    return backup or _backup_at(path), opened


def _backup_at(path: Path) -> Backup:
    try:
        stat = path.stat()
    except OSError as error:
        raise PlannerError(f"{path}: {reason_of(error)}") from error
    changed = dt.datetime.fromtimestamp(stat.st_mtime, dt.UTC)
    return Backup(path=path, taken=changed, size=stat.st_size)


def _restored_copy(keeping: LibraryCare, backup: OpenedBackup, plan_id: str) -> str:
    return keeping.restore_copy(backup.preparation(plan_id))


def size_text(size: int) -> str:
    """Return a file's size as people say it: `12 KB`, `1.9 MB`."""
    if size < 1_000_000:
        return _("{size} KB").format(size=f"{max(1, round(size / 1000)):,}")
    return _("{size} MB").format(size=f"{size / 1_000_000:,.1f}")


def _held_text(backup: Backup) -> str:
    if backup.plans is None:
        return _("Cannot be opened")
    if backup.clients and not (backup.plans or backup.in_trash):
        pattern = ngettext("{count} client", "{count} clients", backup.clients)
        return pattern.format(count=f"{backup.clients:,}")
    return ngettext("{count} plan", "{count} plans", backup.plans).format(count=f"{backup.plans:,}")


def _why_text(backup: Backup, today: dt.date) -> str:
    """Return why the backup was made, or does not open, and the day on which it goes, if it has one."""
    why = _(backup.reason) if backup.opens else backup.problem
    if backup.goes_on is None:
        return why
    return _("{why}; goes on {day}").format(why=why, day=day_text(backup.goes_on, today))


def _copy_text(plans: int | None) -> str:
    if plans is None:
        return _("Another copy: cannot be opened")
    pattern = ngettext("Another copy: {count} plan", "Another copy: {count} plans", plans)
    return pattern.format(count=f"{plans:,}")
