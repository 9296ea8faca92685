"""Non-breaking hyphens kept in the text of a PDF.

LibreOffice prints U+2011 as an ordinary hyphen, and that is what a search or a screen reader then
finds. So it is given a character that looks alike and does not break either, and the name of that
character in the PDF's tables of characters is set right afterwards.
"""

import io
import re
import zipfile
from collections.abc import Mapping

import pikepdf

HYPHEN = "\u2011".encode()
STAND_IN = "\u02d7".encode()
MAPPED = re.compile(rb"<02D7>", re.IGNORECASE)


def with_stand_in(document: bytes) -> bytes:
    """The Word document with the stand-in for each non-breaking hyphen."""
    parts = _parts(document)
    if not _is_needed(parts):
        return document
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for item, data in parts.items():
            if _is_text(item):
                data = data.replace(HYPHEN, STAND_IN)
            package.writestr(item, data)
    return target.getvalue()


def restored(pdf: bytes, document: bytes) -> bytes:
    """The PDF of a Word document, the stand-in read as the non-breaking hyphen it was."""
    if not _is_needed(_parts(document)):
        return pdf
    with pikepdf.open(io.BytesIO(pdf)) as printed:
        for stream in printed.objects:
            if isinstance(stream, pikepdf.Stream) and "/Type" not in stream:
                _rename(stream)
        target = io.BytesIO()
        printed.save(target)
    return target.getvalue()


def _parts(document: bytes) -> dict[zipfile.ZipInfo, bytes]:
    with zipfile.ZipFile(io.BytesIO(document)) as package:
        return {item: package.read(item) for item in package.infolist()}


def _is_needed(parts: Mapping[zipfile.ZipInfo, bytes]) -> bool:
    """Whether there are such hyphens, and the stand-in is not already there for itself."""
    text = b"".join(data for item, data in parts.items() if _is_text(item))
    return HYPHEN in text and STAND_IN not in text


def _is_text(item: zipfile.ZipInfo) -> bool:
    return item.filename.startswith("word/") and item.filename.endswith(".xml")


def _rename(stream: pikepdf.Stream) -> None:
    data = stream.read_bytes()
    if b"begincmap" in data and MAPPED.search(data):
        stream.write(MAPPED.sub(b"<2011>", data))
