"""Truncation of a text that is too long: after a sentence or clause that ends near, else at a word."""

import re
from collections.abc import Iterator, Sequence

from planner.documents.shaping import Shaper
from planner.documents.words import Span, Word, split_word, word_of

_NEAR = 0.25
"""As much of what would fit is given up so that the text ends where a sentence or a clause does."""
_SENTENCE = re.compile(r"(?:\w{3}\.|[!?…。！？])[\"'”“’»)\]]*$")
_CLAUSE = re.compile(r"[,;:)，；：、]$")
_LOOSE = re.compile(r"[\s,;:·–—→(\[，；：、]+$")

Lines = list[list[Word]]


def ellipsize(lines: Lines, room: float, shaper: Shaper, tracking: float) -> Lines:
    """Return the lines but the last, or fewer, ended with "…": after a sentence, a clause or a word.

    A sentence or clause counts if it ends near. The last line given is the one too many; it shows how the
    text would go on. `room` is in em.
    """
    lines, beyond = lines[:-1], lines[-1]
    for pause in (_ends_sentence, _ends_clause):
        for at, number in _near_the_end(lines):
            after = [*lines[at][number + 1 :], *[*lines, beyond][at + 1]][:1]
            if pause(lines[at][number], after[0] if after else None):
                cut = _closed(lines[at][: number + 1], shaper)
                if width_of(cut, tracking) <= room:
                    return [*lines[:at], cut]
    return [*lines[:-1], _with_ellipsis(lines[-1], room, shaper, tracking)]


def _near_the_end(lines: Lines) -> Iterator[tuple[int, int]]:
    """Yield line and place of the last words, backwards, as far as may be given up."""
    left = _NEAR * sum([word.char_count for line in lines for word in line])
    for at in range(len(lines) - 1, -1, -1):
        for number in range(len(lines[at]) - 1, -1, -1):
            yield at, number
            left -= lines[at][number].char_count
            if left < 0:
                return


def width_of(words: Sequence[Word], tracking: float) -> float:
    """Return the width of words side by side, in em, without the space after the last."""
    if not words:
        return 0.0
    inner = sum([word.width + word.space + (tracking * word.char_count if tracking else 0) for word in words])
    spaces = sum(tracking for word in words[:-1] if word.space) if tracking else 0.0
    return inner + spaces - words[-1].space


def _text(word: Word) -> str:
    return "".join([span.text for span in word.spans])


def _ends_sentence(word: Word, after: Word | None) -> bool:
    """Whether a sentence ends with the word; after an abbreviation it goes on in small letters."""
    return bool(_SENTENCE.search(_text(word))) and not (after and _text(after)[:1].islower())


def _ends_clause(word: Word, after: Word | None) -> bool:
    text = _text(word)
    if not _LOOSE.sub("", text):
        return False
    return bool(_CLAUSE.search(text)) or (after is not None and _text(after) in ("–", "—", "→", "·"))


def _closed(words: Sequence[Word], shaper: Shaper) -> list[Word]:
    """Return the words with an ellipsis: apart after a sentence, close after what goes on."""
    *before, last = [word for word in words if word.char_count]
    if _SENTENCE.search(_text(last)):
        gap = last.space or shaper.space(last.spans[-1].bold, last.spans[-1].italic)
        return [*before, last._replace(space=gap, ends_line=False), _ellipsis(last, shaper)]
    bare = _LOOSE.sub("", last.spans[-1].text)
    if bare != last.spans[-1].text:
        last = word_of((*last.spans[:-1], last.spans[-1]._replace(text=bare)), shaper)
    return [*before, last._replace(space=0.0, ends_line=False), _ellipsis(last, shaper)]


def _ellipsis(word: Word | None, shaper: Shaper) -> Word:
    span = word.spans[-1] if word and word.spans else Span("")
    return word_of((span._replace(text="…"),), shaper)


def _with_ellipsis(line: Sequence[Word], room: float, shaper: Shaper, tracking: float) -> list[Word]:
    """Return as many of the words as fit with an ellipsis; of one that is very long its beginning."""
    words = [word for word in line if word.char_count]
    mark = _ellipsis(words[-1] if words else None, shaper)
    left = room - mark.width - tracking
    while words and width_of(words, tracking) > left:
        last = words.pop()
        rest = left - (width_of(words, tracking) + words[-1].space if words else 0.0)
        if last.char_count > 1 and (not words or last.width > left / 3):
            words.append(split_word(last, rest, tracking, shaper)[0])
            break
    while len(words) > 1 and not _LOOSE.sub("", _text(words[-1])):
        words.pop()
    if not words:
        return [mark]
    bare = _LOOSE.sub("", words[-1].spans[-1].text)
    if bare and bare != words[-1].spans[-1].text:
        words[-1] = word_of((*words[-1].spans[:-1], words[-1].spans[-1]._replace(text=bare)), shaper)
    gap = (
        words[-1].space if _text(words[-1]).endswith(".") and width_of(words, tracking) < left - 0.3 else 0.0
    )
    return [*words[:-1], words[-1]._replace(space=gap, ends_line=False), mark]
