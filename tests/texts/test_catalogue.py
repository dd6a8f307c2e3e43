"""The catalogue holds every text, and each is one whole pattern."""

import re

from tests.texts.catalogue import FILE, Text, catalogue, texts

TEXTS = tuple(texts())


def test_it_is_up_to_date() -> None:
    assert FILE.read_text(encoding="utf-8") == catalogue(), "run: make texts"


def test_a_text_names_what_it_is_filled_with() -> None:
    """Another language may need another order: `{}` and `{0}` cannot be moved with certainty."""
    unnamed = [text for text in TEXTS if any(re.search(r"\{\d*[:!}]", part) for part in parts(text))]
    assert unnamed == []


def test_both_forms_of_a_plural_are_filled_with_the_same() -> None:
    odd = [
        text
        for text in TEXTS
        if isinstance(text.message, tuple) and not names(text.message[0]) <= names(text.message[1])
    ]
    assert odd == []


def test_no_text_begins_or_ends_in_a_space() -> None:
    """What does was meant to be put together with another."""
    assert [text for text in TEXTS if any(part != part.strip(" ") for part in parts(text))] == []


def parts(text: Text) -> tuple[str, ...]:
    return text.message if isinstance(text.message, tuple) else (text.message,)


def names(part: str) -> set[str]:
    return set(re.findall(r"\{(\w+)", part)) | set(re.findall(r"%\((\w+)\)", part))
