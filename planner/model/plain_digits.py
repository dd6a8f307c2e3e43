"""Digits and signs of all scripts as the plain ones: `١٬٢٥٠٫٥٠`, `１，２５０` and `−3` as in ASCII."""

import unicodedata

DECIMAL_MARK = "٫"
"""A mark that is only ever the decimal one; stays as it is."""
GROUP_MARK = "٬"
"""A mark that only ever parts groups; others of its kind become this one."""

_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_ALIKE = {  # what people paste, and what locales write
    "-": "‐‑‒–—−﹣➖˗⁻₋",
    "+": "＋﬩➕",
    "'": "’‘ʼ′´`ˈ",
    "*": "×✕✖⋅·∙∗⨯",
    "/": "÷∕⁄➗",
    "%": "٪﹪",
    "¥": "￥",
    "£": "￡",
    "₩": "￦",
    GROUP_MARK: "⹁ወ",
    ",": "،﹐、",
    ".": "。﹒",
    "(": "﴾⁽",
    ")": "﴿⁾",
}
_PLAIN: dict[int, str | int] = {
    **_FULL_WIDTH,
    **{ord(char): plain for plain, chars in _ALIKE.items() for char in chars},
}


def in_plain_digits(text: str) -> str:
    """Return the text with every decimal digit, minus, operator, apostrophe and space as its plain one.

    Invisible marks (direction, joining, soft hyphens) are left out. Characters in ASCII stay, but for spaces
    at the ends, which always go.
    """
    if text.isascii():
        return text.strip()
    return "".join(map(_plain, text.translate(_PLAIN))).strip()


def _plain(char: str) -> str:
    if char.isascii():
        return char
    category = unicodedata.category(char)
    if category == "Nd":
        return str(unicodedata.decimal(char))
    if category == "Cf":
        return ""
    return " " if category == "Zs" else char
