"""Receiving: read what contributors sent, judge it, and answer each of them on their own file."""

import hashlib
import logging
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from pydantic_core import to_json

from council_report.archive.receipts import Copy, CopyKind, basis_of, copy_name, store_receipt
from council_report.assembly.receipt import language_of, make_receipt
from council_report.confinement import StoppedError, confined
from council_report.errors import ArchiveError
from council_report.intake.arriving import stamp_of
from council_report.intake.gate import is_container, kind_of
from council_report.intake.opening import RefusedError
from council_report.intake.sources import read_source, standing
from council_report.model.contribution import Contribution
from council_report.model.desk import Desk
from council_report.model.finding import Finding, Severity, count_by_severity
from council_report.model.location import Location
from council_report.model.message import Message
from council_report.model.receipt import Receipt, Verdict
from council_report.model.source import SourceFile
from council_report.pages.speech import Speech
from council_report.rendering.receipts.page import page
from council_report.settings import Workplace
from flows.gathering import Gathered


class Answer(NamedTuple):
    """What a contributor was told about a file, and where the receipt is."""

    file: str
    verdict: Verdict
    findings: dict[Severity, int]
    receipt: Path


class Reception(NamedTuple):
    """The answers that were given, and the findings that no receipt can tell to anybody.

    ``to_mend`` is how many files of the session are set aside, whether answered now or before.
    """

    answers: tuple[Answer, ...]
    findings: tuple[Finding, ...]
    to_mend: int = 0


Choice = Callable[[str], bool]
"""Whether a file, by its name, is to be answered."""


def answer(
    place: Workplace, gathered: Gathered, wanted: Choice | None = None, *, anew: bool = False
) -> Reception:
    """Answer the wanted files of a session, or all; of these, ``anew`` even those that have a
    receipt which says what there is to say.
    """
    desk = gathered.desk
    if desk is None:
        return Reception((), gathered.findings)
    answers: list[Answer] = []
    findings = list(_untold(gathered))
    for contribution in gathered.contributions:
        if wanted and not wanted(contribution.file):
            continue
        basis = _basis(desk, contribution)
        if not anew and _answered(place, contribution) == basis:
            continue
        try:
            answers.append(_answer(place, desk, contribution, gathered, basis))
        except ArchiveError as error:
            findings.append(_unwritten(contribution, str(error), error.hint))
        except Exception as error:  # One file that we fail at is no reason to leave out the others.
            said = f"The receipt could not be made: {type(error).__name__}: {error}"
            findings.append(_unwritten(contribution, said, "Report this to the maintainers."))
    to_mend = sum(one.set_aside for one in gathered.contributions)
    return Reception(tuple(answers), tuple(findings), to_mend)


def _answer(
    place: Workplace, desk: Desk, contribution: Contribution, gathered: Gathered, basis: str
) -> Answer:
    receipt = make_receipt(desk, contribution, gathered.contributions)
    wording = desk.messages.get(receipt.language, {})
    copy = _annotated(place, receipt, Speech(receipt.language, wording))
    if copy is not None:
        receipt = receipt.model_copy(update={"annotated": copy_name(receipt.name, copy.kind)})
    path = store_receipt(
        _session_folder(place, contribution),
        _within_session(contribution),
        page(receipt, wording, basis),
        copy,
    )
    return Answer(contribution.file, receipt.verdict, count_by_severity(receipt.findings), path)


def _annotated(place: Workplace, receipt: Receipt, speech: Speech) -> Copy | None:
    """The file with its findings as comments; None where nothing can be said in it."""
    if receipt.verdict == "refused" or not receipt.findings:
        return None
    try:
        source = read_source(_path_of(place, receipt.file), receipt.file)
        if source.digest != receipt.digest or not is_container(source.data):
            return None  # It holds no comments, or was changed and will be answered again.
        copy = confined(_annotate, source, receipt.findings, speech)
    except (FileNotFoundError, RefusedError):
        return None
    except StoppedError as stopped:
        logging.getLogger(__name__).info("no copy of %s: %s", receipt.file, stopped)
        return None
    return Copy(*copy) if copy else None


def _path_of(place: Workplace, file: str) -> Path:
    """Where a file stands, in whose name there may be signs that cannot be shown."""
    path = place.inputs / file.partition("/")[2]
    if stamp_of(path):
        return path
    there = standing(place.inputs, file.split("/")[1], ())
    return next((one.path for one in there if one.name == file), path)


def _annotate(
    source: SourceFile, findings: tuple[Finding, ...], speech: Speech
) -> tuple[CopyKind, bytes] | None:
    """A Word or Excel file with comments, in a process that may import what knows such files."""
    kind = kind_of(source)
    if kind == "docx":
        from council_report.rendering.receipts.word import annotate_word

        return kind, annotate_word(source.data, findings, speech)
    if kind == "xlsx":
        from council_report.rendering.receipts.excel import annotate_excel

        return kind, annotate_excel(source.data, findings, speech)
    return None


def _basis(desk: Desk, contribution: Contribution) -> str:
    """The digest of what decides an answer: the file, what is found in it, and the language.

    What the contributor still owes elsewhere is on the receipt too, but no reason for a new one.
    """
    decisive = (contribution.digest, language_of(desk, contribution), contribution.findings)
    return hashlib.sha256(to_json(decisive)).hexdigest()


def _answered(place: Workplace, contribution: Contribution) -> str | None:
    return basis_of(_session_folder(place, contribution), _within_session(contribution))


def _session_folder(place: Workplace, contribution: Contribution) -> Path:
    return place.inputs / contribution.file.split("/")[1]


def _within_session(contribution: Contribution) -> str:
    return contribution.file.split("/", 2)[2]


def _untold(gathered: Gathered) -> tuple[Finding, ...]:
    """What is found in no file and no folder of a contributor."""
    told = {contribution.file for contribution in gathered.contributions}
    places = ((finding, finding.location.file) for finding in gathered.findings)
    return tuple(one for one, file in places if file not in told and not file.endswith("/"))


def _unwritten(contribution: Contribution, said: str, hint: str) -> Finding:
    return Finding(
        rule="receipt-unwritten",
        severity="error",
        location=Location(contribution.file),
        message=Message.verbatim(said),
        remedy=Message.verbatim(hint),
    )
