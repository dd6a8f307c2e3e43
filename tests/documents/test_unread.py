"""What could not be read is marked on pages of ours, and on none for the client."""

import datetime as dt

import pytest

from planner.documents.renderer import VIEWS, Renderer
from planner.model.field_texts import with_unread
from planner.model.plan import Preparation
from planner.wording.document_kinds import DOCUMENTS, FOR_THE_CLIENT
from tests.builders import a_plan
from tests.documents.plans import a_full_plan
from tests.documents.reading import squeezed, text_of

OURS = sorted(set(VIEWS) - FOR_THE_CLIENT)


@pytest.fixture
def unread() -> Preparation:
    preparation = a_full_plan()
    preparation = with_unread(preparation, "price.drivers[1].likely", "38k <perhaps>")
    preparation = with_unread(preparation, "call.day", "8 Dec 0226")
    return with_unread(preparation, "client.contacts[0].influence", "a lot")


@pytest.mark.parametrize("document", OURS)
def test_each_page_of_ours_says_what_could_not_be_read(
    renderer: Renderer, unread: Preparation, document: str
) -> None:
    text = squeezed(text_of(renderer.render(document, unread).pdf))
    assert squeezed("Not read: ") in text
    for told in (
        "Price › drivers 2 › likely: “38k <perhaps>”",
        "“8 Dec 0226”",
        "contacts 1 › influence: “a lot”",
    ):
        assert squeezed(told) in text
    assert squeezed("Not read") not in squeezed(text_of(renderer.render(document, a_full_plan()).pdf))


@pytest.mark.parametrize("document", sorted(FOR_THE_CLIENT))
def test_no_page_for_the_client_says_so_or_tells_the_day_that_is_to_be_replaced(
    renderer: Renderer, unread: Preparation, document: str
) -> None:
    text = text_of(renderer.render(document, unread).pdf)
    for typed in ("perhaps", "0226", "a lot", "Not read"):
        assert typed not in text
    starts = unread.plan.call.starts
    assert starts is not None
    assert f"{starts.day} Dec 2026" in text_of(renderer.render("agenda", a_full_plan()).pdf).replace(
        "\xa0", " "
    )
    assert f"{starts.day} Dec 2026" not in text.replace("\xa0", " ")


@pytest.mark.parametrize("kind", DOCUMENTS, ids=lambda kind: kind.name)
def test_many_long_texts_spoil_no_page(renderer: Renderer, kind: object) -> None:
    preparation = a_full_plan()
    for row in range(3):
        preparation = with_unread(preparation, f"price.drivers[{row}].likely", "38k or rather less " * 40)
    name = kind.name  # type: ignore[attr-defined]
    assert renderer.render(name, preparation).pages >= 1
    if name == "call-plan":
        assert renderer.render(name, preparation).pages == 1


def test_a_day_without_a_time_is_on_the_page(renderer: Renderer) -> None:
    preparation = a_plan(**{"call.day": dt.date(2026, 11, 25), "call.minutes": 45})
    for document in ("call-plan", "agenda", "dossier", "reflection"):
        text = text_of(renderer.render(document, preparation).pdf).replace("\xa0", " ")
        assert "Wed 25 Nov 2026, 45 min" in text, document
