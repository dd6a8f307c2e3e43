"""Short texts put together: on one line, with marks between, in quotation marks, under a label."""

from collections.abc import Iterable

from planner.translation import pgettext


def one_line(text: str) -> str:
    """Return a short text on one line: its lines joined by ` · `, without the blank ones."""
    return " · ".join(filled_lines(text))


def filled_lines(text: str) -> list[str]:
    """Return the lines of a text in which something stands, without the spaces around them."""
    return [part for line in text.splitlines() if (part := line.strip())]


def joined(parts: Iterable[str], mark: str = " · ") -> str:
    """Return the parts that are not "", with a mark between."""
    return mark.join(part for part in parts if part)


def quoted(text: str) -> str:
    """Return somebody's own words in quotation marks."""
    return pgettext("quotation", "“{text}”").format(text=text)


def labelled(label: str, text: str) -> str:
    """Return `label: text`, or the one of them that is not blank."""
    if not label or not text:
        return label or text
    return pgettext("label", "{label}: {text}").format(label=label, text=text)


def capitalised(text: str) -> str:
    """Return the text with a capital first letter, the rest as it is."""
    return text[:1].upper() + text[1:]


def as_sentence(text: str) -> str:
    """Return a text with a full stop if it ends in a letter or a digit, else as it is."""
    return f"{text}." if text and text[-1].isalnum() else text
