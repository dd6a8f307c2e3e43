"""The choices that fields offer, as they are stored."""

import msgspec
import pytest

from planner.model.client import Contact
from planner.model.terms import Stance


@pytest.mark.parametrize("stored", ["opponent", "sceptic"])
def test_a_sceptic_is_read_by_the_name_that_older_libraries_give(stored: str) -> None:
    contact = msgspec.json.decode(f'{{"stance": "{stored}"}}', type=Contact)

    assert contact.stance is Stance.SCEPTIC
    assert msgspec.json.decode(msgspec.json.encode(contact))["stance"] == "sceptic"


def test_a_choice_that_never_was_is_refused() -> None:
    with pytest.raises(msgspec.ValidationError, match="foe"):
        msgspec.json.decode('{"stance": "foe"}', type=Contact)
