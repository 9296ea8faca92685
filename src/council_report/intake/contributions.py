"""A contributor's file made into a contribution, whole or set aside."""

import logging
from collections.abc import Mapping

from council_report.confinement import StoppedError, StopReason, confined
from council_report.intake.gate import FileKind, check_package, is_container, kind_of
from council_report.intake.notes import abridged
from council_report.intake.sources import MAX_CONTAINER
from council_report.intake.structured import build
from council_report.intake.tree import MAX_BYTES, Tree
from council_report.model.contribution import Contribution, ContributionFile
from council_report.model.finding import Finding
from council_report.model.guide import Guide
from council_report.model.location import Location
from council_report.model.message import Message
from council_report.model.source import SourceFile

NO_GUIDE = Guide()

READERS = ("council_report.intake.documents", "council_report.intake.tables")
"""What is in the memory of every confined process: importing it takes longer than reading."""

FORM = Message("Copy the text into the form that you were sent, and send the form.")

SMALLER_PICTURES = Message("Make its pictures smaller, or send it as several files.")
SMALLER_FILES = Message("Send it as several smaller files.")

STOPPED: Mapping[StopReason, tuple[str, Message]] = {
    "time-out": ("file-time-out", Message("reading the file took too long and was stopped")),
    "memory": ("file-memory", Message("reading the file took too much memory and was stopped")),
    "crash": ("file-crash", Message("the file could not be read: something in it is not in order")),
}
"""The rule and the message for a file whose reading was stopped."""


def read_contribution(source: SourceFile, guide: Guide = NO_GUIDE) -> Contribution:
    """The contribution in a file; its findings say why, where it could not be read.

    A YAML or JSON file is read here, every other in a confined process.
    """
    if is_container(source.data):
        return _read_apart(source, guide, MAX_CONTAINER, SMALLER_PICTURES)
    kind = kind_of(source)
    if isinstance(kind, Finding):
        return _set_aside(source, kind)
    if kind == "yaml":
        return _read_structured(source)
    return _read_apart(source, guide, MAX_BYTES, SMALLER_FILES)


def _read_apart(source: SourceFile, guide: Guide, largest: int, if_larger: Message) -> Contribution:
    """What a confined process reads in a file, or how it was stopped."""
    if len(source.data) > largest:
        message = Message("the file is larger than {count} MiB", count=largest >> 20)
        return _set_aside(source, _finding(source, "file-too-large", message, if_larger))
    try:
        return confined(read_guarded, source, guide, warm=READERS)
    except StoppedError as stopped:
        logging.getLogger(__name__).info("%s: %s", source.name, stopped)
        return _set_aside(source, _finding(source, *STOPPED[stopped.reason], FORM))


def read_guarded(source: SourceFile, guide: Guide) -> Contribution:
    """The contribution in a file that is not YAML or JSON, if the gate lets it pass.

    To be called in a confined process: whatever the file does to the readers happens there.
    """
    kind = kind_of(source)
    if isinstance(kind, Finding):
        return _set_aside(source, kind)
    problems = check_package(source, kind) if is_container(source.data) else ()
    return _set_aside(source, *abridged(problems)) if problems else _read(source, kind, guide)


def _read(source: SourceFile, kind: FileKind, guide: Guide) -> Contribution:
    # Imported here, as only confined processes need the libraries for Office files.
    match kind:
        case "docx" | "odt" | "md":
            from council_report.intake.documents import read_document

            return read_document(source, kind, guide)
        case "xlsx" | "ods" | "csv":
            from council_report.intake.tables import read_table

            return read_table(source, kind, guide)
        case "yaml":
            return _read_structured(source)


def _read_structured(source: SourceFile) -> Contribution:
    tree = Tree(source)
    content, findings = build(ContributionFile, tree)
    content = content or ContributionFile()
    return Contribution(
        contributor=source.sender,
        file=source.name,
        digest=source.digest,
        statistics=content.statistics,
        entries=content.entries,
        places=tree.places,
        claims=_claims(tree.value),
        findings=tuple(findings),
    )


def _claims(value: object) -> tuple[str, ...]:
    """The sections that the entries of a file name, as far as it could be read."""
    entries = value.get("entries") if isinstance(value, dict) else None
    sections = [
        entry["section"]
        for entry in (entries if isinstance(entries, list) else [])
        if isinstance(entry, dict) and isinstance(entry.get("section"), str)
    ]
    return tuple(dict.fromkeys(sections))


def _finding(source: SourceFile, rule: str, message: Message, remedy: Message) -> Finding:
    return Finding(
        rule=rule,
        severity="error",
        location=Location(source.name),
        message=message,
        remedy=remedy,
    )


def _set_aside(source: SourceFile, *findings: Finding) -> Contribution:
    """The contribution of a file that is not read."""
    return Contribution(
        contributor=source.sender,
        file=source.name,
        digest=source.digest,
        findings=findings,
    )
