"""Every passage of a document with where it comes from, and what is known of it."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from council_report.comparison.passages import passages_of
from council_report.model.change import Passage
from council_report.model.content import Content
from council_report.model.document import Block, Document
from council_report.model.finding import Finding
from council_report.model.length import count_words
from council_report.model.location import Location
from council_report.model.session import Key
from council_report.model.text import plain
from council_report.model.translation import TranslationState

Id = tuple[Key, Key]
"""An entry: who sent it, and its id."""

Order = tuple[str, int, str, int]
"""The file, line or paragraph, sheet and row of a place, which sort as one reads."""

FRAME = frozenset(("line", "label", "heading", "rule"))
"""The kinds of passage that hold a document together, and are not counted as paragraphs."""


class Traced(NamedTuple):
    """A passage, how it stands in the language of its document, and the findings at its entry.

    ``block`` is None of a line above the box, and of a label.
    """

    passage: Passage
    source: Location
    block: Block | None
    state: TranslationState
    is_boxed: bool
    findings: tuple[Finding, ...]

    @property
    def is_frame(self) -> bool:
        """Whether it holds the document together, rather than say something."""
        return self.passage.kind in FRAME

    @property
    def words(self) -> int:
        """How many words it has, those of its table included."""
        texts = (self.passage.text, *chain(*self.passage.rows))
        return sum(count_words(plain(text)) for text in texts)


def trace(
    document: Document,
    findings: Mapping[Id, Sequence[Finding]],
) -> tuple[Traced, ...]:
    """The passages of a document, in order."""
    labels = {f"label {row.key}": row.source for row in document.box}
    boxed = sum(len(row.blocks) for row in document.box)
    blocks = iter(enumerate(document.all_blocks()))
    traced = []
    for passage in passages_of(document):
        if passage.kind in ("line", "label"):
            source = labels.get(passage.key) or document.sources[passage.key.partition(" ")[2]]
            is_boxed, block = passage.kind == "label", None
        else:
            number, block = next(blocks)
            source, is_boxed = block.source, number < boxed
        state = block.state if block else "own"
        found = findings.get((passage.contributor or "", passage.entry or ""), ())
        traced.append(Traced(passage, source, block, state, is_boxed, tuple(found)))
    return tuple(traced)


def findings_by_entry(content: Content, findings: Iterable[Finding]) -> dict[Id, list[Finding]]:
    """The findings at entries: those between the place of one and that of the next."""
    places: dict[str, list[tuple[Order, Id]]] = {}
    for document in content.documents:
        for block in document.all_blocks():
            if block.entry and block.contributor:
                mark = (block.source.order[:4], (block.contributor, block.entry))
                places.setdefault(block.source.file, []).append(mark)
    for marks in places.values():
        marks.sort()
    found: dict[Id, list[Finding]] = {}
    for finding in findings:
        entry = _entry_at(finding, places.get(finding.location.file, []))
        if entry:
            found.setdefault(entry, []).append(finding)
    return found


def entries_of(found: Mapping[Id, Sequence[Finding]]) -> dict[Finding, Id]:
    """The entry that each finding is at, of those that are at one."""
    return {finding: entry for entry, findings in found.items() for finding in findings}


def _entry_at(finding: Finding, marks: Sequence[tuple[Order, Id]]) -> Id | None:
    """The entry that a finding is at; a statistic is no part of the entry above it."""
    if finding.location.place is None or finding.rule.startswith("statistic-"):
        return None
    order = finding.location.order[:4]
    index = bisect_right(marks, order, key=lambda mark: mark[0])
    if not index or marks[index - 1][0][2] != order[2]:
        return None
    return marks[index - 1][1]
