"""Of all that a plan and its client hold, only what is named in reaches what a client is given."""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from fractions import Fraction
from io import BytesIO
from pathlib import Path
from typing import get_args, get_type_hints

import msgspec
import pytest
from msgspec import inspect
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, StreamObject

from planner.charts.break_even import BreakEven
from planner.charts.chart import Chart
from planner.cli.export import file_names
from planner.desktop.page.export import suggested_name
from planner.documents.errors import TemplateProblem
from planner.documents.renderer import VIEWS, Paper, Renderer
from planner.documents.views.client_pages import ClientAgenda, ClientPrice
from planner.model.fields import leaf_fields, with_field
from planner.model.plan import Preparation
from planner.model.plan_summary import PlanSummary
from planner.model.price import Driver, PriceLine
from planner.model.terms import AlternativeKind, Cadence, Channel
from planner.wording.document_kinds import FOR_THE_CLIENT
from tests.documents.plans import a_full_plan, a_monstrous_plan
from tests.documents.reading import squeezed, text_of
from tests.exchange.generated import with_value

ALLOWED = {
    "agenda": {
        "client.name",
        "plan.call.place",
        "plan.call.attendees[].contact",
        "plan.call.our_people[].name",
        "plan.conversation.agenda[].topic",
    },
    "price": {
        "client.name",
        "plan.price.ours[].label",
        "plan.price.alternative.name",
        "plan.price.drivers[].name",
    },
}
UNKNOWN_ALTERNATIVE = ALLOWED["price"] - {"plan.price.alternative.name"}
TEXTS = [
    field.path
    for field in leaf_fields(Preparation)
    if isinstance(field.type, inspect.StrType) and not field.path.endswith((".currency", ".from", ".to"))
]
"""Every text there is; a currency is a code, and any other word there would leave nothing to reckon."""

PRIVATE_AMOUNTS = {
    "plan.price.floor": Decimal(613579),
    "plan.call.deal_value.amount": Decimal(713579),
    "plan.case.problems[].cost.amount": Decimal(813579),
    "plan.price.drivers[].low": Decimal(18123),
    "plan.price.drivers[].high": Decimal(27123),
}
GUESS = Decimal(66123)


def a_planted_plan(*, known: bool | None = True) -> tuple[Preparation, dict[str, str]]:
    """A plan with a word of its own in every text, by path, which fits its pages without being cut."""
    words = {path: f"Qz{at:03}x" for at, path in enumerate(TEXTS)}
    preparation = a_full_plan(
        **{
            "price.ours": (PriceLine(likely=Decimal(79000), cadence=Cadence.YEAR),),
            "price.drivers": (Driver(likely=Decimal(19000), cadence=Cadence.YEAR),),
            "price.alternative.prices": (PriceLine(likely=GUESS, cadence=Cadence.YEAR),),
            "price.alternative.kind": AlternativeKind.COMPETITOR,
            "price.alternative.known": known,
            "call.channel": Channel.VIDEO,
        }
    )
    for path, word in words.items():
        preparation = with_value(preparation, path, word)
    for path, amount in PRIVATE_AMOUNTS.items():
        preparation = with_value(preparation, path, amount)
    return preparation, words


def found_in(pdf: bytes, words: dict[str, str]) -> set[str]:
    """The paths whose words a reader, or somebody who takes the file apart, can find in it."""
    reader = PdfReader(BytesIO(pdf))
    read = squeezed(text_of(pdf))
    taken_apart = b"\n".join([pdf, *_strings_of(reader), *_streams_of(reader)])
    return {path for path, word in words.items() if word in read or any(_ways_to_write(word, taken_apart))}


def _ways_to_write(word: str, content: bytes) -> Iterator[bool]:
    """Whether the content holds the word as letters, as UTF-16, or as the hexadecimal digits of either."""
    for written in (word.encode(), word.encode("utf-16-be")):
        yield written in content
        yield written.hex().encode() in content
        yield written.hex().upper().encode() in content


def _objects_of(reader: PdfReader) -> list[object]:
    size = reader.trailer["/Size"]
    assert isinstance(size, int)
    return [reader.get_object(number) for number in range(1, size)]


def _streams_of(reader: PdfReader) -> Iterator[bytes]:
    for one in _objects_of(reader):
        if isinstance(one, StreamObject):
            yield one.get_data()


def _strings_of(reader: PdfReader) -> Iterator[bytes]:
    """Every text in the file's own structure: its metadata, outline, names."""
    waiting = _objects_of(reader)
    while waiting:
        one = waiting.pop()
        if isinstance(one, DictionaryObject):
            waiting.extend(one.values())
        elif isinstance(one, ArrayObject):
            waiting.extend(one)
        elif isinstance(one, str):
            yield one.encode("utf-8", "replace")


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("name", sorted(FOR_THE_CLIENT))
def test_only_what_is_named_in_reaches_the_client(renderer: Renderer, name: str, paper: Paper) -> None:
    preparation, words = a_planted_plan()
    rendered = renderer.render(name, preparation, paper)

    assert rendered.shortened == ()
    assert found_in(rendered.pdf, words) == ALLOWED[name]


@pytest.mark.parametrize("known", [False, None])
def test_a_guess_at_the_alternative_is_not_told(renderer: Renderer, known: bool | None) -> None:  # noqa: FBT001
    preparation, words = a_planted_plan(known=known)
    pdf = renderer.render("price", preparation).pdf

    assert found_in(pdf, words) == UNKNOWN_ALTERNATIVE
    assert "66,123" not in text_of(pdf)
    assert "%" not in text_of(pdf), "the break-even share would give the guess away"


@pytest.mark.parametrize("name", sorted(FOR_THE_CLIENT))
def test_amounts_of_ours_do_not_reach_the_client(renderer: Renderer, name: str) -> None:
    text = text_of(renderer.render(name, a_planted_plan()[0]).pdf).replace(",", "")
    digits = [f"{amount:f}"[:3] for amount in PRIVATE_AMOUNTS.values()]

    assert [one for one in digits if one in text] == []


@pytest.mark.parametrize("name", sorted(FOR_THE_CLIENT))
def test_the_file_is_called_our_conversation_and_says_no_more_of_itself(
    renderer: Renderer, name: str
) -> None:
    reader = PdfReader(BytesIO(renderer.render(name, a_full_plan()).pdf))
    information = reader.metadata

    assert information is not None
    assert information.title == "Our conversation"
    assert not information.subject
    assert not information.author
    assert not reader.outline
    assert reader.xmp_metadata is None


@pytest.mark.parametrize("name", sorted(FOR_THE_CLIENT))
def test_what_had_to_be_cut_sends_nobody_to_the_dossier(renderer: Renderer, name: str) -> None:
    rendered = renderer.render(name, a_monstrous_plan())
    text = text_of(rendered.pdf)

    assert rendered.shortened
    assert "shortened" in text
    assert re.search(r"\d more (agenda items|points)", text)
    assert "dossier" not in text.lower()


@pytest.mark.parametrize("name", sorted(FOR_THE_CLIENT))
def test_the_names_of_its_files_say_client_and_day(name: str) -> None:
    preparation, words = a_planted_plan()
    preparation = with_field(preparation, "client.name", "Brightmoor Foods")
    plan = preparation.plan
    summary = PlanSummary(
        id=plan.id,
        client_id=plan.client_id,
        client=preparation.client.name,
        title=plan.call.title,
        starts=plan.call.starts,
    )
    suggested = suggested_name(preparation, name)

    assert suggested == f"Brightmoor Foods – {name} – 2026-12-01.pdf"
    assert file_names((summary,), name) == {
        plan.id: f"Brightmoor Foods – {name} – 2026-12-01 ({plan.id}).pdf"
    }
    assert [path for path, word in words.items() if word in suggested] == []


@pytest.mark.parametrize("wanted", ["it.plan", "it.purpose", "it.title", "it.remarks", "plan.call.title"])
@pytest.mark.parametrize("name", sorted(FOR_THE_CLIENT))
def test_a_template_of_ones_own_reaches_nothing_else(tmp_path: Path, name: str, wanted: str) -> None:
    (tmp_path / f"{name}.xml.j2").write_text(f"<page><para>{{{{ {wanted} }}}}</para></page>")

    with pytest.raises(TemplateProblem, match=r"undefined|no attribute"):
        Renderer([tmp_path]).render(name, a_full_plan())


@pytest.mark.parametrize("kind", [ClientAgenda, ClientPrice])
def test_what_templates_are_given_is_made_of_texts(kind: type[msgspec.Struct]) -> None:
    assert set(_leaf_types(kind)) <= {str, Chart}


def _leaf_types(kind: object) -> Iterator[object]:
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        for hint in get_type_hints(kind).values():
            yield from _leaf_types(hint)
    elif inner := [one for one in get_args(kind) if one is not Ellipsis]:
        for one in inner:
            yield from _leaf_types(one)
    else:
        yield kind


class Leaking(msgspec.Struct, frozen=True):
    """A view that lets something slip."""

    secret: str
    charts: dict[str, Chart]


LEAKS = {
    "text": "<page><para>{{ it.secret }}</para></page>",
    "parted text": '<page><para lines="1:9">{{ it.secret[:3] }}<b>{{ it.secret[3:] }}</b></para></page>',
    "title": '<page title="{{ it.secret }}"><para>x</para></page>',
    "subject": '<page subject="about {{ it.secret }}"><para>x</para></page>',
    "foot": "<page><para>x</para><footer><left>{{ it.secret }}</left></footer></page>",
    "chart": '<page><chart name="even"/></page>',
}


@pytest.mark.parametrize("leak", LEAKS)
@pytest.mark.parametrize("secret", ["Qz007x", "Qz007x – für Łódź"])
def test_the_search_finds_a_word_that_slips_through(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, leak: str, secret: str
) -> None:
    chart = BreakEven(title=secret, share=Fraction(1, 2), shown="50%")
    view: Callable[[Preparation], object] = lambda _preparation: Leaking(secret, {"even": chart})  # noqa: E731
    (tmp_path / "agenda.xml.j2").write_text(LEAKS[leak])
    leaking = Renderer([tmp_path])
    monkeypatch.setitem(VIEWS, "agenda", view)

    pdf = leaking.render("agenda", a_full_plan()).pdf

    assert found_in(pdf, {"client.notes": "Qz007x", "client.name": "Qz008x"}) == {"client.notes"}
