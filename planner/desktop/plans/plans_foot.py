"""Under the list of plans: the ways to insights, backups and trash, and when it was backed up."""

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from planner.translation import _, ngettext


class PlansFoot(QWidget):
    """The line under the list of plans: buttons to insights, backups and trash, connected by others."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._backed_up = ""
        self._copies = ""
        self.insights = self._button(_("Insights"))
        self.backups = self._button(_("Backups"))
        self.trash = self._button(_("Trash"))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 8)
        line.setSpacing(16)
        line.addWidget(self.insights)
        line.addWidget(self.backups)
        line.addWidget(self.trash)
        line.addStretch()

    def tell_backed_up(self, when: str) -> None:
        """Say in the button of the backups when the last was made, in the words given."""
        self._backed_up = when
        self._show_backups()

    def tell_copies(self, count: int) -> None:
        """Say how many other copies of the library wait to be brought in; nothing for 0."""
        pattern = ngettext("{count} other copy", "{count} other copies", count)
        self._copies = pattern.format(count=f"{count:,}") if count else ""
        self._show_backups()

    def _show_backups(self) -> None:
        state = " · ".join(filter(None, (self._backed_up, self._copies)))
        self.backups.setText(state or _("Backups"))
        self.backups.setAccessibleName(_("Backups. {state}").format(state=state) if state else _("Backups"))

    def tell_in_trash(self, count: int) -> None:
        """Say how many plans are in the trash; no number for 0."""
        text = _("Trash ({count})").format(count=f"{count:,}") if count else _("Trash")
        self.trash.setText(text)

    def _button(self, text: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setProperty("role", "quiet")
        return button
