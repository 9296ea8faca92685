"""Non-breaking hyphens kept in the text of a PDF.

LibreOffice prints U+2011 as an ordinary hyphen, and that is what a search or a screen reader then
finds. So it is given a character that looks alike and does not break either, and the name of that
character in the PDF's tables of characters is set right afterwards.
"""

import io
import re
import zipfile

import pikepdf

from council_report.errors import RenderingError

HYPHEN = "\u2011"
STAND_INS = "\u02d7\u2212"
"""Characters like a hyphen, at which no line breaks; the first that the text lacks is taken."""


def with_stand_in(document: bytes) -> bytes:
    """The Word document with a stand-in for each non-breaking hyphen.

    Raises RenderingError if the document uses every character that could stand in.
    """
    parts = _parts(document)
    stand_in = _stand_in(parts)
    if stand_in is None:
        return document
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for item, data in parts.items():
            if _is_text(item):
                data = data.replace(HYPHEN.encode(), stand_in.encode())
            package.writestr(item, data)
    return target.getvalue()


def restored(pdf: bytes, document: bytes) -> bytes:
    """The PDF of a Word document, the stand-in read as the non-breaking hyphen it was."""
    stand_in = _stand_in(_parts(document))
    if stand_in is None:
        return pdf
    mapped = re.compile(b"<%04X>" % ord(stand_in), re.IGNORECASE)
    with pikepdf.open(io.BytesIO(pdf)) as printed:
        for stream in printed.objects:
            if isinstance(stream, pikepdf.Stream) and "/Type" not in stream:
                _rename(stream, mapped)
        target = io.BytesIO()
        printed.save(target)
    return target.getvalue()


def _parts(document: bytes) -> dict[zipfile.ZipInfo, bytes]:
    with zipfile.ZipFile(io.BytesIO(document)) as package:
        return {item: package.read(item) for item in package.infolist()}


def _stand_in(parts: dict[zipfile.ZipInfo, bytes]) -> str | None:
    """The character to stand in, or None where there is no non-breaking hyphen."""
    text = b"".join(data for item, data in parts.items() if _is_text(item)).decode("utf-8")
    if HYPHEN not in text:
        return None
    for candidate in STAND_INS:
        if candidate not in text:
            return candidate
    raise RenderingError(
        "LibreOffice would print the non-breaking hyphens (U+2011) as ordinary ones.",
        f"Replace each {STAND_INS[0]} (U+02D7) in the texts by a hyphen, or use --pdf typst.",
    )


def _is_text(item: zipfile.ZipInfo) -> bool:
    return item.filename.startswith("word/") and item.filename.endswith(".xml")


def _rename(stream: pikepdf.Stream, mapped: re.Pattern[bytes]) -> None:
    data = stream.read_bytes()
    if b"begincmap" in data and mapped.search(data):
        stream.write(mapped.sub(b"<2011>", data))
