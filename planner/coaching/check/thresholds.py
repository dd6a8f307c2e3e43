"""From when on a rule speaks up: every number of the check, with its bounds."""

from typing import Annotated

from msgspec import Meta

from planner.model.part import Part
from planner.translation import N_


class Thresholds(Part, frozen=True):
    """The numbers by which rules decide, and the person's own vague phrases besides ours.

    In a field's metadata `explains` says what its number does, and `bounds` its usual value with the unit;
    the settings show both.
    """

    outreach_days: Annotated[
        int,
        Meta(
            ge=1,
            le=365,
            description=N_("Longest silence towards a Dream Client"),
            extra_json_schema={
                "explains": N_(
                    "When you have not reached out to a Dream Client for longer, the check says so."
                ),
                "bounds": N_("Usually {usual} days; from {low} to {high}."),
            },
        ),
    ] = 30
    inquiry_hours: Annotated[
        int,
        Meta(
            ge=1,
            le=720,
            description=N_("How long an inquiry may wait"),
            extra_json_schema={
                "explains": N_(
                    "When an inquiry of theirs waits longer for a call or touch of yours, the check says so."
                ),
                "bounds": N_("Usually {usual} hours; from {low} to {high}."),
            },
        ),
    ] = 24
    dream_list_size: Annotated[
        int,
        Meta(
            ge=1,
            le=500,
            description=N_("Clients on the Dream list"),
            extra_json_schema={
                "explains": N_(
                    "A short list is one you reach out to. The Dream list says when it is longer."
                ),
                "bounds": N_("Usually {usual} clients; from {low} to {high}."),
            },
        ),
    ] = 25
    touches_a_week: Annotated[
        int,
        Meta(
            ge=1,
            le=100,
            description=N_("Your rhythm of touches"),
            extra_json_schema={
                "explains": N_("How many times a week you want to reach out. Your count stands beside it."),
                "bounds": N_("Usually {usual} touches a week; from {low} to {high}."),
            },
        ),
    ] = 5
    proof_months: Annotated[
        int,
        Meta(
            ge=1,
            le=240,
            description=N_("How long a proof stays fresh"),
            extra_json_schema={
                "explains": N_("When your newest proof is older, the check asks for a fresher one."),
                "bounds": N_("Usually {usual} months; from {low} to {high}."),
            },
        ),
    ] = 24
    questions: Annotated[
        int,
        Meta(
            ge=1,
            le=20,
            description=N_("Fewest questions for a call"),
            extra_json_schema={
                "explains": N_(
                    "With fewer questions planned, the check reminds you that you came to listen."
                ),
                "bounds": N_("Usually {usual} questions; from {low} to {high}."),
            },
        ),
    ] = 3
    edited_days: Annotated[
        int,
        Meta(
            ge=2,
            le=60,
            description=N_("Days of planning without a call"),
            extra_json_schema={
                "explains": N_("A plan without a date that was edited on so many days asks you to call."),
                "bounds": N_("Usually {usual} days; from {low} to {high}."),
            },
        ),
    ] = 5
    calls_before_proposal: Annotated[
        int,
        Meta(
            ge=1,
            le=10,
            description=N_("Calls before a proposal"),
            extra_json_schema={
                "explains": N_("A proposal sent after fewer calls stands in for the conversation."),
                "bounds": N_("Usually {usual} calls; from {low} to {high}."),
            },
        ),
    ] = 2
    last_part_percent: Annotated[
        int,
        Meta(
            ge=5,
            le=50,
            description=N_("The last part of a call"),
            extra_json_schema={
                "explains": N_(
                    "A price planned for this last part of the call leaves no time to talk about it."
                ),
                "bounds": N_("Usually the last {usual}% of the call; from {low} to {high}."),
            },
        ),
    ] = 25
    vague_phrases: Annotated[
        tuple[str, ...], Meta(description=N_("Your own vague phrases, besides ours"))
    ] = ()
