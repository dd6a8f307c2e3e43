"""The case for change in a few lines."""

import msgspec

from planner.documents.views.wording import each_time, facts_line, lines, quoted_lines
from planner.model.case import Case, Cost, Force, Problem, Proof
from planner.translation import _
from planner.wording.days import day
from planner.wording.money import estimated_money
from planner.wording.text import joined, one_line


class CaseLine(msgspec.Struct, frozen=True):
    """A line of the case: what it is about, what it says, and a quieter remark."""

    label: str
    text: str
    remark: str = ""


class CaseView(msgspec.Struct, frozen=True):
    """The case for change in ready words, in the order in which it is told."""

    now: tuple[CaseLine, ...]
    problems: tuple[CaseLine, ...]
    forces: tuple[CaseLine, ...]
    reasons: tuple[CaseLine, ...]
    proof: tuple[CaseLine, ...]

    @property
    def blank(self) -> bool:
        """Whether the case has no line yet."""
        return not (self.now or self.problems or self.forces or self.reasons or self.proof)


def case_view(case: Case, supplier: str) -> CaseView:
    """Return the case in ready words, blank fields left out; `supplier` is the client's current one."""
    with_whom = _("(supplier: {supplier})").format(supplier=supplier) if supplier else ""
    return CaseView(
        now=_filled(CaseLine(_("Now"), lines(case.current_state), with_whom)),
        problems=_filled(*(_problem(problem) for problem in case.problems)),
        forces=_filled(*(_force(force) for force in case.forces)),
        reasons=_filled(
            CaseLine(_("Why now"), lines(case.why_now)),
            CaseLine(_("Better"), lines(case.better_future)),
            CaseLine(_("Why change"), lines(case.why_change)),
            CaseLine(_("Why us"), lines(case.why_us)),
        ),
        proof=_filled(*(_proof(proof) for proof in case.proof)),
    )


def _filled(*case_lines: CaseLine) -> tuple[CaseLine, ...]:
    return tuple(line for line in case_lines if line.text or line.remark)


def _problem(problem: Problem) -> CaseLine:
    text = joined((lines(problem.problem), lines(problem.consequence), _cost(problem.cost)), " → ")
    return CaseLine(_("Problem"), text, quoted_lines(problem.in_their_words))


def _cost(cost: Cost) -> str:
    return "" if cost.amount is None else each_time(estimated_money(cost.amount, cost.currency), cost.per)


def _force(force: Force) -> CaseLine:
    text = joined((lines(force.trend), lines(force.effect_on_them)), " → ")
    return CaseLine(_("Force"), text, _source(force.source, day(force.date)))


def _proof(proof: Proof) -> CaseLine:
    text = joined((lines(proof.situation), lines(proof.solution), lines(proof.result)), " → ")
    return CaseLine(_("Proof"), text, _source(proof.source, day(proof.date)))


def _source(source: str, date: str) -> str:
    source_line = facts_line((one_line(source), date))
    return f"({source_line})" if source_line else ""
