"""Who is to act: somebody at the client, or one of us."""

from collections.abc import Iterable

from planner.coaching.check.phrases import words
from planner.model.names import name_key
from planner.model.plan import Preparation

_US = frozenset(
    {"we", "us", "i", "me", "myself", "ourselves", "our", "my", "ich", "wir", "uns", "mich", "unser"}
)
_SHORTEST_NAME = 3


def is_ours(actor: str, preparation: Preparation) -> bool:
    """Whether the actor is one of us: "we", "ich" or one of our people, and no contact is named too."""
    named = set(words(name_key(actor)))
    if not named or named & _names(contact.name for contact in preparation.client.contacts):
        return False
    return bool(named & (_US | _names(person.name for person in preparation.plan.call.our_people)))


def _names(people: Iterable[str]) -> set[str]:
    """Return the single names people have; what stands in brackets or is very short is none."""
    return {word for name in people for word in words(name_key(name)) if len(word) >= _SHORTEST_NAME}
