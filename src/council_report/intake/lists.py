"""Several values in one line or cell, as our forms write them.

Items of a list are set off by ``;``, which may be a Chinese or an Arabic one, fields of a line by
``·``. Where a value itself holds one of these signs, or a backslash, a backslash stands before it;
any other backslash is just a backslash.
"""

import re
from collections.abc import Iterator

from council_report.model.form import LEFT_TO_RIGHT

SEMICOLONS = ";\uff1b\u061b"
"""The signs between the items of a list, as a Chinese and an Arabic keyboard have them too."""

COMMAS = ",\uff0c\u3001\u060c"
"""What people put between items instead, on any of these keyboards."""

ESCAPE = re.compile(rf"\\([\\·{SEMICOLONS}])")

COLON = re.compile(rf"[:\uff1a](?:\s*{LEFT_TO_RIGHT})?")
"""The colon after the name of a field, as a Chinese keyboard has it too, and forms in Arabic."""

PART = re.compile(rf"{ESCAPE.pattern}|.", re.DOTALL)
"""A sign with the backslash before it, or any one character."""


def split_list(text: str) -> tuple[str, ...]:
    """The items of a list such as ``R1; SG4``; empty ones count for nothing."""
    items = (unescaped(piece) for piece in _pieces(text, SEMICOLONS))
    return tuple(item for item in items if item)


def split_fields(line: str) -> tuple[tuple[str, str], ...]:
    """The fields of a line such as ``Unit: SG 13 · Mandates: R1; SG4``, as names and values.

    A value keeps its escapes: the field says whether it is a list or one text. A piece without a
    colon is a name without value; an empty piece counts for nothing.
    """
    halves = (_halved(piece) for piece in _pieces(line, "·") if piece.strip())
    return tuple((name.strip(), value.strip()) for name, value in halves)


def _halved(piece: str) -> tuple[str, str]:
    colon = COLON.search(piece)
    return (piece[: colon.start()], piece[colon.end() :]) if colon else (piece, "")


def unescaped(value: str) -> str:
    """One value without the backslashes that the form wrote, and without spaces around it."""
    return ESCAPE.sub(r"\1", value.strip())


def _pieces(text: str, signs: str) -> Iterator[str]:
    """What stands between the signs that no backslash precedes."""
    piece: list[str] = []
    for match in PART.finditer(text):
        part = match[0]
        if part in signs:
            yield "".join(piece)
            piece = []
        else:
            piece.append(part)
    yield "".join(piece)
