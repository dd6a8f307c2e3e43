"""What the .ui files bind and ask, read without Qt."""

from collections import Counter
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from planner.coaching.progress import missing_essentials
from planner.desktop.editing.form_fields import (
    CLIENT,
    LISTS,
    STEPS,
    TEN_MINUTES,
    WalkStep,
    fields_in,
    inputs_in,
    place_of,
    progress_paths,
    question_of,
    standing_defaults,
    step_index,
)
from planner.model.fields import editable_fields, essential_fields
from planner.model.plan import Preparation, absolute_path
from planner.platform.resources import resource_folder

TEXTS = {
    "LineField",
    "LongField",
    "AmountField",
    "WholeNumberField",
    "ContactField",
    "DateField",
    "MomentField",
}
BESIDE_THE_PLANS = frozenset({"dream_list", "reach_out", "inquiry", "sequence", "draft"})
"""Forms of no step: pages and dialogs about clients."""
UI_FILES = sorted(resource_folder("forms").rglob("*.ui"))


def test_every_editable_field_is_bound_in_exactly_one_step() -> None:
    bound = Counter(absolute_path(field) for step in STEPS for field in fields_in(step.ui))
    editable = {field.path for field in editable_fields(Preparation)}
    assert set(bound) == editable
    twice = {field for field, times in bound.items() if times > 1}
    assert {field.partition("[]")[0] for field in twice} == {"client.promises"}, "in the step after, its own"


def test_every_editable_field_of_a_client_is_bound_once_on_its_page() -> None:
    bound = Counter(fields_in(CLIENT.ui))
    editable = {field.path for field in editable_fields(Preparation) if field.path.startswith("client.")}
    assert set(bound) == editable
    assert set(bound.values()) == {1}


def test_every_row_form_is_used_and_every_form_is_a_step_a_row_or_beside_the_plans() -> None:
    used = {
        "".join(found.itertext()).strip()
        for ui in UI_FILES
        for found in ET.parse(ui).getroot().iterfind(".//property[@name='rowForm']")
    }
    assert {ui.stem for ui in UI_FILES if ui.parent.name == "rows"} == used
    assert {ui.stem for ui in UI_FILES if ui.parent.name != "rows"} == {
        TEN_MINUTES.key,
        CLIENT.key,
        *(step.key for step in STEPS),
        *BESIDE_THE_PLANS,
    }


def test_essential_fields_stand_outside_of_the_details() -> None:
    essential = [field.path for field in essential_fields(Preparation)]
    shown = {absolute_path(one.field) for step in STEPS for one in inputs_in(step.ui) if not one.in_detail}
    for path in essential:
        assert any(one == path or one.startswith((f"{path}.", f"{path}[]")) for one in shown), path


def test_parts_that_are_essential_as_a_whole_stand_wholly_outside_of_the_details() -> None:
    for path in ("ask.primary", "ask.fallback", "price.disclosure"):
        inside = [one for step in STEPS for one in inputs_in(step.ui) if one.field.startswith(f"{path}.")]
        assert inside
        assert not any(one.in_detail for one in inside)


@pytest.mark.parametrize("step", [*STEPS, CLIENT], ids=lambda step: step.key)
def test_every_input_asks_a_question(step: WalkStep) -> None:
    for one in inputs_in(step.ui):
        if one.widget not in {"column", "FlagField"} and not one.field.endswith("[]"):
            assert one.question.endswith("?") or one.question in PLAIN_NAMES, one


PLAIN_NAMES = {"Discount rate a year", "Email", "Phone", "Source", "Months until it is fully effective"}
"""What is asked best by its name alone, among the questions of a row."""


@pytest.mark.parametrize("ui", UI_FILES, ids=lambda ui: ui.stem)
def test_a_name_for_the_screen_reader_stands_only_where_it_differs_from_what_the_form_says(ui: Path) -> None:
    widgets = {one.attrib["name"]: _properties(one) for one in ET.parse(ui).getroot().iterfind(".//widget")}
    questions = {said["buddy"]: said["text"] for said in widgets.values() if "buddy" in said}
    for name, said in widgets.items():
        if "field" in said:
            shown = questions.get(name) or said.get("text")
            assert said.get("accessibleName") != shown, name


@pytest.mark.parametrize("ui", UI_FILES, ids=lambda ui: ui.stem)
def test_inputs_for_text_show_an_example_and_lists_what_belongs_there(ui: Path) -> None:
    for widget in ET.parse(ui).getroot().iterfind(".//widget"):
        said = _properties(widget)
        if widget.attrib["class"] in TEXTS:
            assert said["placeholderText"].startswith("e.g. "), widget.attrib["name"]
        if widget.attrib["class"] in LISTS:
            assert said["addText"] == f"Add {said['rowText']}"
            assert said["emptyText"].endswith((".", "?", "”"))


@pytest.mark.parametrize("ui", UI_FILES, ids=lambda ui: ui.stem)
def test_every_name_in_a_form_is_its_own(ui: Path) -> None:
    root = ET.parse(ui).getroot()
    names = Counter(one.attrib["name"] for tag in ("widget", "layout") for one in root.iter(tag))
    assert [name for name, times in names.items() if times > 1] == []
    buddies = ["".join(one.itertext()).strip() for one in root.iterfind(".//property[@name='buddy']")]
    assert set(buddies) <= set(names)


def test_a_table_names_its_columns_and_a_list_of_texts_has_one() -> None:
    after = next(step.ui for step in STEPS if step.key == "after")
    asked = {one.field: one.question for one in inputs_in(after)}
    assert asked["reflection.agenda[].held"] == "Covered"
    assert asked["reflection.agenda[].topic"] == "Agenda item"
    assert "reflection.best_questions[]" in fields_in(after)


def test_the_steps_titles_are_the_forms_titles() -> None:
    for step in (*STEPS, CLIENT):
        label = ET.parse(step.ui).getroot().find(".//widget[@name='title']/property[@name='text']")
        assert label is not None
        assert "".join(label.itertext()).strip() == step.title


def test_every_missing_essential_has_a_question_and_a_place() -> None:
    for path in missing_essentials(Preparation()):
        form_path = path.removeprefix("plan.")
        place = place_of(form_path)
        assert place is not None, path
        assert question_of(STEPS[place[0]].ui, form_path).endswith("?"), path


def test_a_row_and_its_fields_have_the_place_of_their_list() -> None:
    case = step_index("case")
    for path in ("case.problems", "case.problems[2]", "case.problems[2].cost.amount"):
        place = place_of(path)
        assert place is not None
        assert place[0] == case
    assert place_of("case.no_such_field") is None


def test_a_step_is_found_by_its_key() -> None:
    assert [step_index(step.key) for step in STEPS] == list(range(len(STEPS)))
    with pytest.raises(KeyError, match="dreams"):
        step_index("dreams")


def test_what_stands_in_every_plan_does_not_count_as_progress() -> None:
    price = next(step for step in STEPS if step.key == "price")
    assert set(standing_defaults()) == {
        "price.rate",
        "price.simulation.shape",
        "price.simulation.seed",
        "price.simulation.runs",
    }
    assert not {absolute_path(path) for path in standing_defaults()} & set(progress_paths(price))
    assert "plan.price.disclosure" in progress_paths(price)


def _properties(widget: ET.Element) -> dict[str, str]:
    return {one.attrib["name"]: "".join(one.itertext()).strip() for one in widget.iterfind("property")}
