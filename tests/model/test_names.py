"""Whether two names are one."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.model.names import name_key, same_name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Müller Pumpen", "Mu\u0308ller Pumpen"),
        ("Müller Pumpen", "Müller\u00a0Pumpen"),
        ("Müller Pumpen", " Müller  Pumpen\n"),
        ("Müller Pumpen", "MÜLLER PUMPEN"),
        ("José Núñez", "Jose\u0301 Nu\u0301n\u0303ez"),
        ("Straßenbau", "STRASSENBAU"),
        ("محمد", "\u200fمحمد"),
        ("Sam Achebe", "\ufeffSam Ache\u00adbe\u200b"),
    ],
)
def test_one_name(one: str, other: str) -> None:
    assert same_name(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Müller", "Muller"),
        ("José", "Jose"),
        ("Jan Novak", "Jan Novák"),
        ("Acme Inc", "Acme Inc."),
        ("Jo", "Jo Hartley"),
        ("", ""),
        (" ", "\u200b"),
    ],
)
def test_two_names(one: str, other: str) -> None:
    assert not same_name(one, other)


@given(st.text(max_size=20))
def test_the_form_of_its_letters_and_how_often_it_is_asked_change_nothing(name: str) -> None:
    assert name_key(name_key(name)) == name_key(name)
    assert name_key(unicodedata.normalize("NFD", name)) == name_key(unicodedata.normalize("NFC", name))
