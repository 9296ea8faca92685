"""Word drafts for the tests of redlines, made with the template of reports."""

import datetime
import io
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

import pypandoc
from lxml import etree

from council_report.model.catalogue import Fonts
from council_report.model.document import ABOVE_THE_BOX, Block, BlockKind, BoxRow, Document, Header
from council_report.model.language import Language
from council_report.model.location import Location
from council_report.model.text import Run, Text
from council_report.office.parts import Parts
from council_report.office.tags import W
from council_report.rendering.word import render_word

TEMPLATE = (Path(__file__).parents[3] / "templates" / "report.docx").read_bytes()
SOURCE = Location("inputs/C25/itu-t/standards.yaml", line=7)
MADE = datetime.datetime(2026, 11, 22, 10, tzinfo=datetime.UTC)
FONTS: dict[Language, Fonts] = {
    "ar": Fonts(latin="Calibri", complex="Noto Naskh Arabic", east_asian="Calibri"),
    "zh": Fonts(latin="Calibri", complex="Calibri", east_asian="Noto Sans CJK SC"),
}
MARKERS = {"bullet": "\N{EN DASH}", "sub-bullet": "\N{EN DASH}", "numbered": "1"}

Words = str | Text


def block(kind: BlockKind, words: Words, rows: object = (), entry: str | None = None) -> Block:
    """A block of a document; its words and the cells of its rows are plain or rich text."""
    return Block(
        kind=kind,
        section="standards",
        source=SOURCE,
        marker=MARKERS.get(kind, ""),
        text=rich(words),
        rows=tuple(tuple(rich(cell) for cell in row) for row in rows),
        entry=entry,
    )


def rich(words: Words) -> Text:
    """Words as rich text."""
    return (Run(words),) if isinstance(words, str) else words


def paragraph(words: Words, entry: str | None = None) -> Block:
    """A paragraph."""
    return block("paragraph", words, entry=entry)


def bullet(words: Words, entry: str | None = None) -> Block:
    """A bullet."""
    return block("bullet", words, entry=entry)


def heading(words: str) -> Block:
    """A heading."""
    return block("heading", words)


def table(caption: str, *rows: tuple[Words, ...]) -> Block:
    """A table; its first row is its header."""
    return block("table", caption, rows)


def draft(
    *blocks: Block,
    purpose: Sequence[Block] = (),
    symbol: str = "C25/43-E",
    emblem: bytes | None = None,
    template: bytes = TEMPLATE,
    language: Language = "en",
) -> bytes:
    """The Word file of a draft with these blocks in its body, and a purpose in its box."""
    label = "Purpose" if purpose else ""
    rule = block("rule", "_" * 18)
    document = Document(
        session="C25",
        kind="report",
        language=language,
        file_stem="S25-CL-C-0043!!",
        header=Header(
            session="Council 2025",
            place_and_dates="Geneva, 17\N{EN DASH}27 June 2025",
            agenda_item="Agenda item: PL 3.1",
            symbol=f"Document {symbol}",
            date="3 May 2025",
            original="Original: English",
            short_reference=symbol,
        ),
        author="Report by the Secretary-General",
        title="REPORT ON AI",
        sources=dict.fromkeys(ABOVE_THE_BOX, SOURCE),
        box=(
            BoxRow(key="purpose", label=label, source=SOURCE, blocks=tuple(purpose)),
            BoxRow(key="rule", label="", source=SOURCE, blocks=(rule,)),
        )[0 if purpose else 1 :],
        blocks=blocks,
        gaps=(),
        provisional=(),
        statistics=(),
    )
    return render_word(document, template, "report.docx", emblem, FONTS)


LINKED = (
    Run("See "),
    Run("the site", href="https://example.org/a"),
    Run(" and the 1"),
    Run("st", superscript=True),
    Run(" item, "),
    Run("strongly", strong=True),
    Run("."),
)

FIGURES = (("Sector", "Participants"), ("ITU-T", "1\N{NO-BREAK SPACE}200"), ("ITU-R", "300"))

BLOCKS = (
    paragraph("ITU continued its work on artificial intelligence in 2025.", "work"),
    heading("Standards"),
    bullet("ITU-T adopted 12 standards on AI for health, networks and agriculture.", "standards"),
    bullet("Study Group 13 continued its work on machine learning in networks.", "learning"),
    bullet("Study Group 16 hosted three workshops on multimedia and AI in Geneva.", "workshops"),
    table("Table 1", *FIGURES),
    heading("Governance"),
    paragraph(LINKED, "site"),
    paragraph("A last paragraph, which concludes the report to the Council.", "last"),
)


def edited(place: int, *new: Block) -> tuple[Block, ...]:
    """The blocks with others in the place of one."""
    return (*BLOCKS[:place], *new, *BLOCKS[place + 1 :])


def part(word: bytes, name: str = "word/document.xml") -> etree._Element:
    """A part of a Word file."""
    return Parts(word).tree(name)


def with_part(
    word: bytes, change: Callable[[etree._Element], None], name: str = "word/document.xml"
) -> bytes:
    """A Word file with something changed in one of its parts."""
    parts = Parts(word)
    root = parts.tree(name)
    change(root)
    parts.put(name, root)
    return parts.saved()


def changes(word: bytes) -> list[tuple[str, str]]:
    """The tracked changes of words in a redline: what was done to which."""
    tags = [f"{W}{name}" for name in ("ins", "del", "moveFrom", "moveTo")]
    found = []
    for name in ("word/document.xml", "word/header1.xml"):
        for change in part(word, name).iter(*tags):
            words = "".join(
                "\t" if piece.tag == f"{W}tab" else piece.text or ""
                for piece in change.iter(f"{W}t", f"{W}delText", f"{W}tab")
            )
            if words:
                found.append((str(change.tag).removeprefix(W), words))
    return found


def read_by_pandoc(word: bytes, how: str = "accept") -> list[str]:
    """The words of a Word file as pandoc reads them, its changes accepted or rejected."""
    text = pypandoc.convert_text(
        word, "plain", "docx", extra_args=["--wrap=none", f"--track-changes={how}"]
    )
    lines = ("".join(line.split()).strip("-") for line in text.splitlines())
    return [line for line in lines if line]


def names(word: bytes) -> list[str]:
    """The names of the parts of a Word file."""
    with zipfile.ZipFile(io.BytesIO(word)) as package:
        return package.namelist()
