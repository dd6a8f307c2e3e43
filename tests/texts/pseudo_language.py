"""A language that shows what is forgotten, glued or cut: every text accented, longer, and in brackets.

`Sent to {printer}.` becomes `⟦Šéñţ ţó {printer}.·····⟧`. On a screen or a page a text without brackets was
forgotten, two pairs side by side were glued together, and a bracket that does not close was cut off.
"""

import re
from gettext import NullTranslations

OPEN, CLOSE = "⟦", "⟧"
_ACCENTED = str.maketrans("aceinosuyzACEINOSUYZ", "áçéîñóšûýžÁÇÉÎÑÓŠÛÝŽ")
_KEPT = re.compile(r"(\{[^{}]*\}|%\(\w+\)\w|%[nrs]|<[^<>]+>|&\w+;|&.)")
_LONGER_BY = 0.3


class PseudoTranslations(NullTranslations):
    """Translates every text there is."""

    def gettext(self, message: str) -> str:
        return pseudo(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return pseudo(msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:
        del context
        return pseudo(message)


def pseudo(message: str) -> str:
    """Return the message in the pseudo-language; what is filled in, markup and mnemonics stay."""
    if not message.strip():
        return message
    parts = _KEPT.split(message)
    accented = "".join(part if at % 2 else part.translate(_ACCENTED) for at, part in enumerate(parts))
    return f"{OPEN}{accented}{'·' * round(len(message) * _LONGER_BY)}{CLOSE}"


def faults(text: str, own: re.Pattern[str]) -> list[str]:
    """Return what is wrong with a text as it is shown; `own` matches what may stand there untranslated.

    That is what the person wrote, numbers, dates and names. Between two pairs of brackets only a mark
    that parts facts may stand, ` · ` or a line break: anything else means that they were glued.
    """
    depth, outside, pairs = 0, [""], 0
    for character in text:
        if character == OPEN:
            pairs += depth == 0
            depth += 1
        elif character == CLOSE:
            depth -= 1
            if depth < 0:
                return ["cut at its beginning"]
            if depth == 0:
                outside.append("")
        elif depth == 0:
            outside[-1] += character
    found = ["cut at its end"] if depth else []
    found += ["forgotten: " + left for part in outside if (left := own.sub("", part)).strip(_MARKS)]
    between = outside[1:-1]
    found += ["glued: " + repr(part) for part in between if not _PARTS_FACTS.fullmatch(own.sub("", part))]
    return found


def forgotten_inside(text: str, own: re.Pattern[str]) -> list[str]:
    """Return the letters shown without their accents: what was filled into a text and forgotten itself.

    `faults` looks only at what stands outside all brackets; `own` is as there.
    """
    plain = re.findall(r"[\w'’-]*[aceinosuyzACEINOSUYZ][\w'’-]*", own.sub("", text))
    return [f"forgotten inside: {word}" for word in plain]


_MARKS = " \n\t\u00a0\u202f.,:;!?…·•–—-−+×=≈<>≤≥/\\|()[]{}“”‘’\"'«»„‚*&%°#@✓□☑★▲▼■→←↑↓│▸▾0123456789"
_PARTS_FACTS = re.compile(r"\s*(?:[·|│—–]|\n)\s*")
