"""Finding vague phrases: whole words, in any case, whatever stands between them."""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

from planner.coaching.check.vague_phrases import VAGUE
from planner.model.same_text import without_accents


def vague_phrase_in(text: str, more: Iterable[str] = ()) -> str:
    """Return the first vague phrase in the text, its words as written there with spaces between; or "".

    Only whole words count, in any case, with or without accents, whatever stands between them. `more` are
    phrases besides our own, with the same signs (`vague_phrases`).
    """
    searched = folded(text)
    match = _pattern((*VAGUE, *more)).search(searched)
    if match is None:
        return ""
    words_before = len(words(searched[: match.start()]))
    length = len(words(match[0]))
    return " ".join(words(text)[words_before : words_before + length])


def folded(text: str) -> str:
    """Return the text in lower case without accents, to search words in; `text_key` compares texts."""
    return without_accents(text)


def words(text: str) -> list[str]:
    """Return the words of a text in order: runs of letters or digits, so `don't` gives two."""
    return re.findall(r"[^\W_]+", unicodedata.normalize("NFC", text))


@cache
def _pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds any of the phrases; whatever stands between two words parts them."""
    patterns = (_one(phrase) for phrase in phrases)
    return re.compile("|".join(pattern for pattern in patterns if pattern), re.DOTALL)


def _one(phrase: str) -> str:
    wording, *naming = phrase.split("~")
    words_alone, _, unless = wording.partition("!")
    parts = _parts(words_alone)
    if not parts:
        return ""
    pattern = r"\b" + r"[\W_]+".join(_word(part) for part in parts) + r"\b" + _unless_before(naming)
    if words_alone.rstrip().endswith("$"):
        pattern += r"(?=\W*$)"
    return rf"{pattern}(?!.*\b{re.escape(folded(unless.strip()))}\W*$)" if unless.strip() else pattern


def _parts(phrase: str) -> list[str]:
    """Return the words of a phrase, each with the star behind it."""
    return re.findall(r"[^\W_]+\*?", folded(phrase))


def _unless_before(naming: Iterable[str]) -> str:
    """Return what does not match before a space or hyphen and one of the words."""
    after = "|".join(_word(part) for phrase in naming for part in _parts(phrase))
    return rf"(?![\s\-]+(?:{after})\b)" if after else ""


def _word(part: str) -> str:
    return part[:-1] + r"[^\W_]{0,3}" if part.endswith("*") else part
