"""Short texts put together: on one line, with marks between, with a capital."""

from collections.abc import Iterable


def one_line(text: str) -> str:
    """Return a short text on one line; a line break becomes ` · `."""
    return " · ".join(filled_lines(text))


def filled_lines(text: str) -> list[str]:
    """Return the lines of a text in which something stands, without the spaces around them."""
    return [part for line in text.splitlines() if (part := line.strip())]


def joined(parts: Iterable[str], mark: str = " · ") -> str:
    """Return what is not blank, with a mark between."""
    return mark.join(part for part in parts if part)


def capitalised(text: str) -> str:
    """Return the text with a capital first letter, the rest as it is."""
    return text[:1].upper() + text[1:]
