"""What the tests of the review edition share: a desk, a contribution, and a document made of it."""

import datetime
import io
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import docx
import pytest

from council_report.intake.desk import read_desk
from council_report.model.amendment import Amendment, text_digest
from council_report.model.contribution import Contribution, Entry, Statistic
from council_report.model.desk import Desk
from council_report.model.document import Block, Details, Document
from council_report.model.finding import Finding
from council_report.model.location import Location
from council_report.model.message import Message
from council_report.model.text import Run
from council_report.rendering.review import review_edition
from council_report.rendering.word import render_word

ROOT = Path(__file__).parents[3]
FILE = "inputs/C25/itu-t/standards.yaml"

MakeBlock = Callable[..., Block]
MakeDocument = Callable[..., Document]
MakeFinding = Callable[..., Finding]
Reviewed = Callable[..., "Review"]


class Review(NamedTuple):
    """A review edition, the draft it was made of, and its comments: the words meant, the lines."""

    draft: bytes
    data: bytes
    comments: list[tuple[str, list[str]]]

    def on(self, words: str) -> list[list[str]]:
        """The comments on the paragraph with these words."""
        return [lines for meant, lines in self.comments if words in meant]


@pytest.fixture(scope="session")
def desk() -> Desk:
    """The desk of the sample session, with French for its messages."""
    desk, _ = read_desk(ROOT / "inputs", ROOT / "templates", "C25")
    assert desk
    return desk


@pytest.fixture(scope="session")
def contribution() -> Contribution:
    """A file of two entries and a statistic, from line 3 to line 30."""
    entries = [
        Entry(id=key, section="standards", kind="bullet", text={"en": words})
        for key, words in (("health", "The group has 12 members."), ("cities", "Cities."))
    ]
    statistic = Statistic(
        key="members", value=12, unit={"en": "members"}, as_of="2025-05", source="our site"
    )
    lines = {
        ("entries",): 3,
        ("entries", 0): 4,
        ("entries", 0, "id"): 4,
        ("entries", 0, "text"): 8,
        ("entries", 0, "text", "en"): 9,
        ("entries", 1): 14,
        ("entries", 1, "text", "en"): 18,
        ("statistics",): 24,
        ("statistics", 0): 25,
    }
    return Contribution(
        contributor="itu-t",
        file=FILE,
        digest="3fa2b1c9d0e1" + "0" * 52,
        statistics=(statistic,),
        entries=tuple(entries),
        places={path: Location(FILE, line=line) for path, line in lines.items()},
    )


@pytest.fixture(scope="session")
def entry(make_block: MakeBlock) -> Block:
    """The first entry, with everything that can be known of one."""
    details = Details(
        unit="ITU-T Study Group 13",
        status="under way",
        dates=("2025-06", "2025-12-02/2025-12-03"),
        mandates=("SG3", "X9"),
        countries=("CH", "NO"),
        partners=("ISO", "IEC"),
        references=("Recommendation Y.1",),
    )
    amendment = Amendment(
        contributor="itu-t",
        entry="health",
        language="en",
        old=text_digest("before"),
        new="after",
        by="A. Reviewer",
        on=datetime.date(2025, 5, 2),
        why="A newer number.",
    )
    text = (Run("The group has "), Run("12", statistic="members"), Run(" members."))
    return make_block(
        "bullet",
        text,
        contributor="itu-t",
        entry="health",
        source=Location(FILE, line=4),
        details=details,
        amendments=(
            amendment,
            amendment.model_copy(update={"action": "add", "id": "new", "why": None}),
        ),
    )


@pytest.fixture(scope="session")
def document(make_block: MakeBlock, make_document: MakeDocument, entry: Block) -> Document:
    """A document of a heading, two entries, what is awaited, and a table."""
    session = Location("inputs/C25/session.yaml", line=70)
    second = Location(FILE, line=14)
    return make_document(
        make_block("heading", "Standards", source=session),
        entry,
        make_block("bullet", "Cities.", contributor="itu-t", entry="cities", source=second),
        make_block("placeholder", "[awaited: ITU-D]", contributor="itu-d", source=session),
        make_block("table", "Groups.", contributor="itu-t", entry="groups", rows=[["A"], ["B"]]),
        box=(make_block("paragraph", "Why this is sent.", section="purpose"),),
        provisional=("author.report", "header.document", "box.purpose"),
    )


@pytest.fixture(scope="session")
def make_finding() -> MakeFinding:
    """Makes a finding at a place."""

    def make(said: str = "the date has passed", file: str = FILE, **place: Any) -> Finding:
        return Finding(
            rule="r",
            severity="warning",
            location=Location(file, **place),
            message=Message("{said}", said=said),
            remedy=Message("Choose one from the list."),
        )

    return make


@pytest.fixture(scope="session")
def reviewed(desk: Desk, document: Document, contribution: Contribution, report: bytes) -> Reviewed:
    """Makes a review edition, and reads its comments with python-docx."""

    def review(
        document: Document = document,
        findings: Sequence[Finding] = (),
        contributions: Sequence[Contribution] = (contribution,),
        desk: Desk = desk,
    ) -> Review:
        draft = render_word(document, report, "report.docx", None)
        data = review_edition(draft, document, desk, contributions, findings)
        word = docx.Document(io.BytesIO(data))
        lines = {
            one.comment_id: [paragraph.text for paragraph in one.paragraphs]
            for one in word.comments
        }
        meant: dict[int, str] = {}
        for paragraph in word.element.body.iter("{*}p"):
            words = "".join(text.text or "" for text in paragraph.iter("{*}t"))
            for sign in paragraph.iter("{*}commentReference"):
                meant[int(next(iter(sign.attrib.values())))] = words
        return Review(draft, data, [(meant[number], lines[number]) for number in lines])

    return review
