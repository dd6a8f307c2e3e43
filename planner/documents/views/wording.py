"""Longer texts as the page sets them."""

import re

from planner.documents.words import LINE_BREAK
from planner.wording.text import filled_lines

_BEFORE_A_UNIT = re.compile(r"(?<=\d) (?=[%€$£¥])")


def lines(text: str) -> str:
    """Return a long text with its line breaks, blank lines left out."""
    return _BEFORE_A_UNIT.sub("\u00a0", LINE_BREAK.join(filled_lines(text)))


def sentence(text: str) -> str:
    """Return the text with a full stop, unless it ends in a mark of its own."""
    text = lines(text)
    return f"{text}." if text and text[-1].isalnum() else text


def quoted(text: str) -> str:
    """Return the text in quotation marks, unless it brought its own."""
    text = lines(text)
    return text if not text or text[0] in '“„«"»‚‘' else f"“{text}”"
