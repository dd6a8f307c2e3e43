"""Every page in the pseudo-language: nothing forgotten, glued, or cut without its note."""

import datetime as dt
from collections.abc import Iterator
from gettext import NullTranslations
from itertools import product
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from msgspec.structs import replace

from planner.coaching.insights.call_record import CallRecord, Kept
from planner.coaching.insights.recording import record_of
from planner.coaching.insights.report import Insights, insights_over
from planner.coaching.insights.touch_record import TouchRecord
from planner.coaching.reflection_start import reflection_started
from planner.documents.errors import NoSuchDocument, TemplateProblem
from planner.documents.markup import read_markup
from planner.documents.renderer import VIEWS, Paper, Renderer
from planner.documents.templates import Templates
from planner.documents.views.day import day_view
from planner.documents.views.dossier import dossier_view
from planner.documents.views.insights import insights_view
from planner.exchange.plan_file import read_plan_file
from planner.model.ask import Action, Ask
from planner.model.fields import with_field
from planner.model.plan import Preparation
from planner.model.terms import Outcome, TouchChannel
from planner.translation import installed
from planner.wording.document_kinds import DAY as THE_DAY
from tests.builders import a_plan
from tests.coaching.insights.simulated_rep import KNOWN_HABITS, year_of
from tests.coaching.insights.simulated_touches import touches_of_year
from tests.documents.plans import a_full_plan, a_monstrous_plan
from tests.documents.reading import squeezed, text_of
from tests.exchange.generated import full_preparations
from tests.test_samples import PLANS
from tests.texts.catalogue import texts
from tests.texts.page_texts import NOTHING, faults_of_page, in_own_words, texts_of, told_elsewhere
from tests.texts.pseudo_language import PseudoTranslations, faults, pseudo

SHORTENED = squeezed(pseudo("shortened, in full in {place}: {what}").partition(",")[0])
LATER = dt.date(2026, 12, 31)
SLOW = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large]


@pytest.fixture(scope="module")
def renderer() -> Renderer:
    return Renderer()


@pytest.fixture(autouse=True)
def _pseudo_language() -> Iterator[None]:
    with installed(PseudoTranslations()):
        yield


def plans() -> dict[str, Preparation]:
    """Plans to render, and each again with its reflection begun."""
    known = {path.stem: read_plan_file(path) for path in sorted(PLANS.glob("*.json"))}
    known |= {"full": a_full_plan(), "blank": a_plan(), "monstrous": monstrous()}
    return known | {
        f"{name}, reflected": with_field(plan, "plan.reflection", reflection_started(plan.plan, LATER))
        for name, plan in known.items()
    }


def monstrous() -> Preparation:
    """Far too much for any page. The client's name is short: it stands in the foot, before the note."""
    return with_field(a_monstrous_plan(), "client.name", "Tarn Valley Water")


OWN_WORDS = {name: in_own_words(preparation) for name, preparation in plans().items()}
DAY = dt.date(2026, 3, 2)
YEAR = [record_of(in_own_words(each.plan), "ΩΩΩ ΩΩ") for each in year_of(KNOWN_HABITS, 1)]
TOUCHES = {
    "a year": [replace(each, client="ΩΩΩ ΩΩ") for each in touches_of_year(1)],
    "one": [TouchRecord(client="ΩΩ", dream_client=True, channel=TouchChannel.PHONE, plan_id="p")],
}
RECORDS = {
    "a year": YEAR,
    "six calls": YEAR[:6],
    "none": [],
    "one": [CallRecord(day=DAY, outcome=Outcome.ORDER, differently="ΩΩ ΩΩΩ")],
    "many things": [CallRecord(day=DAY, differently=f"ΩΩ {number} Ω") for number in range(70)],
    "undated": [
        CallRecord(
            outcome=Outcome.ADVANCE, fear_named=True, kept=(Kept("Ω", kept=True), Kept("ΩΩ", kept=None))
        )
    ],
}


def filled(name: str, view: object) -> str:
    return Templates(()).filled(name, view)


def page_faults(name: str, preparation: Preparation) -> list[str]:
    page = read_markup(filled(name, VIEWS[name](preparation)))
    return faults_of_page(page, told_elsewhere(preparation))


@pytest.mark.parametrize("document", VIEWS)
@pytest.mark.parametrize("plan", [name for name in OWN_WORDS if not name.startswith("monstrous")])
def test_every_text_of_a_document_is_whole_and_translated(document: str, plan: str) -> None:
    assert page_faults(document, OWN_WORDS[plan]) == []


def test_whatever_a_plan_holds_every_text_is_whole_and_translated() -> None:
    @settings(max_examples=25, deadline=None, suppress_health_check=SLOW)
    @given(full_preparations())
    def hold(preparation: Preparation) -> None:
        own = in_own_words(preparation)
        assert [fault for document in VIEWS for fault in page_faults(document, own)] == []

    hold()


@pytest.mark.parametrize("plan", [name for name in OWN_WORDS if not name.startswith("monstrous")])
def test_every_text_of_the_day_is_whole_and_translated(plan: str) -> None:
    assert faults_of_page(read_markup(filled(THE_DAY, day_view(DAY, [OWN_WORDS[plan]] * 3)))) == []


def test_an_empty_day_is_told_whole() -> None:
    assert faults_of_page(read_markup(filled(THE_DAY, day_view(DAY, [])))) == []


@pytest.mark.parametrize("records", RECORDS)
@pytest.mark.parametrize("client", ["", "ΩΩ"])
def test_every_text_of_insights_is_whole_and_translated(records: str, client: str) -> None:
    assert faults_of_page(read_markup(filled("insights", insights_view(report(records, client))))) == []


def report(records: str, client: str = "") -> Insights:
    return insights_over(RECORDS[records], touches=TOUCHES.get(records, ()), client=client)


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize(
    ("document", "plan"),
    [
        *product(VIEWS, ["back-foot", "full", "blank", "trading-group, reflected"]),
        *product(sorted(VIEWS.keys() - {"dossier"}), ["monstrous"]),
    ],
)
def test_nothing_is_cut_on_paper_without_its_note(
    renderer: Renderer, document: str, paper: Paper, plan: str
) -> None:
    preparation = OWN_WORDS[plan]
    footing = {"footing": pseudo("Front foot")} if document == "call-plan" else {}
    page = renderer.render(document, preparation, paper, **footing)
    assert [fault for name in page.shortened for fault in faults(name, NOTHING)] == []
    if page.shortened:
        assert SHORTENED in squeezed(text_of(page.pdf))
    else:
        assert texts_not_printed(page.pdf, filled(document, VIEWS[document](preparation))) == []


@pytest.mark.parametrize("records", ["a year", "many things", "none"])
def test_insights_are_printed_whole(renderer: Renderer, records: str) -> None:
    made = report(records)
    page = renderer.render_insights(made)
    assert page.shortened == ()
    assert texts_not_printed(page.pdf, filled("insights", insights_view(made))) == []


def texts_not_printed(pdf: bytes, markup: str) -> list[str]:
    """The texts of the markup that do not stand on the page in one piece."""
    printed = squeezed(text_of(pdf)).upper()
    return [
        line
        for text in texts_of(read_markup(markup), printed=True)
        for line in text.splitlines()
        if squeezed(line).upper() not in printed
    ]


def test_what_cannot_be_printed_is_told_in_the_language_too(tmp_path: Path) -> None:
    with pytest.raises(NoSuchDocument) as unknown:
        Renderer().render("gone", a_plan())
    assert str(unknown.value).startswith("⟦")
    for template in (
        "<page>\n<script/></page>",
        "{% include 'gone.j2' %}",
        "<page><para>",
        "<page><para style='Ω'/></page>",
    ):
        (tmp_path / "agenda.xml.j2").write_text(template, encoding="utf-8")
        with pytest.raises(TemplateProblem) as wrong:
            Renderer([tmp_path]).render("agenda", a_plan())
        assert str(wrong.value).startswith("⟦")


def test_a_template_of_ones_own_needs_no_gettext(tmp_path: Path) -> None:
    (tmp_path / "call-plan.xml.j2").write_text(
        '<page title="Ours"><section title="Who"><list noun="things" rows="10:7">'
        "{% for at in range(400) %}<item>{{ it.client }}</item>{% endfor %}</list></section></page>",
        encoding="utf-8",
    )
    page = Renderer([tmp_path]).render("call-plan", a_plan(**{"client.name": "Tarn & <Sons>"}))
    assert page.shortened == (pseudo("{count} more {noun}").format(count=393, noun="things"),)
    assert "Tarn & <Sons>" in text_of(page.pdf)


def test_what_is_filled_into_a_text_is_no_markup_and_no_control_character(renderer: Renderer) -> None:
    blank = a_plan()
    asked = Ask(fallback=Action(action="send <b> & \x0b\ufffe %s {x}"))
    plan = replace(blank, plan=replace(blank.plan, ask=asked))
    printed = squeezed(text_of(renderer.render("reflection", plan).pdf))
    assert squeezed("send <b> & %s {x}") in printed.replace("\x0b", "").replace("\ufffe", "")


def test_every_label_of_the_dossier_is_in_the_catalogue() -> None:
    messages = {text.message for text in texts()}

    @settings(max_examples=40, deadline=None, suppress_health_check=SLOW)
    @given(full_preparations())
    def known(preparation: Preparation) -> None:
        with installed(NullTranslations()):
            entries = [entry for section in dossier_view(preparation).sections for entry in section.entries]
        labels = {field.label for entry in entries for field in entry.told} | {
            entry.heading for entry in entries
        }
        assert labels - messages - {""} == set()

    known()
