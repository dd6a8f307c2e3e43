"""Whether two names are of one person or company: the one answer, for every part of the program."""

import unicodedata

from planner.model.same_text import without_unseen


def name_key(name: str) -> str:
    """Return the key that all spellings of one name share; "" for a blank name.

    Ignored are case, the kind and number of spaces, characters that cannot be seen, and whether letters are
    composed (`ü`, or `u` and its mark). Accents count: Müller and Muller are two.
    """
    if name.isascii():
        return " ".join(name.casefold().split())
    visible = without_unseen(name)
    for _ in range(2):  # folding may decompose anew, and a mark may fold to a letter (Unicode, D145)
        visible = unicodedata.normalize("NFD", visible).casefold()
    return " ".join(unicodedata.normalize("NFC", visible).split())


def same_name(one: str, other: str) -> bool:
    """Whether two names are the same (equal `name_key`); a blank name is never the same as another."""
    key = name_key(one)
    return bool(key) and key == name_key(other)
