"""The case for change in a few lines."""

import msgspec

from planner.documents.views.wording import lines, quoted
from planner.model.case import Case, Cost, Force, Problem, Proof
from planner.wording.days import day
from planner.wording.money import estimated_money
from planner.wording.text import joined, one_line


class CaseLine(msgspec.Struct, frozen=True):
    """A line of the case: what it is about, what it says, and a quieter remark."""

    label: str
    text: str
    remark: str = ""


class CaseView(msgspec.Struct, frozen=True):
    """The case for change, in the order in which it is told."""

    now: tuple[CaseLine, ...]
    problems: tuple[CaseLine, ...]
    forces: tuple[CaseLine, ...]
    reasons: tuple[CaseLine, ...]
    proof: tuple[CaseLine, ...]

    @property
    def blank(self) -> bool:
        """Whether there is nothing to tell yet."""
        return not (self.now or self.problems or self.forces or self.reasons or self.proof)


def case_view(case: Case, supplier: str) -> CaseView:
    """Return the case in ready words; blank fields are left out."""
    with_whom = f"(supplier: {supplier})" if supplier else ""
    return CaseView(
        now=_told(CaseLine("Now", lines(case.current_state), with_whom)),
        problems=_told(*(_problem(one) for one in case.problems)),
        forces=_told(*(_force(one) for one in case.forces)),
        reasons=_told(
            CaseLine("Why now", lines(case.why_now)),
            CaseLine("Better", lines(case.better_future)),
            CaseLine("Why change", lines(case.why_change)),
            CaseLine("Why us", lines(case.why_us)),
        ),
        proof=_told(*(_proof(one) for one in case.proof)),
    )


def _told(*told: CaseLine) -> tuple[CaseLine, ...]:
    return tuple(one for one in told if one.text or one.remark)


def _problem(one: Problem) -> CaseLine:
    text = joined((lines(one.problem), lines(one.consequence), _cost(one.cost)), " → ")
    return CaseLine("Problem", text, quoted(one.in_their_words))


def _cost(cost: Cost) -> str:
    if cost.amount is None:
        return ""
    per = {"one-off": " once"}.get(str(cost.per), f" a {cost.per}") if cost.per else ""
    return f"{estimated_money(cost.amount, cost.currency)}{per}"


def _force(one: Force) -> CaseLine:
    text = joined((lines(one.trend), lines(one.effect_on_them)), " → ")
    return CaseLine("Force", text, _source(one.source, day(one.date)))


def _proof(one: Proof) -> CaseLine:
    text = joined((lines(one.situation), lines(one.solution), lines(one.result)), " → ")
    return CaseLine("Proof", text, _source(one.source, day(one.date)))


def _source(source: str, date: str) -> str:
    said = joined((one_line(source), date), ", ")
    return f"({said})" if said else ""
