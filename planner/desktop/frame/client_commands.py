"""The commands for clients: a new one, and what is done with the one at hand."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from planner.desktop.widgets.action import action
from planner.translation import _

if TYPE_CHECKING:
    from planner.desktop.frame.client_controller import ClientController


class ClientCommands(QObject):
    """The commands for clients, with their keys: all but `new` and `page` while a client is at hand."""

    def __init__(self, clients: "ClientController") -> None:
        super().__init__(clients)
        on_one = partial(action, self, only_while=clients.at_hand_changed)
        self.new = action(self, _("&New Client…"), clients.ask_for_new, "Ctrl+Shift+L")
        self.page = action(self, _("Client &Page"), clients.show_of_plan, "Ctrl+L")
        self.facts = on_one(_("&Facts of the Client"), clients.show_facts, "F2")
        self.plan_call = on_one(_("Plan a &Call…"), clients.plan_call)
        self.reach_out = on_one(_("&Reach Out"), clients.reach_out)
        self.archive = on_one(_("&Archive, or Bring Back"), clients.archive)
        self.merge = on_one(_("&Merge With Another…"), clients.ask_to_merge)
        self.erase = on_one(_("&Erase…"), clients.ask_to_erase)

    @property
    def of_one(self) -> tuple[QAction, ...]:
        """The commands for the client at hand, in the order of a menu."""
        return self.plan_call, self.reach_out, self.facts, self.archive, self.merge, self.erase
