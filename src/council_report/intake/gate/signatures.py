"""What a file is that is no container of a kind we read, by its first bytes and its ending."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from council_report.intake.gate.refusal import COPY_INTO_FORM
from council_report.model.message import Message


class Unread(NamedTuple):
    """A kind of file that is not read: what it is, and how to save the right thing."""

    message: Message
    remedy: Message
    rule: str = "file-format"


ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

SAVE_AS_WORD = Message("Save the text as a Word document (.docx), and send that.")
SAVE_AS_EXCEL = Message("Save the table as an Excel workbook (.xlsx), and send that.")

PDF = Unread(
    Message("this is a PDF, from which text cannot be taken reliably"),
    Message("Send the Word or Excel file that the PDF was made from."),
)
PICTURE = Unread(
    Message("this is a picture"),
    Message("Write what it says into the form that you were sent, and send the form."),
)
ARCHIVE = Unread(
    Message("this is a compressed folder"),
    Message("Open it, and put the files that are in it here one by one."),
)
RECORDING = Unread(
    Message("this is a film or a sound recording"),
    Message("Write what is said in it into the form that you were sent, and send the form."),
)
RICH_TEXT = Unread(Message("this is a Rich Text file (.rtf)"), SAVE_AS_WORD)
WEB_PAGE = Unread(
    Message("this is a web page"),
    Message("Save it as an ordinary Word document (.docx) or Excel workbook (.xlsx)."),
)
PLAIN_TEXT = Unread(Message("this is a plain text file"), SAVE_AS_WORD)
MAIL = Unread(
    Message("this is an e-mail message"),
    Message("Save the file that is attached to it, and put that here."),
)
SHORTCUT = Unread(
    Message("this is a shortcut to a document that is kept at Google, without its text"),
    Message("In Google Docs choose File, Download, Microsoft Word; in Sheets, Microsoft Excel."),
)
ELSEWHERE = Unread(
    Message("this is a shortcut to a file that is kept elsewhere, without its content"),
    Message("Open the file itself, save a copy of it, and put that here."),
)
WORD_AS_XML = Unread(Message("this is a Word document in XML form (.xml)"), SAVE_AS_WORD)
EXCEL_AS_XML = Unread(Message("this is an Excel workbook in XML form (.xml)"), SAVE_AS_EXCEL)
FLAT_ODF = Unread(
    Message("this is a flat OpenDocument file"),
    Message("Save it as an ordinary OpenDocument file (.odt or .ods), and send that."),
)
PROTECTED = Unread(
    Message("this file is protected with a password"),
    Message("Open it, take the password away (File, Info, Protect), save it, and send it again."),
    "file-protected",
)
OLD_WORD = Unread(Message("this is a Word document of the form before 2007 (.doc)"), SAVE_AS_WORD)
OLD_EXCEL = Unread(
    Message("this is an Excel workbook of the form before 2007 (.xls)"), SAVE_AS_EXCEL
)
PRESENTATION = Unread(Message("this is a presentation"), COPY_INTO_FORM)
PROGRAM = Unread(Message("this is a program"), COPY_INTO_FORM)
SEND_ANOTHER = Message("Send a Word, Excel, OpenDocument, Markdown, CSV, YAML or JSON file.")
OLD_OFFICE = Unread(Message("this is a file of a form that Office used before 2007"), SEND_ANOTHER)

SIGNATURES: Mapping[bytes, Unread] = {
    b"%PDF-": PDF,
    b"\x89PNG\r\n\x1a\n": PICTURE,
    b"\xff\xd8\xff": PICTURE,
    b"GIF8": PICTURE,
    b"II*\0": PICTURE,
    b"MM\0*": PICTURE,
    b"ID3": RECORDING,
    b"OggS": RECORDING,
    b"\x1aE\xdf\xa3": RECORDING,
    b"L\0\0\0\x01\x14\x02\0": ELSEWHERE,
    b"7z\xbc\xaf\x27\x1c": ARCHIVE,
    b"Rar!\x1a\x07": ARCHIVE,
    b"\x1f\x8b": ARCHIVE,
    b"BZh": ARCHIVE,
    b"\xfd7zXZ\0": ARCHIVE,
    b"{\\rtf": RICH_TEXT,
    b"\x7fELF": PROGRAM,
    b"MZ\x90": PROGRAM,
}
"""What a file is that begins with these bytes."""

STREAMS: Mapping[str, Unread] = {
    "EncryptedPackage": PROTECTED,
    "DataSpaces": PROTECTED,
    "WordDocument": OLD_WORD,
    "Workbook": OLD_EXCEL,
    "Book": OLD_EXCEL,
    "PowerPoint Document": PRESENTATION,
    "__properties_version1.0": MAIL,
}
"""What a container of the form before 2007 is, by the first of these names that it holds."""

ENDINGS: Mapping[str, Unread] = {
    ".txt": PLAIN_TEXT,
    ".htm": WEB_PAGE,
    ".html": WEB_PAGE,
    ".mht": WEB_PAGE,
    ".mhtml": WEB_PAGE,
    ".doc": OLD_WORD,
    ".xls": OLD_EXCEL,
    ".pdf": PDF,
    ".bmp": PICTURE,
    ".svg": PICTURE,
    ".url": ELSEWHERE,
    ".webloc": ELSEWHERE,
    ".eml": MAIL,
    ".gdoc": SHORTCUT,
    ".gsheet": SHORTCUT,
    ".gslides": SHORTCUT,
    ".fodt": FLAT_ODF,
    ".fods": FLAT_ODF,
}

BEGINNINGS: Mapping[re.Pattern[bytes], Unread] = {
    re.compile(rb"\s*(<!doctype html|<html)", re.IGNORECASE): WEB_PAGE,
    re.compile(rb"\s*<\?xml.{,200}(progid=.Word\.|<pkg:package)", re.DOTALL): WORD_AS_XML,
    re.compile(rb"\s*<\?xml.{,200}progid=.Excel\.", re.DOTALL): EXCEL_AS_XML,
    re.compile(rb"\s*\{[^{}]*\"doc_id\"\s*:", re.DOTALL): SHORTCUT,
    re.compile(rb"(Return-Path|Received|Delivered-To|MIME-Version): ", re.IGNORECASE): MAIL,
}
"""How texts begin that are something else than their ending says."""


STILL = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"mif1", b"msf1", b"avif")
"""The marks of pictures among files that may be films, as phones make both."""


def is_container(data: bytes) -> bool:
    """Whether the file is a zip container, whatever is in it."""
    return data.startswith(ZIP)


def is_large(data: bytes) -> bool:
    """Whether a file may be larger than a text, and has to be known whole."""
    return is_container(data) or data.startswith(OLE)


def unread(data: bytes, suffix: str) -> Unread | None:
    """What a file is that is no zip container and is not read; None if it may be a text."""
    for signature, kind in SIGNATURES.items():
        if data.startswith(signature):
            return kind
    if data.startswith(OLE):
        return _old_office(data)
    if data[4:8] == b"ftyp":
        return PICTURE if data[8:12] in STILL else RECORDING
    if data[:4] == b"RIFF":
        return PICTURE if data[8:12] == b"WEBP" else RECORDING
    beginning = data[:4096].removeprefix(b"\xef\xbb\xbf")
    for pattern, kind in BEGINNINGS.items():
        if pattern.match(beginning):
            return kind
    return ENDINGS.get(suffix)


def _old_office(data: bytes) -> Unread:
    capitals = data.upper()  # Names are the same in capitals, and some programs write those.
    for name, kind in STREAMS.items():
        if name.upper().encode("utf-16-le") + b"\0\0" in capitals:
            return kind
    return OLD_OFFICE
