"""Which draft, in which language, a file is a copy of."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from council_report.comparison.feedback.spots import words_of
from council_report.model.change import DraftName
from council_report.model.content import Content
from council_report.model.document import Document
from council_report.model.edited import EditedCopy
from council_report.model.text import Run

HALF = 0.5
"""The share of its paragraphs that must read as in a draft, for a file to be a copy of it."""


class Match(NamedTuple):
    """A draft in one language, and how many paragraphs of a copy read as in it."""

    draft: DraftName
    document: Document
    same: int
    paragraphs: int


def best_match(copy: EditedCopy, drafts: Iterable[tuple[DraftName, Content]]) -> Match | None:
    """The draft and language that most paragraphs of a copy read as in; None if under a half do.

    Tracked changes are read as rejected. Of several that are equally near it is the newest.
    """
    read = Counter(filter(None, (words_of(one.before) for one in copy.paragraphs)))
    newest_first = sorted(drafts, key=lambda draft: (draft[0].made, draft[0].draft), reverse=True)
    matches = [
        Match(name, document, _shared(read, document), read.total())
        for name, content in newest_first
        for document in content.documents
    ]
    best = max(matches, key=lambda match: match.same, default=None)
    return best if best and best.same and best.same >= HALF * best.paragraphs else None


def _shared(read: Counter[str], document: Document) -> int:
    return (read & Counter(_texts(document))).total()


def _texts(document: Document) -> Iterator[str]:
    """What a document says, each paragraph without the marker in front of it."""
    for line in document.lines():
        is_whole = line.block is not None and line.part == line.block.kind
        yield words_of(line.block.text if line.block and is_whole else (Run(line.text),))
