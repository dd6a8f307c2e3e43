"""The call plan as a rep sees it."""

import datetime as dt
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from itertools import count
from pathlib import Path

import pytest
from msgspec.structs import replace
from pypdf import PdfReader

from planner.coaching.check.standings import footing_of
from planner.documents.errors import NoSuchDocument
from planner.documents.renderer import Paper, Renderer
from planner.model.client import Contact, Promise
from planner.model.fields import essential_fields, read_field, with_field
from planner.model.part import Part
from planner.model.plan import Preparation
from planner.model.terms import DisclosureDiscussion, Side, Stance
from tests.builders import a_plan
from tests.documents.plans import PRIVATE, a_full_plan, a_monstrous_plan
from tests.documents.reading import fonts_of, sizes_of, squeezed, text_of
from tests.test_samples import COMPLETE, a_plan_file

FOOTER_AND_LABELS_AT_LEAST = 6.6
BODY_AT_LEAST = 7.5


@pytest.mark.parametrize("paper", Paper)
def test_a_full_plan_stands_on_one_page_in_the_order_of_the_meeting(renderer: Renderer, paper: Paper) -> None:
    page = renderer.render("call-plan", a_full_plan(), paper)
    text = text_of(page.pdf)
    assert (page.pages, page.shortened, page.missing_glyphs) == (1, (), ())
    order = [
        "Brightmoor Foods",
        "Mara Lindqvist invites maintenance and finance",
        "Would it make sense to look at the line",
        "How changeovers run today",
        "Why now: retail contracts from March",
        "“Corvex is cheaper.”",
        "Plant manager",
        "€12,000 (18%) more over 12 months",
        "saying the price before they like us.",
        "After the call",
        "internal · Front Foot · plan 7f3a9c · 30 Nov 2026",
    ]
    places = [text.find(one) for one in order]
    assert -1 not in places
    assert places == sorted(places)


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("name", [*COMPLETE, "essential-only"])
def test_the_foot_says_where_the_rep_stands_and_the_page_stays_one(
    renderer: Renderer, name: str, paper: Paper
) -> None:
    plan = a_plan_file(name)
    footing = footing_of(plan, (plan.plan,), today=dt.date(2026, 11, 30))
    assert footing.startswith(("▲ front: ", "▼ back: ", "■ flat: "))
    page = renderer.render("call-plan", plan, paper, footing=footing)
    plain = renderer.render("call-plan", plan, paper)
    assert (page.pages, page.missing_glyphs) == (1, ())
    assert page.shortened == plain.shortened, "the foot takes no room from the page"
    assert squeezed(f"{footing} · not for the client") in squeezed(text_of(page.pdf))
    assert squeezed(footing) not in squeezed(text_of(plain.pdf))


def test_the_page_says_when_where_and_who_asked_for_it(renderer: Renderer) -> None:
    text = text_of(renderer.render("call-plan", a_full_plan()).pdf)
    assert "Tue 1 Dec 2026, 10:00–10:45" in text
    assert "in person · Plant 2, gate C" in text
    assert "WE ASKED FOR THIS MEETING" in text


def test_what_is_private_is_not_on_the_page(renderer: Renderer) -> None:
    plan = a_full_plan(
        **{
            "call.politics": PRIVATE,
            "price.walk_away": PRIVATE,
            "conversation.vulnerabilities": PRIVATE,
            "client.notes": PRIVATE,
            "client.contacts[0].handle_with_care": PRIVATE,
            "client.contacts[0].stance": Stance.SCEPTIC,
        }
    )
    text = text_of(renderer.render("call-plan", plan).pdf)
    assert PRIVATE not in text
    assert "sceptic" not in text
    assert "61,234" not in text


def test_an_almost_empty_plan_asks_its_questions_and_leaves_room(renderer: Renderer) -> None:
    page = renderer.render("call-plan", a_plan())
    text = text_of(page.pdf)
    assert page.pages == 1
    assert "Tarn Valley Water" in text
    assert "Who at the client does what, by when?" in text
    assert "None" not in text


def test_names_print_as_they_are_written(renderer: Renderer) -> None:
    names = "R&D <dept> & AT&T &amp; <b>Łódź</b> Владимир Ελλάς"
    text = text_of(renderer.render("call-plan", a_full_plan(**{"client.name": names})).pdf)
    assert names in text


def test_line_breaks_part_lines_in_long_texts_and_become_dots_in_short_ones(renderer: Renderer) -> None:
    plan = a_full_plan(**{"call.title": "Lines 2\nand 4", "case.why_us": "We stay.\r\n\r\nWe measure."})
    text = text_of(renderer.render("call-plan", plan).pdf)
    assert "Lines 2 · and 4" in text
    assert "We stay. We measure." in text


def test_a_monstrous_plan_stands_on_one_page_and_says_what_was_shortened(renderer: Renderer) -> None:
    for paper in Paper:
        page = renderer.render("call-plan", a_monstrous_plan(), paper)
        text = text_of(page.pdf)
        assert page.pages == 1
        assert any(one.endswith("more questions") for one in page.shortened)
        assert "case for change" in page.shortened
        assert "more people in the dossier" in text
        assert "Why now: WWW" in text
        assert "shortened, in full in the dossier" in text


def test_nothing_is_printed_too_small_to_read(renderer: Renderer) -> None:
    for plan in (a_full_plan(), a_monstrous_plan(), a_plan()):
        sizes = sizes_of(renderer.render("call-plan", plan).pdf)
        small = sum(count for size, count in sizes.items() if size < BODY_AT_LEAST)
        assert min(sizes) >= FOOTER_AND_LABELS_AT_LEAST
        assert small < 0.2 * sum(sizes.values())


def test_a_longer_text_is_set_smaller_before_anything_is_cut(renderer: Renderer) -> None:
    longer = a_full_plan(**{"case.why_change": "Each new SKU adds another stop to every shift. " * 12})
    page = renderer.render("call-plan", longer)
    assert page.shortened == ()
    assert max(sizes_of(page.pdf)) < max(sizes_of(renderer.render("call-plan", a_full_plan()).pdf))


def test_open_promises_are_shown_and_kept_ones_are_not(renderer: Renderer) -> None:
    promises = (
        Promise(text="Send the audit", by=Side.US, due=dt.date(2026, 11, 20)),
        Promise(text="Downtime log", by=Side.THEM, due=dt.date(2026, 12, 20)),
        Promise(text="Old news", by=Side.US, kept_on=dt.date(2026, 11, 2)),
    )
    text = text_of(renderer.render("call-plan", a_full_plan(**{"client.promises": promises})).pdf)
    assert "ours: Send the audit — overdue since 20 Nov 2026" in text
    assert "theirs: Downtime log — due 20 Dec 2026" in text
    assert "Old news" not in text


def test_contacts_who_are_not_invited_stand_apart(renderer: Renderer) -> None:
    plan = a_full_plan()
    plan = with_field(
        plan,
        "client.contacts",
        (*plan.client.contacts, Contact(name="Ana Ruiz", title="CFO", priorities="cash")),
    )
    assert "Also Ana Ruiz CFO: cash" in text_of(renderer.render("call-plan", plan).pdf)


def test_the_file_says_what_it_is_and_not_who_wrote_it(renderer: Renderer) -> None:
    reader = PdfReader(BytesIO(renderer.render("call-plan", a_full_plan()).pdf))
    about = reader.metadata
    assert about is not None
    assert about.title == "Call plan · Brightmoor Foods"
    assert about.subject == "Changeover losses on filling lines 2 and 4"
    assert not about.author
    assert str(reader.root_object["/Lang"]) == "en-GB"


def test_every_font_is_embedded_and_no_other_is_named(renderer: Renderer) -> None:
    fonts = fonts_of(renderer.render("call-plan", a_full_plan()).pdf)
    assert fonts
    assert all(fonts.values())
    assert all("FiraGO" in name for name in fonts)


def test_the_same_plan_gives_the_same_bytes_whatever_came_before(renderer: Renderer) -> None:
    plan = a_full_plan(**{"case.why_us": "العربية क्षत्रिय 株式会社 ✓"})
    first = renderer.render("call-plan", plan).pdf
    renderer.render("call-plan", a_monstrous_plan("हिन्दी العالم "))
    assert renderer.render("call-plan", plan).pdf == first
    assert Renderer().render("call-plan", plan).pdf == first


def test_another_process_gives_the_same_bytes() -> None:
    program = (
        "import hashlib; from planner.documents.renderer import Renderer;"
        "from tests.documents.plans import a_full_plan;"
        "print(hashlib.sha256(Renderer().render('call-plan', a_full_plan()).pdf).hexdigest())"
    )
    root = Path(__file__).parents[2]
    told = {
        subprocess.run(
            [sys.executable, "-c", program],
            cwd=root,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(root)},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(told) == 1


def test_several_threads_may_render_at_once(renderer: Renderer) -> None:
    plans = [a_full_plan(**{"call.title": f"Call {number}"}) for number in range(4)]
    alone = [renderer.render("call-plan", plan).pdf for plan in plans]
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(lambda plan: renderer.render("call-plan", plan).pdf, plans))
    assert together == alone


def test_an_unknown_document_is_refused(renderer: Renderer) -> None:
    with pytest.raises(NoSuchDocument, match="there are call-plan, agenda"):
        renderer.render("poem", a_plan())


def test_a_word_without_spaces_wraps(renderer: Renderer) -> None:
    text = text_of(renderer.render("call-plan", a_full_plan(**{"case.why_us": "x" * 300})).pdf)
    assert "x" * 300 in squeezed(text)


def test_every_essential_text_is_on_the_page(renderer: Renderer) -> None:
    numbers = count(1000)
    plan = a_full_plan()
    essential = [field.path for field in essential_fields(Preparation) if "[]" not in field.path]
    for path in essential:
        plan = with_field(plan, path, _with_words(read_field(plan, path), numbers))
    page = renderer.render("call-plan", plan)
    text = text_of(page.pdf)
    assert page.shortened == ()
    text = text.casefold()  # the alternative begins a line, with a capital
    assert [f"essential{one}" for one in range(1000, next(numbers)) if f"essential{one}" not in text] == []


def _with_words(value: object, numbers: Iterator[int]) -> object:
    """The value with a word of its own in every text, choices and figures as they are."""
    if type(value) is str:
        return f"essential{next(numbers)}"
    if isinstance(value, tuple):
        return tuple(_with_words(row, numbers) for row in value)
    if isinstance(value, Part):
        names = [name for name in value.__struct_fields__ if name not in _KEPT]
        return replace(value, **{name: _with_words(getattr(value, name), numbers) for name in names})
    return value


_KEPT = {"currency", "contact", "label", "basis", "formula"} | {
    "contact_id",
    "actor_id",
    "who_id",
    "confirmed_by_id",
}
"""What the page says in other words (an attendee by their contact), in a sum, or only without a source."""


def test_a_driver_without_a_source_says_how_it_is_worked_out(renderer: Renderer) -> None:
    page = renderer.render("call-plan", a_plan_file("essential-only"))
    assert squeezed("our estimate, 3.4k a month, seven in nine of them") in squeezed(text_of(page.pdf))


@pytest.mark.parametrize(
    ("discussion", "words"),
    [
        (DisclosureDiscussion.THIS_CALL, "Say it this call, minute 30"),
        (DisclosureDiscussion.LATER, "Say it later, minute 30"),
        (DisclosureDiscussion.EARLIER, "Said earlier, minute 30"),
    ],
)
def test_the_price_is_to_be_said_or_was(
    renderer: Renderer, discussion: DisclosureDiscussion, words: str
) -> None:
    plan = a_plan(**{"price.disclosure.discussion": discussion, "price.disclosure.when": "minute 30"})
    assert words in text_of(renderer.render("call-plan", plan).pdf)
