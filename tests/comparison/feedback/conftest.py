"""What the tests of feedback share: a small draft, and copies of it as they are read."""

import datetime
from collections.abc import Callable, Sequence
from typing import Any

import pytest

from council_report.comparison.feedback.choosing import Match, best_match
from council_report.comparison.feedback.reviewing import reviewed
from council_report.model.change import DraftName
from council_report.model.content import Content
from council_report.model.document import ABOVE_THE_BOX, Block, BoxRow, Document, Header
from council_report.model.edited import EditedCopy, EditedParagraph, Remark, TrackedEdit
from council_report.model.feedback import Feedback
from council_report.model.finding import Finding
from council_report.model.location import Location
from council_report.model.text import Run, Text, parse_text, plain

MADE = datetime.datetime(2025, 5, 2, 9, 30, tzinfo=datetime.UTC)
SAVED = datetime.datetime(2025, 5, 9, 16, 0, tzinfo=datetime.UTC)
STYLES = {"bullet": "Bullet", "heading": "Heading 1", "label": "Box Label", "cell": "Table Text"}

TABLE = (("Course", "People"), ("AI basics", "120"), ("AI policy", "80"))

MakeDraft = Callable[..., tuple[DraftName, Content]]
Take = Callable[..., Feedback]


def entry(key: str, said: str, kind: str = "paragraph", **values: Any) -> Block:
    """The block of an entry of ITU-T, in the section "standards" unless another is named."""
    text = tuple(
        Run("315", run.strong, run.emphasis, run.superscript, run.href, run.statistic)
        if run.statistic
        else run
        for run in parse_text(said)
    )
    rows = tuple(tuple(parse_text(cell) for cell in row) for row in values.get("said_rows") or ())
    known = {
        "section": "standards",
        "contributor": "itu-t",
        "source": Location(f"inputs/C25/itu-t/{key}.yaml", line=3),
    }
    return Block(kind=kind, text=text, rows=rows, entry=key, said=said, **(known | values))


def heading(section: str, words: str) -> Block:
    """The heading of a section."""
    source = Location("inputs/C25/session.yaml", line=80)
    return Block(kind="heading", section=section, text=(Run(words),), source=source)


BLOCKS = (
    entry("opening", "ITU leads the work on AI.", section="introduction"),
    heading("standards", "AI standards"),
    entry("count", "More than [[standards]] *standards* were published."),
    entry("health", "A group on AI for health was set up.", "bullet", marker="–"),
    entry("energy", "A report on AI and energy came out.", "bullet", marker="–"),
    heading("capacity", "Capacity"),
    entry("courses", "Courses in 2025", "table", section="capacity", said_rows=TABLE),
    entry("regions", "Events were held in three regions.", section="capacity"),
)


def document(blocks: Sequence[Block] = BLOCKS, language: Any = "en") -> Document:
    """A report with these blocks after a box with one row."""
    label = Location(f"templates/labels/{language}.yaml", line=12)
    purpose = entry("purpose", "To inform the Council.", section="purpose")
    session = Location("inputs/C25/session.yaml", line=71)
    return Document(
        session="C25",
        kind="report",
        language=language,
        file_stem="S25-CL-C-0043!!",
        header=Header(
            session="Council 2025",
            place_and_dates="Geneva, 17–27 June 2025",
            agenda_item="Agenda item: PL 3.1",
            symbol="Document C25/43-E",
            date="2 May 2025",
            original="Original: English",
            short_reference="C25/43-E",
        ),
        author="Report by the Secretary-General",
        title="REPORT ON AI",
        sources=dict.fromkeys(ABOVE_THE_BOX, session),
        box=(BoxRow(key="purpose", label="Purpose", source=label, blocks=(purpose,)),),
        blocks=tuple(blocks),
        gaps=(),
        provisional=(),
        statistics=("standards",),
    )


def draft(number: int = 1, *documents: Document) -> tuple[DraftName, Content]:
    """A draft, each made a day after the one before."""
    made = MADE + datetime.timedelta(days=number)
    name = DraftName(session="C25", kind="report", draft=number, made=made)
    return name, Content(documents=documents or (document(),))


def text_of(words: str | Text | None) -> Text | None:
    """Words as the text of a paragraph."""
    return (Run(words),) if isinstance(words, str) else words


def as_read(one: Document, **values: Any) -> EditedCopy:
    """The Word file of a document, as it is read: nobody has edited it."""
    marks = one.marks()
    paragraphs: list[EditedParagraph] = []
    tables = 0
    cells: list[tuple[int, int]] = []
    for line in one.lines():
        number = len(paragraphs) + 1
        style = STYLES.get(line.part, "Normal")
        if line.part == "cell":
            row, column = cells.pop(0)
            where = (tables, row, column)
            paragraphs.append(
                EditedParagraph(
                    number=number,
                    style=style,
                    before=(Run(line.text),),
                    after=(Run(line.text),),
                    cell=where,
                )
            )
            continue
        mark, text = None, (Run(line.text),)
        if line.block and line.part == line.block.kind:
            mark = next(marks)
            text = tuple(
                Run(r.text, r.strong, r.emphasis, r.superscript, r.href) for r in line.block.text
            )
            rows = line.block.rows
            tables += bool(rows)
            cells = [(r, c) for r, row in enumerate(rows, 1) for c in range(1, len(row) + 1)]
        paragraphs.append(
            EditedParagraph(
                number=number, style=style, before=text, after=text, marks=(mark,) if mark else ()
            )
        )
    end = (Run("______________"),)
    paragraphs.append(
        EditedParagraph(number=len(paragraphs) + 1, style="End Mark", before=end, after=end)
    )
    footer = (Run("www.itu.int/council"),)
    paragraphs.append(EditedParagraph(part="footer", number=1, before=footer, after=footer))
    known: dict[str, Any] = {"file": "copy.docx", "digest": "d1", "author": "Ana", "saved": SAVED}
    return EditedCopy(paragraphs=tuple(paragraphs), **(known | values))


class Copy:
    """A copy of a draft in which a reviewer is at work."""

    def __init__(self, one: Document | None = None, **values: Any) -> None:
        self.document = one or document()
        self.copy = as_read(self.document, **values)
        self.paragraphs = list(self.copy.paragraphs)
        self.of_the_draft: tuple[Finding, ...] = ()

    def place(self, words: str) -> int:
        """Where the paragraph stands that begins with these words."""
        texts = [plain(one.before or one.after or ()) for one in self.paragraphs]
        return next(place for place, text in enumerate(texts) if text.startswith(words))

    def write(self, words: str, new: str | Text | None) -> "Copy":
        """Edit a paragraph directly; None takes it out."""
        place = self.place(words)
        if new is None:
            del self.paragraphs[place]
        else:
            self.change(words, before=text_of(new), after=text_of(new))
        return self

    def change(self, words: str, **values: Any) -> "Copy":
        """Change anything about a paragraph."""
        place = self.place(words)
        self.paragraphs[place] = self.paragraphs[place].model_copy(update=values)
        return self

    def track(self, words: str, new: str | Text | None, author: str = "Ben") -> "Copy":
        """Edit a paragraph with tracked changes."""
        edit = TrackedEdit(author=author, when=SAVED, text=text_of(new))
        edits = (*self.paragraphs[self.place(words)].edits, edit)
        return self.change(words, after=text_of(new), edits=edits)

    def insert(self, after: str, words: str, author: str | None = None, **values: Any) -> "Copy":
        """Put a paragraph in after another; with an author, as a tracked change."""
        text = text_of(words)
        edits = (TrackedEdit(author=author, when=SAVED, text=text),) if author else ()
        known: dict[str, Any] = {
            "number": 99,
            "style": "Normal",
            "before": None if author else text,
        }
        new = EditedParagraph(after=text, edits=edits, **(known | values))
        self.paragraphs.insert(self.place(after) + 1, new)
        return self

    def remark(self, words: str, text: str, author: str = "Cleo", at: str = "") -> "Copy":
        """Comment on a paragraph."""
        remarks = self.paragraphs[self.place(words)].remarks
        one = Remark(author=author, when=SAVED, words=at, text=text)
        return self.change(words, remarks=(*remarks, one))

    def unmarked(self) -> "Copy":
        """Lose all bookmarks."""
        self.paragraphs = [one.model_copy(update={"marks": ()}) for one in self.paragraphs]
        return self

    def sent(self) -> EditedCopy:
        """The copy as it is taken in."""
        numbered = [
            one.model_copy(update={"number": number}) if one.part == "body" else one
            for number, one in enumerate(self.paragraphs, 1)
        ]
        return self.copy.model_copy(update={"paragraphs": tuple(numbered)})

    def feedback(self) -> Feedback:
        """What is made of it."""
        sent = self.sent()
        name, _ = draft()
        read = sum(bool(plain(one.before or ())) for one in sent.paragraphs)
        match = best_match(sent, [draft(1, self.document)])
        match = match or Match(name, self.document, 0, read)
        return reviewed(sent, match, as_read(self.document, findings=self.of_the_draft))


@pytest.fixture
def copy() -> Copy:
    """An unedited copy of the small draft."""
    return Copy()


@pytest.fixture
def make_draft() -> MakeDraft:
    """Makes a draft of a number with documents."""
    return draft


@pytest.fixture(scope="session")
def make_copy() -> Callable[..., Copy]:
    """Makes an unedited copy of the small draft, as somebody saved it."""
    return Copy
