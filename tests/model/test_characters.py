"""Which characters a text may hold."""

import sys

import pytest
from hypothesis import given

from planner.model.characters import fit_text, unfit_places
from planner.model.errors import FieldError
from planner.model.fields import read_field, with_field
from planner.model.plan import Preparation
from tests.exchange.any_text import any_texts

PATHS = ("client.name", "plan.case.why_now", "plan.call.title")


@given(any_texts)
def test_a_text_made_fit_is_taken_as_it_is(text: str) -> None:
    fit = fit_text(text)
    assert fit_text(fit) == fit
    assert unfit_places(fit) == []
    assert read_field(with_field(Preparation(), "plan.case.why_now", fit), "plan.case.why_now") == fit


@given(any_texts)
def test_making_it_fit_leaves_out_nothing_that_can_be_read(text: str) -> None:
    assert [one for one in fit_text(text) if one.isprintable()] == [one for one in text if one.isprintable()]
    kept = len(text) - sum(text[at] not in "\x0b\x0c" for at in unfit_places(text))
    assert len(fit_text(text)) == kept


def test_no_character_of_all_passes_that_no_text_may_hold() -> None:
    everything = "".join(map(chr, range(sys.maxunicode + 1)))
    unfit = [everything[at] for at in unfit_places(everything)]
    assert "\x00" in unfit
    assert {fit_text(character) for character in unfit} == {"", "\n"}


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize(
    ("character", "code"), [("\x0b", "U+000B"), ("\x00", "U+0000"), ("\ud800", "U+D800")]
)
def test_a_field_refuses_what_no_text_may_hold(path: str, character: str, code: str) -> None:
    with pytest.raises(FieldError, match=rf"{path}: holds a character .*\({code.replace('+', '.')}, at 6\)"):
        with_field(Preparation(), path, f"Costs{character}rise")
    with pytest.raises(FieldError, match=r"links\[1\]"):
        with_field(Preparation(), "plan.call.links", ("fine", character))


@pytest.mark.parametrize(
    "text",
    [
        "a\tb\nc\r\nd",
        "\u202eright to left\u202c",
        "👩\u200d🔬",
        "می\u200cخواهم",
        "\ufeffa\u2028b\u2029c",
        "\x7f\x85\x9f",
    ],
)
def test_what_directs_or_joins_letters_stays(text: str) -> None:
    assert fit_text(text) == text


def test_the_line_breaks_of_office_programs_are_line_breaks() -> None:
    assert fit_text("Costs\x0brise\x0cagain\x00\x1b[31m") == "Costs\nrise\nagain[31m"
