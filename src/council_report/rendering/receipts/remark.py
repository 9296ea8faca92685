"""A finding as the text of a comment in Word or Excel."""

from council_report.model.finding import Finding
from council_report.model.message import Wording
from council_report.model.text import one_line
from council_report.pages.visible import visible
from council_report.rendering.receipts.words import SEVERITIES

INITIALS = "CR"


def remark(finding: Finding, wording: Wording) -> str:
    """What is wrong and what to do, on a line each, in the language of a wording."""
    severity = SEVERITIES[finding.severity].said(wording)
    lines = (f"{severity}: {finding.message.said(wording)}", finding.remedy.said(wording))
    return "\n".join(visible(one_line(line)) for line in lines)
