"""The trash: deleted plans, to be brought back or thrown away for good."""

import datetime as dt
from functools import partial

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from planner.desktop.background.jobs import LIBRARY
from planner.desktop.plans.plan_actions import PlanActions
from planner.desktop.safekeeping.safekeeping_ports import LibraryCare
from planner.desktop.services import Services
from planner.desktop.widgets.lines_view import LinesView, ListRow
from planner.desktop.widgets.plain_text import plain_box
from planner.desktop.widgets.side_page import SidePage
from planner.model.library_values import TrashedPlan
from planner.translation import _, ngettext
from planner.wording.days import day_text, relative_day


class TrashPage(SidePage):
    """Lists the deleted plans with the days they have left, to bring back one or remove all for good."""

    told = Signal(str)
    """Something was done; what, for the person to read."""
    failed = Signal(str)
    """Something could not be done; why."""

    def __init__(
        self,
        services: Services,
        *,
        keeping: LibraryCare,
        actions: PlanActions,
        parent: QWidget,
    ) -> None:
        super().__init__(back=_("All plans"), parent=parent)
        self._keeping = keeping
        self._actions = actions
        self._jobs = services.jobs
        self._now = services.now
        self.title.setText(_("Trash"))
        self.hint.setText(_("Deleted plans stay here for 30 days. Then they are removed, after a backup."))
        self.nothing.setText(_("Nothing here. A plan you delete can be brought back from here for 30 days."))
        self.list = LinesView(_("Deleted plans"), services.theme, self)
        self.add_list(self.list)
        self._back = self.offer(_("Bring back"), self._bring_back, role="primary")
        self._empty = self.offer(_("Empty trash…"), self._ask_and_empty)
        self.end_offers()
        self.list.activated.connect(self._bring_back_at)
        actions.library_changed.connect(self.refresh)

    def open(self) -> None:
        """Show what is in the trash now, with the focus in the list."""
        self.refresh()
        self.list.setFocus()

    def refresh(self) -> None:
        """Show what is in the trash now."""
        trash = self._keeping.trash()
        self.list.show_lines([self._line(plan) for plan in trash])
        self.list.setVisible(bool(trash))
        self.nothing.setVisible(not trash)
        for button in (self._back, self._empty):
            button.setVisible(bool(trash))

    def _line(self, plan: TrashedPlan) -> ListRow:
        today = self._now().date()
        deleted = _("deleted {day}").format(day=day_text(plan.deleted_on, today))
        return ListRow(
            key=plan.id,
            when=(deleted, relative_day(plan.deleted_on, today)),
            what=(plan.client or _("(no client)"), plan.title or _("(no title yet)")),
            much=_left_text(plan.goes_on, today),
        )

    def _bring_back(self) -> None:
        if self.list.chosen:
            self._actions.move_back(self.list.chosen)

    def _bring_back_at(self, _index: QModelIndex) -> None:
        self._bring_back()

    def _ask_and_empty(self) -> None:
        count = len(self.list.lines)
        question = ngettext(
            "Remove {count} plan for good? Only a backup can bring them back then.",
            "Remove {count} plans for good? Only a backup can bring them back then.",
            count,
        )
        text = question.format(count=f"{count:,}")
        box = plain_box(QMessageBox.Icon.Warning, _("Empty trash"), text, self)
        remove = box.addButton(_("Remove for good"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        box.exec()
        if box.clickedButton() is remove:
            self._jobs.run(
                self._keeping.empty_trash,
                done=partial(self._tell_emptied, count),
                failed=self._tell_failed,
                queue=LIBRARY,
            )
        box.deleteLater()

    def _tell_emptied(self, count: int, _nothing: None) -> None:
        self._actions.undo_stack.clear()  # deletions that can no longer be undone
        self.refresh()
        removed = ngettext("Removed {count} plan for good.", "Removed {count} plans for good.", count)
        self.told.emit(removed.format(count=f"{count:,}"))

    def _tell_failed(self, error: Exception) -> None:
        self.refresh()
        self.failed.emit(str(error))


def _left_text(goes_on: dt.date, today: dt.date) -> str:
    days = (goes_on - today).days
    if days <= 0:
        return _("removed at the next start")
    return ngettext("{count} day left", "{count} days left", days).format(count=days)
