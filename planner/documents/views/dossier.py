"""What the dossier's template is given: everything a plan holds, whole, in the order of the meeting.

It follows the model's own fields, so a new one is in it without a word here.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from decimal import Decimal
from enum import Enum

import msgspec

from planner.documents.views.call_plan import action_words, moment_words, reference_of, start_text
from planner.documents.views.dossier_labels import LEFT_OUT, SECTIONS, label_in_row, label_of
from planner.documents.views.unread import unread_words
from planner.documents.views.verdict import price_view
from planner.documents.views.wording import each_time, facts_line, lines, with_sum
from planner.model.amount_digits import money_digits, shortest
from planner.model.ask import Action
from planner.model.case import Cost
from planner.model.fields import is_blank, read_field
from planner.model.part import Money, Part, holds_an_id
from planner.model.plan import Preparation
from planner.model.price import Exchange
from planner.model.reflection import Stand
from planner.translation import _
from planner.wording.days import day
from planner.wording.money import exact_money
from planner.wording.text import joined, labelled, one_line

LONGEST_TEXT = 1_200
"""Characters of a text that are set as one: a page may end between two of them, never within one."""


Sums = Mapping[str, str]
"""What amounts were typed as, by the path of the field: in a row with `[]` for its number."""

_WHOLE = (Action, Cost, Exchange, Money, Stand)
"""Parts that are said in one go."""

_TOLD_APART = frozenset(path for paths in SECTIONS.values() for path in paths)


class FieldText(msgspec.Struct, frozen=True):
    """The text of a field under its label; `lead` marks the field that a row of a list is named by."""

    label: str
    text: str
    lead: bool = False


class DossierEntry(msgspec.Struct, frozen=True):
    """A field of the section, or a row of a list: a heading, and the texts under it.

    `heading` is "" where the entry continues the one before: a further row, or more of a long text.
    """

    heading: str
    told: tuple[FieldText, ...]


class DossierSection(msgspec.Struct, frozen=True):
    """A part of the plan under its heading; never without entries. `about_price` marks the section Price."""

    heading: str
    entries: tuple[DossierEntry, ...]
    about_price: bool = False


class DossierView(msgspec.Struct, frozen=True):
    """A plan and its client in ready words, section by section; `verdict` is the headline on the price."""

    client: str
    title: str
    moment: str
    verdict: str
    sections: tuple[DossierSection, ...]
    unread: str
    reference: str


def dossier_view(preparation: Preparation) -> DossierView:
    """Return the plan and its client in ready words, no text cut; blanks, ids and LEFT_OUT are left out."""
    call = preparation.plan.call
    sections = (
        DossierSection(_(heading), tuple(_entries_at(preparation, paths)), "plan.price" in paths)
        for heading, paths in SECTIONS.items()
    )
    return DossierView(
        client=one_line(preparation.client.name),
        title=one_line(call.title),
        moment=start_text(call.starts, call.minutes, with_zone=True) if call.starts else moment_words(call),
        verdict=price_view(preparation.plan.price).verdict,
        sections=tuple(section for section in sections if section.entries),
        unread=unread_words(preparation),
        reference=reference_of(preparation.plan),
    )


def _entries_at(preparation: Preparation, paths: tuple[str, ...]) -> Iterator[DossierEntry]:
    sums = {f"plan.{typed.path}": typed.text for typed in preparation.plan.as_typed}
    for path in paths:
        yield from _entries(read_field(preparation, path), path, sums)


def _entries(value: object, path: str, sums: Sums) -> Iterator[DossierEntry]:
    """Yield the entries of a field: a part is taken apart, a list begins an entry with each row."""
    if path in LEFT_OUT or is_blank(value):
        return
    if isinstance(value, tuple):
        yield from _list(value, path, sums)
    elif isinstance(value, Part) and not isinstance(value, _WHOLE):
        for name, inner in _fields(value):
            if (below := f"{path}.{name}") not in _TOLD_APART:
                yield from _entries(inner, below, sums)
    else:
        for at, piece in enumerate(_pieces(_with_sum(value, path, sums))):
            yield DossierEntry("" if at else label_of(path), (FieldText("", piece),))


def _list(rows: tuple[object, ...], path: str, sums: Sums) -> Iterator[DossierEntry]:
    heading = label_of(path)
    for at, row in enumerate(rows):
        here = f"{path}[{at}]"
        of_row = {f"{path}[]{to[len(here) :]}": text for to, text in sums.items() if to.startswith(here)}
        for texts in _row_entries(row, path, of_row):
            yield DossierEntry(heading, texts)
            heading = ""


def _row_entries(row: object, path: str, sums: Sums) -> Iterator[tuple[FieldText, ...]]:
    """Yield what a row holds, in as many entries as its length asks for."""
    entry: list[FieldText] = []
    for field in _row_fields(row, f"{path}[]", sums):
        for at, piece in enumerate(_pieces(field.text)):
            if entry and sum(len(before.text) for before in entry) + len(piece) > LONGEST_TEXT:
                yield tuple(entry)
                entry = []
            entry.append(FieldText("" if at else field.label, piece, field.lead and not at))
    if entry:
        yield tuple(entry)


def _row_fields(row: object, path: str, sums: Sums) -> Iterator[FieldText]:
    """Yield what a row says; it is called by its first field, or by the first text if that is a number."""
    if not isinstance(row, Part):
        yield FieldText("", _value_text(row, path))
        return
    filled = {f"{path}.{name}": value for name, value in _fields(row) if _says_something(value, path)}
    filled = {inner: value for inner, value in filled.items() if inner not in LEFT_OUT}
    called = next((inner for inner, value in filled.items() if not isinstance(value, int | Decimal)), "")
    if called:
        yield FieldText("", _value_text(filled.pop(called), called), lead=True)
    for inner, value in filled.items():
        yield FieldText(label_in_row(inner), _with_sum(value, inner, sums))


def _says_something(value: object, path: str) -> bool:
    """Whether a field of a row is worth a word: one that is off only says something of what happened."""
    return not is_blank(value) and (value is not False or path.startswith("plan.reflection."))


def _fields(part: Part) -> Iterator[tuple[str, object]]:
    """Yield the fields of a part that a person may be shown, by name: ids are for the program alone."""
    for name, attribute in zip(part.__struct_encode_fields__, part.__struct_fields__, strict=True):
        if not holds_an_id(name):
            yield name, getattr(part, attribute)


def _with_sum(value: object, path: str, sums: Sums) -> str:
    """Return a value in words, an amount after the sum it was typed as."""
    return with_sum(sums.get(path, "") or sums.get(f"{path}.amount", ""), _value_text(value, path))


def _value_text(value: object, path: str) -> str:
    """Return a single value, or a part that is said in one go, in words."""
    if isinstance(value, Part):
        return _part_text(value, path)
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, Enum):
        return _(str(value))
    if isinstance(value, dt.date):
        return start_text(value, None, with_zone=True) if isinstance(value, dt.datetime) else day(value)
    if isinstance(value, Decimal):
        return _number_text(value, path)
    return lines(str(value))


def _part_text(part: Part, path: str) -> str:
    if isinstance(part, Money | Cost):
        return _money(part)
    if isinstance(part, Action):
        return action_words(part)
    if isinstance(part, Exchange):
        rate = "?" if part.rate is None else shortest(part.rate)
        return facts_line((f"1 {part.from_} = {rate} {part.to}", day(part.date)))
    if isinstance(part, Stand):
        return joined((_(part.footing) if part.footing else "", lines(part.line)), " — ")
    return joined(
        labelled(label_of(f"{path}.{name}"), _value_text(value, name)) for name, value in _fields(part)
    )


def _money(value: Money | Cost) -> str:
    if value.amount is None:
        return value.currency
    money = exact_money(value.amount, value.currency)
    return each_time(money, value.per) if isinstance(value, Cost) else money


def _number_text(value: Decimal, path: str) -> str:
    if path == "plan.price.rate":
        return f"{_grouped(value, shortest(100 * abs(value)))}%"
    is_count = path.endswith(".units")
    return _grouped(value, shortest(abs(value)) if is_count else money_digits(abs(value)))


def _grouped(value: Decimal, digits: str) -> str:
    whole, mark, fraction = digits.partition(".")
    return f"{'−' if value < 0 else ''}{int(whole):,}{mark}{fraction}"


def _pieces(text: str) -> list[str]:
    """Return the text parted between words into pieces that are short enough to be set as one."""
    pieces = []
    while len(text) > LONGEST_TEXT:
        at = max(text.rfind(mark, 1, LONGEST_TEXT) for mark in (" ", "\u2028"))
        at = at if at > 0 else LONGEST_TEXT
        pieces.append(text[:at].strip())
        text = text[at:].strip()
    return [*pieces, text] if text else pieces
