"""The table of the settings: a row each, with what it is called, what it does, and its usual value."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from msgspec import inspect
from PySide6.QtWidgets import QWidget

from planner.coaching.check.thresholds import Thresholds
from planner.desktop.ports import A4
from planner.desktop.preferences.preferences import Preferences
from planner.desktop.preferences.setting_inputs import (
    CurrencyInput,
    FolderInput,
    NumberInput,
    PaperInput,
    PhrasesInput,
    SettingInput,
)
from planner.model.fields import read_field
from planner.translation import N_, _
from planner.wording.lists import sentences

PHRASES = "thresholds.vague_phrases"
_REACHING_OUT, _CHECK = N_("Reaching out"), N_("The check")
_PRICES_AND_PAGES, _FOLDERS = N_("Prices and pages"), N_("Folders")
_OF_REACHING_OUT = ("touches_a_week", "dream_list_size", "outreach_days", "inquiry_hours")
"""The thresholds that are about reaching out, in the order they are shown."""


@dataclass(frozen=True)
class SettingEntry:
    """A row of the table. `path` is that of a field of Preferences; `usual` its value for most people."""

    path: str
    group: str
    label: str
    explained: str
    usual: Any
    input: SettingInput


def setting_table(parent: QWidget) -> tuple[SettingEntry, ...]:
    """Return the settings in their order, each with a new input, a child of the parent."""
    numbers = {setting.path.partition(".")[2]: setting for setting in _numbers(parent)}
    reaching_out = [numbers.pop(name) for name in _OF_REACHING_OUT if name in numbers]
    return (*reaching_out, *numbers.values(), _phrases(parent), *_others(parent))


def value_of(preferences: Preferences, setting: SettingEntry) -> Any:
    """Return the value of a setting."""
    value: Any = preferences
    for name in setting.path.split("."):
        value = getattr(value, name)
    return value


def _numbers(parent: QWidget) -> Iterator[SettingEntry]:
    """Yield each number of the thresholds, as people read of it."""
    described = inspect.type_info(Thresholds)
    assert isinstance(described, inspect.StructType)
    for field in described.fields:
        if isinstance(field.type, inspect.Metadata) and isinstance(kind := field.type.type, inspect.IntType):
            words = {name: _(text) for name, text in (field.type.extra_json_schema or {}).items()}
            assert kind.ge is not None
            assert kind.le is not None
            bounds = words["bounds"].format(usual=field.default, low=kind.ge, high=kind.le)
            yield SettingEntry(
                f"thresholds.{field.name}",
                _REACHING_OUT if field.name in _OF_REACHING_OUT else _CHECK,
                words["description"],
                sentences((words["explains"], bounds)),
                field.default,
                NumberInput(kind.ge, kind.le, parent),
            )


def _phrases(parent: QWidget) -> SettingEntry:
    return SettingEntry(
        PHRASES,
        _CHECK,
        _("Your own vague phrases, one per line"),
        _(
            "What commits nobody, besides what the check knows. A star stands for any ending: "
            "“follow* up” is “follows up” too. Usually none."
        ),
        read_field(Thresholds(), "vague_phrases"),
        PhrasesInput(parent),
    )


def _others(parent: QWidget) -> Iterator[SettingEntry]:
    yield SettingEntry(
        "currency",
        _PRICES_AND_PAGES,
        _("Currency of new prices"),
        _("A new plan begins with it. Usually blank: as in your last plan, or as your system has it."),
        "",
        CurrencyInput(parent),
    )
    yield SettingEntry(
        "paper",
        _PRICES_AND_PAGES,
        _("Paper"),
        _("The paper that pages are made for. Usually A4."),
        A4,
        PaperInput(parent),
    )
    yield SettingEntry(
        "export_folder",
        _FOLDERS,
        _("Folder for exports"),
        _("Where the next export begins; it follows you from there. Usually your home folder."),
        Path.home(),
        FolderInput(parent, may_be_blank=False),
    )
    yield SettingEntry(
        "backups_folder",
        _FOLDERS,
        _("Folder for backups"),
        _("Backups from now on go there; earlier ones stay where they are. Usually beside your settings."),
        None,
        FolderInput(parent, may_be_blank=True),
    )
