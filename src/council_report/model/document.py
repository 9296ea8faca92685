"""The assembled document in one language: every word that will be printed, in order."""

from collections.abc import Iterator
from typing import Literal

from council_report.model.language import LETTERS, Language
from council_report.model.location import Location
from council_report.model.noun import Noun
from council_report.model.session import Key, SessionCode
from council_report.model.text import Text, plain

BlockKind = Literal[
    "heading", "paragraph", "bullet", "sub-bullet", "numbered", "table", "placeholder", "rule"
]


class Block(Noun):
    """One paragraph or table of a document.

    ``marker`` is the dash or number in front of the text. ``entry`` and ``source`` say which entry
    it prints and where that entry stands; a heading or placeholder has none.
    """

    kind: BlockKind
    section: Key
    text: Text
    marker: str = ""
    rows: tuple[tuple[Text, ...], ...] = ()
    contributor: Key | None = None
    entry: Key | None = None
    source: Location | None = None

    @property
    def line(self) -> str:
        """The paragraph as it is printed, the marker set off by a tab."""
        words = plain(self.text)
        return f"{self.marker}\t{words}" if self.marker else words


class BoxRow(Noun):
    """A row of the framed box: its label and the paragraphs under it."""

    key: Key
    label: str
    blocks: tuple[Block, ...]


class Header(Noun):
    """The header block of the first page, line by line, and the short reference of the others."""

    session: str
    place_and_dates: str
    agenda_item: str
    symbol: str
    date: str
    original: str
    short_reference: str


class Gap(Noun):
    """A place where a document waits for somebody: who, in which section, and why."""

    contributor: Key
    section: Key
    reason: str


class Document(Noun):
    """One document in one language.

    ``provisional`` lists the labels used that ITU has not confirmed, ``statistics`` the keys of
    the statistics quoted, both in order and once.
    """

    session: SessionCode
    kind: Key
    language: Language
    file_stem: str
    header: Header
    author: str
    title: str
    box: tuple[BoxRow, ...]
    blocks: tuple[Block, ...]
    gaps: tuple[Gap, ...]
    provisional: tuple[str, ...]
    statistics: tuple[str, ...]

    @property
    def letter(self) -> str:
        """The letter of the language in symbols and file names."""
        return LETTERS[self.language]

    def file_name(self, form: Literal["MSW", "PDF"]) -> str:
        """The name of the Word (``MSW``) or PDF file: ``S25-CL-C-0043!!MSW-E.docx``."""
        suffix = {"MSW": "docx", "PDF": "pdf"}[form]
        return f"{self.file_stem}{form}-{self.letter}.{suffix}"

    def all_blocks(self) -> Iterator[Block]:
        """The blocks of the box, then those of the body."""
        for row in self.box:
            yield from row.blocks
        yield from self.blocks

    def lines(self) -> Iterator[tuple[str, Block | None]]:
        """Every paragraph that will be printed, in order, with the block it is or introduces."""
        header = self.header
        for text in (
            header.session,
            header.place_and_dates,
            header.agenda_item,
            header.symbol,
            header.date,
            header.original,
            self.author,
            self.title,
        ):
            yield text, None
        for row in self.box:
            if row.label:
                yield row.label, next(iter(row.blocks), None)
            for block in row.blocks:
                yield from _lines_of(block)
        for block in self.blocks:
            yield from _lines_of(block)


def _lines_of(block: Block) -> Iterator[tuple[str, Block]]:
    yield block.line, block
    for row in block.rows:
        for cell in row:
            yield plain(cell), block
