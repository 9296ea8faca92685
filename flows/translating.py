"""The recipe of what goes out to translators: all that is missing or out of date."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from council_report.assembly.units import job_of
from council_report.errors import UsageError
from council_report.model.desk import Desk
from council_report.model.finding import Finding
from council_report.model.language import LANGUAGES, Language
from council_report.model.translation import Job
from council_report.rendering.translation.table import table_of
from council_report.rendering.translation.xliff import xliff_of
from council_report.settings import Workplace
from flows.gathering import gather


class ExportFile(NamedTuple):
    """A file for translators, with its name."""

    name: str
    data: bytes


class Exported(NamedTuple):
    """What translators are asked for, the files that ask it, and what is wrong with the session."""

    jobs: tuple[Job, ...]
    files: tuple[ExportFile, ...]
    findings: tuple[Finding, ...]


def export(
    place: Workplace, session: str, wanted: Sequence[Language], *, everything: bool = False
) -> Exported:
    """What is missing or out of date in some languages, each as XLIFF and as a table in Word.

    With ``everything``, what is up to date, too. Raises UsageError for a session that does not
    exist, or a language that none of its documents is made in.
    """
    gathered = gather(place, session)
    if gathered.desk is None:
        return Exported((), (), gathered.findings)
    desk = gathered.desk
    jobs = (
        job_of(desk, gathered.contributions, language, everything=everything)
        for language in choose(desk, wanted)
    )
    asked = tuple(job for job in jobs if job.units)
    return Exported(asked, tuple(file for job in asked for file in _files(job, desk)), ())


def choose(desk: Desk, wanted: Sequence[Language]) -> tuple[Language, ...]:
    """The languages wanted, or all that documents are made in; UsageError for another."""
    planned = {language for plan in desk.session.documents for language in plan.languages}
    for language in wanted:
        if language not in planned:
            raise UsageError(
                f"No document of {desk.session.code} is planned in '{language}'.",
                "Add the language in session.yaml, or name another with --to.",
            )
    return tuple(one for one in LANGUAGES if one in (wanted or planned))


def _files(job: Job, desk: Desk) -> Iterable[ExportFile]:
    name = f"{job.session}-{job.language}"
    yield ExportFile(f"{name}.xlf", xliff_of(job))
    fonts = desk.catalogues[job.language].fonts
    wording = desk.messages.get(job.language, {})
    yield ExportFile(f"{name}.docx", table_of(job, fonts, wording))
