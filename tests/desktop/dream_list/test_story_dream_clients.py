"""By keyboard alone: ten Dream Clients, a sequence, a meeting agreed, the plan and its page."""

from pathlib import Path

from planner.coaching.week.dream_list import ranked
from planner.desktop.fields import ChoiceField
from planner.desktop.touches.reach_out import ReachOutDialog
from planner.desktop.widgets.child_widget import part
from planner.model.terms import CallKind, Side, TouchOutcome
from planner.store.library import Library
from tests.desktop.conftest import OpenWindow
from tests.desktop.counting import Hands, has_keys
from tests.desktop.page_objects import WindowPage
from tests.documents.reading import text_of

TEN = {
    "Brightmoor Foods": "Four lines, changeovers by hand",
    "Ravenna Ceramics": "Three kilns, one supplier",
    "Osterley Mills": "The furnace levy takes the small orders",
    "Kestrel Packaging": "Film thickness is argued about and never measured",
    "Tarn Valley Water": "Meters are read by hand",
    "Hollis & Grey": "Twelve depots, every stop on paper",
    "Harrowfell Dairies": "Milk that waits is poured away",
    "Brackmoor Quarries": "Four dumper tyres a month",
    "Osmere Parcels": "They grow faster than their workshop",
    "Linfold Cold Stores": "A warm load is a lost load",
}


def test_from_an_empty_library_to_a_page(open_window: OpenWindow, tmp_path: Path) -> None:
    page, hands = open_window(), Hands()

    hands.press("Ctrl+4")
    for name, why in TEN.items():
        hands.type(name)
        hands.tab()
        hands.type(why)
        hands.press("Return")
    reaching = page.window.reaching
    dream = reaching.page
    assert dream is not None
    page.wait_until(lambda: [row.name for row in dream.list.lines.rows] == list(TEN))
    assert [row.why for row in dream.list.lines.rows] == list(TEN.values())
    assert hands.actions < 60, hands.actions

    hands.tab(until=dream.list)
    hands.press("Home")
    hands.press("S")
    _wait_for_dialog(page)
    hands.press("Ctrl+S")
    page.wait_until(lambda: "5 touches are planned for Brightmoor Foods." in page.message)

    page.take_keys()
    hands.press("T")
    _wait_for_dialog(page)
    hands.press("Alt+D")
    hands.tab(until=_outcome(page))
    hands.press("M")
    hands.press("Ctrl+S")
    page.wait_until(lambda: page.window.open is not None)
    walk = page.walk
    assert walk.preparation.client.name == "Brightmoor Foods"
    assert walk.preparation.plan.call.kind is CallKind.PROSPECTING
    assert walk.preparation.plan.call.initiated_by is Side.US
    page.wait_until(lambda: walk.preview.pdf is not None)
    pdf = walk.preview.pdf
    assert pdf is not None
    assert "Brightmoor Foods" in text_of(pdf)

    page.close()
    library = Library.open(tmp_path / "library")
    on_list = ranked(library.client_summaries())
    assert [(client.name, client.dream_rank) for client in on_list] == [
        (name, place) for place, name in enumerate(TEN, 1)
    ]
    (agreed,) = library.client(on_list[0].id).touches
    assert agreed.outcome is TouchOutcome.MEETING_AGREED
    assert [plan.id for plan in library.summaries()] == [agreed.plan_id]
    library.close()


def _wait_for_dialog(page: WindowPage) -> None:
    page.wait_until(lambda: has_keys().window() is not page.window and has_keys().window().isVisible())


def _outcome(page: WindowPage) -> ChoiceField:

    dialog = page.window.findChild(ReachOutDialog)
    assert dialog is not None
    return part(dialog, ChoiceField, "outcome")
