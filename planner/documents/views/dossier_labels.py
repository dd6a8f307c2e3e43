"""In which order the dossier tells what a plan holds, and what its fields are called there."""

import re

from planner.translation import N_, _
from planner.wording.text import capitalised

SECTIONS: dict[str, tuple[str, ...]] = {
    N_("The commitment"): ("plan.call.commitment", "plan.ask"),
    N_("The call"): ("plan.call",),
    N_("Who is there"): ("client.contacts", "plan.call.attendees", "plan.call.our_people"),
    N_("Case for change"): ("plan.case",),
    N_("The conversation"): ("plan.conversation",),
    N_("Price"): ("plan.price",),
    N_("If they push back on the price"): ("plan.price.pushback",),
    N_("What I am avoiding"): ("plan.fear", "plan.intentions", "plan.answers"),
    N_("The client"): ("client",),
    N_("After the call"): ("plan.reflection",),
}
"""The sections by their headings, each with the fields told in it; one told elsewhere is not repeated."""

LEFT_OUT = frozenset(
    {
        "client.id",
        "client.name",
        "plan.call.day",
        "plan.call.title",
        "plan.answers[].rule",
        "plan.reflection.answers[].rule",
        "plan.price.simulation",
    }
)
"""What stands in the title, or says nothing to a reader."""

_LABELS = {
    "plan.ask.primary": N_("We ask for"),
    "plan.ask.fallback": N_("At the least"),
    "plan.ask.wording": N_("In these words"),
    "plan.call.why_they_meet": N_("Why they meet us"),
    "plan.conversation.disclosure": N_("What we say, keep or steer elsewhere"),
    "plan.price.ours": N_("Our price"),
    "plan.price.alternative.prices": N_("Their price without us"),
    "plan.price.alternative.kind": N_("What they would do without us"),
    "plan.price.alternative.name": N_("Its name"),
    "plan.price.alternative.known": N_("Its price is known"),
    "plan.price.rate": N_("Discount rate a year"),
    "plan.price.term_months": N_("Term in months"),
    "plan.price.unit": N_("What one price buys"),
    "plan.price.disclosure.discussion": N_("The price is said in"),
    "plan.price.disclosure.when": N_("at"),
    "plan.price.disclosure.wording": N_("in these words"),
    "plan.price.disclosure.proof": N_("They can check"),
    "plan.price.pushback": N_("Answers"),
    "plan.price.discussions": N_("Price discussions"),
    "plan.fear.avoiding": N_("I am avoiding"),
    "plan.fear.counter_action": N_("So I will"),
    "plan.intentions": N_("Differently this time"),
    "plan.answers": N_("I know, because"),
    "plan.reflection.obtained.which": N_("They gave"),
    "plan.reflection.obtained.actor": N_("Who at the client"),
    "plan.reflection.obtained.action": N_("does what"),
    "plan.reflection.obtained.by": N_("by"),
    "plan.reflection.price.raised_by": N_("The price was raised by"),
    "plan.reflection.price.minute": N_("in minute"),
    "plan.reflection.price.reaction": N_("Their reaction to the price"),
    "plan.reflection.differently": N_("One thing I do differently"),
    "client.dream_client": N_("Dream Client"),
    "client.why_dream": N_("Why a Dream Client"),
    "client.dream_rank": N_("Place on the Dream list"),
    "client.price_expectation": N_("What they think it should cost"),
    "client.zone": N_("Time zone"),
    "plan.call.happened": N_("What became of the call"),
    "plan.reflection.differently_dropped": N_("Dropped, because"),
}

# What `label_of` and `label_in_row` make of the other fields' names: marked here for the catalogue alone.
# fmt: off
DERIVED = (
    N_("Agenda"), N_("Answers"), N_("Archived"), N_("Attendees"), N_("Avoid"), N_("Best questions"),
    N_("Better future"), N_("Channel"), N_("Commitment"), N_("Concerns raised"), N_("Concerns"),
    N_("Concessions"), N_("Contacts"), N_("Currency"), N_("Current state"), N_("Current supplier"),
    N_("Deal value"), N_("Discovery"), N_("Drivers"), N_("Exchange"), N_("Fear came true"),
    N_("Flag to manager"), N_("Floor"), N_("Follow ups"), N_("Forces"), N_("Grade"), N_("Headquarters"),
    N_("Health"), N_("Held on"), N_("Industry"), N_("Initiated by"), N_("Intentions"), N_("Investment"),
    N_("Kind"), N_("Language"), N_("Learned client"), N_("Learned transferable"), N_("Level of value"),
    N_("Links"), N_("Messages"), N_("Minutes"), N_("Must be involved"), N_("New way"), N_("News"),
    N_("Next call"), N_("Next steps"), N_("Non negotiables"), N_("Notes"), N_("Opening"), N_("Our people"),
    N_("Outcome"), N_("Place"), N_("Politics"), N_("Problems"), N_("Promises"), N_("Proof"),
    N_("Prospecting"), N_("Purpose"), N_("Questions"), N_("Required capabilities"),
    N_("Sales conversation"), N_("Secondary goals"), N_("Shortcuts"), N_("Signals"), N_("Size"),
    N_("Snapshot"), N_("Stage"), N_("Starts"), N_("Strengths"), N_("Talk track"), N_("Their agenda"),
    N_("Their questions"), N_("Timeline"), N_("Touches"), N_("Unknowns"), N_("Vulnerabilities"),
    N_("Walk away"), N_("Website"), N_("Went well"), N_("What changed"), N_("What happened"),
    N_("Why change"), N_("Why it matters"), N_("Why now"), N_("Why us"),
)
DERIVED_IN_ROWS = (
    N_("acknowledge"), N_("against us"), N_("answer"), N_("ask in return"), N_("asked"), N_("background"),
    N_("basis"), N_("because"), N_("buying role"), N_("by"), N_("cadence"), N_("channel"), N_("concern"),
    N_("concerns"), N_("confirmed by"), N_("confirmed on"), N_("consequence"), N_("contact"),
    N_("cost to us"), N_("cost"), N_("currency"), N_("date"), N_("defer"), N_("dimension"), N_("done at"),
    N_("done on"), N_("done"), N_("dropped because"), N_("due"), N_("effect on them"), N_("email"),
    N_("formula"), N_("from"), N_("handle with care"), N_("hard"), N_("held"), N_("high"),
    N_("if the outcome is"), N_("if they say"), N_("in their words"), N_("influence"), N_("kept on"),
    N_("kept"), N_("kind"), N_("label"), N_("lead"), N_("left"), N_("likely"), N_("low"), N_("minutes"),
    N_("months"), N_("name"), N_("note"), N_("notes"), N_("outcome"), N_("personal win"), N_("phone"),
    N_("pivot"), N_("planned on"), N_("prepaid"), N_("priorities"), N_("problem"), N_("pronunciation"),
    N_("proof"), N_("propose instead"), N_("purpose"), N_("question"), N_("ramp months"), N_("reaction"),
    N_("request"), N_("response"), N_("role"), N_("situation"), N_("solution"), N_("source"), N_("stance"),
    N_("start month"), N_("starter"), N_("strength"), N_("style"), N_("text"), N_("their reaction"),
    N_("then we"), N_("then"), N_("they ask for"), N_("title"), N_("topic"), N_("trend"), N_("uncovers"),
    N_("units"), N_("value kind"), N_("value offered"), N_("value to them"), N_("weakness"),
    N_("what happened"), N_("what we know"), N_("what we must find out"), N_("what"), N_("when"),
    N_("who raised it"), N_("who"), N_("why"), N_("with whom"), N_("wording"),
)
# fmt: on


def label_of(path: str) -> str:
    """Return the label of the field at the path (rows as `[]`), translated."""
    return _(_LABELS[path] if path in _LABELS else capitalised(_words(path)))


def label_in_row(path: str) -> str:
    """Return the label of a row's field (`plan.price.drivers[].hard`), translated, with a small letter."""
    return _(_words(path))


def _words(path: str) -> str:
    """Return the name of a field with spaces."""
    return re.sub(r"\[\d*\]$", "", path).rpartition(".")[2].replace("_", " ")
