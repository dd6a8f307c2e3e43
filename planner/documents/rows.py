"""Lists whose last entries may be left out, and sections, which say how many were."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property

from planner.documents.blocks import HorizontalRule
from planner.documents.boxes import Box, PaintContext, Stack, total
from planner.documents.overflow_policy import UNCUT, Levels, most_at
from planner.documents.page_style import STYLES, PageStyle
from planner.documents.paragraph import Paragraph
from planner.documents.shaping import Shaper
from planner.documents.words import Span
from planner.translation import _, ngettext
from planner.wording.lists import comma_list

_MORE: Mapping[str, Callable[[int], str]] = {
    "agenda items": lambda n: ngettext("{count} more agenda item", "{count} more agenda items", n),
    "answers": lambda n: ngettext("{count} more answer", "{count} more answers", n),
    "concerns": lambda n: ngettext("{count} more concern", "{count} more concerns", n),
    "follow-ups": lambda n: ngettext("{count} more follow-up", "{count} more follow-ups", n),
    "forces": lambda n: ngettext("{count} more force", "{count} more forces", n),
    "intentions": lambda n: ngettext("{count} more intention", "{count} more intentions", n),
    "lines of the price": lambda n: ngettext(
        "{count} more line of the price", "{count} more lines of the price", n
    ),
    "notes": lambda n: ngettext("{count} more note", "{count} more notes", n),
    "people": lambda n: ngettext("{count} more person", "{count} more people", n),
    "points": lambda n: ngettext("{count} more point", "{count} more points", n),
    "problems": lambda n: ngettext("{count} more problem", "{count} more problems", n),
    "promises": lambda n: ngettext("{count} more promise", "{count} more promises", n),
    "proofs": lambda n: ngettext("{count} more proof", "{count} more proofs", n),
    "questions": lambda n: ngettext("{count} more question", "{count} more questions", n),
    "remarks": lambda n: ngettext("{count} more remark", "{count} more remarks", n),
    "signals": lambda n: ngettext("{count} more signal", "{count} more signals", n),
    "value drivers": lambda n: ngettext("{count} more value driver", "{count} more value drivers", n),
}
"""What says how many more there are, by the noun of a list in our templates."""


class Rows(Stack):
    """Entries below each other, of which only the first are shown from certain steps on (`levels`).

    `noun` is the English plural of the entries; without one all are always shown.
    """

    def __init__(self, entries: Sequence[Box], *, noun: str, levels: Levels, above: float = 2) -> None:
        super().__init__(entries, above=above)
        self._noun = noun
        self._levels = tuple((step, most) for step, most in levels if most < len(self.parts)) if noun else ()
        self.steps = tuple(step for step, _ in self._levels)

    def shown(self, look: PageStyle) -> Sequence[Box]:
        """Return the first entries, as many as the levels show."""
        return self.parts[: most_at(self._levels, look.step(self.own))]

    def left_out(self, look: PageStyle) -> Counter[str]:
        """Return how many entries are left out, of this list and of lists within it, by noun."""
        hidden = self.parts[len(self.shown(look)) :]
        own = Counter({self._noun: len(hidden)}) if hidden else Counter()
        return total([super().left_out(look), own, *[entry.entries for entry in hidden]])

    @cached_property
    def entries(self) -> Counter[str]:
        """How many entries there are in this list and in lists within it, by noun.

        Those of a list without a noun are not counted.
        """
        own = Counter({self._noun: len(self.parts)} if self._noun else ())
        return total([own, *[entry.entries for entry in self.parts]])


class Section(Stack):
    """A heading with the boxes under it, and a remark on how many entries are left out of its lists.

    The remark stands beside the heading, or at the end. `whole` names where those entries can be read; "" for
    nowhere.
    """

    def __init__(
        self,
        heading: Paragraph | None,
        boxes: Sequence[Box],
        shaper: Shaper,
        *,
        whole: str = "",
        column: str = "",
        above: float = 11,
    ) -> None:
        super().__init__([heading, HorizontalRule(above=2.5), *boxes] if heading else boxes, above=above)
        self._heading = heading
        self._whole = whole
        self.column = column
        self._shaper = shaper
        self._remarks: dict[str, Paragraph] = {}

    def _measure(self, width: float, look: PageStyle) -> float:
        height = super()._measure(width, look)
        remark = self._left_out(look)
        if remark and not self._beside_heading(remark, width, look):
            height += look.space(remark.above) + remark.height(width, look)
        return height

    def _draw(self, on: PaintContext, x: float, y: float, width: float) -> None:
        super()._draw(on, x, y, width)
        on.notes.cut.update(dict.fromkeys(_more(self.left_out(on.look))))
        remark = self._left_out(on.look)
        if remark and self._beside_heading(remark, width, on.look):
            remark.draw(on, x, y - remark.first_baseline(on.look) + self._baseline(on.look), width)
        elif remark:
            remark.draw(on, x, y + self.height(width, on.look) - remark.height(width, on.look), width)

    def _baseline(self, look: PageStyle) -> float:
        return 0.0 if self._heading is None else self._heading.first_baseline(look)

    def _beside_heading(self, remark: Paragraph, width: float, look: PageStyle) -> bool:
        """Whether there is room for the remark on the heading's own line."""
        if self._heading is None:
            return False
        return self._heading.natural_width(look) + remark.natural_width(look) + look.space(9) <= width

    def _left_out(self, look: PageStyle) -> Paragraph | None:
        more = _more(self.left_out(look))
        if not more:
            return None
        words = comma_list(more)
        return self._remark(
            _("{more} in {place}").format(more=words, place=self._whole) if self._whole else words
        )

    def _remark(self, words: str) -> Paragraph:
        if words not in self._remarks:
            align = "right" if self._heading else "left"
            self._remarks[words] = Paragraph(
                [Span(words)], STYLES["more"], self._shaper, cutting=UNCUT, align=align
            )
        return self._remarks[words]


def _more(left_out: Counter[str]) -> list[str]:
    """Return `3 more questions` for each kind of entry that is left out."""
    return [_more_of(noun, count) for noun, count in left_out.items()]


def _more_of(noun: str, count: int) -> str:
    """Return `3 more questions`; a noun of a template of one's own is taken for an English plural."""
    if noun in _MORE:
        return _MORE[noun](count).format(count=count)
    return _("{count} more {noun}").format(count=count, noun=noun.removesuffix("s") if count == 1 else noun)
