"""The day on one sheet: only what may lie open on a car seat is on it."""

import datetime as dt
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import get_args, get_type_hints

import msgspec
import pytest
from msgspec import inspect
from msgspec.structs import replace
from pypdf import PdfReader

from planner.documents.errors import TemplateProblem
from planner.documents.renderer import Paper, Renderer
from planner.documents.templates import own_templates
from planner.documents.views import day as day_views
from planner.documents.views.day import DayView, day_view
from planner.model.ask import Action
from planner.model.call import Attendee
from planner.model.client import Contact
from planner.model.field_texts import with_unread
from planner.model.fields import leaf_fields, with_field
from planner.model.placed_time import at_place
from planner.model.plan import Preparation
from planner.model.terms import Channel
from planner.wording.days import zone
from tests.builders import a_plan
from tests.documents.plans import a_full_plan, a_monstrous_plan
from tests.documents.reading import sizes_of, text_of
from tests.documents.test_client_pages import found_in
from tests.exchange.generated import with_value

DAY = dt.date(2026, 12, 1)
ALLOWED = {
    "client.name",
    "client.contacts[].name",
    "client.contacts[].title",
    "client.contacts[].phone",
    "plan.call.place",
    "plan.ask.primary.action",
}
TEXTS = [
    field.path
    for field in leaf_fields(Preparation)
    if isinstance(field.type, inspect.StrType) and not field.path.endswith((".currency", ".from", ".to"))
]


def a_planted_call() -> tuple[Preparation, dict[str, str]]:
    """A call with a word of its own in every text of plan and client, by path."""
    words = {path: f"Qz{at:03}x" for at, path in enumerate(TEXTS)}
    preparation = a_full_plan(**{"call.channel": Channel.VIDEO})
    for path, word in words.items():
        preparation = with_value(preparation, path, word)
    ours = words["client.contacts[].id"]
    attendees = tuple(replace(one, contact_id=ours) for one in preparation.plan.call.attendees)
    return with_field(preparation, "plan.call.attendees", attendees[:1]), words


def a_call(**fields: object) -> Preparation:
    return a_full_plan(**fields)


def said(renderer: Renderer, *calls: Preparation) -> str:
    return text_of(renderer.render_day(DAY, calls).pdf)


# Nothing private


@pytest.mark.parametrize("paper", Paper)
def test_only_what_is_named_in_reaches_the_sheet(renderer: Renderer, paper: Paper) -> None:
    preparation, words = a_planted_call()

    page = renderer.render_day(DAY, [preparation], paper)

    assert page.shortened == ()
    assert found_in(page.pdf, words) == ALLOWED


@pytest.mark.parametrize(
    "path", ["plan.call.title", "plan.fear.avoiding", "client.notes", "plan.ask.wording"]
)
def test_the_search_finds_what_a_new_field_would_let_through(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    preparation, words = a_planted_call()
    template = (own_templates() / "day.xml.j2").read_text()
    (tmp_path / "day.xml.j2").write_text(
        template.replace("{{ call.client }}", "{{ call.client }} {{ call.leak }}")
    )

    class Leaking(msgspec.Struct):
        time: str
        there: str
        client: str
        people: tuple[object, ...]
        ask: str
        place: str
        leak: str

    def leaking(call: Preparation) -> Leaking:
        whole = made(call)
        return Leaking(**{name: getattr(whole, name) for name in whole.__struct_fields__}, leak=words[path])

    made = day_views._day_call
    monkeypatch.setattr(day_views, "_day_call", leaking)

    pdf = Renderer([tmp_path]).render_day(DAY, [preparation]).pdf

    assert found_in(pdf, words) == ALLOWED | {path}


def test_the_file_says_no_more_of_itself(renderer: Renderer) -> None:
    reader = PdfReader(BytesIO(renderer.render_day(DAY, [a_call()]).pdf))
    information = reader.metadata

    assert information is not None
    assert information.title == "Tue 1\u00a0Dec\u00a02026"
    assert not information.subject
    assert not information.author
    assert not reader.outline
    assert reader.xmp_metadata is None


def test_what_its_template_is_given_is_made_of_texts() -> None:
    assert set(_leaf_types(DayView)) == {str}


def _leaf_types(kind: object) -> Iterator[object]:
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        for hint in get_type_hints(kind).values():
            yield from _leaf_types(hint)
    elif inner := [one for one in get_args(kind) if one is not Ellipsis]:
        for one in inner:
            yield from _leaf_types(one)
    else:
        yield kind


@pytest.mark.parametrize("wanted", ["it.plan", "it.calls[0].title", "it.calls[0].stance", "plan.call.title"])
def test_a_template_of_ones_own_reaches_nothing_else(tmp_path: Path, wanted: str) -> None:
    (tmp_path / "day.xml.j2").write_text(f"<page><para>{{{{ {wanted} }}}}</para></page>")

    with pytest.raises(TemplateProblem, match=r"undefined|no attribute"):
        Renderer([tmp_path]).render_day(DAY, [a_call()])


# What it says


def test_a_call_is_told_in_the_order_it_is_needed(renderer: Renderer) -> None:
    call = a_call(
        **{
            "client.name": "Tarn Valley Water",
            "client.contacts": (Contact(id="jo", name="Jo Abara", title="Operations", phone="01632 960001"),),
            "call.attendees": (Attendee(contact="Jo Abara", contact_id="jo", role="decides"),),
            "call.starts": dt.datetime(2026, 12, 1, 9, 30, tzinfo=dt.UTC),
            "call.minutes": 45,
            "call.channel": Channel.IN_PERSON,
            "call.place": "Mill Road 4, Tarn",
            "ask.primary": Action(actor="Jo Abara", action="opens one station", by=dt.date(2026, 12, 9)),
        }
    )
    text = said(renderer, call)

    parts = (
        "Tue 1 Dec 2026",
        "1 call",
        "09:30–10:15",
        "Tarn Valley Water",
        "Jo Abara · Operations",
        "01632 960001",
        "The one commitment",
        "opens one station by 9 Dec 2026",
        "in person · Mill Road 4, Tarn",
    )
    assert [part for part in parts if part not in text] == []
    assert [text.index(part) for part in parts] == sorted(text.index(part) for part in parts)


def test_an_empty_day_says_so(renderer: Renderer) -> None:
    page = renderer.render_day(DAY, [])

    assert page.pages == 1
    assert "No calls on this day." in text_of(page.pdf)


def test_a_blank_plan_has_its_line_and_nothing_that_is_not_there(renderer: Renderer) -> None:
    view = day_view(DAY, [a_plan()])

    assert [(call.time, call.client, call.people, call.ask, call.place) for call in view.calls] == [
        ("no time yet", "Tarn Valley Water", (), "", "")
    ]
    text = said(renderer, a_plan())
    assert "commitment" not in text


def test_a_clock_elsewhere_is_named() -> None:
    nine = dt.datetime(2026, 12, 1, 9, 30)  # noqa: DTZ001 -- there
    here = nine.astimezone()
    away = nine.replace(tzinfo=dt.timezone((here.utcoffset() or dt.timedelta()) + dt.timedelta(hours=2)))
    in_adelaide = at_place(nine, "Australia/Adelaide")

    there = [
        day_view(DAY, [a_call(**{"call.starts": at})]).calls[0].there for at in (here, away, in_adelaide)
    ]

    assert there == ["", zone(away), "Adelaide"]


def test_what_could_not_be_read_is_left_out(renderer: Renderer) -> None:
    call = with_unread(a_call(), "ask.primary.by", "sometime soonish")

    assert "soonish" not in said(renderer, call)


def test_who_bears_the_name_of_another_has_their_own_title_and_phone(renderer: Renderer) -> None:
    contacts = (
        Contact(id="a", name="Jan Novak", title="CFO", phone="111"),
        Contact(id="b", name="Jan Novak", title="IT", phone="222"),
    )
    call = a_call(
        **{"client.contacts": contacts, "call.attendees": (Attendee(contact="Jan Novak", contact_id="b"),)}
    )

    text = said(renderer, call)

    assert "Jan Novak · IT" in text
    assert ("222" in text, "111" in text, "CFO" in text) == (True, False, False)


# On paper


def test_it_can_be_read_from_the_drivers_seat(renderer: Renderer) -> None:
    for count in (1, 4, 12):
        sizes = sizes_of(renderer.render_day(DAY, [a_call()] * count).pdf)
        assert min(sizes) >= 10, count
        assert max(sizes) >= 16


def test_more_calls_than_fit_go_on_to_further_pages(renderer: Renderer) -> None:
    calls = [a_call(**{"client.name": f"Client number {number}"}) for number in range(1, 13)]

    page = renderer.render_day(DAY, calls)

    assert page.pages > 1
    assert page.shortened == ()
    pages = [one.extract_text() for one in PdfReader(BytesIO(page.pdf)).pages]
    assert all(f"{number} of {page.pages}" in text for number, text in enumerate(pages, 1))
    assert all("Tue 1 Dec 2026" in text for text in pages)
    assert [number for number in range(1, 13) if f"Client number {number}" not in " ".join(pages)] == []


def test_what_is_too_long_is_cut_visibly(renderer: Renderer) -> None:
    page = renderer.render_day(DAY, [a_monstrous_plan(), a_call(**{"client.name": "Tarn"})])

    assert page.shortened
    assert "shortened" in text_of(page.pdf)
    assert "Tarn" in text_of(page.pdf)
    assert "dossier" not in text_of(page.pdf)


@pytest.mark.parametrize("paper", Paper)
def test_the_same_day_is_the_same_bytes(renderer: Renderer, paper: Paper) -> None:
    calls = [a_call(), a_plan()]

    assert renderer.render_day(DAY, calls, paper).pdf == Renderer().render_day(DAY, calls, paper).pdf
