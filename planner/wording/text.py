"""Short texts put together: on one line, with marks between, in quotation marks, under a label."""

from collections.abc import Iterable

from planner.translation import pgettext


def one_line(text: str) -> str:
    """Return a short text on one line; a line break becomes ` · `."""
    return " · ".join(part for line in text.splitlines() if (part := line.strip()))


def joined(parts: Iterable[str], mark: str = " · ") -> str:
    """Return what is not blank, with a mark between."""
    return mark.join(part for part in parts if part)


def quoted(text: str) -> str:
    """Return somebody's own words in quotation marks."""
    return pgettext("quotation", "“{text}”").format(text=text)


def labelled(label: str, text: str) -> str:
    """Return `label: text`, or the one of them that is not blank."""
    if not label or not text:
        return label or text
    return pgettext("label", "{label}: {text}").format(label=label, text=text)


def listed(names: Iterable[str]) -> str:
    """Return `a, b, c`."""
    begun, *further = names
    for name in further:
        begun = pgettext("list", "{before}, {next}").format(before=begun, next=name)
    return begun


def capitalised(text: str) -> str:
    """Return the text with a capital first letter, the rest as it is."""
    return text[:1].upper() + text[1:]


def folded(text: str) -> str:
    """Return what a text says, so that two that differ in case, spacing or closing marks are one."""
    return " ".join(text.split()).casefold().strip(" .?!")
