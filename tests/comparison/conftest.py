"""What the tests of comparison share: small documents, and the changes from one to another."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Any

import pytest

from council_report.comparison.changes import compare
from council_report.model.change import Change, Changes, DraftName
from council_report.model.content import Content
from council_report.model.contribution import Statistic
from council_report.model.document import ABOVE_THE_BOX, Block, BoxRow, Details, Document, Header
from council_report.model.location import Location
from council_report.model.text import Run

PLACE = Location("inputs/C25/itu-t/a.yaml", line=3)

MakeBlock = Callable[..., Block]
MakeDocument = Callable[..., Document]
Compared = Callable[..., Changes]
ChangesOf = Callable[[Sequence[Block], Sequence[Block]], tuple[Change, ...]]


@pytest.fixture(scope="session")
def names() -> tuple[DraftName, DraftName]:
    """The first and the second draft of a report."""
    made = datetime(2025, 6, 1, tzinfo=UTC)
    first, second = (
        DraftName(session="C25", kind="report", draft=number, made=made) for number in (1, 2)
    )
    return first, second


@pytest.fixture(scope="session")
def make_block() -> MakeBlock:
    """Makes the block of an entry of ITU-T in the section on standards."""

    def make(entry: str | None = "a", text: Any = "Text.", **fields: Any) -> Block:
        words = (Run(text),) if isinstance(text, str) else tuple(text)
        fixed = {"kind": "paragraph", "section": "standards", "source": PLACE, "entry": entry}
        if entry:
            fixed |= {"contributor": "itu-t", "details": Details()}
        return Block.model_validate(fixed | {"text": words} | fields)

    return make


@pytest.fixture(scope="session")
def make_document() -> MakeDocument:
    """Makes a document of these blocks, with one row in its box."""

    def make(*blocks: Block, **fields: Any) -> Document:
        purpose = Block(kind="paragraph", section="purpose", text=(Run("Why."),), source=PLACE)
        header = {name: f"The {name}" for name in Header.model_fields}
        values = {
            "session": "C25",
            "kind": "report",
            "language": "en",
            "file_stem": "S25-CL-C-0043!!",
            "header": header,
            "author": "Report by the Secretary-General",
            "title": "REPORT ON AI",
            "sources": dict.fromkeys(ABOVE_THE_BOX, PLACE),
            "box": (BoxRow(key="purpose", label="Purpose", source=PLACE, blocks=(purpose,)),),
            "blocks": blocks,
            "gaps": (),
            "provisional": (),
            "statistics": (),
        }
        return Document.model_validate(values | fields)

    return make


@pytest.fixture(scope="session")
def compared(names: tuple[DraftName, DraftName]) -> Compared:
    """Compares two lists of documents, and two of statistics."""

    def make(
        old: Sequence[Document],
        new: Sequence[Document],
        old_statistics: Sequence[Statistic] = (),
        new_statistics: Sequence[Statistic] = (),
    ) -> Changes:
        before = Content(documents=tuple(old), statistics=tuple(old_statistics))
        after = Content(documents=tuple(new), statistics=tuple(new_statistics))
        return compare(names[0], before, names[1], after)

    return make


@pytest.fixture(scope="session")
def changes_of(make_document: MakeDocument, compared: Compared) -> ChangesOf:
    """The changes from one list of blocks to another."""

    def make(old: Sequence[Block], new: Sequence[Block]) -> tuple[Change, ...]:
        return compared([make_document(*old)], [make_document(*new)]).of("en")

    return make
