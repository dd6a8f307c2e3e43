"""Pictures of the Dream list, a touch, a sequence, a draft, an inquiry and the settings."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtWidgets import QDialog, QWidget

from planner.coaching.week.sequence import laid_out
from planner.desktop.dream_list.dream_list_page import DreamListPage
from planner.desktop.frame.window import MainWindow
from planner.desktop.touches.sequence_dialog import IN_TURN
from planner.exchange.sample import sample_preparation
from planner.exchange.sample_week import sample_week
from planner.model.client import Client
from planner.model.terms import Side
from planner.model.touch import Touch
from planner.store.library import Library

NAMES = {
    "Ravenna Ceramics": "Three kilns, one supplier, a new plant manager since May",
    "Hollis & Grey": "Twelve depots, and every stop is written up by hand",
    "Osterley Mills": "The furnace levy takes what they earn on the small orders",
    "Kestrel Packaging": "Film thickness is argued about every month, and nobody measures",
    "Łódź Żywność": "",
}
"""Further names on the list, and why."""
DIALOGS = ("reach-out", "sequence", "draft", "inquiry", "settings")
"""The dialogs, by their pictures' names."""

Take = Callable[[QWidget, Path], None]


def fill_reaching(folder: Path, today: dt.date) -> None:
    """Put the sample, the sample week and further Dream Clients into a library."""
    library = Library.open(folder)
    sample, week = sample_preparation(today), sample_week(today)
    library.add([sample, *week.preparations])
    on_list = sum(client.dream_rank is not None for client in week.clients)
    named = [
        Client(id=f"dream-{at}", name=name, dream_client=True, dream_rank=on_list + at, why_dream=why)
        for at, (name, why) in enumerate(NAMES.items(), 1)
    ]
    last = on_list + len(named) + 1
    asked = Touch(id="asked", from_=Side.THEM, done_on=today - dt.timedelta(days=2))
    named[1] = _replaced(named[1], {"touches": (asked,)})
    ours = sample.client
    laid = laid_out(ours, (sample.plan,), today, count=4, days_apart=5, channels=IN_TURN)
    dream = {"dream_client": True, "dream_rank": last, "touches": (*ours.touches, *laid)}
    library.save_clients((*week.clients_alone, *named, _replaced(ours, dream)))
    library.close()


def take_reaching(
    folder: Path, ending: str, library: Path, shown: Callable[[Path], MainWindow], take: Take
) -> None:
    """Take the list, then each dialog over it, for the client whose case is written."""
    empty = shown(library.with_name("nobody"))
    _go_there(empty)
    take(empty, folder / f"dream-list-empty-{ending}")
    empty.close()
    fill_reaching(library, dt.date.today())  # noqa: DTZ011 - any day will do
    window = shown(library)
    _go_there(window)
    page = window.reaching.page
    assert page is not None
    take(window, folder / f"dream-list-{ending}")
    page.list.choose(sample_preparation(dt.date.today()).client.id)  # noqa: DTZ011 - as above
    for name in DIALOGS:
        _open(name, window, page)
        dialog = next(dialog for dialog in window.findChildren(QDialog) if dialog.isVisible())
        take(dialog, folder / f"{name}-{ending}")
        dialog.close()
        dialog.deleteLater()
    window.close()


def _go_there(window: MainWindow) -> None:
    place = next(place for place in window.navigation.places if place.title == "Dream list")
    place.command.trigger()


def _open(name: str, window: MainWindow, page: DreamListPage) -> None:
    opens = {
        "reach-out": page.reach_out,
        "sequence": page.lay_out,
        "draft": page.draft,
        "inquiry": window.reaching.note_inquiry.trigger,
        "settings": window.preferences.command.trigger,
    }
    opens[name]()


def _replaced(client: Client, fields: dict[str, object]) -> Client:
    return replace(client, **fields)
