"""In which order the dossier tells what a plan holds, and what its fields are called there."""

import re

from planner.wording.text import capitalised

SECTIONS: dict[str, tuple[str, ...]] = {
    "The commitment": ("plan.call.commitment", "plan.ask"),
    "The call": ("plan.call",),
    "Who is there": ("client.contacts", "plan.call.attendees", "plan.call.our_people"),
    "Case for change": ("plan.case",),
    "The conversation": ("plan.conversation",),
    "Price": ("plan.price",),
    "If they push back on the price": ("plan.price.pushback",),
    "What I am avoiding": ("plan.fear", "plan.intentions", "plan.answers"),
    "The client": ("client",),
    "After the call": ("plan.reflection",),
}
"""The sections by their headings, each with the fields told in it; one told elsewhere is not repeated."""

LEFT_OUT = frozenset(
    {
        "client.id",
        "client.name",
        "plan.call.title",
        "plan.answers[].rule",
        "plan.reflection.answers[].rule",
        "plan.price.simulation",
    }
)
"""What stands in the title, or says nothing to a reader."""

_LABELS = {
    "plan.ask.primary": "We ask for",
    "plan.ask.fallback": "At the least",
    "plan.ask.wording": "In these words",
    "plan.call.why_they_meet": "Why they meet us",
    "plan.conversation.disclosure": "What we say, keep or steer elsewhere",
    "plan.price.ours": "Our price",
    "plan.price.alternative.prices": "Their price without us",
    "plan.price.alternative.kind": "What they would do without us",
    "plan.price.alternative.name": "Its name",
    "plan.price.alternative.known": "Its price is known",
    "plan.price.rate": "Discount rate a year",
    "plan.price.term_months": "Term in months",
    "plan.price.unit": "What one price buys",
    "plan.price.disclosure.discussion": "The price is said in",
    "plan.price.disclosure.when": "at",
    "plan.price.disclosure.wording": "in these words",
    "plan.price.disclosure.proof": "They can check",
    "plan.price.pushback": "Answers",
    "plan.price.discussions": "Price discussions",
    "plan.fear.avoiding": "I am avoiding",
    "plan.fear.counter_action": "So I will",
    "plan.intentions": "Differently this time",
    "plan.answers": "I know, because",
    "plan.reflection.obtained.which": "They gave",
    "plan.reflection.obtained.actor": "Who at the client",
    "plan.reflection.obtained.action": "does what",
    "plan.reflection.obtained.by": "by",
    "plan.reflection.price.raised_by": "The price was raised by",
    "plan.reflection.price.minute": "in minute",
    "plan.reflection.price.reaction": "Their reaction to the price",
    "plan.reflection.differently": "One thing I do differently",
    "client.dream_client": "Dream Client",
    "client.why_dream": "Why a Dream Client",
}


def label_of(path: str) -> str:
    """Return what the field at the path (rows as `[]`) is called."""
    if path in _LABELS:
        return _LABELS[path]
    name = re.sub(r"\[\d*\]$", "", path).rpartition(".")[2]
    return capitalised(name.replace("_", " "))
