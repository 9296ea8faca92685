"""A translator's file made into what it returns, or the findings that say why nothing is read."""

import logging
from collections.abc import Iterator, Mapping

from council_report.confinement import StoppedError, confined
from council_report.intake.contributions import SMALLER_FILES, STOPPED
from council_report.intake.edited import read_edited
from council_report.intake.gate import is_container
from council_report.intake.notes import UNPRINTABLE, Notes, abridged
from council_report.intake.translated.table import table_in
from council_report.intake.translated.unreadable import SAVE_AGAIN, not_ours, nothing_of
from council_report.intake.translated.xliff import xliff_in
from council_report.model.finding import Finding
from council_report.model.location import Location
from council_report.model.message import Message
from council_report.model.source import SourceFile
from council_report.model.translation import Returned, Unit

LARGEST = 32 << 20
"""How many bytes of a translator's file are read."""

READER = "council_report.intake.translated.xliff"
"""What is in the memory of every confined process that reads XLIFF."""

XML_BEGINS = b"\xef\xbb\xbf\xfe\xff\0 \t\r\n"
"""What may stand before the first sign of XML, in any encoding."""

SEND_AGAIN = Message("Send the file again.")

Reading = tuple[Returned, tuple[Finding, ...]]


def read_returned(source: SourceFile, units: Mapping[str, Unit]) -> Reading:
    """What a file returns, XLIFF 1.2 or our Word table, and what is to be said of it.

    ``units`` are those of the language, by id: the protected statistics and links of a translation
    are taken from there, never from the file. A finding of severity error means that the file was
    not read as it was meant; what was found in it all the same is for others to judge.
    """
    returned, findings = _read(source, units)
    return returned, tuple(abridged((*findings, *_forbidden(returned))))


def _read(source: SourceFile, units: Mapping[str, Unit]) -> Reading:
    if not source.data.strip():
        return _unread(source, "file-empty", Message("the file is empty"), SEND_AGAIN)
    if len(source.data) > LARGEST:
        message = Message("the file is larger than {count} MiB", count=LARGEST >> 20)
        return _unread(source, "file-too-large", message, SMALLER_FILES)
    if is_container(source.data):
        return table_in(read_edited(source), units)
    if not source.data[:64].lstrip(XML_BEGINS).startswith(b"<"):
        return nothing_of(source.name), (not_ours(source.name),)
    try:
        return confined(xliff_in, source, dict(units), warm=(READER,))
    except StoppedError as stopped:
        logging.getLogger(__name__).info("%s: %s", source.name, stopped)
        return _unread(source, *STOPPED[stopped.reason], SAVE_AGAIN)


def _unread(source: SourceFile, rule: str, message: Message, remedy: Message) -> Reading:
    finding = Finding(
        rule=rule,
        severity="error",
        location=Location(source.name),
        message=message,
        remedy=remedy,
    )
    return nothing_of(source.name), (finding,)


def _forbidden(returned: Returned) -> Iterator[Finding]:
    """The characters of translations that cannot be printed: no file of ours may hold them."""
    notes = Notes(returned.file)
    for unit in returned.units:
        for character in dict.fromkeys(UNPRINTABLE.findall(unit.target or "")):
            notes.forbid(character, 0)
            yield notes.findings[-1].model_copy(update={"location": unit.place})
