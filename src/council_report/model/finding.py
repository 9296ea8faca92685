"""News about somebody's data: expected, collected, shown all at once."""

from collections import Counter
from collections.abc import Iterable
from typing import Literal, get_args

from council_report.model.location import Location
from council_report.model.message import Message
from council_report.model.noun import Noun

Severity = Literal["error", "warning", "note"]
"""``error`` sets a file aside, ``warning`` and ``note`` never block."""

SEVERITIES: tuple[Severity, ...] = get_args(Severity)


class Finding(Noun):
    """The result of one rule at one place: what is wrong, where, and what to do."""

    rule: str
    severity: Severity
    location: Location
    message: Message
    remedy: Message


def has_errors(findings: Iterable[Finding]) -> bool:
    """Whether any finding is of severity error."""
    return any(finding.severity == "error" for finding in findings)


def count_by_severity(findings: Iterable[Finding]) -> dict[Severity, int]:
    """How many findings there are of each severity, all three always named."""
    counts = Counter(finding.severity for finding in findings)
    return {severity: counts[severity] for severity in SEVERITIES}


def in_reading_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings, each once, by file, then place in it, then rule."""
    unique = dict.fromkeys(findings)
    return tuple(sorted(unique, key=lambda f: (f.location.order, f.rule, f.message)))


def alike(findings: Iterable[Finding]) -> tuple[tuple[Finding, ...], ...]:
    """The findings, those together that say the same of several places of one file."""
    groups: dict[tuple[str, ...], list[Finding]] = {}
    for one in findings:
        key = (one.location.file, one.rule, one.severity, one.message, one.remedy)
        groups.setdefault(key, []).append(one)
    return tuple(tuple(group) for group in groups.values())
