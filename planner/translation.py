"""Every text that a person reads goes through gettext: one catalogue for Python, forms and templates.

A text is a whole pattern, `_("Sent to {printer}.").format(printer=…)`, never put together of pieces: another
language has another order. What depends on a number is `ngettext("{count} day", "{count} days", count)`. A
word that means two things has a context. Texts in tables that are made at import are marked by `N_` and
translated where they are shown.

English is the source, so nothing is loaded for it. The translations are the one thing in the program that
every module shares, as they are in gettext itself: set once, before anything is shown.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from gettext import NullTranslations

_ENGLISH = NullTranslations()
_installed = [_ENGLISH]


def _(message: str) -> str:
    """Return the message in the language installed, itself where that has none."""
    return _installed[-1].gettext(message)


def ngettext(one: str, many: str, count: int) -> str:
    """Return the form of a message that goes with the count; `{count}` in it is still to be filled in."""
    return _installed[-1].ngettext(one, many, count)


def pgettext(context: str, message: str) -> str:
    """Return a message that means several things, by its meaning here: `pgettext("of a call", "held")`."""
    return _installed[-1].pgettext(context, message)


def N_(message: str) -> str:  # noqa: N802 - gettext's own name for it
    """Return the message as it is, marked for the catalogue; `_` translates it where it is shown."""
    return message


def is_english() -> bool:
    """Whether texts are shown as they stand in the source."""
    return _installed[-1] is _ENGLISH


@contextmanager
def installed(translations: NullTranslations) -> Iterator[None]:
    """Show every text by these translations, from the start of the block to its end."""
    _installed.append(translations)
    try:
        yield
    finally:
        _installed.remove(translations)
