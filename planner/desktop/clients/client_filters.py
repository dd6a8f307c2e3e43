"""Above the list of clients: which of them are wanted, and what they are sorted by."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from planner.desktop.clients.client_rows import ClientFilter, ClientOrder
from planner.desktop.fields.field import CalmCombo, CalmSpin
from planner.desktop.widgets.layouts import side_by_side
from planner.desktop.widgets.plain_text import PlainLabel
from planner.desktop.widgets.responsive_row import ResponsiveRow
from planner.translation import _, ngettext

_MOST_DAYS = 3650
_ROOM = 900
"""From this width on all stands on one line."""


class ClientFilters(ResponsiveRow):
    """The row of filters, each on or off, and the choice of what the clients are sorted by."""

    changed = Signal()
    """Another filter or order is wanted."""

    def __init__(self, quiet_days: int, parent: QWidget) -> None:
        """`quiet_days` is how long a client is quiet before that filter shows it, unless one says more."""
        super().__init__(parent)
        self.dream = self._toggle(_("&Dream Clients"))
        self.quiet = self._toggle(_quiet_for(quiet_days))
        self.days = CalmSpin(self)
        self.days.setRange(1, _MOST_DAYS)
        self.days.setValue(quiet_days)
        self.days.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.days.setAccessibleName(_("Days without a touch or call"))
        self.promises = self._toggle(_("&Promises due"))
        self.no_next = self._toggle(_("No ne&xt touch"))
        self.archived = self._toggle(_("Arch&ived"))
        label = PlainLabel(_("Sort by"), self)
        label.setProperty("role", "hint")
        self.order = CalmCombo(self)
        self.order.setAccessibleName(_("Sort by"))
        for order in ClientOrder:
            self.order.addItem(_(order.value))
        label.setBuddy(self.order)
        self.room = _ROOM
        row = side_by_side(16, self)
        row.addWidget(self._group(self.dream, self.quiet, self.days))
        row.addWidget(self._group(self.promises, self.no_next, self.archived))
        row.addWidget(self._group(label, self.order))
        row.addStretch()
        self.days.valueChanged.connect(self._tell_days)
        self.order.currentIndexChanged.connect(self.changed)

    @property
    def wanted(self) -> ClientFilter:
        """Which clients are wanted."""
        return ClientFilter(
            dream=self.dream.isChecked(),
            quiet_days=self.days.value() if self.quiet.isChecked() else None,
            promises_due=self.promises.isChecked(),
            no_next_touch=self.no_next.isChecked(),
            archived=self.archived.isChecked(),
        )

    @property
    def sorted_by(self) -> ClientOrder:
        """What the clients are sorted by."""
        return tuple(ClientOrder)[self.order.currentIndex()]

    def take_all_off(self) -> None:
        """Want every client that is not archived."""
        for toggle in self._toggles:
            toggle.setChecked(False)

    @property
    def _toggles(self) -> tuple[QPushButton, ...]:
        return self.dream, self.quiet, self.promises, self.no_next, self.archived

    def _toggle(self, text: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setProperty("role", "choice")
        button.setCheckable(True)
        button.toggled.connect(self.changed)
        return button

    def _group(self, *widgets: QWidget) -> QWidget:
        group = QWidget(self)
        line = side_by_side(4, group)
        for widget in widgets:
            line.addWidget(widget)
        line.addStretch()
        return group

    def _tell_days(self, days: int) -> None:
        self.quiet.setText(_quiet_for(days))
        if self.quiet.isChecked():
            self.changed.emit()
        else:
            self.quiet.setChecked(True)


def _quiet_for(days: int) -> str:
    return ngettext("&Quiet for {count} day", "&Quiet for {count} days", days).format(count=days)
