"""What the secretariat prepares: session file, accepted amendments, and the templates folder."""

import io
import zipfile
from pathlib import Path as FilePath

from council_report.errors import UsageError
from council_report.intake.messages import read_messages
from council_report.intake.notes import Places
from council_report.intake.shelf import Shelf
from council_report.model.amendment import AMENDMENTS, AmendmentsFile
from council_report.model.catalogue import Catalogue, Kind
from council_report.model.desk import Desk
from council_report.model.finding import Finding
from council_report.model.language import LANGUAGES, Language
from council_report.model.location import Path, place_in
from council_report.model.mandate import Mandates
from council_report.model.message import Message
from council_report.model.session import Session
from council_report.model.session_texts import SessionRendition, session_renditions, with_renditions
from council_report.model.source import LARGEST_LIST
from council_report.model.translating import book_of
from council_report.model.translation import TRANSLATIONS, TranslationsFile

MAX_TEMPLATE = 64 << 20
"""The largest Word template or emblem, in bytes."""


def sessions_in(inputs: FilePath) -> list[str]:
    """The codes of the sessions that have a folder with a session file."""
    return sorted(path.parent.name for path in inputs.glob("*/session.yaml"))


def must_be_session(inputs: FilePath, session: str) -> None:
    """Raise UsageError if there is no session of this code."""
    if session not in sessions_in(inputs):
        known = ", ".join(sessions_in(inputs)) or "none"
        raise UsageError(
            f"There is no session '{session}' in {inputs}.",
            f"Sessions there: {known}. A session is a folder with a file session.yaml.",
        )


def read_desk(
    inputs: FilePath, templates: FilePath, session: str
) -> tuple[Desk | None, tuple[Finding, ...]]:
    """The desk of a session, or None and the findings that say what is wrong with it.

    Raises UsageError if there is no such session.
    """
    must_be_session(inputs, session)
    shelf = Shelf(inputs, templates)
    desk = _desk(shelf, session)
    return (None if shelf.findings else desk), tuple(shelf.findings)


def _desk(shelf: Shelf, code: str) -> Desk | None:
    """Everything the session needs, or None if its own file could not be read."""
    session = shelf.model(Session, shelf.inputs, f"{code}/session.yaml", "code", code)
    kinds = shelf.folder(Kind, "kinds", "kind")
    catalogues = shelf.folder(Catalogue, "labels", "language")
    amended = shelf.model(
        AmendmentsFile,
        shelf.inputs,
        f"{code}/{AMENDMENTS}",
        needed=False,
        largest=LARGEST_LIST,
    )
    translations = _translations(shelf, code)
    templates = _word_templates(shelf, kinds)
    messages = _messages(shelf)
    if session is None:
        return None
    renditions = session_renditions(session, book_of(translations))
    return Desk(
        session=with_renditions(session, renditions),
        kinds={kind.kind: kind for kind in kinds},
        catalogues={catalogue.language: catalogue for catalogue in catalogues},
        mandates=_mandates(shelf, session),
        templates=templates,
        emblem=_emblem(shelf),
        files=tuple(shelf.files),
        places=_with_translated(shelf, code, renditions),
        messages=messages,
        amendments=amended.amendments if amended else (),
        translations=translations,
        renditions=renditions,
    )


def _translations(shelf: Shelf, code: str) -> tuple[TranslationsFile, ...]:
    """The translations of a session, of each language that has any."""
    files = (
        shelf.model(
            TranslationsFile,
            shelf.inputs,
            f"{code}/{TRANSLATIONS}/{language}.yaml",
            "language",
            language,
            needed=False,
            largest=LARGEST_LIST,
        )
        for language in LANGUAGES
    )
    return tuple(file for file in files if file is not None)


def _with_translated(
    shelf: Shelf, code: str, renditions: tuple[SessionRendition, ...]
) -> dict[str, Places]:
    """The places of all values; those of translated texts of the session file are elsewhere."""
    name = f"{shelf.inputs.resolve().name}/{code}/"
    places = dict(shelf.places)
    own = dict(places.get(f"{name}session.yaml", {}))
    for one in renditions:
        if one.rendition.record:
            file = f"{name}{TRANSLATIONS}/{one.language}.yaml"
            path: Path = ("translations", one.rendition.record.number, "text")
            own[*one.way, one.language] = place_in(places.get(file, {}), path, file)
    return {**places, f"{name}session.yaml": own}


def _messages(shelf: Shelf) -> dict[Language, dict[str, str]]:
    """The words of forms, receipts and review pages in each language that has any."""
    messages: dict[Language, dict[str, str]] = {}
    stems = shelf.stems("messages", ".po")
    for language in LANGUAGES:
        if language not in stems:
            continue
        source = shelf.source(shelf.templates, f"messages/{language}.po")
        if source is not None:
            messages[language], findings = read_messages(source)
            shelf.findings += findings
    return messages


def _mandates(shelf: Shelf, session: Session) -> Mandates | None:
    if session.mandates is None:
        return None
    return shelf.model(Mandates, shelf.templates, f"mandates/{session.mandates}.yaml")


def _word_templates(shelf: Shelf, kinds: list[Kind]) -> dict[str, bytes]:
    names = dict.fromkeys(kind.template for kind in kinds)
    return {name: _word_template(shelf, name) for name in names}


def _word_template(shelf: Shelf, name: str) -> bytes:
    source = shelf.source(shelf.templates, name, MAX_TEMPLATE)
    if source is None:
        return b""
    if not _is_word_file(source.data):
        message = Message("this is not a Word file")
        remedy = Message("Save the template again as .docx.")
        shelf.find("template-broken", source.name, message, remedy)
    return source.data


def _emblem(shelf: Shelf) -> bytes | None:
    source = shelf.source(shelf.templates, "emblem.png", MAX_TEMPLATE, needed=False)
    return source.data if source else None


def _is_word_file(data: bytes) -> bool:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return "word/document.xml" in package.namelist()
    except zipfile.BadZipFile:
        return False
