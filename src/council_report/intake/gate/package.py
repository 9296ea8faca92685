"""Whether a Word, Excel or OpenDocument container may be opened by a reader."""

from collections.abc import Iterator

from council_report.intake.gate import odf, ooxml
from council_report.intake.gate.container import BombError, Container
from council_report.intake.gate.markup import DocumentTypeError
from council_report.intake.gate.opc import CONTENT_TYPES, STRICT, main_part, main_relation, types_in
from council_report.intake.gate.refusal import (
    BOMB,
    DOCUMENT_TYPE,
    SAVE_AGAIN,
    DamagedError,
    Problem,
    damage,
    refusal,
)
from council_report.model.finding import Finding
from council_report.model.message import Message
from council_report.model.source import SourceFile

APPLE = frozenset({"Index.zip", "buildVersionHistory.plist", "index.apxl"})
"""What Pages, Numbers and Keynote put into their files, beside parts of their own form."""

OPEN_DOCUMENT = frozenset({"odt", "ods"})


def main_type(container: Container) -> str:
    """The content type of the main part, or a word for a container that is no document.

    Raises DamagedError, DocumentTypeError or BombError.
    """
    names = container.by_name
    if odf.MIMETYPE in names:
        return container.read(odf.MIMETYPE).decode("ascii", "replace").strip()
    if CONTENT_TYPES in names:
        if main_relation(container).type.startswith(STRICT):
            return "strict"
        return types_in(container).of(main_part(container))
    if names.keys() & APPLE or any(name.endswith(".iwa") for name in names):
        return "apple"
    if names.keys() & {"word/document.xml", "xl/workbook.xml", "content.xml"}:
        raise DamagedError(Message("the file is damaged: its list of contents is missing"))
    return "archive"


def check_package(source: SourceFile, kind: str) -> tuple[Finding, ...]:
    """Everything that keeps a container from being read, each once; empty if nothing does.

    ``kind`` is ``docx``, ``xlsx``, ``odt`` or ``ods``, as ``kind_of`` tells.
    """
    problems = dict.fromkeys(_problems(source.data, kind))
    return tuple(refusal(source.name, *problem) for problem in problems)


def _problems(data: bytes, kind: str) -> Iterator[Problem]:
    try:
        container = Container(data)
        oddities = [_odd(oddity) for oddity in container.problems()]
        yield from oddities
        if not oddities:
            check = odf.problems if kind in OPEN_DOCUMENT else ooxml.problems
            yield from check(container)
    except DamagedError as error:
        yield damage(error)
    except DocumentTypeError:
        yield DOCUMENT_TYPE
    except BombError:
        yield BOMB


def _odd(oddity: Message) -> Problem:
    message = Message("the file was not made by a program for documents: {oddity}", oddity=oddity)
    return Problem("file-packed", message, SAVE_AGAIN)
