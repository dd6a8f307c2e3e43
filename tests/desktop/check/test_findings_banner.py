"""The banner alone: what it says in favour of a step, and when."""

from pytestqt.qtbot import QtBot

from planner.desktop.check.finding_views import FindingView
from planner.desktop.check.findings_banner import FindingsBanner

INBOUND = FindingView(
    rule="came-to-us",
    lead="Back foot",
    said="They came to us.",
    action="Send one observation.",
    field="call.initiated_by",
)


def test_a_step_not_begun_is_not_praised_when_an_answer_is_given_up(qtbot: QtBot) -> None:
    banner = FindingsBanner()
    qtbot.addWidget(banner)
    banner.show()
    banner.show_findings((INBOUND,), begun=False)
    (line,) = banner.lines
    line.know.click()
    assert line.answering
    banner.show_findings((), begun=False)
    line.leave_answer()
    assert banner.lines == []
    assert banner.said_calmly == ""
