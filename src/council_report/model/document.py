"""The assembled document in one language: every word that will be printed, in order."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from council_report.model.amendment import Amendment
from council_report.model.contribution import Country, Entry, Period, Status, Table
from council_report.model.guide import mark_of
from council_report.model.language import LETTERS, Language, Line
from council_report.model.location import Location
from council_report.model.message import Message
from council_report.model.noun import Noun
from council_report.model.session import Key, SessionCode
from council_report.model.text import Text, plain
from council_report.model.translation import TranslationState

BlockKind = Literal[
    "heading", "paragraph", "bullet", "sub-bullet", "numbered", "table", "placeholder", "rule"
]


Edition = Literal["publication", "review", "redline"]
"""The faces of a draft: clean, with comments, or with tracked changes."""


class Details(Noun):
    """What is known of an entry beside its text, and is not printed."""

    unit: Line | None = None
    status: Status | None = None
    dates: tuple[Period, ...] = ()
    mandates: tuple[Line, ...] = ()
    countries: tuple[Country, ...] = ()
    partners: tuple[Line, ...] = ()
    references: tuple[Line, ...] = ()

    @classmethod
    def of(cls, entry: Entry) -> "Details":
        """Those of an entry."""
        return cls.model_validate(entry, from_attributes=True)


class Block(Noun):
    """One paragraph or table of a document.

    ``marker`` is the dash or number in front of the text. ``source`` is where the text stands: of
    an entry in the file of its contributor, of a heading or placeholder in the session file.
    ``said`` and ``said_rows`` are text and table of an entry in the Markdown subset, before its
    ``amendments``, which are those that have been applied to it, were. ``state`` is how they stand
    in the language of the document, ``translated_by`` who translated the text, if anybody did.
    """

    kind: BlockKind
    section: Key
    text: Text
    source: Location
    marker: str = ""
    rows: tuple[tuple[Text, ...], ...] = ()
    contributor: Key | None = None
    entry: Key | None = None
    said: str = ""
    said_rows: Table | None = None
    details: Details | None = None
    amendments: tuple[Amendment, ...] = ()
    state: TranslationState = "own"
    translated_by: str = ""

    @property
    def line(self) -> str:
        """The paragraph as it is printed, the marker set off by a tab."""
        words = plain(self.text)
        return f"{self.marker}\t{words}" if self.marker else words


class BoxRow(Noun):
    """A row of the framed box: its label, where that stands, and the paragraphs under it."""

    key: Key
    label: str
    source: Location
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
    reason: Message


ABOVE_THE_BOX = (
    "header.session",
    "header.place_and_dates",
    "header.agenda_item",
    "header.symbol",
    "header.date",
    "header.original",
    "author",
    "title",
)
"""The names of the lines above the box, in order."""


class Printed(NamedTuple):
    """A paragraph as it is printed: its text, where that comes from, the block it is part of.

    ``part`` is the kind of the block, ``cell``, ``label``, or the name of a line above the box:
    ``header.symbol``, ``author``, ``title``. The block of a label is the first one under it.
    """

    text: str
    part: str
    source: Location
    block: Block | None


class Document(Noun):
    """One document in one language.

    ``sources`` says where each line above the box comes from, by its name. ``provisional`` lists
    the labels used that ITU has not confirmed, ``statistics`` the keys of the statistics quoted,
    both in order and once.
    """

    session: SessionCode
    kind: Key
    language: Language
    file_stem: str
    header: Header
    author: str
    title: str
    sources: dict[str, Location]
    box: tuple[BoxRow, ...]
    blocks: tuple[Block, ...]
    gaps: tuple[Gap, ...]
    provisional: tuple[str, ...]
    statistics: tuple[str, ...]

    @property
    def letter(self) -> str:
        """The letter of the language in symbols and file names."""
        return LETTERS[self.language]

    def file_name(self, form: Literal["MSW", "PDF"], edition: Edition = "publication") -> str:
        """The name of the Word (``MSW``) or PDF file: ``S25-CL-C-0043!!MSW-redline-E.docx``."""
        suffix = {"MSW": "docx", "PDF": "pdf"}[form]
        infix = "" if edition == "publication" else f"-{edition}"
        return f"{self.file_stem}{form}{infix}-{self.letter}.{suffix}"

    def all_blocks(self) -> Iterator[Block]:
        """The blocks of the box, then those of the body."""
        for row in self.box:
            yield from row.blocks
        yield from self.blocks

    def marks(self) -> Iterator[str | None]:
        """The bookmark of each block in its Word file, in their order; None where it has none.

        It carries the id of the entry; where two contributors have entries of the same id, that of
        the second has the contributor's key before it.
        """
        taken: set[str] = set()
        for block in self.all_blocks():
            mark = mark_of(block.entry) if block.entry else None
            if mark in taken:
                mark = mark_of(f"{block.contributor}-{block.entry}")
            if mark is None or mark in taken:
                yield None
            else:
                taken.add(mark)
                yield mark

    def lines(self) -> Iterator[Printed]:
        """Every paragraph that will be printed, in order."""
        for name, text in self._above_the_box():
            yield Printed(text, name, self.sources[name], None)
        for row in self.box:
            if row.label:
                yield Printed(row.label, "label", row.source, next(iter(row.blocks), None))
            for block in row.blocks:
                yield from _lines_of(block)
        for block in self.blocks:
            yield from _lines_of(block)

    def _above_the_box(self) -> Iterator[tuple[str, str]]:
        header = self.header.model_dump()
        for name in ABOVE_THE_BOX:
            part, _, line = name.partition(".")
            yield name, header[line] if part == "header" else getattr(self, name)


def _lines_of(block: Block) -> Iterator[Printed]:
    yield Printed(block.line, block.kind, block.source, block)
    for row in block.rows:
        for cell in row:
            yield Printed(plain(cell), "cell", block.source, block)
