"""The fonts that the letters of a PDF file are printed in."""

import io
import re
from collections.abc import Iterator
from typing import NamedTuple

import pikepdf

SUBSET = re.compile(r"^[A-Z]{6}\+")
STYLE = re.compile(r"[-,].*$")
PROGRAMS = ("/FontFile", "/FontFile2", "/FontFile3")
"""Where a font file stands in its description, if it is embedded."""

COLLECTION = re.compile(r"^([A-Z]{6}\+)?NotoSansCJKjp(-[A-Za-z]+?)(-VKana)?$")
"""The name by which LibreOffice calls Noto Sans CJK SC: that of all outlines of the collection."""


class Font(NamedTuple):
    """A font of a PDF: ``Carlito-Bold``, and whether its letters are in the file."""

    name: str
    is_embedded: bool

    @property
    def family(self) -> str:
        """The name without the style, as PDF files write it: ``NotoSansCJKsc``."""
        return STYLE.sub("", self.name)


def fonts_of(pdf: bytes) -> tuple[Font, ...]:
    """The fonts of a PDF, each once, by name; those of pictures and forms in it, too."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return tuple(sorted({_font(one) for one in _fonts(document)}))


def renamed(pdf: bytes) -> bytes:
    """The PDF of LibreOffice with the Chinese font called by its own name."""
    if b"NotoSansCJKjp" not in pdf:
        return pdf
    with pikepdf.open(io.BytesIO(pdf)) as document:
        for one in document.objects:
            for key in ("/BaseFont", "/FontName"):
                if isinstance(one, pikepdf.Dictionary) and key in one:
                    name = str(one[key]).removeprefix("/")
                    one[key] = pikepdf.Name(f"/{COLLECTION.sub(_chinese, name)}")
        target = io.BytesIO()
        document.save(target)
    return target.getvalue()


def _chinese(match: re.Match[str]) -> str:
    return f"{match[1] or ''}NotoSansCJKsc{match[2]}"


def _fonts(document: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """All fonts that resources name; of a composed one that alone, not those it is made of."""
    for one in document.objects:
        if isinstance(one, pikepdf.Dictionary | pikepdf.Stream):
            for holder in (one, one.get("/Resources")):
                named = holder.get("/Font") if isinstance(holder, pikepdf.Dictionary) else None
                if isinstance(named, pikepdf.Dictionary):
                    yield from (font for _, font in named.items())


def _font(font: pikepdf.Object) -> Font:
    name = str(font.get("/BaseFont", "/")).removeprefix("/")
    if font.get("/Subtype") == "/Type3":  # Its letters are drawings in the file itself.
        return Font(name, is_embedded=True)
    described = font.DescendantFonts[0] if "/DescendantFonts" in font else font
    description = described.get("/FontDescriptor", pikepdf.Dictionary())
    return Font(SUBSET.sub("", name), any(one in description for one in PROGRAMS))
