"""A zip container, entry by entry: it must mean the same to every program that opens it."""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from council_report.intake.gate.entries import ENCRYPTED, oddities
from council_report.intake.gate.refusal import DamagedError, quoted
from council_report.model.message import Message

LOCAL_HEADER = struct.Struct("<4s5H3I2H")
END_RECORD = struct.Struct("<4s4H2IH")
WIDE_RECORD = struct.Struct("<4sQ2H2I4Q")
WIDE_LOCATOR = struct.Struct("<4sIQI")
"""The end of files that count in eight bytes, as programs on servers write even small ones."""

MAX_ENTRIES = 1000
MAX_INFLATED = 256 << 20
"""How many bytes all entries of a file may hold together."""

MAX_RATIO = 100
GRACE = 100 << 10
"""How many times its packed size an entry may hold, once it holds more bytes than these."""

STEP = 1 << 16

SIZES_FOLLOW = 0x8
"""The flag of an entry whose sizes stand behind its data."""


class BombError(Exception):
    """An entry unpacks to far more than any document holds."""


@dataclass
class Budget:
    """How many bytes may still be unpacked."""

    left: int = MAX_INFLATED

    def spend(self, count: int) -> None:
        """Count bytes that were unpacked; raises BombError when there were too many."""
        self.left -= count
        if self.left < 0:
            raise BombError


class Container:
    """The entries of a zip file, and what is odd about it.

    Raises DamagedError if the file is no whole zip file.
    """

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.budget = Budget()
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as file:
                self.entries = file.infolist()
        except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError, struct.error):
            raise DamagedError(Message("the file is damaged: it is not whole")) from None
        self.by_name = {entry.filename: entry for entry in self.entries}

    def read(self, name: str) -> bytes:
        """The bytes of an entry, checked.

        Raises KeyError if there is none, DamagedError if it is broken, BombError if it unpacks to
        too much.
        """
        entry = self.by_name[name]
        return b"".join(self._inflated(entry))

    def problems(self) -> Iterator[Message]:
        """What makes the container mean different things to different programs."""
        if len(self.entries) > MAX_ENTRIES:
            yield Message("it holds more than {count} parts", count=MAX_ENTRIES)
            return
        yield from oddities(self.entries)
        yield from self._layout()

    def _layout(self) -> Iterator[Message]:
        """Whether the entries, their directory and the end record follow without a gap."""
        start = self._start_of_directory()
        if start is None:
            yield Message("something is hidden at its end")
            return
        position = 0
        for entry in sorted(self.entries, key=lambda entry: entry.header_offset):
            if entry.header_offset != position:
                yield Message("something is hidden between its parts")
                return
            position = self._end_of(entry)
        if position != start:
            yield Message("something is hidden between its parts")

    def _start_of_directory(self) -> int | None:
        """Where the directory begins; None if anything but its own end follows it."""
        end = len(self.data) - END_RECORD.size
        mark, *_, size, start, comment = END_RECORD.unpack_from(self.data, end)
        if mark != b"PK\x05\x06" or comment:
            return None
        wide = end - WIDE_LOCATOR.size - WIDE_RECORD.size
        if wide >= 0 and self.data.startswith(b"PK\x06\x06", wide):
            if WIDE_LOCATOR.unpack_from(self.data, wide + WIDE_RECORD.size)[::2] != (
                b"PK\x06\x07",
                wide,
            ):
                return None
            *_, size, start = WIDE_RECORD.unpack_from(self.data, wide)
            end = wide
        return start if start + size == end else None

    def _end_of(self, entry: zipfile.ZipInfo) -> int:
        end = _start_of_data(self.data, entry) + entry.compress_size
        if not entry.flag_bits & SIZES_FOLLOW:
            return end
        # The sizes follow the data: with or without a signature, in four or eight bytes each.
        for signature in (b"PK\x07\x08", b""):
            for form in ("<III", "<IQQ"):
                sizes = struct.pack(form, entry.CRC, entry.compress_size, entry.file_size)
                if self.data.startswith(signature + sizes, end):
                    return end + len(signature + sizes)
        return end

    def _inflated(self, entry: zipfile.ZipInfo) -> Iterator[bytes]:
        """The bytes of an entry, piece by piece, until the budget is spent."""
        broken = Message("the file is damaged: “{part}” is not whole", part=quoted(entry.filename))
        start = _start_of_data(self.data, entry)
        packed = memoryview(self.data)[start : start + entry.compress_size]
        total = checksum = 0
        try:
            for piece in _pieces(packed, entry.compress_type):
                total, checksum = total + len(piece), zlib.crc32(piece, checksum)
                self.budget.spend(len(piece))
                if total > max(GRACE, MAX_RATIO * len(packed)):
                    raise BombError
                yield piece
        except zlib.error:
            raise DamagedError(broken) from None
        if (total, checksum) != (entry.file_size, entry.CRC):
            raise DamagedError(broken)


def _pieces(packed: memoryview, method: int) -> Iterator[bytes]:
    """The content of an entry; raises zlib.error if it is not exactly one whole stream."""
    if method == zipfile.ZIP_STORED:
        yield bytes(packed)
        return
    stream = zlib.decompressobj(-zlib.MAX_WBITS)
    position = 0
    while not stream.eof:
        waiting = stream.unconsumed_tail or packed[position : position + STEP]
        position += 0 if stream.unconsumed_tail else STEP
        piece = stream.decompress(waiting, STEP)
        if not piece and not waiting:
            raise zlib.error("the stream does not end")
        yield piece
    if stream.unused_data or stream.unconsumed_tail or position < len(packed):
        raise zlib.error("something follows the stream")


def _start_of_data(data: bytes, entry: zipfile.ZipInfo) -> int:
    """Where the data of an entry begins; raises DamagedError if it has no header there."""
    broken = DamagedError(Message("the file is damaged: it is not whole"))
    try:
        header = LOCAL_HEADER.unpack_from(data, entry.header_offset)
    except struct.error:
        raise broken from None
    signature, _, flags, method, _, _, checksum, packed, size, name, extra = header
    if signature != b"PK\x03\x04":
        raise broken
    start: int = entry.header_offset + LOCAL_HEADER.size
    known = (entry.CRC, entry.compress_size, entry.file_size)
    told = (checksum, packed, size)
    if (
        method != entry.compress_type
        or flags & (ENCRYPTED | SIZES_FOLLOW) != entry.flag_bits & (ENCRYPTED | SIZES_FOLLOW)
        or data[start : start + name] != _name_as_bytes(entry)
        or (told != known and not flags & SIZES_FOLLOW and 0xFFFFFFFF not in told)
    ):
        part = quoted(entry.filename)
        raise DamagedError(Message("the file is damaged: “{part}” is described twice", part=part))
    return start + int(name) + int(extra)


def _name_as_bytes(entry: zipfile.ZipInfo) -> bytes:
    encoding = "utf-8" if entry.flag_bits & 0x800 else "cp437"
    return entry.orig_filename.encode(encoding, "replace")
