"""Whose plan the open one is: what its field for the client's name needs to know, and what comes of it."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from planner.desktop.editing.document import PlanDocument
from planner.desktop.fields.client_name import ClientNameField
from planner.desktop.ports import Plans
from planner.model.client import Client
from planner.model.ids import new_id
from planner.wording.clients_apart import NamedClient, named_clients


class WhosePlan(QObject):
    """Tells a field for the client's name of other plans and clients; moves the plan to another client."""

    def __init__(self, field: ClientNameField, document: PlanDocument, plans: Plans) -> None:
        super().__init__(field)
        self._document, self._plans = document, plans
        field.ask_with(self._other_plans, self._other_clients)
        field.another_client.connect(self._move)

    def _other_plans(self) -> int:
        client, plan = self._document.preparation.client, self._document.preparation.plan
        summaries = self._plans.summaries()
        return sum(summary.client_id == client.id and summary.id != plan.id for summary in summaries)

    def _other_clients(self) -> Sequence[NamedClient]:
        own = self._document.preparation.client.id
        return named_clients(client for client in self._plans.clients() if client.id != own)

    def _move(self, name: str, client_id: str) -> None:
        known = (client for client in self._plans.clients() if client_id and client.id == client_id)
        client = next(known, Client(id=new_id(), name=name))
        self._document.move_to_client(client, self._plans.plans_of(client.id) if client_id else ())
