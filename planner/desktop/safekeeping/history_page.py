"""Earlier versions of a plan: how it stood, what is different now, and bringing one back as a copy."""

import datetime as dt
from functools import partial

import msgspec
from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from planner.desktop.background.jobs import LIBRARY
from planner.desktop.background.latest_wins import LatestWins
from planner.desktop.ports import Plans
from planner.desktop.safekeeping.history_changes import Changed, changes_between
from planner.desktop.safekeeping.safekeeping_ports import LibraryCare
from planner.desktop.services import Services
from planner.desktop.widgets.lines_view import LinesView, ListRow
from planner.desktop.widgets.plain_text import PlainLabel
from planner.desktop.widgets.side_page import SidePage
from planner.model.library_values import Version
from planner.model.plan import Preparation
from planner.translation import N_, _, ngettext
from planner.wording.days import moment_text, relative_day
from planner.wording.lists import comma_list

BLANK = N_("(blank)")

ROWS_SHOWN = 4
"""So many versions are in view; the others are scrolled to."""


class VersionsRequest(msgspec.Struct, frozen=True):
    """The plan whose earlier versions to list, and where they are."""

    keeping: LibraryCare
    plans: Plans
    plan_id: str


class VersionRequest(msgspec.Struct, frozen=True):
    """The version to compare with its plan as it is now, and where both are."""

    keeping: LibraryCare
    plans: Plans
    version: Version
    plan_id: str


class HistoryPage(SidePage):
    """Lists the earlier versions of one plan and shows what of the chosen one is different now.

    A button brings the chosen one back as a copy.
    """

    copied = Signal(str)
    """A version was brought back as a copy; the copy's id."""
    failed = Signal(str)
    """Something could not be done; why."""

    def __init__(self, services: Services, *, keeping: LibraryCare, parent: QWidget) -> None:
        super().__init__(back=_("All plans"), parent=parent)
        self._keeping = keeping
        self._plans = services.plans
        self._jobs = services.jobs
        self._now = services.now
        self._versions: dict[str, Version] = {}
        self._plan_id = ""
        self._listing = LatestWins(
            _read, jobs=services.jobs, done=self._show_versions, failed=self._tell_unread, parent=self
        )
        self._loading = LatestWins(
            _loaded, jobs=services.jobs, done=self._show_version, failed=self._tell_unread, parent=self
        )
        self._shown: Preparation | None = None
        self.title.setText(_("Earlier versions"))
        self.nothing.setText(
            _(
                "No earlier version yet. Each time you open this plan and change it, how it stood is kept "
                "here."
            )
        )
        self.list = LinesView(_("Earlier versions"), services.theme, self)
        self._different = PlainLabel(parent=self)
        self._different.setProperty("role", "question")
        self.table = _table(self)
        self.inside.addWidget(self.list)
        self.inside.addWidget(self._different)
        self.add_list(self.table)
        self._copy = self.offer(_("Bring it back as a copy"), self._copy_shown, role="primary")
        self.end_offers()
        self.list.selectionModel().currentChanged.connect(self._choose)

    def open(self, plan_id: str, called: str) -> None:
        """Show the earlier versions of a plan; `called` is its name for the heading."""
        self._plan_id = plan_id
        what_is_here = _("How the plan stood before each time it was edited.")
        self.hint.setText(f"{called}\n{what_is_here}")
        self._versions = {}
        self._show_nothing()
        self._listing.ask(VersionsRequest(self._keeping, self._plans, plan_id))

    @property
    def differences(self) -> list[tuple[str, str, str]]:
        """What the table shows as different, a row each: field, then, now."""
        rows = range(self.table.rowCount())
        return [(self._cell(row, 0), self._cell(row, 1), self._cell(row, 2)) for row in rows]

    def _show_versions(
        self, _request: VersionsRequest, versions: tuple[tuple[Version, list[Changed]], ...]
    ) -> None:
        today = self._now().date()
        self._versions = {str(at): version for at, (version, _changes) in enumerate(versions)}
        self.list.show_lines(
            [_line(str(at), version, changes, today) for at, (version, changes) in enumerate(versions)]
        )
        self.list.setFixedHeight(min(len(versions), ROWS_SHOWN) * max(1, self.list.sizeHintForRow(0)))
        for widget in (self.list, self.table, self._different, self._copy):
            widget.setVisible(bool(versions))
        self.nothing.setVisible(not versions)
        self.list.setFocus()

    def _choose(self, _current: QModelIndex, _before: QModelIndex) -> None:
        version = self._versions.get(self.list.chosen)
        self._show_nothing()
        if version is not None:
            self._loading.ask(VersionRequest(self._keeping, self._plans, version, self._plan_id))

    def _show_nothing(self) -> None:
        self._loading.cancel()
        self._shown = None
        self._copy.setEnabled(False)
        self.table.setRowCount(0)
        self._different.setText("")

    def _show_version(self, _request: VersionRequest, loaded: tuple[Preparation, list[Changed]]) -> None:
        self._shown, changes = loaded
        self._copy.setEnabled(True)
        count = len(changes)
        different = ngettext("{count} field is different now", "{count} fields are different now", count)
        self._different.setText(different.format(count=count) if changes else _("It is the same now."))
        self.table.setRowCount(len(changes))
        for row, change in enumerate(changes):
            for column, text in enumerate((change.name, change.then or _(BLANK), change.now or _(BLANK))):
                item = QTableWidgetItem(text)
                item.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
                self.table.setItem(row, column, item)
        self.table.setVisible(bool(changes))

    def _copy_shown(self) -> None:
        shown = self._shown
        if shown is not None:
            self._jobs.run(
                partial(self._keeping.restore_copy, shown),
                done=self._tell_copied,
                failed=self._tell_failed,
                queue=LIBRARY,
            )

    def _tell_copied(self, plan_id: str) -> None:
        self.copied.emit(plan_id)

    def _tell_unread(self, _request: VersionsRequest | VersionRequest, error: Exception) -> None:
        self._tell_failed(error)

    def _tell_failed(self, error: Exception) -> None:
        self.failed.emit(str(error))

    def _cell(self, row: int, column: int) -> str:
        return str(self.table.model().index(row, column).data() or "")


def _read(request: VersionsRequest) -> tuple[tuple[Version, list[Changed]], ...]:
    """Return the versions, each with what was changed when it was replaced."""
    keeping, plan_id = request.keeping, request.plan_id
    newer = request.plans.preparation(plan_id)
    read = []
    for version in keeping.versions(plan_id):
        here = keeping.version(plan_id, version.replaced)
        read.append((version, changes_between(here, newer)))
        newer = here
    return tuple(read)


def _loaded(request: VersionRequest) -> tuple[Preparation, list[Changed]]:
    """Return the plan as it stood then, and how it differs from what it is now."""
    version = request.version
    then = request.keeping.version(version.plan_id, version.replaced)
    return then, changes_between(then, request.plans.preparation(request.plan_id))


def _line(key: str, version: Version, changes: list[Changed], today: dt.date) -> ListRow:
    replaced = version.replaced.astimezone()
    count = len(changes)
    before = ngettext("Before {count} field changed", "Before {count} fields changed", count)
    return ListRow(
        key=key,
        when=(moment_text(replaced, today), relative_day(replaced.date(), today)),
        what=(before.format(count=count), comma_list(change.name for change in changes)),
    )


def _table(parent: QWidget) -> QTableWidget:
    table = QTableWidget(0, 3, parent)
    table.setAccessibleName(_("What is different now"))
    table.setHorizontalHeaderLabels([_("Field"), _("Then"), _("Now")])
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setProperty("role", "reading")
    table.setShowGrid(False)
    table.setWordWrap(True)
    table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setTabKeyNavigation(False)
    table.verticalHeader().hide()
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    header = table.horizontalHeader()
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
    header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    header.setHighlightSections(False)
    return table
