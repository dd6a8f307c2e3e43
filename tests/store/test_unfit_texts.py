"""Libraries from before there was a rule for what a text may hold open, and their plans can be handed on."""

import json
from pathlib import Path

import pytest

from planner.exchange.plan_file import plan_file, preparation_in
from planner.model.fields import with_field
from planner.store.library import FILE_NAME, Library
from planner.store.verify import verified
from tests.builders import a_plan
from tests.store.plans import on_disk

WAS = "Costs\x0brise\x0c\x00C:\\build \\u000b 👩\u200d🔬\ufffe\ufeff"
IS = "Costs\nrise\nC:\\build \\u000b 👩\u200d🔬\ufeff"
"""The line breaks of office programs are line breaks; what can be read is all there."""


def an_old_library(folder: Path, *, ascii_alone: bool) -> str:
    """Write a library as stock TinyDB does, every kind of text in it unfit; return the plan's id."""
    plan = a_plan(**{"call.title": "@", "call.links": ("@", "fine"), "client.name": "@"})
    tables = {
        "meta": {"1": {"schema": 2}},
        "clients": {"1": {"id": plan.client.id, "name": WAS}},
        "plans": {
            "1": {
                "id": plan.plan.id,
                "client_id": plan.client.id,
                "call": {"title": WAS, "links": [WAS, "fine"]},
                "case": {"why_now": WAS},
            }
        },
    }
    folder.mkdir()
    (folder / FILE_NAME).write_text(json.dumps(tables, ensure_ascii=ascii_alone), encoding="utf-8")
    return plan.plan.id


@pytest.mark.parametrize("ascii_alone", [True, False])
def test_a_text_stored_unfit_is_shown_and_handed_on(folder: Path, ascii_alone: bool) -> None:  # noqa: FBT001
    plan_id = an_old_library(folder, ascii_alone=ascii_alone)
    before = on_disk(folder)[FILE_NAME]
    library = Library.open(folder)

    preparation = library.preparation(plan_id)
    assert preparation.client.name == IS
    assert (preparation.plan.call.title, preparation.plan.call.links) == (IS, (IS, "fine"))
    assert library.summaries()[0].client == IS
    assert preparation_in(plan_file(preparation), "plan.json") == preparation
    assert with_field(preparation, "plan.call.links", ("fine", IS)).plan.call.links == ("fine", IS)
    assert on_disk(folder)[FILE_NAME] == before, "what is stored stays until somebody changes the plan"

    library.begin_editing(plan_id)
    library.save(with_field(preparation, "plan.case.why_us", "New"))
    library.close()
    again = Library.open(folder)
    assert again.preparation(plan_id).plan.case.why_now == IS
    assert again.history.preparation(plan_id, again.history.versions(plan_id)[0].replaced) == preparation
    again.close()
    assert verified(folder / FILE_NAME).damage == ()
