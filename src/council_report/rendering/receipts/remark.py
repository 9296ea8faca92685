"""A finding as the text of a comment in Word or Excel."""

from council_report.model.finding import Finding
from council_report.model.message import Message
from council_report.model.text import one_line
from council_report.pages.speech import Speech, filled
from council_report.pages.visible import visible
from council_report.rendering.receipts.words import SEVERITIES

INITIALS = "CR"


FROM_FIRST, END = "\u2068", "\u2069"
"""The marks around words that have a direction of their own: that of their first letter."""


def remark(finding: Finding, speech: Speech) -> str:
    """What is wrong and what to do, on a line each."""
    severity = SEVERITIES[finding.severity]
    wrong = Message("{severity}: {message}", severity=severity, message=finding.message)
    quote = _isolated if speech.direction == "rtl" else _shown
    return "\n".join(filled(line, speech.wording, quote) for line in (wrong, finding.remedy))


def _shown(value: object) -> str:
    return visible(one_line(str(value)))


def _isolated(value: object) -> str:
    """Words between Arabic ones, so that neither turns the other around."""
    return f"{FROM_FIRST}{_shown(value)}{END}"
