"""A reviewer's file made into an edited copy, whole or with the reason why not."""

import logging
from pathlib import Path

from council_report.confinement import StoppedError, confined
from council_report.intake.contributions import SMALLER_PICTURES, STOPPED
from council_report.intake.gate import check_package, is_container, kind_of
from council_report.intake.gate.refusal import COPY_INTO_FORM, SAVE_AGAIN
from council_report.intake.notes import abridged
from council_report.intake.opening import RefusedError
from council_report.intake.sources import MAX_CONTAINER, printable, read_source
from council_report.model.edited import EditedCopy
from council_report.model.finding import Finding
from council_report.model.location import Location
from council_report.model.message import Message
from council_report.model.source import SourceFile

READER = "council_report.intake.edited.copies"
"""What is in the memory of every confined process that reads a copy."""

WORD_COPY = Message("Save the copy of the draft as a Word document (.docx), and send that.")


def take_copy(path: Path, largest: int | None = None) -> SourceFile | EditedCopy:
    """A file anywhere on the disk, or the copy without paragraphs that it would have been.

    No link is followed. The file is called by its name alone, whatever folder it lies in. Of its
    bytes just over ``largest`` are read; where that is not given, the content decides how many.
    """
    name = printable(path.name)
    try:
        return read_source(path, name, largest=largest)
    except FileNotFoundError:
        message, remedy = Message("there is no such file"), Message("Look at its name and folder.")
    except RefusedError as refusal:
        message, remedy = refusal.reason
    return EditedCopy(
        file=name, digest="", findings=(_finding(name, "file-refused", message, remedy),)
    )


def read_edited(source: SourceFile) -> EditedCopy:
    """The copy in a file; its findings say why, where it could not be read.

    Tracked changes and comments are read, not refused. All is done in a confined process.
    """
    if len(source.data) > MAX_CONTAINER:
        message = Message("the file is larger than {count} MiB", count=MAX_CONTAINER >> 20)
        return _unread(source, _finding(source.name, "file-too-large", message, SMALLER_PICTURES))
    if not is_container(source.data):
        return read_guarded_copy(source)  # It goes no further than the gate.
    try:
        return confined(read_guarded_copy, source, warm=(READER,))
    except StoppedError as stopped:
        logging.getLogger(__name__).info("%s: %s", source.name, stopped)
        return _unread(source, _finding(source.name, *STOPPED[stopped.reason], SAVE_AGAIN))


def read_guarded_copy(source: SourceFile) -> EditedCopy:
    """The copy in a file, if the gate lets it pass.

    To be called in a confined process: whatever the file does to the reader happens there.
    """
    kind = kind_of(source)
    if isinstance(kind, Finding):
        return _unread(source, _for_reviewers(kind))
    if kind != "docx":
        message = Message("this is no Word document (.docx), as the drafts are")
        return _unread(source, _finding(source.name, "file-format", message, WORD_COPY))
    problems = check_package(source, kind)
    if problems:
        return _unread(source, *map(_for_reviewers, abridged(problems)))
    # Imported here, as only confined processes need the libraries for Office files.
    from council_report.intake.edited.copies import copy_in

    copy = copy_in(source)
    if copy.paragraphs:
        return copy
    message, remedy = Message("the file is empty"), Message("Send the file again.")
    return _unread(source, _finding(source.name, "file-empty", message, remedy))


def _for_reviewers(finding: Finding) -> Finding:
    """A finding of the gate, without the advice to fill in a form: reviewers have none."""
    remedy = SAVE_AGAIN if finding.remedy == COPY_INTO_FORM else finding.remedy
    remedy = WORD_COPY if finding.rule == "file-format" else remedy
    return finding.model_copy(update={"remedy": remedy})


def _finding(name: str, rule: str, message: Message, remedy: Message) -> Finding:
    return Finding(
        rule=rule, severity="error", location=Location(name), message=message, remedy=remedy
    )


def _unread(source: SourceFile, *findings: Finding) -> EditedCopy:
    return EditedCopy(file=source.name, digest=source.digest, findings=findings)
