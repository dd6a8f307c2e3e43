"""What must hold whenever everything is at rest: form, document, list, memory and disk say the same."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from msgspec.structs import replace

from planner.coaching.week.today_line import TodayLine
from planner.desktop.editing.binder import Binder
from planner.desktop.editing.document import PlanDocument
from planner.desktop.editing.inputs import KeepsUnread
from planner.desktop.fields import RowsField
from planner.desktop.frame.window import MainWindow
from planner.desktop.today.today_reading import TodayRequest, today_at
from planner.model.field_texts import unread_at
from planner.model.fields import is_blank
from planner.model.plan import Preparation
from planner.model.values import same_value
from planner.store.library import Library
from tests.monkey.faults import MonkeyFailed
from tests.monkey.turns import Turns


class Held(dict[str, object]):
    """What a library holds: plans with their clients, in the trash or not, and every client."""


def compare(window: MainWindow, library: Library) -> None:
    """Raise MonkeyFailed where the form, the document, the list, the library and its folder differ."""
    _document_is_stored(window, library)
    _forms_show_the_document(window)
    _list_shows_the_library(window, library)
    _today_shows_the_library(window, library)
    on_disk = Library.open(library.folder, read_only=True)
    require_same(held(library), held(on_disk), "in memory", "on disk")
    if library.notices or on_disk.notices:
        raise MonkeyFailed(f"the library tells of damage: {library.notices} {on_disk.notices}")


def undo_and_redo_all(window: MainWindow, turns: Turns) -> None:
    """Undo every step of the open plan and do as many again; MonkeyFailed where that leads elsewhere."""
    if window.open is None:
        return
    stack, before = window.open.document.undo_stack, window.open.document.preparation
    steps = stack.index()
    turns.act("undo all", partial(stack.setIndex, 0))
    _forms_show_the_document(window)
    turns.act("redo all", partial(stack.setIndex, steps))
    after = window.open.document.preparation
    if after.plan.id != before.plan.id:  # the last steps changed the client alone, and led to no plan
        before = replace(before, plan=after.plan)
    if after != before:
        raise MonkeyFailed(f"undone and redone:\n{after!r}\nbefore:\n{before!r}")
    _forms_show_the_document(window)


def held(library: Library) -> Held:
    """Return everything a library holds."""
    plans = [*(one.id for one in library.summaries()), *(one.id for one in library.trash())]
    found = Held({f"plan {one}": library.preparation(one) for one in plans})
    found |= {f"client {one.id}": one for one in library.clients()}
    found["order"] = [one.id for one in library.summaries()]
    found["trash"] = [one.id for one in library.trash()]
    return found


def require_same(one: Held, other: Held, of_one: str, of_other: str) -> None:
    """Raise MonkeyFailed and name what differs."""
    differing = sorted(key for key in one.keys() | other.keys() if one.get(key) != other.get(key))
    if differing:
        told = "\n".join(
            f"{key}: {of_one} {one.get(key)!r}\n  {of_other} {other.get(key)!r}" for key in differing[:3]
        )
        raise MonkeyFailed(f"{len(differing)} differ:\n{told}")


def _document_is_stored(window: MainWindow, library: Library) -> None:
    if window.open is None:
        return
    document = window.open.document
    if not window.open.saved:
        raise MonkeyFailed(f"at rest, and not saved: {document.save_state} {document.save_error}")
    stored: Preparation = library.preparation(document.preparation.plan.id)
    if stored != _as_stored(document.preparation, stored):
        raise MonkeyFailed(f"the window holds {document.preparation!r}\nthe library {stored!r}")


def _as_stored(opened: Preparation, stored: Preparation) -> Preparation:
    """Return an opened plan without what it got by being opened and no edit has stored yet.

    That are the ids of its contacts and touches, and what is told of the call before.
    """
    carried = replace(opened.plan.carried, last_time=stored.plan.carried.last_time)
    opened = replace(opened, plan=replace(opened.plan, carried=carried))
    rows = {
        name: _without_new_ids(getattr(opened.client, name), getattr(stored.client, name))
        for name in ("contacts", "touches")
    }
    return replace(opened, client=replace(opened.client, **rows))


def _without_new_ids(opened: tuple[Any, ...], stored: tuple[Any, ...]) -> tuple[Any, ...]:
    if len(opened) != len(stored):
        return opened
    pairs = zip(opened, stored, strict=True)
    return tuple(row if same.id else replace(row, id="") for row, same in pairs)


def _forms_show_the_document(window: MainWindow) -> None:
    if window.open is None:
        return
    for page in window.open.walk.loaded_pages:
        for binder in page.findChildren(Binder):
            for told in _differences(binder, window.open.document):
                raise MonkeyFailed(told)


def _differences(binder: Binder, document: PlanDocument) -> Iterator[str]:
    for binding in binder._bindings:
        if isinstance(binding.widget, KeepsUnread):
            for name, text in binding.widget.unread().items():
                kept = unread_at(document.preparation, binding._path_of(name))
                if text != kept:
                    yield f"{binding.path} shows the unread text {text!r}, and {kept!r} is kept"
        if getattr(binding.widget, "problem", ""):
            continue
        shown, is_so = getattr(binding.widget, binding._property), document.read(binding.path)
        if isinstance(binding.widget, RowsField):
            is_so = tuple(is_so[place] for place in binding.widget.places_in(is_so))
        if is_blank(shown) and is_blank(is_so):
            continue  # white space begins no row
        if not same_value(shown, is_so) and shown != is_so:
            yield f"{binding.path} is {is_so!r}, and {type(binding.widget).__name__} shows {shown!r}"


def _today_shows_the_library(window: MainWindow, library: Library) -> None:
    page = window.today.page
    if page.state is None or window.open is not None or page._reading.pending:
        return
    anew = today_at(
        TodayRequest(
            plans=library,
            sample=page._sample,
            thresholds=window.thresholds.now,
            now=page.state.now,
            whole=True,
        )
    )
    if [_told(line) for line in anew.lines] != [_told(line) for line in page.state.lines]:
        raise MonkeyFailed(f"Today shows {page.state.lines}, and {anew.lines} is what can't wait")


def _told(line: TodayLine) -> tuple[object, ...]:
    return line.kind, line.client_id, line.plan_id, line.touch_id, line.text, line.due


def _list_shows_the_library(window: MainWindow, library: Library) -> None:
    page = window.plans_page
    if window.open is not None or not page.isVisible() or page.search.text().strip():
        return
    model = page._model
    rows = [model.plan_at(model.index(at)) for at in range(model.rowCount())]
    shown = {one.id for one in rows if one is not None}
    stored = {one.id for one in library.summaries()}
    if shown != stored:
        raise MonkeyFailed(f"the list lacks {stored - shown} and shows {shown - stored}")
