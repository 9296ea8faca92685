"""Tracked changes of a Word text: found, named, and accepted or rejected."""

from collections.abc import Iterable, Iterator, Sequence

from lxml import etree

from council_report.model.finding import Finding, Severity
from council_report.model.location import Location, shortened
from council_report.model.message import Message
from council_report.model.session import TrackedChanges
from council_report.office.tags import W
from council_report.office.tracked import LOOKS, Reading


def reading_of(policy: TrackedChanges) -> Reading:
    """How a file is read: as if the changes were accepted, unless the session rejects them."""
    return "before" if policy == "reject" else "after"


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
