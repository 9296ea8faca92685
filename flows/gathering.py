"""The first half of the recipe: read everything, then judge it."""

from typing import NamedTuple

from council_report.checks.registry import check_contribution, check_desk, check_session
from council_report.model.contribution import Contribution
from council_report.model.desk import Desk
from council_report.model.finding import Finding, has_errors, in_reading_order
from council_report.model.source import SourceFile
from council_report.rendering.trial import try_templates
from council_report.settings import Workplace
from flows.reading import Memory, read_files, read_session
from flows.steps import Step, plainly


class Gathered(NamedTuple):
    """A session with its contributions, judged; ``desk`` is None where it cannot be used at all."""

    desk: Desk | None
    contributions: tuple[Contribution, ...]
    findings: tuple[Finding, ...]
    files: tuple[SourceFile, ...]


def gather(
    place: Workplace, session: str, step: Step = plainly, memory: Memory | None = None
) -> Gathered:
    """Read and check a session and everything that contributors sent for it.

    With a memory, files that it knows are not read again, and come without their bytes. Raises
    UsageError if there is no such session.
    """
    desk, findings = step("read the session", read_session, place, session, memory)
    if desk is not None:
        findings = (*findings, *step("check the session", check_desk, desk))
    if desk is not None and not has_errors(findings):
        findings = (*findings, *step("check the templates", try_templates, desk))
    if desk is None or has_errors(findings):
        return Gathered(None, (), in_reading_order(findings), ())
    received, read = read_files(place, desk, step, memory)
    checked = tuple(step(f"check {one.file}", check_contribution, desk, one) for one in read)
    contributions, missing = step("check the contributions together", check_session, desk, checked)
    findings = (*findings, *received.findings, *missing)
    for contribution in contributions:
        findings = (*findings, *contribution.findings)
    return Gathered(
        desk,
        contributions,
        in_reading_order(findings),
        (*desk.files, *desk.earlier_files, *received.files),
    )
