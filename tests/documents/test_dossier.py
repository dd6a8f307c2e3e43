"""The dossier holds everything the plan holds, whole."""

from decimal import Decimal

import pytest

from planner.documents.renderer import Renderer
from planner.documents.views.dossier import LONGEST_TEXT, dossier_view
from planner.documents.views.dossier_labels import LEFT_OUT, SECTIONS
from planner.exchange.plan_file import read_plan_file
from planner.model.fields import editable_fields
from planner.model.plan import Preparation
from planner.model.price import PriceLine
from tests.builders import a_plan
from tests.documents.plans import a_full_plan
from tests.documents.reading import squeezed, text_of
from tests.test_samples import COMPLETE, PLANS, leaves


@pytest.mark.parametrize("name", COMPLETE)
def test_every_text_of_a_complete_plan_is_in_it_whole(renderer: Renderer, name: str) -> None:
    preparation = read_plan_file(PLANS / f"{name}.json")
    editable = {field.path for field in editable_fields(Preparation)} - LEFT_OUT
    texts = {
        squeezed(text) for path, text in leaves(preparation) if isinstance(text, str) and path in editable
    } - {"triangular", "pert"}
    told = squeezed(" ".join(_texts(preparation)))
    assert [text for text in texts if text not in told] == []
    page = renderer.render("dossier", preparation)
    printed = squeezed(text_of(page.pdf))
    assert page.shortened == ()
    assert [text for text in texts if text.isascii() and text not in printed] == []


def test_every_field_a_person_may_fill_has_its_place() -> None:
    told = tuple(path for paths in SECTIONS.values() for path in paths)
    for field in editable_fields(Preparation):
        assert field.path.startswith(told), field.path


def test_nothing_is_told_twice() -> None:
    entries = [entry for section in dossier_view(a_full_plan()).sections for entry in section.entries]
    texts = [one.text for entry in entries for one in entry.told if len(one.text) > 30]
    assert len(texts) == len(set(texts))


def test_the_answers_to_pushback_stand_under_a_heading_of_their_own(renderer: Renderer) -> None:
    plan = a_full_plan()
    text = text_of(renderer.render("dossier", plan).pdf)
    for one in plan.plan.price.pushback:
        assert one.answer in text
    assert "IF THEY PUSH BACK ON THE PRICE" in text or not plan.plan.price.pushback


def test_a_very_long_text_runs_on_over_pages_uncut(renderer: Renderer) -> None:
    words = [f"w{number}" for number in range(6_000)]
    page = renderer.render("dossier", a_plan(**{"case.why_now": " ".join(words)}))
    assert page.pages > 3
    assert page.shortened == ()
    printed = text_of(page.pdf).split()
    assert [word for word in words if word not in set(printed)] == []


def test_a_text_without_a_space_is_parted_where_it_must() -> None:
    (section,) = dossier_view(a_plan(**{"case.why_now": "x" * (3 * LONGEST_TEXT)})).sections[:1]
    pieces = [entry.told[0].text for entry in section.entries if "x" in entry.told[0].text]
    assert "".join(pieces) == "x" * (3 * LONGEST_TEXT)


@pytest.mark.parametrize(
    ("amount", "told"),
    [
        ("3500.5", "3,500.50"),
        ("3500.00", "3,500"),
        ("0.125", "0.1250"),
        ("-0.5", "−0.50"),
        ("-1234567", "−1,234,567"),
    ],
)
def test_amounts_are_written_as_everywhere(amount: str, told: str) -> None:
    line = PriceLine(label="Set-up", likely=Decimal(amount), units=Decimal("2.50"))
    texts = _texts(a_plan(**{"price.ours": (line,), "price.rate": Decimal("0.075")}))
    assert told in texts
    assert "2.5" in texts
    assert "7.5%" in texts


def test_blank_fields_are_left_out(renderer: Renderer) -> None:
    page = renderer.render("dossier", a_plan(**{"call.title": "Line walk"}))
    text = text_of(page.pdf)
    assert page.pages == 1
    assert "None" not in text
    assert "CASE FOR CHANGE" not in text


def _texts(preparation: Preparation) -> list[str]:
    view = dossier_view(preparation)
    told = [one.text for section in view.sections for entry in section.entries for one in entry.told]
    return [view.client, view.title, *told]
