"""The comments in a Word file, with the words that each of them stands at."""

from collections.abc import Iterable, Iterator

from lxml import etree

from council_report.intake.documents.plain import word_texts
from council_report.intake.documents.wordparts import WRITTEN
from council_report.intake.documents.wordstyles import WordStyles
from council_report.intake.edited.authors import author_of, moment
from council_report.intake.edited.places import Tree
from council_report.model.edited import Remark
from council_report.model.location import shortened
from council_report.model.receipt import AUTHOR
from council_report.office.tags import NUMBER, W

BEGIN, END = f"{W}commentRangeStart", f"{W}commentRangeEnd"
REFERENCE = f"{W}commentReference"
MOST_WORDS = 300
"""How many characters of the words that a comment stands at are kept."""

FIRST = 1
"""The paragraph that comments belong to which stand nowhere."""


def remarks_in(
    comments: etree._Element | None, trees: Iterable[Tree], styles: WordStyles
) -> dict[int, list[Remark]]:
    """The comments by the number of the paragraph that they begin in, replies after the first.

    Our own comments, which a review edition carries, are passed over.
    """
    if comments is None:
        return {}
    anchors = {key: at for tree in trees for key, at in _Anchors(tree.root).found()}
    remarks: dict[int, list[Remark]] = {}
    for comment in comments.iter(f"{W}comment"):
        if author_of(comment) != AUTHOR:
            number, words = anchors.get(comment.get(f"{W}id", ""), (FIRST, ""))
            remarks.setdefault(number, []).append(_remark(comment, words, styles))
    return remarks


def _remark(comment: etree._Element, words: str, styles: WordStyles) -> Remark:
    return Remark(
        author=author_of(comment),
        when=moment(comment.get(f"{W}date")),
        words=words,
        text="\n".join(word_texts(comment, styles, "after")).strip(),
    )


class _Anchors:
    """Where the comments of a part begin and end, counted in letters from its first one on.

    A comment that begins between two paragraphs, or after the last words of one, begins with the
    words that come next.
    """

    def __init__(self, root: etree._Element) -> None:
        self._begun: dict[str, tuple[int, int]] = {}
        self._ends: dict[str, int] = {}
        self._waiting: dict[str, tuple[int, int]] = {}
        self._words: list[str] = []
        self._length = 0
        self._number = FIRST
        for element in root.iter(f"{W}p", BEGIN, END, REFERENCE, *WRITTEN):
            if element.tag == f"{W}p":
                self._enter(element)
            elif element.tag in WRITTEN:
                self._say(element.text or "")
            else:
                self._note(element)

    def found(self) -> Iterator[tuple[str, tuple[int, str]]]:
        """The id of each comment, with the number of its paragraph and the words it stands at."""
        text = "".join(self._words)
        for key, (number, start) in (self._waiting | self._begun).items():
            end = min(self._ends.get(key, start), start + 2 * MOST_WORDS)
            yield key, (number, shortened(text[start:end], MOST_WORDS))

    def _enter(self, paragraph: etree._Element) -> None:
        self._number = int(paragraph.get(NUMBER, str(self._number)))
        self._waiting = dict.fromkeys(self._waiting, (self._number, self._length))
        self._say(" ")

    def _say(self, words: str) -> None:
        self._words.append(words)
        self._length += len(words)
        if words.strip():
            self._begun |= self._waiting
            self._waiting = {}

    def _note(self, anchor: etree._Element) -> None:
        key, here = anchor.get(f"{W}id", ""), (self._number, self._length)
        if anchor.tag == END:
            self._ends.setdefault(key, self._length)
        if anchor.tag == BEGIN:
            self._waiting[key] = here
        elif next(anchor.iterancestors(f"{W}p"), None) is not None:
            self._begun.setdefault(key, self._waiting.pop(key, here))
