"""The recipe of what comes back from translators: judged, then kept among the inputs."""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from council_report.archive.lock import alone_in
from council_report.archive.translations import store_translations
from council_report.assembly.units import units_of
from council_report.checks.returned import judge_returned
from council_report.errors import UsageError
from council_report.intake.desk import sessions_in
from council_report.intake.edited import take_copy
from council_report.intake.translated.reading import LARGEST, read_returned
from council_report.intake.translated.unreadable import SEND_OURS, unreadable
from council_report.model.desk import Desk
from council_report.model.edited import EditedCopy
from council_report.model.finding import Finding, has_errors, in_reading_order
from council_report.model.language import LANGUAGES, Language
from council_report.model.message import Message
from council_report.model.source import SourceFile
from council_report.model.translating import source_digest
from council_report.model.translation import WANTED, Returned, Translation, Unit
from council_report.settings import Workplace
from flows.gathering import Gathered, gather

PATIENCE = 60.0
"""The seconds to wait while another call writes translations of the session."""

Units = Mapping[str, Unit]
"""All that is translated into a language, by id."""


class Imported(NamedTuple):
    """What came of a file that a translator sent back: how many units of a language it gave.

    ``stored`` is the file that now holds them, None where nothing was imported. Of what was
    confirmed, ``file`` is the file of translations.
    """

    file: str
    language: Language | None
    units: int
    stored: Path | None
    findings: tuple[Finding, ...]


class Translator(NamedTuple):
    """Who translated or confirmed, on which day, and what is to be known of the translation.

    An empty ``status`` is none; None leaves that of a translation that is confirmed as it is.
    """

    name: str
    day: datetime.date
    status: str | None = None


def import_files(place: Workplace, paths: Sequence[Path], by: Translator) -> tuple[Imported, ...]:
    """Take in files that translators sent back: each whole, or nothing of it.

    Raises UsageError, before anything is kept, for a file that is not there; ArchiveError if
    nothing can be stored.
    """
    for path in paths:
        if not (path.is_file() or path.is_symlink()):
            raise UsageError(
                f"There is no file {path}.", "Name a file as it is seen from the current folder."
            )
    return tuple(_imported(place, path, by) for path in paths)


def _imported(place: Workplace, path: Path, by: Translator) -> Imported:
    source = take_copy(path, LARGEST)
    if isinstance(source, EditedCopy):
        return Imported(source.file, None, 0, None, source.findings)
    # Which session and language it is of says which sources it has to be read with.
    returned, findings = read_returned(source, {})
    language = next((one for one in LANGUAGES if one == returned.language), None)
    if returned.session is None or language is None:
        message = Message("the file does not say which session or language it is of")
        return _refused(source, findings, message)
    if returned.session not in sessions_in(place.inputs):
        message = Message("there is no session {session} here", session=returned.session)
        return _refused(source, (), message, Message("Import it where that session is kept."))
    with alone_in(place.outputs / returned.session, PATIENCE):
        return _taken(place, returned.session, language, source, by)


def _refused(
    source: SourceFile, findings: Sequence[Finding], message: Message, remedy: Message = SEND_OURS
) -> Imported:
    """A file that belongs nowhere: what was found in it, or else why it does not."""
    told = tuple(findings)
    if not has_errors(told):
        told = (*told, unreadable(source.name, message, remedy))
    return Imported(source.name, None, 0, None, told)


def _taken(
    place: Workplace, session: str, language: Language, source: SourceFile, by: Translator
) -> Imported:
    gathered = gather(place, session)
    if gathered.desk is None:
        return Imported(source.name, language, 0, None, gathered.findings)
    units = units_in(gathered.desk, gathered, language)
    returned, findings = read_returned(source, units)
    judged = judge_returned(returned, units, gathered.desk.catalogues)
    told = in_reading_order((*findings, *judged))
    new = () if has_errors(told) else tuple(_news(returned, units, by))
    return Imported(source.name, language, len(new), keep(place, session, language, new), told)


def _news(returned: Returned, units: Units, by: Translator) -> Iterator[Translation]:
    """What a file has that is not kept yet."""
    for one in returned.units:
        unit = units[one.id]
        if one.target and (unit.state in WANTED or one.target != unit.text):
            yield translation_of(unit, one.target, by)


def units_in(desk: Desk, gathered: Gathered, language: Language) -> Units:
    """All that is translated into a language."""
    return {one.id: one for one in units_of(desk, gathered.contributions, language)}


def keep(
    place: Workplace, session: str, language: Language, new: Sequence[Translation]
) -> Path | None:
    """The file that now holds some translations; None where there are none."""
    return store_translations(place.inputs / session, language, new) if new else None


def translation_of(unit: Unit, text: str | None, by: Translator) -> Translation:
    """A text as one of the source as it is now; None is the contributor's own."""
    return Translation(
        unit=unit.id,
        source=source_digest(unit.source),
        own=own_digest(unit),
        text=text,
        translator=by.name,
        date=by.day,
        status=by.status or None,
    )


def own_digest(unit: Unit) -> str | None:
    """What stands for the contributor's own text, if there is one."""
    return None if unit.own is None else source_digest(unit.own)
