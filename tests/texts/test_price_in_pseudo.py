"""All that is said of a price, and by charts, in the pseudo-language: nothing forgotten, glued or cut."""

import re
from collections.abc import Iterator
from fractions import Fraction

import msgspec

from planner.charts.bar_style import BarStyle
from planner.charts.chart import Chart, Quantity
from planner.charts.counts import BarPart, Category, CountsChart
from planner.charts.trend import Course, Trend, TrendPeriod
from planner.charts.worth import DeltaWaterfall
from planner.coaching.price_words.more_figures import chance, waiting
from planner.coaching.price_words.pushback import missing_answers
from planner.coaching.price_words.speech import other_alone, other_alone_to_them
from planner.desktop.price.notes import note_sentence
from planner.model.plan import Plan
from planner.model.pricing.field_problem import FieldProblem
from planner.model.pricing.figures import figures
from planner.model.pricing.price_warnings import NOT_ESTIMATED
from planner.translation import _, installed
from tests.texts.catalogue import texts
from tests.texts.pseudo_language import PseudoTranslations, faults
from tests.texts.wordy_plans import said_by_chart, said_of_price, wordy_plans

OWN = re.compile(
    r"Ω( Ω)*|[€$]|\b(EUR|USD|US|CHF)\b|\b(price|case)\.[\w.\[\]]+: |1\u00a0Dec\u00a02026|Preis mit uns"
    r"|\b1E[+-]\d+|\bNaN\b"
)
"""What the plans hold, with its currencies, odd numbers and its day, and paths of fields."""
PLAIN = re.compile(r"\w*[aceinosuyz]\w*", re.IGNORECASE)
"""A word with a letter that the pseudo-language would have accented."""
FILES = re.compile(r"planner/(coaching/price_|model/pricing/|charts/|wording/(lists|money)\.py)")


class Recording(PseudoTranslations):
    """The pseudo-language, with every message that was asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.messages: set[str | tuple[str, str]] = set()

    def gettext(self, message: str) -> str:
        self.messages.add(message)
        return super().gettext(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        self.messages.add((msgid1, msgid2))
        return super().ngettext(msgid1, msgid2, n)


def faults_within(text: str) -> list[str]:
    """Return what is wrong with a text, also where English was filled into a translated pattern."""
    left = PLAIN.search(OWN.sub("", text))
    return [*faults(text, OWN), *([f"forgotten within: {left[0]}"] if left else [])]


def all_that_is_said() -> Iterator[str]:
    """Yield what is said of every plan's price, and what no plan or only a rare one makes anybody say."""
    for plan in wordy_plans(300):
        yield from said_of_price(plan)
        yield from (other_alone(plan.price), other_alone_to_them(plan.price))
    yield from (chance(0.999), chance(0.001))
    for monthly in (Fraction(5), Fraction(-5)):
        yield waiting(monthly, "EUR").name
    for chart in OTHER_CHARTS:
        yield from said_by_chart(chart)


def amount(number: int) -> Quantity:
    return Quantity("Ω", Fraction(number), f"€{number}")


BARS = tuple(BarPart("Ω", look) for look in (BarStyle.FOR, BarStyle.AGAINST))
COURSES = (Course("Ω", (Fraction(1, 2), None), ("50%", "")), Course("Ω", (None, None), ("", "")))
OTHER_CHARTS: tuple[Chart, ...] = (
    CountsChart(title="Ω", parts=BARS, categories=(Category("Ω", (2, 1)),), sample="Ω"),
    CountsChart(title="Ω", parts=BARS[:1], categories=(Category("Ω", (2,)),), sample="Ω"),
    Trend(title="Ω", periods=(TrendPeriod("Ω", 3), TrendPeriod("Ω", 12)), courses=COURSES),
    DeltaWaterfall(title="Ω", drivers=(), worth=amount(1), delta=amount(2)),
)


def test_all_that_is_said_of_a_price_and_by_charts_is_whole() -> None:
    """And it is all there is: each text of these files was said by one plan or another."""
    language = Recording()
    with installed(language):
        found = {(text, *wrong) for text in all_that_is_said() if (wrong := faults_within(text))}
    assert found == set()
    here = {text.message for text in texts() if FILES.match(text.file)}
    assert here - language.messages == set()


def test_each_note_at_a_field_is_one_sentence() -> None:
    with installed(PseudoTranslations()):
        notes = {note_sentence(problem) for plan in wordy_plans(60) for problem in noted(plan)}
        assert {note: wrong for note in notes if (wrong := faults_within(note))} == {}
    assert len(notes) > 20


def noted(plan: Plan) -> Iterator[FieldProblem]:
    """Yield what the form notes at a field: of the price, and not that a line is blank, which it shows."""
    found = figures(plan.price, plan.case)
    for problem in (*found.problems, *found.warnings):
        if problem.path.startswith("price.") and problem.message != _(NOT_ESTIMATED):
            yield problem


def test_drafting_answers_again_in_another_language_changes_nothing() -> None:
    with installed(PseudoTranslations()):
        for plan in wordy_plans(30):
            drafted = missing_answers(plan)
            again = Plan(price=msgspec.structs.replace(plan.price, pushback=drafted))
            assert missing_answers(again) == drafted
