"""What the check sees that the fifteen questions do not ask for, folded."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from planner.desktop.check.finding_views import FindingView
from planner.desktop.check.findings_banner import FindingsBanner
from planner.desktop.widgets.layouts import stacked
from planner.desktop.widgets.wrapping_button import WrappingButton
from planner.translation import _, ngettext


class IfYouHaveTime(QWidget):
    """Folds findings away behind a heading that counts the unanswered ones; hidden without any findings."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count, self._open = 0, False
        self.heading = WrappingButton(parent=self)
        self.heading.set_role("quiet")
        self.heading.clicked.connect(self._turn)
        self.banner = FindingsBanner(self)
        column = stacked(8, self)
        column.addWidget(self.heading)
        column.addWidget(self.banner)
        self.hide()

    def show_findings(self, findings: Sequence[FindingView]) -> None:
        """Put these findings into the fold, in this order, and count the unanswered ones in its heading.

        The fold stays open or closed as it is; without findings all of it is hidden.
        """
        self._count = sum(not finding.is_answered for finding in findings)
        self.banner.show_findings(findings, begun=False)
        self._show()
        self.setVisible(bool(findings))

    def _turn(self) -> None:
        self._open = not self._open
        self._show()

    def _show(self) -> None:
        self.banner.setVisible(self._open)
        things = ngettext("{count} thing", "{count} things", self._count).format(count=self._count)
        shown, spoken = (
            (_("▾ If you have time: {things}"), _("If you have time: {things}, open"))
            if self._open
            else (_("▸ If you have time: {things}"), _("If you have time: {things}, closed"))
        )
        self.heading.show_text(shown.format(things=things), spoken.format(things=things))
