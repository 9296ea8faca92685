"""The inline codes of a text: what a translator's tool keeps as it is while the words change."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import NamedTuple, TypeAlias

from council_report.model.text import Run, Text
from council_report.xliff.names import CodeKind

FIELDS: dict[CodeKind, str] = {
    "link": "href",
    "bold": "strong",
    "italic": "emphasis",
    "x-superscript": "superscript",
}
"""What of a run each code stands for that stands around words."""


class Code(NamedTuple):
    """An inline code; ``value`` is the address of a link, or the key of a statistic."""

    kind: CodeKind
    value: str = ""


@dataclass(frozen=True, slots=True)
class Coded:
    """A code with what stands in it: words, and codes of their own."""

    code: Code
    inside: "tuple[Piece, ...]" = ()


Piece: TypeAlias = "str | Coded"


def pieces_of(text: Text) -> tuple[Piece, ...]:
    """A text as words and codes; the code that reaches furthest stands around the others."""
    return tuple(_pieces(text))


def codes_of(text: Text) -> tuple[Code, ...]:
    """The codes of a text as a reader comes to them; the first has the id 1."""
    return tuple(_codes(pieces_of(text)))


def _codes(pieces: Sequence[Piece]) -> Iterator[Code]:
    for piece in pieces:
        if isinstance(piece, Coded):
            yield piece.code
            yield from _codes(piece.inside)


def _pieces(runs: Sequence[Run]) -> Iterator[Piece]:
    while runs:
        first = runs[0]
        reaches = {kind: _reach(runs, name) for kind, name in FIELDS.items()}
        kind = max(reaches, key=lambda kind: reaches[kind])
        end = reaches[kind]
        if end:
            value = first.href or "" if kind == "link" else ""
            bare = [_without(run, kind) for run in runs[:end]]
            yield Coded(Code(kind, value), tuple(_pieces(bare)))
        elif first.statistic:
            yield Coded(Code("x-statistic", first.statistic))
        else:
            yield first.text
        runs = runs[max(end, 1) :]


def _reach(runs: Sequence[Run], name: str) -> int:
    """How many runs from the first have what the first has of this; none if it has nothing."""
    meant = getattr(runs[0], name)
    return len([*takewhile(lambda run: getattr(run, name) == meant, runs)]) if meant else 0


def _without(run: Run, kind: CodeKind) -> Run:
    match kind:
        case "link":
            return replace(run, href=None)
        case "bold":
            return replace(run, strong=False)
        case "italic":
            return replace(run, emphasis=False)
        case _:
            return replace(run, superscript=False)
