"""No value changes but by an act on its own field, or by an edit that is listed here as derived from one."""

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from planner.coaching.another_client import OF_EARLIER_CALLS
from planner.desktop.editing.binder import Binder
from planner.desktop.fields import AmountField, ContactField, MomentField
from planner.desktop.fields.person import PersonField
from planner.desktop.frame.window import MainWindow
from planner.desktop.rehearsal.page import RehearsalPage
from planner.desktop.ten_minutes.shortcut_answer import ShortcutAnswerField
from planner.model.fields import paths_overlap
from planner.model.plan import Preparation
from planner.model.values import same_value
from tests.monkey.faults import MonkeyFailed

BESIDES = ("carried", "edited_on", "unread", "client.unread", "as_typed")
"""What any edit changes besides: marks of what was carried over, the days the plan was worked on, and the
texts as they were typed, which no figure and no page of the client's is made of."""

DERIVED: Mapping[str, tuple[str, ...]] = {
    # Renaming a contact renames it wherever the plan refers to it; an id is found by the name.
    "client.contacts": (
        "client.touches",
        "call.attendees",
        "conversation.concerns",
        "price.drivers",
        "ask.primary",
        "ask.fallback",
        "reflection.obtained",
    ),
    # Another company's name may mean another client, with all that is known of it.
    "client.name": ("client", "client_id"),
    # A new day to come is for a call that did not take place on the one before.
    "call.starts": ("call.happened",),
    # The kind of the call goes with the commitment asked for.
    "call.commitment": ("call.kind",),
    # The commitment obtained brings its action over from the plan.
    "reflection.obtained.which": ("reflection.obtained",),
}
"""By the start of the path edited: what else may change with it."""

BY_COMMAND: Mapping[str, tuple[str, ...]] = {"&Archive, or Bring Back": ("client.archived",)}
"""By the text of a menu's command that changes what lies open: what it changes."""

BY_BUTTON: Mapping[str, tuple[str, ...]] = {
    "SuggestedActions": ("ask.primary",),
    "AskSuggestions": ("call.commitment", "ask.primary"),
    "ReadyAgenda": ("conversation.agenda", "conversation.opening", "price.disclosure"),
    "EarlierQuestions": ("conversation.questions",),
    "FindingLine": ("answers",),
    "ChoiceLine": (  # who is meant: of the clients, of the contacts
        "client",
        "client_id",
        *OF_EARLIER_CALLS,
        "call.attendees",
        "ask",
        "conversation.concerns",
        "price.drivers",
        "reflection.obtained",
    ),
    "MessageBar": ("reflection", "client.promises"),  # it was only a rehearsal: forget it
    "FindingsBanner": ("answers",),
    "FindingHint": ("answers",),
    "OutcomeAdvice": ("reflection.outcome",),
    "ReachOutDialog": ("client.touches",),
    "SequenceDialog": ("client.touches",),
    "DraftDialog": ("client.touches",),
    "InquiryDialog": ("client.touches", "client.archived"),
    "SettingsDialog": ("paper",),
    "QMenu": tuple(path for paths in BY_COMMAND.values() for path in paths),
}
"""By the class around a button that fills something in: what it may fill."""

BY_NAME: Mapping[str, tuple[str, ...]] = {
    "startReflectionButton": ("reflection",),
    "allAsPlannedButton": ("reflection",),
    "chooseMomentButton": ("price.disclosure", "conversation.agenda"),
    "draftTalkTrackButton": ("price.talk_track",),
    "restoreTalkTrackButton": ("price.talk_track",),
    "draftPushbackButton": ("price.pushback",),
}
"""By the name of such a button in its form."""


class Values:
    """Watches the values of the open plan, and the paper, through one act after the other."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._before: Preparation | None = None
        self._paper = ""
        self._may: set[str] = set()
        self._retraced = False
        self._of: object = None

    def begin(self, *aimed_at: QWidget, command: str = "", only_looks: bool = False) -> None:
        """Note the values before an act, and what it is aimed at, or the text of the menu's command it is.

        An act that `only_looks` may change nothing.
        """
        plan = self._window.open
        self._of, self._before = plan, None if plan is None else plan.document.preparation
        self._paper = self._window.desk._services.settings.paper
        self._may = {"edited_on"} if only_looks else set(BESIDES)  # a save notes the day, whenever it comes
        self._retraced = False
        if plan is not None:
            plan.document.retraced.connect(self._note_retraced)
        if isinstance(self._window.area.page, RehearsalPage):
            self._may.add("reflection")  # its clock notes each minute, whatever is done meanwhile
        self._may.update(BY_COMMAND.get(command, ()))
        if not only_looks:
            for widget in (*aimed_at, QApplication.focusWidget()):  # what is left is settled
                self._may.update(self._paths_of(widget))

    def add(self, aimed_at: QWidget) -> None:
        """Note that the act is about this widget too, and about what has the focus beneath it."""
        for widget in (aimed_at, QApplication.focusWidget()):
            self._may.update(self._paths_of(widget))
        if isinstance(self._window.area.page, RehearsalPage):  # a menu's letter led there
            self._may.add("reflection")

    def end(self, act: str) -> None:
        """Raise MonkeyFailed if a value changed that the act was not about."""
        plan, before = self._window.open, self._before
        if self._window.desk._services.settings.paper != self._paper and "paper" not in self._may:
            raise MonkeyFailed(f"{act}: the paper is another one")
        if before is None or plan is None or plan is not self._of:
            return  # it was put away, or opened just now
        plan.document.retraced.disconnect(self._note_retraced)
        if self._retraced:
            return
        for path, was, now in differences(before, plan.document.preparation):
            if not any(paths_overlap(allowed, path) for allowed in self._allowed()):
                raise MonkeyFailed(
                    f"{act}: {path} changed from {was!r} to {now!r}; the act is about {sorted(self._may)}"
                )

    def _allowed(self) -> Iterator[str]:
        for path in self._may:
            yield path
            for start, others in DERIVED.items():
                if path.startswith(start):
                    yield from others

    def _note_retraced(self, _before: object, _paths: object) -> None:
        self._retraced = True

    def _paths_of(self, widget: QWidget | None) -> Iterator[str]:
        """Yield the form paths that an act on the widget may change: its field's, or its button's."""
        while widget is not None and isValid(widget):
            yield from BY_BUTTON.get(type(widget).__name__, ())
            yield from BY_NAME.get(widget.objectName(), ())
            if widget.objectName() == "paperChoice" or widget.accessibleName() == "Paper":
                yield "paper"
                return
            if isinstance(field := widget.property("field"), str) and field:
                yield from self._whole_paths(widget)
                if widget.window() is self._window:
                    return  # a dialog fills in what is said by its class
            widget = widget.parentWidget()

    def _whole_paths(self, widget: QWidget) -> Iterator[str]:
        """Yield the path an input is bound to; of one in a row, the row's place included."""
        if self._window.desk.document is None:
            return
        for binder in self._window.findChildren(Binder):
            for binding in binder._bindings:
                if binding.widget is widget:
                    yield binding.path
                    yield from map(binding._resolved, _typed_along(widget))


def _typed_along(widget: QWidget) -> tuple[str, ...]:
    """Return the names of other fields that can be typed in the same input."""
    if isinstance(widget, AmountField):  # 80 EUR
        return tuple(filter(None, (widget.currencyField, widget.homeCurrencyField)))
    if isinstance(widget, MomentField):  # a day without its time
        return widget.companions()
    if isinstance(widget, PersonField):  # Anna Berg, CFO
        return ("client.contacts", *widget.companions())
    if isinstance(widget, ContactField):  # which of two of one name
        return widget.companions()
    return ("they_ask_for",) if isinstance(widget, ShortcutAnswerField) else ()


def differences(before: Preparation, after: Preparation) -> Iterator[tuple[str, Any, Any]]:
    """Yield the form path of each value that differs, with both values.

    Of a list to which rows were added, or in which they were moved or removed, it is the list's.
    """
    yield from _differences(before.client, after.client, "client")
    for field in msgspec.structs.fields(before.plan):
        name = field.name
        yield from _differences(getattr(before.plan, name), getattr(after.plan, name), field.encode_name)


def _differences(was: Any, now: Any, path: str) -> Iterator[tuple[str, Any, Any]]:
    if was is now or same_value(was, now):
        return
    if isinstance(was, msgspec.Struct) and type(was) is type(now):
        for field in msgspec.structs.fields(was):
            if field.name == "id" or field.name.endswith("_id"):
                continue  # whose name stands beside it; given and found with the next edit, wherever that is
            inside = getattr(was, field.name), getattr(now, field.name)
            yield from _differences(*inside, f"{path}.{field.encode_name}")
    elif isinstance(was, tuple) and isinstance(now, tuple) and len(was) == len(now) and not _moved(was, now):
        for at, (row, other) in enumerate(zip(was, now, strict=True)):
            yield from _differences(row, other, f"{path}[{at}]")
    else:
        yield path, was, now


def _moved(was: tuple[Any, ...], now: tuple[Any, ...]) -> bool:
    """Whether the rows are the same ones in another order."""
    return all(any(not any(_differences(row, other, "")) for other in was) for row in now)
