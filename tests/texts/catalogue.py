"""Extracts every text that a person reads, from Python, forms and templates, into one catalogue."""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple
from xml.etree import ElementTree as ET

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.pofile import write_po
from jinja2.ext import babel_extract

CHECKOUT = Path(__file__).parents[2]
FILE = CHECKOUT / "planner" / "locale" / "front-foot.pot"
KEYWORDS: dict[str, Any] = {"_": None, "N_": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}
_FROM_JINJA: Any = babel_extract  # typed more narrowly than babel asks for
JINJA = {"trim_blocks": "true", "lstrip_blocks": "true", "newstyle_gettext": "true", "silent": "false"}

LISTS = {"captions": "|", "columns": ","}
"""Properties of forms that hold several texts, which the widgets translate one by one."""


class Text(NamedTuple):
    """One text: what it says, or its singular and plural, in which context, and the file it is in."""

    message: str | tuple[str, str]
    context: str | None
    file: str


def texts() -> Iterator[Text]:
    """Yield every text of the program, file by file."""
    for path in _files("planner", "*.py"):
        with path.open("rb") as file:
            yield from _found(path, extract("python", file, KEYWORDS))
    for path in _files("templates", "*.j2"):
        with path.open("rb") as file:
            yield from _found(path, extract(_FROM_JINJA, file, KEYWORDS, options=JINJA))
    for path in _files("forms", "*.ui"):
        yield from (Text(message, None, _name(path)) for message in texts_of_form(path))


def texts_of_form(path: Path) -> Iterator[str]:
    """Yield the texts of a .ui file: all strings but those that it marks as not for people."""
    for element in ET.parse(path).iter():
        if element.tag == "property" and element.get("name") in LISTS:
            yield from _listed(element.findtext("string") or "", LISTS[element.get("name", "")])
        elif element.tag == "string" and element.get("notr") != "true" and element.text:
            yield element.text


def catalogue() -> str:
    """Return the catalogue as a .pot file: the same texts give the same file, on any day."""
    made = Catalog(project="Front Foot", charset="utf-8")
    for text in texts():
        made.add(text.message, locations=[(text.file, 0)], context=text.context)
    written = io.BytesIO()
    write_po(written, made, width=108, omit_header=True, include_lineno=False, sort_by_file=True)
    return written.getvalue().decode()


def _listed(value: str, mark: str) -> Iterator[str]:
    for part in value.split(mark):
        named, _, label = part.rpartition("=")
        text = (label if named or mark == "|" else "").strip()
        if text and not text.isdecimal():
            yield text


def _found(path: Path, extracted: Any) -> Iterator[Text]:
    for _line, message, _comments, context in extracted:
        yield Text(message, context, _name(path))


def _files(folder: str, pattern: str) -> list[Path]:
    return sorted((CHECKOUT / folder).rglob(pattern))


def _name(path: Path) -> str:
    return path.relative_to(CHECKOUT).as_posix()
