"""A client with its plans as the simulated quarter keeps them, and as the library would show them."""

from dataclasses import dataclass, field

import msgspec

from planner.model.client import Client
from planner.model.client_summary import ClientSummary
from planner.model.placed_time import written_stored
from planner.model.plan import Plan
from planner.model.plan_summary import PlanSummary
from planner.store.client_summaries import ClientSummaries
from planner.store.records import PLAN_GLANCE

_ENCODER = msgspec.json.Encoder(enc_hook=written_stored)


@dataclass
class Account:
    """One client and their plans by id; `glances` are what a list shows of the plans."""

    client: Client
    plans: dict[str, Plan] = field(default_factory=dict)
    glances: dict[str, PlanSummary] = field(default_factory=dict)

    def put(self, plan: Plan) -> None:
        """Keep a plan of this client's in place of the one with its id."""
        self.plans[plan.id] = plan
        self.glances[plan.id] = PLAN_GLANCE.decode(_ENCODER.encode(plan)).summary(self.client.name)

    @property
    def summary(self) -> ClientSummary:
        """The client at a glance, by the way it is stored."""
        document = msgspec.Raw(_ENCODER.encode(self.client))
        summary = ClientSummaries().one(self.client.id, document)
        assert summary is not None
        return summary
