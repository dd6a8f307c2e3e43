"""From when on a rule speaks up: every number of the check, with its bounds."""

from typing import Annotated

from msgspec import Meta

from planner.model.part import Part
from planner.translation import N_


class Thresholds(Part, frozen=True):
    """The numbers by which rules decide, and the person's own vague phrases besides ours."""

    outreach_days: Annotated[
        int, Meta(ge=1, le=365, description=N_("Days a Dream Client may be without us"))
    ] = 30
    proof_months: Annotated[int, Meta(ge=1, le=240, description=N_("Months until a proof is old"))] = 24
    questions: Annotated[int, Meta(ge=1, le=20, description=N_("Fewest questions for a call"))] = 3
    edited_days: Annotated[
        int, Meta(ge=2, le=60, description=N_("Days of work on a plan without a call"))
    ] = 5
    calls_before_proposal: Annotated[
        int, Meta(ge=1, le=10, description=N_("Calls held before a proposal goes"))
    ] = 2
    last_part_percent: Annotated[int, Meta(ge=5, le=50, description=N_("The end of a call, in % of it"))] = 25
    vague_phrases: Annotated[tuple[str, ...], Meta(description=N_("Vague phrases besides ours"))] = ()
