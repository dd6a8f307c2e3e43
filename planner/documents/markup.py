"""Page markup: the small XML that a template writes. Read into plain elements, nothing else allowed.

```
<page title= subject= language= pages= whole=> blocks… <footer><left/><right/></footer> </page>
blocks   para · section · columns · table · list · box · chart · rule · lines
text     b · i · quiet · aside, within para, td, item, left and right
```
A chart is named as the view that the template is given has it among its charts.
A page that is too full gives way in steps, and says so; `whole=` is where it says all of it can be read.
`drop=` is the step from which an aside or a whole para is left out; `lines=` levels of the most lines of
a text (also for all texts within), `rows=` one of the entries of a list that has a noun for them:
`rows="20:3 40:2"` shows three from step 20, two from 40. `noun=` is the English plural of the entries,
which `rows.py` has a pattern for; all other attributes that a person reads are texts of the page's language.
"""

import math
from dataclasses import dataclass, field
from xml.parsers import expat

from planner.documents.errors import MarkupProblem
from planner.translation import _

TEXT_TAGS = frozenset({"b", "i", "quiet", "aside"})
_ATTRIBUTES = {
    "page": {"title", "subject", "language", "pages", "whole"},
    "para": {"style", "lines", "drop", "name", "align"},
    "section": {"title", "in", "lines", "name"},
    "columns": {"left"},
    "table": {"split", "lines", "noun", "rows", "bottom", "right", "above"},
    "tr": set(),
    "td": {"lines"},
    "list": {"mark", "lines", "noun", "rows"},
    "item": {"ticked"},
    "box": {"kind"},
    "chart": {"name"},
    "rule": {"style"},
    "lines": {"least", "rows"},
    "footer": {"style"},
    "left": set(),
    "right": set(),
    "b": set(),
    "i": set(),
    "quiet": set(),
    "aside": {"drop", "name"},
}


@dataclass(slots=True)
class Element:
    """One element of page markup: tag, attributes, child texts and elements in order, and its line."""

    tag: str
    attributes: dict[str, str]
    line: int
    children: "list[Element | str]" = field(default_factory=list)

    def elements(self) -> "list[Element]":
        """Return the child elements, without text."""
        return [child for child in self.children if isinstance(child, Element)]

    def get(self, name: str, default: str = "") -> str:
        """Return the attribute's value, or `default` if it is not there."""
        return self.attributes.get(name, default)

    def whole(self, name: str, default: int) -> int:
        """Return the attribute as a number cut to a whole one, or `default` if absent.

        MarkupProblem if it is no finite number.
        """
        return int(self.number(name, default))

    def number(self, name: str, default: float) -> float:
        """Return the attribute as a number, or `default` if absent; MarkupProblem if no finite number."""
        text = self.attributes.get(name)
        if text is None:
            return default
        try:
            number = float(text)
        except ValueError:
            number = math.nan
        if not math.isfinite(number):
            message = _('{name} of <{tag}> is to be a number, not "{given}"')
            raise MarkupProblem(message.format(name=name, tag=self.tag, given=text), self.line)
        return number


def read_markup(text: str) -> Element:
    """Return the <page> element of a text; MarkupProblem if the text is no page markup."""
    reader = _Reader()
    try:
        reader.parser.Parse(text, True)
    except expat.ExpatError as error:
        raise MarkupProblem(expat.errors.messages[error.code], error.lineno) from None
    page = reader.root
    if page is None or page.tag != "page":
        raise MarkupProblem(_("a page begins with <page>"), 1)
    return page


class _Reader:
    def __init__(self) -> None:
        self.root: Element | None = None
        self._open: list[Element] = []
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.StartDoctypeDeclHandler = self._declared

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        line = self.parser.CurrentLineNumber
        if tag not in _ATTRIBUTES:
            raise MarkupProblem(_("there is no element <{tag}>").format(tag=tag), line)
        unknown = sorted(set(attributes) - _ATTRIBUTES[tag])
        if unknown:
            message = _("<{tag}> has no attribute {name}").format(tag=tag, name=unknown[0])
            raise MarkupProblem(message, line)
        element = Element(tag, attributes, line)
        if self._open:
            self._open[-1].children.append(element)
        else:
            self.root = element
        self._open.append(element)

    def _end(self, _tag: str) -> None:
        self._open.pop()

    def _text(self, text: str) -> None:
        self._open[-1].children.append(text)

    def _declared(self, *_declaration: object) -> None:
        message = _("a page declares no document type and no entities")
        raise MarkupProblem(message, self.parser.CurrentLineNumber)
