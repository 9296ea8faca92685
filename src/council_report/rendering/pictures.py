"""Pictures without what programs and cameras note in them: who made them, where, and with what."""

from collections.abc import Iterator

PNG = b"\x89PNG\r\n\x1a\n"
PNG_NOTES = {b"tEXt", b"zTXt", b"iTXt", b"eXIf", b"tIME"}

JPEG = b"\xff\xd8"
JPEG_NOTES = {0xE1, 0xED, 0xFE}
"""The segments of Exif and XMP, of the press (IPTC), and of remarks."""

START_OF_SCAN = 0xDA
"""The segment after which only the picture itself comes."""


def without_notes(picture: bytes) -> bytes:
    """A PNG or JPEG picture that looks the same and tells nothing else; any other as it is."""
    if picture.startswith(PNG):
        return PNG + b"".join(_png_chunks(picture))
    if picture.startswith(JPEG):
        return JPEG + b"".join(_jpeg_segments(picture))
    return picture


def _png_chunks(picture: bytes) -> Iterator[bytes]:
    at = len(PNG)
    while at < len(picture):
        end = at + 12 + int.from_bytes(picture[at : at + 4], "big")
        if picture[at + 4 : at + 8] not in PNG_NOTES:
            yield picture[at:end]
        at = end


def _jpeg_segments(picture: bytes) -> Iterator[bytes]:
    at = len(JPEG)
    while at < len(picture):
        kind = picture[at + 1 : at + 2]
        if picture[at] != 0xFF or not kind or kind[0] == START_OF_SCAN:
            yield picture[at:]
            return
        if kind[0] == 0xFF:  # What fills the space before a segment.
            at += 1
            continue
        end = at + 2 + int.from_bytes(picture[at + 2 : at + 4], "big")
        if kind[0] not in JPEG_NOTES:
            yield picture[at:end]
        at = end
