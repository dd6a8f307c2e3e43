"""The commands of the Dream list: what is done with the client chosen in it. Each is one key there."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction

from planner.desktop.widgets.action import Key, action
from planner.translation import _

if TYPE_CHECKING:
    from planner.desktop.dream_list.dream_list_page import DreamListPage


class DreamCommands(QObject):
    """The commands for the chosen client, and to name another; the keys work while the list has the focus."""

    def __init__(self, page: "DreamListPage") -> None:
        super().__init__(page)
        self.add = self._on_list(page, _("&Name Another"), page.begin_name, "N")
        self.open = self._on_list(page, _("&Open Client Page"), page.open_chosen, "")
        self.reach_out = self._on_list(page, _("&Reach Out…"), page.reach_out, "T")
        self.sequence = self._on_list(page, _("&Sequence…"), page.lay_out, "S")
        self.draft = self._on_list(page, _("&Draft the Wording…"), page.draft, "W")
        self.plan = self._on_list(page, _("&Plan a Call"), page.plan_call, "P")
        self.reason = self._on_list(page, _("&Why Them"), page.list.type_reason, "")
        self.top = self._on_list(page, _("To the &Top"), page.move_to_top, "")
        self.remove = self._on_list(page, _("&Take Off the List"), page.take_off, Key.Delete)

    def _on_list(self, page: "DreamListPage", text: str, act: object, keys: Key | str) -> QAction:
        assert callable(act)
        command = action(self, text, act, keys)
        command.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)  # elsewhere the letters are letters
        page.list.addAction(command)
        return command
