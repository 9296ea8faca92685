"""What the tests of the review page share: a draft with something of everything, and its past."""

import datetime
from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from html.parser import HTMLParser
from typing import Any

import pytest

from council_report.comparison.changes import compare
from council_report.comparison.page import words
from council_report.model.amendment import Amendment, text_digest
from council_report.model.change import DraftName
from council_report.model.content import Content
from council_report.model.contribution import KIND_WORDS, Statistic
from council_report.model.document import Block, BoxRow, Details, Document, Header
from council_report.model.draft import Ingredient, Length, Manifest, Product, Redline
from council_report.model.finding import Finding
from council_report.model.language import LANGUAGE_NAMES, Language
from council_report.model.location import Location
from council_report.model.mandate import Mandates
from council_report.model.message import Message
from council_report.model.review import Base, Review
from council_report.model.session import Session
from council_report.model.text import Run, parse_text

FILE = "inputs/C26/itu-t/standards.yaml"
SESSION_FILE = "inputs/C26/session.yaml"
MADE = datetime.datetime(2026, 3, 2, 9, 30, tzinfo=datetime.UTC)

HOSTILE = (
    "</script><script>alert(1)</script> <img src=x onerror=alert(1)> \" ' & {{ 7*7 }} {x}"
    " \u202eevil \u200b \U000e0041 \x00 \u2028 <!-- ]]> العربية 中文 " + "x" * 200
)

MakeBlock = Callable[..., Block]
MakeReview = Callable[..., Review]


@pytest.fixture(scope="session")
def hostile() -> str:
    """A text of everything that a page might take for its own, or hide."""
    return HOSTILE


@pytest.fixture(scope="session")
def french() -> Mapping[str, str]:
    """Words for everything that the page says of itself, which are not those of English."""
    named = [words.WORDS, words.CHANGES, words.PASSAGES, words.NEWS, words.STATUSES]
    named += [words.SEVERITIES, words.COUNTED, words.EDITIONS, words.SCRIPTED, words.STATES]
    own = [one.template for group in (*named, KIND_WORDS, LANGUAGE_NAMES) for one in group.values()]
    dated = [words.counted_days(days).template for days in (-2, -1, 0, 1, 2)]
    made = ["Draft {number}", "since: {draft}", "Review of: {draft}", "line {line}"]
    made += ["words: {number}", "pages: {number}", "{session}, draft {number}"]
    made += ["Texts in it that are not used: {number}", "nothing received"]
    return {template: f"fr {template}" for template in (*own, *dated, *made)}


class Reader(HTMLParser):
    """Reads a page as a browser would: its elements in order, and its words."""

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[dict[str, str | None]] = []
        self.pieces: list[str] = []
        self.feed(data.decode())
        self.words = " ".join("".join(self.pieces).split())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep an element."""
        self.tags.append(tag)
        self.attributes.append(dict(attrs))
        self.pieces.append(" " if tag in ("td", "th", "dt", "dd", "li", "p", "br") else "")

    def handle_data(self, data: str) -> None:
        """Keep words, but not those of the style sheet and the script."""
        if self.tags[-1:] not in (["style"], ["script"]):
            self.pieces.append(data)


@pytest.fixture(scope="session")
def read() -> Callable[[bytes], Reader]:
    """Reads a page."""
    return Reader


@pytest.fixture(scope="session")
def make_block() -> MakeBlock:
    """Makes the block of an entry of ITU-T."""

    def make(entry: str, said: str, line: int = 10, **fields: Any) -> Block:
        figures = {"groups": "1,234"}
        runs = [
            Run(figures.get(run.statistic, "?"), statistic=run.statistic) if run.statistic else run
            for run in parse_text(said)
        ]
        values: dict[str, Any] = {
            "kind": "paragraph",
            "section": "standards",
            "contributor": "itu-t",
            "entry": entry,
            "text": tuple(runs),
            "said": said,
            "source": Location(FILE, line=line),
            "details": Details(),
        }
        return Block(**(values | fields))

    return make


@pytest.fixture(scope="session")
def make_review(make_block: MakeBlock) -> MakeReview:
    """Makes a review of blocks in English, of others in other languages, and of older blocks."""

    def make(
        blocks: tuple[Block, ...] | None = None,
        others: Mapping[Language, tuple[Block, ...]] | None = None,
        older: tuple[tuple[Block, ...], ...] | None = None,
        **fields: Any,
    ) -> Review:
        new = blocks if blocks is not None else _blocks(make_block)
        past = older if older is not None else (_older(make_block), _oldest(make_block))
        if others is None:
            others = {"fr": _french_blocks(make_block)}
        documents = [_document("en", new)]
        documents += [_document(language, some) for language, some in others.items()]
        content = Content(documents=tuple(documents), statistics=(_statistic("1234"),))
        session = _session(("en", *others))
        values: dict[str, Any] = {
            "name": _name(3),
            "session": session,
            "plan": session.documents[0],
            "mandates": _mandates(),
            "manifest": _manifest(("en", *others)),
            "content": content,
            "findings": _findings(),
            "bases": tuple(_bases(past, content)),
            "news": {"itu-t/first": "new", "itu-t/second": "unchanged"},
        }
        return Review(**(values | fields))

    return make


def _bases(past: tuple[tuple[Block, ...], ...], content: Content) -> list[Base]:
    """The changes since each older draft, the newest first; between them, one that is broken."""
    bases = []
    for number, blocks in enumerate(past):
        languages = [document.language for document in content.documents]
        old = Content(
            documents=tuple(_document(language, blocks) for language in languages),
            statistics=(_statistic("1000"),),
        )
        changes = compare(_name(2 - number), old, _name(3), content)
        bases.append(Base(name=f"draft-00{2 - number}", changes=changes))
    damaged = Base(name="draft-000", problem=Message("its files have been changed"))
    return [*bases, damaged] if bases else []


def _blocks(make: MakeBlock) -> tuple[Block, ...]:
    heading = Block(
        kind="heading",
        section="standards",
        text=(Run("Standards"),),
        source=Location(SESSION_FILE, line=30),
    )
    amendment = Amendment(
        contributor="itu-t",
        entry="second",
        language="en",
        old=text_digest("Second *as sent*."),
        new="Second, as amended.",
        by="A. Reviewer",
        on=datetime.date(2026, 3, 1),
        why="clearer",
    )
    rows = (("Year", "Number"), ("2025", "[[groups]]"))
    details = Details(
        unit="ITU-T Study Group 13",
        status="under way",
        dates=("2025-10", "2025-12-02/2025-12-03"),
        mandates=("SG3", "R1"),
        countries=("NO",),
        partners=("ISO",),
        references=("ITU-T Y.3172",),
    )
    return (
        heading,
        make("first", "More than [[groups]] groups met in 2025.", 10, details=details),
        make(
            "second",
            "Second *as sent*.",
            20,
            text=parse_text("Second, as amended."),
            amendments=(amendment,),
        ),
        make(
            "third", "A bullet with [a link](https://example.org/x).", 30, kind="bullet", marker="–"
        ),
        make(
            "numbers",
            "Numbers by year",
            40,
            kind="table",
            rows=tuple(
                tuple(parse_text(cell.replace("[[groups]]", "12")) for cell in row) for row in rows
            ),
            said_rows=rows,
        ),
    )


def _older(make: MakeBlock) -> tuple[Block, ...]:
    """The blocks as they were: one worded otherwise, one more, one not there yet."""
    heading, first, second, _, table = _blocks(make)
    first = make(
        "first", "More than [[groups]] groups met in Geneva in 2024.", 10, details=first.details
    )
    return heading, first, make("withdrawn", "This was withdrawn.", 15), second, table


def _oldest(make: MakeBlock) -> tuple[Block, ...]:
    heading, first, *_ = _blocks(make)
    return heading, first


def _french_blocks(make: MakeBlock) -> tuple[Block, ...]:
    """In French; the second one has not been translated, and says so."""
    heading, first, second, _, table = _blocks(make)
    english = tuple(replace(run, language="en") for run in parse_text(second.said))
    marked = (Run("[anglais] ", strong=True), *english, Run(" [fin]", strong=True))
    waiting = second.model_copy(update={"text": marked, "amendments": (), "state": "missing"})
    return (
        heading.model_copy(update={"text": (Run("Normes"),)}),
        make("first", "Plus de [[groups]] groupes.", 10, details=first.details),
        waiting,
        make("third", "Une puce.", 30, kind="bullet", marker="–"),
        table,
    )


def _document(language: Language, blocks: tuple[Block, ...]) -> Document:
    label = Location("templates/labels/en.yaml", line=28)
    purpose = Block(
        kind="paragraph",
        section="purpose",
        text=(Run("To inform."),),
        source=Location(FILE, line=4),
        contributor="itu-t",
        entry="purpose",
        said="To inform.",
        details=Details(),
    )
    header = Header(
        session="Council 2026",
        place_and_dates="Geneva",
        agenda_item="",
        symbol="C26/XX-E",
        date="[date pending]",
        original="Original: English",
        short_reference="C26/XX-E",
    )
    names = [*(f"header.{line}" for line in header.model_dump()), "author", "title"]
    return Document(
        session="C26",
        kind="report",
        language=language,
        file_stem="S26-CL-C-XXXX!!",
        header=header,
        author="Report by the Secretary-General",
        title="A REPORT",
        sources={name: Location(SESSION_FILE, line=5) for name in names},
        box=(BoxRow(key="purpose", label="Purpose", source=label, blocks=(purpose,)),),
        blocks=blocks,
        gaps=(),
        provisional=("header.date",),
        statistics=("groups",),
    )


def _statistic(value: str) -> Statistic:
    return Statistic(
        key="groups", value=Decimal(value), unit={"en": "groups"}, as_of="2025", source="ITU"
    )


def _name(draft: int) -> DraftName:
    made = MADE - datetime.timedelta(days=7 * (3 - draft))
    return DraftName(session="C26", kind="report", draft=draft, made=made)


def _session(languages: tuple[Language, ...]) -> Session:
    contact = {"role": "focal point", "email": "a@example.org"}
    outline = [
        {
            "key": "standards",
            "title": {"en": "Standards", "fr": "Normes"},
            "contributors": ["itu-t", "itu-d"],
            "budget": {"words": 10},
        }
    ]
    return Session.model_validate(
        {
            "code": "C26",
            "year": 2026,
            "place": {"en": "Geneva"},
            "opens": "2026-04-28",
            "closes": "2026-05-08",
            "deadlines": [
                {"key": "late", "title": {"en": "Contributions"}, "days_before_opening": 60},
                {"key": "soon", "title": {"en": "Documents"}, "days_before_opening": 30},
            ],
            "contributors": [
                {"key": "itu-t", "name": {"en": "ITU-T", "fr": "UIT-T"}, "contact": contact},
                {"key": "itu-d", "name": {"en": "ITU-D", "fr": "UIT-D"}, "contact": contact},
            ],
            "documents": [
                {
                    "kind": "report",
                    "title": {"en": "A report", "fr": "Un rapport"},
                    "original_language": "en",
                    "languages": languages,
                    "box_from": "itu-t",
                    "outline": outline,
                }
            ],
        }
    )


def _mandates() -> Mandates:
    texts = {"R1": "Studies", "SG3": "Sharing information", "M1": "Members take part"}
    listed = [{"id": key, "text": {"en": text}} for key, text in texts.items()]
    return Mandates.model_validate(
        {
            "resolution": "Resolution 214",
            "version": "2022",
            "status": "paraphrase",
            "mandates": listed,
        }
    )


def _findings() -> tuple[Finding, ...]:
    def at(severity: str, **place: Any) -> Finding:
        return Finding(
            rule="r",
            severity=severity,
            location=Location(**{"file": FILE, **place}),
            message=Message("no section is called {name}", name="Normes"),
            remedy=Message("Choose one from the list."),
        )

    return at("warning", line=12), at("error", file="inputs/C26/itu-d/a.docx"), at("note", line=31)


def _manifest(languages: tuple[Language, ...]) -> Manifest:
    redline = Redline(
        language="en",
        base=_name(2),
        compared=(Message("the text"),),
        not_compared=(Message("pictures"),),
    )
    refused = redline.model_copy(update={"language": "fr", "problem": Message("a word was lost")})
    word = "S26-CL-C-XXXX!!MSW-E.docx"
    return Manifest(
        session="C26",
        kind="report",
        draft=3,
        made=MADE,
        fingerprint="f" * 64,
        version="1.0",
        engine=None,
        tools={},
        languages=languages,
        ingredients=(
            Ingredient(file=SESSION_FILE, digest="ab" * 32),
            Ingredient(file=FILE, digest="cd" * 32, contributor="itu-t", entries=5),
            Ingredient(
                file="inputs/C26/itu-d/a.docx",
                digest="ef" * 32,
                contributor="itu-d",
                entries=2,
                reason="no section is called Normes",
            ),
        ),
        products=(Product(file=word, digest="ab" * 32, language="en", pages=3, words=60),),
        trace=(),
        statistics={"groups": "1234"},
        gaps=(
            {"contributor": "itu-d", "section": "standards", "reason": Message("nothing received")},
        ),
        provisional={"en": ("header.date",)},
        lengths=(Length(language="en", section="standards", words=25, pages=1.5),),
        base=_name(2),
        redlines=(redline, refused),
    )
