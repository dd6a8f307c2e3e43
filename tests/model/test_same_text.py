"""Whether two texts say the same."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.model.same_text import RowsByText, distinct_texts, same_text, text_key, without_accents


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Send the list", "Send the list."),
        ("Send the list", "  send\u00a0the \n list…"),
        ("Send the list", "“Send the list!”"),
        ("Send the list", "»Send the list«,"),
        ("Send the list", "Send the li\u00adst\u200b"),
        ("Résumé an Frau Möller", "Resume an Frau Moller"),
        ("Résumé", "Re\u0301sume\u0301"),
        ("STRASSE", "Straße"),
        ("ΑΘΗΝΑ", "Αθήνα"),
        ("позвонить Петру", "Позвонить Пётру;"),
        ("¿Quién decide?", "Quién decide"),
        ("价格？", "价格。"),
        ("ﬁx the date", "Fix the date"),
        ("２ pumps", "2 pumps"),
    ],
)
def test_the_same_text(one: str, other: str) -> None:
    assert same_text(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Send the list", "Send the lists"),
        ("Send the list", "Do not send the list"),
        ("Was it 5?", "Was it 5 %?"),
        ("C# first", "C first"),
        ("ม้า", "มา"),
        ("かき", "かぎ"),
        ("की", "का"),
        ("?", "!"),
        ("?", ""),
    ],
)
def test_another_text(one: str, other: str) -> None:
    assert not same_text(one, other)


@given(st.text(max_size=20))
def test_the_form_of_its_letters_and_how_often_it_is_asked_change_nothing(text: str) -> None:
    key = text_key(text)
    assert text_key(key) == key
    for form in ("NFC", "NFD", "NFKC", "NFKD"):
        assert text_key(unicodedata.normalize(form, text)) == key


@given(st.text(max_size=20), st.sampled_from([".", " ", "\u00a0", "\n", "!", "”", "\u200b", "…"]))
def test_what_is_added_at_its_end_changes_nothing(text: str, mark: str) -> None:
    assert text_key(f"{text}x{mark}") == text_key(f"{text}x")


def test_words_looked_for_keep_the_marks_that_are_letters() -> None:
    assert without_accents("Drüber Straße İzmir") == "druber strasse izmir"
    assert without_accents("かぎ ม้า") == "かぎ ม้า"


def test_of_those_that_say_the_same_the_first_stands() -> None:
    assert distinct_texts(["Their invoice.", " ", "their invoice", "Ours"]) == ("Their invoice.", "Ours")


def test_rows_that_say_the_same_are_found_one_after_the_other() -> None:
    rows = RowsByText(["Price", " ", "Terms", "price."], str)
    assert [rows.take("PRICE"), rows.take("Price?"), rows.take("Price"), rows.take("")] == [
        "Price",
        "price.",
        None,
        None,
    ]
    assert rows.left() == ("Terms",)
