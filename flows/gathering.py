"""The first half of the recipe: read everything, then judge it."""

from typing import NamedTuple

from council_report.checks.registry import check_contribution, check_desk, check_session
from council_report.intake.contributions import read_contribution
from council_report.intake.desk import read_desk
from council_report.intake.sources import collect
from council_report.model.contribution import Contribution
from council_report.model.desk import Desk
from council_report.model.finding import Finding, has_errors, in_reading_order
from council_report.model.source import SourceFile
from council_report.rendering.trial import try_templates
from council_report.settings import Workplace
from flows.steps import Step, plainly


class Gathered(NamedTuple):
    """A session with its contributions, judged; ``desk`` is None where it cannot be used at all."""

    desk: Desk | None
    contributions: tuple[Contribution, ...]
    findings: tuple[Finding, ...]
    files: tuple[SourceFile, ...]


def gather(place: Workplace, session: str, step: Step = plainly) -> Gathered:
    """Read and check a session and everything that contributors sent for it.

    Raises UsageError if there is no such session.
    """
    desk, findings = step("read the session", read_desk, place.inputs, place.templates, session)
    if desk is not None:
        findings = (*findings, *step("check the session", check_desk, desk))
    if desk is not None and not has_errors(findings):
        findings = (*findings, *step("check the templates", try_templates, desk))
    if desk is None or has_errors(findings):
        return Gathered(None, (), in_reading_order(findings), ())
    keys = tuple(contributor.key for contributor in desk.session.contributors)
    received = step("collect the files", collect, place.inputs, session, keys)
    read = tuple(_read_and_check(desk, source, step) for source in received.files)
    contributions, missing = step(
        "check the contributions together", check_session, desk, (*read, *received.refused)
    )
    findings = (*findings, *received.findings, *missing)
    for contribution in contributions:
        findings = (*findings, *contribution.findings)
    return Gathered(desk, contributions, in_reading_order(findings), (*desk.files, *received.files))


def _read_and_check(desk: Desk, source: SourceFile, step: Step) -> Contribution:
    contribution = step(f"read {source.name}", read_contribution, source)
    return step(f"check {source.name}", check_contribution, desk, contribution)
