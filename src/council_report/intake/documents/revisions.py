"""Tracked changes of a Word text: found, named, and accepted or rejected."""

from collections.abc import Iterable, Iterator, Sequence

from lxml import etree

from council_report.intake.documents.plain import Reading
from council_report.intake.documents.tags import W
from council_report.intake.documents.wordparts import GONE, loses_mark, loses_row, successor
from council_report.model.finding import Finding, Severity
from council_report.model.location import Location, shortened
from council_report.model.message import Message
from council_report.model.session import TrackedChanges

LOOKS = {f"{W}rPrChange", f"{W}pPrChange"}
"""The tracked changes of look alone."""

CELL_GONE = {"after": f"{W}cellDel", "before": f"{W}cellIns"}
SKIN = f"{W}rPr", f"{W}pPr", f"{W}trPr", f"{W}numPr"
"""Where the mark of a change means the thing itself, and holds no words."""


def reading_of(policy: TrackedChanges) -> Reading:
    """How a file is read: as if the changes were accepted, unless the session rejects them."""
    return "before" if policy == "reject" else "after"


def settle(root: etree._Element, reading: Reading) -> None:
    """Accept all tracked changes of a part, or reject them all, in its tree."""
    gone = GONE[reading]
    if reading == "before":
        _restore_looks(root)
    for change in [*root.iter(*gone)]:
        if _parent(change).tag not in SKIN:
            _parent(change).remove(change)
    for row in [*root.iter(f"{W}tr")]:
        if loses_row(row, gone):
            _parent(row).remove(row)
    for mark in [*root.iter(CELL_GONE[reading])]:
        cell = _parent(_parent(mark))
        _parent(cell).remove(cell)
    # From the end, so that what runs on over many paragraphs is moved only once.
    for paragraph in reversed([*root.iter(f"{W}p")]):
        following = successor(paragraph) if loses_mark(paragraph, gone) else None
        if following is not None:
            _run_on(paragraph, following)


def has_changes(root: etree._Element) -> bool:
    """Whether a part reads differently once its tracked changes are accepted."""
    return next(root.iter(*GONE["after"], *GONE["before"]), None) is not None


def restyled_paragraphs(root: etree._Element) -> set[int]:
    """The numbers of the paragraphs of whose look alone a change is tracked."""
    return {
        number
        for number, paragraph in enumerate(root.iter(f"{W}p"), 1)
        if next(paragraph.iter(*LOOKS), None) is not None
    }


def change_findings(
    file: str, policy: TrackedChanges, readings: Iterable[tuple[int, str, str]]
) -> Iterator[Finding]:
    """A finding for each paragraph that reads differently before and after, with both readings.

    ``readings`` are the number of each paragraph, and its text before and after.
    """
    severity: Severity = "error" if policy == "refuse" else "note"
    rule = "tracked-changes" if policy == "refuse" else "tracked-changes-settled"
    for number, old, new in readings:
        if old != new:
            yield Finding(
                rule=rule,
                severity=severity,
                location=Location(file, paragraph=number, words=shortened(new or old)),
                message=_both(old.strip(), new.strip()),
                remedy=REMEDIES[policy],
            )


def look_findings(file: str, numbers: set[int], texts: Sequence[str]) -> Iterator[Finding]:
    """A note for each paragraph of whose look alone a change is tracked."""
    for number in sorted(numbers):
        yield Finding(
            rule="tracked-look",
            severity="note",
            location=Location(file, paragraph=number, words=shortened(texts[number - 1])),
            message=Message("only the look of these words is a tracked change"),
            remedy=Message("Nothing to do; accept or reject the change in Word to be rid of it."),
        )


REMEDIES: dict[TrackedChanges, Message] = {
    "refuse": Message("Accept or reject the changes in the Review tab of Word, and send it again."),
    "accept": Message("Nothing to do, if the change was meant: this session accepts all changes."),
    "reject": Message("Accept the change in Word if it was meant: this session rejects them all."),
}


def _both(old: str, new: str) -> Message:
    if not old:
        return Message("a tracked change adds “{after}”", after=new)
    if not new:
        return Message("a tracked change takes away “{before}”", before=old)
    return Message(
        "a tracked change: before it, this reads “{before}”; after it, “{after}”",
        before=old,
        after=new,
    )


def _restore_looks(root: etree._Element) -> None:
    for change in [*root.iter(*LOOKS)]:
        former, properties = change.find("*"), _parent(change)
        kept = [*properties.iterfind(f"{W}rPr")] if properties.tag == f"{W}pPr" else []
        properties[:] = [*([] if former is None else former), *kept]


def _run_on(paragraph: etree._Element, following: etree._Element) -> None:
    """Put what a paragraph holds before what the next one holds, and take it away."""
    content = [child for child in paragraph if child.tag != f"{W}pPr"]
    start = 1 if following.find(f"{W}pPr") is not None else 0
    following[start:start] = content
    _parent(paragraph).remove(paragraph)


def _parent(element: etree._Element) -> etree._Element:
    parent = element.getparent()
    if parent is None:
        raise ValueError("the root of a part is no change")
    return parent
