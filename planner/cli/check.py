"""Where a plan leaves the lead to the other side, or to chance, and what to do about it."""

import argparse
import json
import sys

from planner.coaching.check.checking import check
from planner.coaching.check.finding import Finding
from planner.coaching.check.past import History
from planner.coaching.check.standings import SHAPES, Standing, standings
from planner.model.plan import Preparation
from planner.model.terms import Footing, Initiative
from planner.store.check_settings import read_check_settings
from planner.store.library import Library
from planner.translation import N_, _

_INITIATIVES = {
    Initiative.PROSPECTING: N_("Prospecting"),
    Initiative.DISCOVERY: N_("Discovery"),
    Initiative.SALES_CONVERSATION: N_("Sales Conversation"),
    Initiative.INVESTMENT: N_("Investment"),
    Initiative.MYSELF: N_("Myself"),
}


def show_findings(library: Library, arguments: argparse.Namespace) -> int:
    """Print what the check finds in the plan, as JSON or to be read; return 0, with findings too.

    To be read, they stand by initiative, each headed by where the rep stands in it. NoSuchPlan, AmbiguousId,
    LibraryDamaged, CheckSettingsNotRead.
    """
    preparation = library.preparation(library.find(arguments.id))
    earlier = library.plans_of(preparation.client.id)
    now = arguments.now()
    past = History.before(preparation.plan, earlier, today=now.date(), now=now)
    findings = check(preparation, past, read_check_settings(library.folder))
    sys.stdout.write(_as_json(findings) if arguments.json else _to_read(preparation, findings))
    return 0


def _as_json(findings: tuple[Finding, ...]) -> str:
    """Return an array of objects: rule, initiative, state, evidence (field, value), action, answered.

    `answered` is why the person knows, or null.
    """
    objects = [
        {
            "rule": finding.rule,
            "initiative": finding.initiative,
            "state": finding.state,
            "evidence": [{"field": evidence.field, "value": evidence.value} for evidence in finding.evidence],
            "action": finding.action,
            "answered": finding.answered or None,
        }
        for finding in findings
    ]
    return f"{json.dumps(objects, indent=2, ensure_ascii=False)}\n"


def _to_read(preparation: Preparation, findings: tuple[Finding, ...]) -> str:
    paragraphs = [
        "\n".join(
            (
                _standing_line(standing),
                *(_finding_lines(finding) for finding in findings if _belongs(finding, standing)),
            )
        )
        for standing in standings(preparation, findings)
    ]
    return "\n\n".join(paragraphs) + "\n"


def _belongs(finding: Finding, standing: Standing) -> bool:
    return finding.initiative == standing.initiative


def _standing_line(standing: Standing) -> str:
    shown = {
        "shape": SHAPES[standing.state],
        "initiative": _(_INITIATIVES[standing.initiative]),
        "state": _(standing.state),
    }
    if standing.state != Footing.FRONT or not standing.evidence:
        return _("{shape} {initiative}: {state}").format(**shown)
    evidence = standing.evidence[0]
    text = _("{shape} {initiative}: {state} ({field}: {value})")
    return text.format(**shown, field=evidence.field, value=evidence.value)


def _finding_lines(finding: Finding) -> str:
    lines = [f"  {finding.said}"]
    blank = _("blank")
    lines += [f"    {evidence.field}: {evidence.value or blank}" for evidence in finding.evidence]
    known = _("You know, because {reason}").format(reason=finding.answered)
    lines.append(f"    {known}" if finding.answered else f"    → {finding.action}")
    return "\n".join(lines)
