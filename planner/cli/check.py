"""Where a plan leaves the lead to the other side, or to chance, and what to do about it."""

import argparse
import json
import sys

from planner.coaching.check.checking import check
from planner.coaching.check.finding import Finding
from planner.coaching.check.past import History
from planner.coaching.check.standings import SHAPES, Standing, standings
from planner.model.plan import Preparation
from planner.model.terms import Footing
from planner.store.check_settings import read_check_settings
from planner.store.library import Library


def show_findings(library: Library, arguments: argparse.Namespace) -> int:
    """Print what the check finds in the plan, as JSON or to be read; findings are no error."""
    preparation = library.preparation(library.find(arguments.id))
    earlier = library.plans_of(preparation.client.id)
    today = arguments.now().date()
    past = History.before(preparation.plan, earlier, today=today)
    findings = check(preparation, past, read_check_settings(library.folder))
    sys.stdout.write(_as_json(findings) if arguments.json else _to_read(preparation, findings))
    return 0


def _as_json(findings: tuple[Finding, ...]) -> str:
    """Return an array of objects: rule, initiative, state, evidence (field, value), action, answered.

    `answered` is why the person knows, or null.
    """
    told = [
        {
            "rule": one.rule,
            "initiative": one.initiative,
            "state": one.state,
            "evidence": [{"field": seen.field, "value": seen.value} for seen in one.evidence],
            "action": one.action,
            "answered": one.answered or None,
        }
        for one in findings
    ]
    return f"{json.dumps(told, indent=2, ensure_ascii=False)}\n"


def _to_read(preparation: Preparation, findings: tuple[Finding, ...]) -> str:
    paragraphs = [
        "\n".join(
            (_standing_line(standing), *(_finding_lines(one) for one in findings if _belongs(one, standing)))
        )
        for standing in standings(preparation, findings)
    ]
    return "\n\n".join(paragraphs) + "\n"


def _belongs(finding: Finding, standing: Standing) -> bool:
    return finding.initiative == standing.initiative


def _standing_line(standing: Standing) -> str:
    name = f"{SHAPES[standing.state]} {standing.initiative.title()}: {standing.state}"
    if standing.state != Footing.FRONT or not standing.evidence:
        return name
    return f"{name} ({standing.evidence[0].field}: {standing.evidence[0].value})"


def _finding_lines(finding: Finding) -> str:
    lines = [f"  {finding.said}"]
    lines += [f"    {one.field}: {one.value or 'blank'}" for one in finding.evidence]
    lines += (
        [f"    You know, because {finding.answered}"] if finding.answered else [f"    → {finding.action}"]
    )
    return "\n".join(lines)
