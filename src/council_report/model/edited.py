"""A Word copy of a draft that a reviewer has edited, as it was read."""

import datetime
from typing import Literal

from council_report.model.finding import Finding
from council_report.model.noun import Noun
from council_report.model.text import Text

Part = Literal["body", "header", "footer", "footnote", "endnote", "text box"]


class TrackedEdit(Noun):
    """What one author's tracked changes make of a paragraph, all other changes rejected.

    What others put in stays where the author changed something within it. ``text`` is None where
    the author takes the whole paragraph away. ``when`` is the latest of the changes; None where the
    file does not say.
    """

    author: str
    when: datetime.datetime | None = None
    text: Text | None


class Remark(Noun):
    """A comment, with the beginning of the words that it stands at; its paragraphs are lines."""

    author: str
    when: datetime.datetime | None = None
    words: str
    text: str


class EditedParagraph(Noun):
    """A paragraph of the copy.

    ``number`` counts every paragraph of its part from 1, those in tables included. ``marks`` are
    the bookmarks that begin in it. ``before`` and ``after`` are its runs with all tracked changes
    rejected, or accepted, without the dash or number in front of them; None where it is not there
    then. ``cell`` is the table, row and column that it stands in, each from 1: a table within a
    cell counts as a table of its own, rows and cells that tracked changes put in or take away
    count as they stand. ``style`` is the name of its paragraph style.

    Where tracked changes join paragraphs or part one, the joined text is that of the paragraph
    that gave most of it. One that they move as a whole says nothing ``after`` at its old place and
    nothing ``before`` at its new one, which has ``moved`` and the marks of both.
    """

    part: Part = "body"
    number: int
    marks: tuple[str, ...] = ()
    style: str = ""
    before: Text | None
    after: Text | None
    cell: tuple[int, int, int] | None = None
    edits: tuple[TrackedEdit, ...] = ()
    moved: bool = False
    remarks: tuple[Remark, ...] = ()


class EditedCopy(Noun):
    """A file that a reviewer sent: its paragraphs, or the findings that say why it has none.

    ``author`` is who saved it last, "" where the file does not say; ``saved`` is when.
    """

    file: str
    digest: str
    author: str = ""
    saved: datetime.datetime | None = None
    paragraphs: tuple[EditedParagraph, ...] = ()
    findings: tuple[Finding, ...] = ()
