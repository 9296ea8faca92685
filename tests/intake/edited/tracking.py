"""Tracked changes and comments as Word writes them, and copies that hold them, read."""

import hashlib

from council_report.intake.edited.copies import copy_in
from council_report.model.edited import EditedCopy, EditedParagraph
from council_report.model.source import SourceFile
from council_report.model.text import Text, plain
from tests.intake.documents.builders import docx, paragraph, run

WHEN = "2026-11-20T10:00:00Z"


def by(author: str = "Ann", when: str = WHEN) -> str:
    """The attributes of a change or comment."""
    return f'w:id="7" w:author="{author}" w:date="{when}"'


def put_in(content: str, author: str = "Ann", when: str = WHEN) -> str:
    """Runs that a tracked change puts in; a plain text is made a run."""
    inside = content if content.startswith("<") else run(content)
    return f"<w:ins {by(author, when)}>{inside}</w:ins>"


def taken_out(text: str, author: str = "Ann", when: str = WHEN) -> str:
    """A run that a tracked change takes out."""
    return (
        f'<w:del {by(author, when)}><w:r><w:delText xml:space="preserve">{text}</w:delText></w:r>'
        "</w:del>"
    )


def ending(change: str, author: str = "Ann", when: str = WHEN) -> str:
    """The property of a paragraph whose end is put in (``ins``), taken out (``del``) or moved."""
    return f"<w:rPr><w:{change} {by(author, when)}/></w:rPr>"


def embolden(text: str, author: str = "Ann", when: str = WHEN) -> str:
    """A run that a tracked change makes bold."""
    change = f"<w:rPrChange {by(author, when)}><w:rPr/></w:rPrChange>"
    return run(text, f"<w:b/>{change}")


def moved(tag: str, name: str, text: str, author: str = "Ann") -> str:
    """A whole paragraph that is moved from (``moveFrom``) or to (``moveTo``) its place."""
    content = (
        f'<w:{tag}RangeStart {by(author)} w:name="{name}"/>'
        f"<w:{tag} {by(author)}>{run(text)}</w:{tag}>"
        f'<w:{tag}RangeEnd w:id="7"/>'
    )
    return paragraph(content, properties=ending(tag, author))


def comment(number: int, *lines: str, author: str = "Ann", when: str = WHEN) -> str:
    """A comment, line by line."""
    inside = "".join(paragraph(line) for line in lines)
    return f'<w:comment w:id="{number}" w:author="{author}" w:date="{when}">{inside}</w:comment>'


def begin(number: int) -> str:
    """Where a comment begins."""
    return f'<w:commentRangeStart w:id="{number}"/>'


def end(number: int) -> str:
    """Where a comment ends."""
    return f'<w:commentRangeEnd w:id="{number}"/><w:r><w:commentReference w:id="{number}"/></w:r>'


def source(data: bytes, name: str = "draft-reviewed.docx") -> SourceFile:
    """A file of these bytes."""
    return SourceFile(name=name, data=data, digest=hashlib.sha256(data).hexdigest())


def copy_of(body: str, **parts: object) -> EditedCopy:
    """A copy with this body, read without the gate."""
    return copy_in(source(docx(body, **parts)))  # type: ignore[arg-type]


def paragraphs_of(body: str, **parts: object) -> tuple[EditedParagraph, ...]:
    """The paragraphs of a copy with this body."""
    return copy_of(body, **parts).paragraphs


def words(text: Text | None) -> str | None:
    """The words of a text, None where there is no text."""
    return None if text is None else plain(text)


def both(paragraph: EditedParagraph) -> tuple[str | None, str | None]:
    """What a paragraph says before and after."""
    return words(paragraph.before), words(paragraph.after)


def edits(paragraph: EditedParagraph) -> dict[str, str | None]:
    """What each author makes of a paragraph."""
    return {one.author: words(one.text) for one in paragraph.edits}
