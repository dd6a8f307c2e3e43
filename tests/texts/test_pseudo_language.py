"""The pseudo-language itself: what it finds, and what it leaves alone."""

import re

import pytest

from planner.translation import _, installed, ngettext
from tests.texts.pseudo_language import PseudoTranslations, faults, forgotten_inside, pseudo

OWN = re.compile("Ω+")


def test_a_text_is_accented_longer_and_in_brackets() -> None:
    assert pseudo("Sent to {printer}.") == "⟦Šéñt tó {printer}.·····⟧"


@pytest.mark.parametrize("kept", ["{count:,}", "%(name)s", "<b>", "&#160;", "&S"])
def test_what_is_filled_in_markup_and_mnemonics_stay(kept: str) -> None:
    assert kept in pseudo(f"some {kept} text")


def test_it_is_what_texts_are_translated_to() -> None:
    with installed(PseudoTranslations()):
        assert _("Save") == "⟦Šávé·⟧"
        assert ngettext("{count} day", "{count} days", 2).format(count=2) == "⟦2 dáýš····⟧"
    assert _("Save") == "Save"


@pytest.mark.parametrize(
    ("shown", "wrong"),
    [
        ("⟦Šávé·⟧", []),
        ("ΩΩ · ⟦2 dáýš⟧", []),
        ("⟦Šéñt tó ⟦ýóû⟧⟧", []),
        ("12 %", []),
        ("Save", ["forgotten: Save"]),
        ("⟦Šéñt⟧ to ΩΩ", ["forgotten:  to "]),
        ("⟦2 dáýš⟧ ⟦ágó⟧", ["glued: ' '"]),
        ("⟦Šávé⟧\n⟦ágó⟧", []),
        ("⟦2 dáýš⟧, ⟦ágó⟧", ["glued: ', '"]),
        ("⟦Šéñt t…", ["cut at its end"]),
        ("éñt⟧", ["cut at its beginning"]),
    ],
)
def test_it_finds_what_is_forgotten_glued_or_cut(shown: str, wrong: list[str]) -> None:
    assert faults(shown, OWN) == wrong


@pytest.mark.parametrize(
    ("shown", "words"), [("⟦Šéñt tó ⟦ýóû⟧ by ΩΩ⟧", ["by"]), ("⟦Šéñt tó the client⟧", ["the", "client"])]
)
def test_it_finds_what_was_filled_in_untranslated(shown: str, words: list[str]) -> None:
    assert faults(shown, OWN) == []
    assert forgotten_inside(shown, OWN) == [f"forgotten inside: {word}" for word in words]


def test_what_is_translated_or_own_is_not_forgotten_inside() -> None:
    assert (
        forgotten_inside(pseudo("Sent to {printer} in {count} days").format(printer="ΩΩ", count=2), OWN) == []
    )
