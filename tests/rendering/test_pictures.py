"""Pictures lose what is noted in them, and nothing that is seen."""

import io
from collections.abc import Callable

import pytest
from docx.document import Document as WordFile
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, PngImagePlugin

from council_report.model.document import Document
from council_report.office.parts import Parts
from council_report.rendering.pictures import without_notes
from council_report.rendering.word import render_word

Edited = Callable[[Callable[[WordFile], None]], bytes]

AUTHOR = "Jane Doe"


def picture(kind: str) -> bytes:
    """A small picture with everything noted in it that this kind can carry."""
    image = Image.linear_gradient("L").resize((40, 30)).convert("RGB")
    exif, notes, saved = image.getexif(), PngImagePlugin.PngInfo(), io.BytesIO()
    exif[0x013B] = AUTHOR
    notes.add_text("Author", AUTHOR)
    notes.add_itxt("Comment", AUTHOR)
    options = {"pnginfo": notes} if kind == "PNG" else {"comment": AUTHOR, "progressive": True}
    image.save(saved, kind, exif=exif, icc_profile=b"a profile", **options)
    return saved.getvalue()


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_picture_looks_the_same_and_says_nothing(kind: str) -> None:
    """Its profile of colours belongs to its look."""
    before = picture(kind)
    after = without_notes(before)
    assert AUTHOR.encode() in before
    assert AUTHOR.encode() not in after
    old, new = (Image.open(io.BytesIO(data)) for data in (before, after))
    assert new.tobytes() == old.tobytes()
    assert new.info["icc_profile"] == b"a profile"
    assert without_notes(after) == after


@given(
    start=st.sampled_from([b"", b"\xff\xd8", b"\xff\xd8\xff\xe0", b"\x89PNG\r\n\x1a\n"]),
    rest=st.binary(max_size=60),
)
def test_no_picture_is_too_damaged(start: bytes, rest: bytes) -> None:
    """What is no picture comes back without harm: others will say so."""
    assert (start + rest).startswith(without_notes(start + rest)[: len(start)])


def test_only_notes_are_taken_out() -> None:
    """What is no PNG or JPEG stays; what fills the space before a segment goes with it."""
    assert without_notes(b"GIF89a\xff\xfe\x00\x04hi") == b"GIF89a\xff\xfe\x00\x04hi"
    remark, rest = b"\xff\xff\xfe\x00\x04hi", b"\xff\xe0\x00\x04JF\xff\xda\xff\xfe\x00\x04hi"
    assert without_notes(b"\xff\xd8" + remark + rest) == b"\xff\xd8" + rest


def test_pictures_of_a_document_say_nothing(full: Document, edited: Edited) -> None:
    """Neither those of its template nor the emblem."""

    def add(word: WordFile) -> None:
        shape = word.paragraphs[0].add_run().add_picture(io.BytesIO(without_notes(picture("JPEG"))))
        blip = shape._inline.graphic.graphicData.pic.blipFill.blip
        word.part.related_parts[blip.embed]._blob = picture("JPEG")

    parts = Parts(render_word(full, edited(add), "report.docx", picture("PNG")))
    pictures = [one for _, one in parts.related("word/document.xml", "image")]
    assert len(pictures) == 2
    assert not any(AUTHOR.encode() in parts.data(one) for one in pictures)
