"""The words of forms, receipts and findings in one language: a catalogue of gettext."""

import io
from collections.abc import Iterator
from functools import lru_cache
from string import Formatter

from babel.messages.catalog import Message as Entry
from babel.messages.pofile import PoFileError, read_po

from council_report.model.finding import Finding
from council_report.model.language import LANGUAGES
from council_report.model.location import Location
from council_report.model.message import Message
from council_report.model.source import SourceFile


@lru_cache(maxsize=2 * len(LANGUAGES))
def read_messages(source: SourceFile) -> tuple[dict[str, str], tuple[Finding, ...]]:
    """The translations in a .po file by their English templates, and what is wrong with it.

    What is not translated yet, or marked as fuzzy, is left out. A watcher asks for the same files
    all day, and this takes longer than all the rest of a desk.
    """
    try:
        catalogue = read_po(io.BytesIO(source.data), ignore_obsolete=True, abort_invalid=True)
        entries = [entry for entry in catalogue if _is_translated(entry)]
    except PoFileError as error:
        return {}, (_broken(source, error.lineno + 1),)
    except (ValueError, LookupError):  # The bytes are not in the encoding that the file names.
        return {}, (_broken(source, None),)
    misfits = tuple(_misfit(source, entry) for entry in entries if not _fits(entry))
    return {str(entry.id): str(entry.string) for entry in entries}, misfits


def _is_translated(entry: Entry) -> bool:
    return isinstance(entry.id, str) and bool(entry.id and entry.string) and not entry.fuzzy


def _fits(entry: Entry) -> bool:
    """Whether a translation has the placeholders of its template, and can be filled like it."""
    try:
        return set(_placeholders(str(entry.string))) == set(_placeholders(str(entry.id)))
    except ValueError:
        return False


def _placeholders(template: str) -> Iterator[tuple[str, str | None, str | None]]:
    for _, name, form, conversion in Formatter().parse(template):
        if name is not None:
            yield name, form, conversion


def _broken(source: SourceFile, line: int | None) -> Finding:
    return Finding(
        rule="messages-broken",
        severity="error",
        location=Location(source.name, line),
        message=Message("this is not a catalogue of messages that gettext could read"),
        remedy=Message("Mend it here or above, or take the former version back."),
    )


def _misfit(source: SourceFile, entry: Entry) -> Finding:
    return Finding(
        rule="messages-placeholder",
        severity="error",
        location=Location(source.name, entry.lineno),
        message=Message(
            "the words in braces of “{translation}” are not those of “{template}”",
            translation=entry.string,
            template=entry.id,
        ),
        remedy=Message("Write the same words in braces as in English."),
    )
