"""What is odd about the entries of a zip container: their names, and how they are packed."""

import stat
import unicodedata
import zipfile
from collections.abc import Iterable, Iterator

from council_report.intake.gate.refusal import quoted
from council_report.model.message import Message

ENCRYPTED = 0x1
"""The flag of an entry that is encrypted."""


def oddities(entries: Iterable[zipfile.ZipInfo]) -> Iterator[Message]:
    """What makes the entries of a container mean different things to different programs."""
    seen: set[str] = set()
    for entry in entries:
        folded = unicodedata.normalize("NFC", entry.orig_filename.casefold())
        if folded in seen:
            name = quoted(entry.filename)
            yield Message("two of its parts have the same name, “{part}”", part=name)
        seen.add(folded)
        yield from _of(entry)


def _of(entry: zipfile.ZipInfo) -> Iterator[Message]:
    """What is wrong with the name or the form of one entry."""
    name, part = entry.orig_filename, quoted(entry.orig_filename)
    if _leads_away(name):
        yield Message("the name of its part “{part}” leads out of the file", part=part)
    if stat.S_ISLNK(entry.external_attr >> 16):
        yield Message("its part “{part}” is a link to another file", part=part)
    if entry.flag_bits & ENCRYPTED:
        yield Message("its part “{part}” is encrypted", part=part)
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        yield Message("its part “{part}” is packed in an unusual way", part=part)


def _leads_away(name: str) -> bool:
    steps = name.removesuffix("/").split("/")
    return (
        "\\" in name
        or "\0" in name
        or ":" in steps[0]
        or not all(step not in ("", ".", "..") for step in steps)
    )
