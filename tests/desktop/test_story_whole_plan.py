"""The whole way: a plan typed into the window, closed, found again, taken back, exported."""

import datetime as dt
import re
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QKeySequence

from planner.model.fields import editable_fields, is_blank, read_field
from planner.model.plan import Preparation, absolute_path
from tests.desktop.conftest import OpenWindow
from tests.desktop.whole_plan import shown_values, type_whole_plan

DAYS_ALONE = {"plan.call.day", "client.touches[].done_on"}


def test_a_whole_plan_is_typed_closed_found_again_taken_back_and_exported(
    open_window: OpenWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = open_window()
    walk = page.new_plan("Tarn Valley Water")
    walk.take_keys()
    typed = type_whole_plan(walk)
    asked = {field.path for field in editable_fields(Preparation)}
    assert _fields_in(typed) == asked - {"plan.call.day", "client.touches[].done_on"}, (
        "a day has a field of its own only without a time"
    )
    client = str(typed["client.name"])
    before = walk.preparation
    page.close()

    page = open_window()
    assert page.clients == [client]
    walk = page.open(client)
    walk.take_keys()
    assert shown_values(walk) == typed
    for path, value in typed.items():
        held = read_field(walk.preparation, absolute_path(path))
        assert (held.replace(tzinfo=None) if isinstance(held, dt.datetime) else held) == value, path
        assert not is_blank(held), path
    found = walk.preparation
    assert found.client == before.client

    texts = [path for path, value in typed.items() if isinstance(value, str) and "<" in value]
    paths = [path for path in texts if path.startswith(("case.", "conversation.")) and "[" not in path][:10]
    assert len(paths) == 10
    for path in (*paths, *reversed(paths)):
        walk.field(path).type("!")
    assert walk.preparation != found
    for _ in range(20):
        page.press(QKeySequence.StandardKey.Undo)
    assert walk.preparation == found
    assert shown_values(walk) == typed

    target = tmp_path / "call plan.pdf"
    walk.export(monkeypatch, target)
    reader = PdfReader(target)
    assert len(reader.pages) == 1
    assert client in reader.pages[0].extract_text()
    page.close()


def _fields_in(typed: dict[str, object]) -> set[str]:
    return {re.sub(r"\[\d+\]", "[]", absolute_path(path)) for path in typed}
