"""The recipe of translations: what is missing goes out to translators, what comes back is kept."""

import datetime
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from council_report.archive.lock import alone_in
from council_report.archive.translations import store_translations
from council_report.assembly.units import job_of, units_of
from council_report.checks.returned import judge_returned
from council_report.errors import UsageError
from council_report.intake.edited import take_copy
from council_report.intake.translated.reading import LARGEST, read_returned
from council_report.intake.translated.unreadable import unreadable
from council_report.model.desk import Desk
from council_report.model.edited import EditedCopy
from council_report.model.finding import Finding, has_errors, in_reading_order
from council_report.model.language import LANGUAGES, Language
from council_report.model.message import Message
from council_report.model.source import SourceFile
from council_report.model.translating import source_digest
from council_report.model.translation import (
    WANTED,
    Job,
    ReturnedUnit,
    Translation,
    Unit,
)
from council_report.rendering.translation.table import table_of
from council_report.rendering.translation.xliff import xliff_of
from council_report.settings import Workplace
from flows.gathering import Gathered, gather

PATIENCE = 60.0
"""The seconds to wait while another call writes translations of the session."""


HOMELESS = Message("the file does not say which session or language it is of")


class ExportFile(NamedTuple):
    """A file for translators, with its name."""

    name: str
    data: bytes


class Exported(NamedTuple):
    """What translators are asked for, the files that ask it, and what is wrong with the session."""

    jobs: tuple[Job, ...]
    files: tuple[ExportFile, ...]
    findings: tuple[Finding, ...]


class Imported(NamedTuple):
    """What came of a file that a translator sent back: how many units of a language it gave.

    ``stored`` is the file that now holds them, None where nothing was imported.
    """

    file: str
    language: Language | None
    units: int
    stored: Path | None
    findings: tuple[Finding, ...]


class Translator(NamedTuple):
    """Who translated or confirmed, on which day, and what is to be known of the translation."""

    name: str
    day: datetime.date
    status: str | None = None


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
    languages = choose(desk, wanted)
    jobs = tuple(
        job_of(desk, gathered.contributions, language, everything=everything)
        for language in languages
    )
    asked = tuple(job for job in jobs if job.units)
    return Exported(asked, tuple(file for job in asked for file in _files(job, desk)), ())


def choose(desk: Desk, wanted: Sequence[Language]) -> tuple[Language, ...]:
    """The languages wanted, or all that something is translated into; UsageError for another."""
    planned = {language for plan in desk.session.documents for language in plan.languages}
    for language in wanted:
        if language not in planned:
            raise UsageError(
                f"No document of {desk.session.code} is planned in '{language}'.",
                "Add the language in session.yaml, or name another with --to.",
            )
    return tuple(one for one in LANGUAGES if one in (wanted or planned))


def import_files(place: Workplace, paths: Sequence[Path], by: Translator) -> tuple[Imported, ...]:
    """Take in files that translators sent back: each whole, or nothing of it.

    Raises UsageError for a file that is not there, ArchiveError if nothing can be stored.
    """
    return tuple(_imported(place, path, by) for path in paths)


def confirm(
    place: Workplace, session: str, wanted: Sequence[Language], ids: Sequence[str], by: Translator
) -> tuple[Imported, ...]:
    """Record that texts say what their sources say now: those of the ids, out of date or not.

    Without ids, it is every text that a contributor wrote in one of the languages and that nobody
    has confirmed. Raises UsageError for an id without a text to confirm.
    """
    with alone_in(place.outputs / session, PATIENCE):
        gathered = gather(place, session)
        if gathered.desk is None:
            return (Imported(session, None, 0, None, gathered.findings),)
        desk = gathered.desk
        return tuple(
            _confirmed(place, desk, gathered, language, ids, by)
            for language in choose(desk, wanted)
        )


def _files(job: Job, desk: Desk) -> Iterable[ExportFile]:
    name = f"{job.session}-{job.language}"
    yield ExportFile(f"{name}.xlf", xliff_of(job))
    fonts = desk.catalogues[job.language].fonts
    wording = desk.messages.get(job.language, {})
    yield ExportFile(f"{name}.docx", table_of(job, fonts, wording))


def _imported(place: Workplace, path: Path, by: Translator) -> Imported:
    if not (path.is_file() or path.is_symlink()):
        raise UsageError(
            f"There is no file {path}.", "Name a file as it is seen from the current folder."
        )
    source = take_copy(path, LARGEST)
    if isinstance(source, EditedCopy):
        return Imported(source.file, None, 0, None, source.findings)
    # Which session and language it is of says which sources it has to be read with.
    returned, findings = read_returned(source, {})
    language = next((one for one in LANGUAGES if one == returned.language), None)
    if returned.session is None or language is None:
        told = findings if has_errors(findings) else (*findings, unreadable(source.name, HOMELESS))
        return Imported(source.name, None, 0, None, told)
    with alone_in(place.outputs / returned.session, PATIENCE):
        gathered = gather(place, returned.session)
        if gathered.desk is None:
            return Imported(source.name, language, 0, None, gathered.findings)
        return _taken(place, gathered.desk, gathered, source, language, by)


def _taken(
    place: Workplace,
    desk: Desk,
    gathered: Gathered,
    source: SourceFile,
    language: Language,
    by: Translator,
) -> Imported:
    units = {one.id: one for one in units_of(desk, gathered.contributions, language)}
    returned, findings = read_returned(source, units)
    judged = judge_returned(returned, units, desk.catalogues)
    findings = in_reading_order((*findings, *judged))
    if has_errors(findings):
        return Imported(source.name, language, 0, None, findings)
    new = tuple(
        _translation(one, units[one.id], by)
        for one in returned.units
        if one.target and _is_new(one.target, units[one.id])
    )
    stored = store_translations(place.inputs / desk.session.code, language, new) if new else None
    return Imported(source.name, language, len(new), stored, findings)


def _is_new(target: str, unit: Unit) -> bool:
    return unit.state in WANTED or target != unit.text


def _translation(one: ReturnedUnit, unit: Unit, by: Translator) -> Translation:
    return Translation(
        unit=unit.id,
        source=source_digest(unit.source),
        own=None if unit.own is None else source_digest(unit.own),
        text=one.target,
        translator=by.name,
        date=by.day,
        status=by.status,
    )


def _confirmed(
    place: Workplace,
    desk: Desk,
    gathered: Gathered,
    language: Language,
    ids: Sequence[str],
    by: Translator,
) -> Imported:
    units = {one.id: one for one in units_of(desk, gathered.contributions, language)}
    book = desk.book.get(language, {})
    unknown = [one for one in ids if one not in units or units[one].text is None]
    if unknown:
        raise UsageError(
            f"There is no text in '{language}' to confirm for: {', '.join(unknown)}.",
            f"See what there is: council-report translate export {desk.session.code}"
            f" --to {language} --all",
        )
    chosen = ids or [one.id for one in units.values() if one.state == "own" and one.id not in book]
    new = tuple(
        _kept(units[one], book[one].translation if one in book else None, by) for one in chosen
    )
    stored = store_translations(place.inputs / desk.session.code, language, new) if new else None
    return Imported(desk.translations_file(language), language, len(new), stored, ())


def _kept(unit: Unit, known: Translation | None, by: Translator) -> Translation:
    """A translation, or a contributor's own text, as one of the source as it is now."""
    own = None if unit.own is None else source_digest(unit.own)
    text = unit.text if own is None or unit.text != unit.own else None
    return Translation(
        unit=unit.id,
        source=source_digest(unit.source),
        own=own,
        text=text,
        translator=by.name,
        date=by.day,
        status=known.status if known else by.status,
    )
