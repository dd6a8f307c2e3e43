"""A form's .ui file cut into pieces, each a small .ui file that is loaded on its own. No Qt."""

from collections.abc import Iterator
from functools import cache, cached_property
from pathlib import Path
from xml.etree import ElementTree as ET

import msgspec

_SECTION = "DetailSection"
_FIELDS = ("field", "dayField")


class FormPiece:
    """One part of a form's column, or of what one of its sections opens.

    `name` is that of its layout or widget, `into` that of the widget it goes into, `fields` are the paths
    that it asks for, and `widgets` is how many widgets it names.
    """

    def __init__(self, part: ET.Element, into: str) -> None:
        self.into = into
        self.name = part.attrib["name"]
        self._part = part
        named = list(part.iter("widget"))
        asked = (each.findtext(f"property[@name='{name}']/string") for each in named for name in _FIELDS)
        self.fields = tuple(text for text in asked if text)
        self.widgets = len(named)

    @cached_property
    def ui(self) -> bytes:
        """A .ui file of a widget called `into` that holds this part alone."""
        # Written when it is first loaded: written all at once, a form would take longer to cut than to show.
        root = ET.Element("ui", version="4.0")
        holder = ET.SubElement(root, "widget", {"class": "QWidget", "name": self.into})
        holder.append(self._part)
        return ET.tostring(root)

    def asks_for(self, path: str) -> bool:
        """Whether it has the input for the form path, or for a field in the part at that path."""
        return any(field == path or field.startswith((f"{path}.", f"{path}[")) for field in self.fields)


class CutForm(msgspec.Struct, frozen=True):
    """A form in pieces: `frame` is a .ui file of its column with the first part, `pieces` are the others."""

    frame: bytes
    pieces: tuple[FormPiece, ...]


@cache
def cut_form(ui: Path) -> CutForm:
    """Return the pieces of a form in its order: the parts of its column, a section before what it opens.

    OSError if the file cannot be read, ElementTree.ParseError if it is damaged.
    """
    root = ET.parse(ui).getroot()  # noqa: S314 - our own file
    form = _child(root, "widget")
    column = _child(form, "layout")
    _first, *others = column.findall("item")
    for item in others:
        column.remove(item)
    parts = [item for item in others if item.find("spacer") is None]  # room below is the page's to leave
    pieces = [piece for item in parts for piece in _pieces(item, form.attrib["name"])]
    return CutForm(ET.tostring(root), tuple(pieces))


def _pieces(item: ET.Element, into: str) -> Iterator[FormPiece]:
    (part,) = item
    if part.get("class") != _SECTION:
        yield FormPiece(part, into)
        return
    body = _child(part, "widget")
    column = _child(body, "layout")
    inside = column.findall("item")
    for below in inside:
        column.remove(below)
    yield FormPiece(part, into)
    for below in inside:
        yield from _pieces(below, body.attrib["name"])


def _child(element: ET.Element, tag: str) -> ET.Element:
    found = element.find(tag)
    if found is None:
        raise ET.ParseError(f"no {tag} in {element.tag}")
    return found
