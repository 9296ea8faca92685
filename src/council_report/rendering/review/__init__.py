"""The review edition: the Word draft with comments that say where each paragraph comes from."""

from collections.abc import Iterator, Sequence

from council_report.model.contribution import Contribution
from council_report.model.desk import Desk
from council_report.model.document import Document
from council_report.model.finding import Finding
from council_report.rendering.readback import main_text, paragraphs, placed, trees_of
from council_report.rendering.review.comments import Comment, with_comments
from council_report.rendering.review.notes import FROM_THE_TEMPLATE, Notes, about
from council_report.rendering.review.places import Places


def review_edition(
    word: bytes,
    document: Document,
    desk: Desk,
    contributions: Sequence[Contribution],
    findings: Sequence[Finding],
) -> bytes:
    """The Word file of a document with comments, its text as it was.

    Each paragraph has one that says who sent it, where it stands and what is known of it, a table
    at its caption. Each finding is one, at the entry, line or gap that it is about, or else at
    the title. They are in the language of the document as far as the desk has words for it.
    """
    printed, expected = paragraphs(main_text(trees_of(word))), list(document.lines())
    lines = list(zip(expected, placed(printed, expected), strict=True))
    notes, places = Notes(document, desk, contributions), Places(desk, contributions, lines)
    comments = (
        *(
            Comment(at, notes.on(line))
            for line, at in lines
            if at is not None and line.part != "cell"
        ),
        *(Comment(at, FROM_THE_TEMPLATE) for at in _others(printed, {at for _, at in lines})),
        *(Comment(places.of(one.location), about(one)) for one in findings),
    )
    wording = desk.messages.get(document.language, {})
    return with_comments(word, comments, wording, document.language)


def _others(printed: Sequence[str], placed: set[int | None]) -> Iterator[int]:
    """The paragraphs that the template itself holds."""
    return (at for at, words in enumerate(printed) if words.strip() and at not in placed)
