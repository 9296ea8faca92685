"""What a file is, decided by its content; of texts, which all look alike, by its ending."""

import re
from collections.abc import Mapping
from typing import Literal

from council_report.intake.gate.container import BombError, Container
from council_report.intake.gate.markup import DocumentTypeError
from council_report.intake.gate.package import main_type
from council_report.intake.gate.refusal import (
    BOMB,
    DOCUMENT_TYPE,
    SAVE_AGAIN,
    DamagedError,
    damage,
    refusal,
)
from council_report.intake.gate.signatures import (
    ARCHIVE,
    PRESENTATION,
    SAVE_AS_EXCEL,
    SAVE_AS_WORD,
    SEND_ANOTHER,
    Unread,
    is_container,
    unread,
)
from council_report.model.finding import Finding
from council_report.model.message import Message
from council_report.model.source import SourceFile

FileKind = Literal["docx", "xlsx", "odt", "ods", "md", "csv", "yaml"]
"""What can be read; ``yaml`` is JSON too."""

TEXTS: Mapping[str, FileKind] = {
    ".csv": "csv",
    ".json": "yaml",
    ".md": "md",
    ".yaml": "yaml",
    ".yml": "yaml",
}
"""What a text is, by the ending of its name."""

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml."
OPEN = "application/vnd.oasis.opendocument."

READ: Mapping[str, FileKind] = {
    WORD + "document.main+xml": "docx",
    EXCEL + "sheet.main+xml": "xlsx",
    OPEN + "text": "odt",
    OPEN + "spreadsheet": "ods",
}
"""The kinds of container that are read, by the type of the main part."""

TEMPLATE = Message("Open it, save it as an ordinary document, and send that.")
WITH_MACROS = Message("this file is of a form that can hold macros")

UNREAD: Mapping[str, Unread] = {
    WORD + "template.main+xml": Unread(
        Message("this is a Word template (.dotx), not a document"), SAVE_AS_WORD
    ),
    EXCEL + "template.main+xml": Unread(
        Message("this is an Excel template (.xltx), not a workbook"), SAVE_AS_EXCEL
    ),
    OPEN + "text-template": Unread(Message("this is an OpenDocument template (.ott)"), TEMPLATE),
    OPEN + "spreadsheet-template": Unread(
        Message("this is an OpenDocument template (.ots)"), TEMPLATE
    ),
    OPEN + "text-master": Unread(Message("this is an OpenDocument master document"), TEMPLATE),
    "application/vnd.ms-excel.sheet.binary.macroEnabled.main": Unread(
        Message("this is a binary Excel workbook (.xlsb)"), SAVE_AS_EXCEL
    ),
    "application/vnd.ms-word.document.macroEnabled.main+xml": Unread(
        WITH_MACROS, SAVE_AS_WORD, "file-active"
    ),
    "application/vnd.ms-word.template.macroEnabledTemplate.main+xml": Unread(
        WITH_MACROS, SAVE_AS_WORD, "file-active"
    ),
    "application/vnd.ms-excel.sheet.macroEnabled.main+xml": Unread(
        WITH_MACROS, SAVE_AS_EXCEL, "file-active"
    ),
    "application/vnd.ms-excel.template.macroEnabled.main+xml": Unread(
        WITH_MACROS, SAVE_AS_EXCEL, "file-active"
    ),
    "strict": Unread(
        Message("this file is of the form “Strict Open XML”"),
        Message("Save it as an ordinary Word document (.docx) or Excel workbook (.xlsx)."),
    ),
    "apple": Unread(
        Message("this is a document of Apple Pages, Numbers or Keynote"),
        Message("Choose File, Export To, Word or Excel, and send that."),
    ),
    "archive": ARCHIVE,
}
"""The kinds of container that are not read, by the type of the main part."""

CONTAINERS = frozenset({".docx", ".xlsx", ".odt", ".ods"})
"""The endings of files that are containers."""

CONTROLS = re.compile(rb"[\0-\x08\x0e-\x1a\x1c-\x1f]")
"""Bytes that stand in no text of one byte per character."""

BEGINNING = 4096
"""How many bytes of a text are looked at."""


def kind_of(source: SourceFile) -> FileKind | Finding:
    """What a file is, or the finding that says why it is not read."""
    if not source.data.strip():
        message = Message("the file is empty")
        return refusal(source.name, "file-empty", message, Message("Send the file again."))
    if is_container(source.data):
        return _kind_of_container(source)
    kind = unread(source.data, source.suffix)
    if kind is None and _is_text(source):
        return TEXTS[source.suffix]
    return _refused(source, kind) if kind else _unknown(source)


def _is_text(source: SourceFile) -> bool:
    """Whether a reader of texts may try; the one for YAML names a character that is none."""
    if source.suffix not in TEXTS:
        return False
    return (
        TEXTS[source.suffix] == "yaml"
        or source.data.startswith((b"\xff\xfe", b"\xfe\xff"))
        or not CONTROLS.search(source.data, 0, BEGINNING)
    )


def _kind_of_container(source: SourceFile) -> FileKind | Finding:
    try:
        container = Container(source.data)
        main = main_type(container)
    except DamagedError as error:
        return refusal(source.name, *damage(error))
    except DocumentTypeError:
        return refusal(source.name, *DOCUMENT_TYPE)
    except BombError:
        return refusal(source.name, *BOMB)
    if main in READ:
        return READ[main]
    if "presentation" in main or "powerpoint" in main:
        return _refused(source, PRESENTATION)
    return _refused(source, UNREAD[main]) if main in UNREAD else _unknown(source)


def _refused(source: SourceFile, kind: Unread) -> Finding:
    return refusal(source.name, kind.rule, kind.message, kind.remedy)


def _unknown(source: SourceFile) -> Finding:
    ending = source.suffix
    if ending in CONTAINERS or ending in TEXTS:
        message = Message("the file is not what its ending '{ending}' says", ending=ending)
        return refusal(source.name, "file-format", message, SAVE_AGAIN)
    shown = ending or Message("no ending")
    message = Message("files of this kind ('{ending}') are not read", ending=shown)
    return refusal(source.name, "file-format", message, SEND_ANOTHER)
