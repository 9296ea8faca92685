"""Findings: counted, put in order, judged."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council_report.model.finding import (
    SEVERITIES,
    Finding,
    Severity,
    count_by_severity,
    has_errors,
    in_reading_order,
)
from council_report.model.location import Location


def a_finding(
    file: str = "a.yaml", line: int | None = 1, rule: str = "rule", severity: Severity = "error"
) -> Finding:
    """A finding at a place."""
    place = Location(file, line)
    return Finding(rule=rule, severity=severity, location=place, message="m", remedy="r")


@pytest.mark.parametrize("severity", SEVERITIES)
def test_only_errors_are_errors(severity: Severity) -> None:
    """Warnings and notes never block."""
    assert has_errors([a_finding(severity=severity)]) is (severity == "error")


def test_counts_name_every_severity() -> None:
    """A severity that does not occur is counted as zero."""
    findings = [a_finding(), a_finding(severity="note"), a_finding()]
    assert count_by_severity(findings) == {"error": 2, "warning": 0, "note": 1}


def test_findings_are_read_by_file_line_and_rule() -> None:
    """Findings stand in the order of files, then lines, one about a whole file first."""
    ordered = (
        a_finding("a.yaml", None),
        a_finding("a.yaml", 2, "a"),
        a_finding("a.yaml", 2, "b"),
        a_finding("a.yaml", 10),
        a_finding("b.yaml", 1),
    )
    assert in_reading_order(reversed(ordered)) == ordered


PLACES = st.builds(a_finding, st.sampled_from("ab"), st.none() | st.integers(1, 3))


@given(st.lists(PLACES))
def test_every_finding_is_told_once(findings: list[Finding]) -> None:
    """Putting findings in order loses none and repeats none."""
    ordered = in_reading_order(findings)
    assert set(ordered) == set(findings)
    assert len(ordered) == len(set(findings))


def test_a_location_reads_as_file_and_line() -> None:
    """A place is shown as a person would say it."""
    assert str(Location("inputs/C25/itu-t/a.yaml", 4)) == "inputs/C25/itu-t/a.yaml, line 4"
    assert str(Location("inputs/C25/itu-t/a.yaml")) == "inputs/C25/itu-t/a.yaml"
