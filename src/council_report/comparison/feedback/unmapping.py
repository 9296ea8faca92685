"""What reviewers changed that belongs to no entry: why, and where it can be changed."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from council_report.comparison.feedback.edits import (
    Edit,
    Passage,
    Reviewer,
    author_of_new,
    named,
    passage_of,
)
from council_report.comparison.feedback.proposing import quoting
from council_report.comparison.feedback.spots import TEMPLATE, Spot, words_of
from council_report.comparison.feedback.tables import BETWEEN_CELLS
from council_report.model.edited import EditedCopy, Part
from council_report.model.feedback import Unmapped

NO_DRAFT = (
    "The file is a copy of no draft of this document: less than half of its paragraphs read as in"
    " any of them. Look whether it belongs to another session or document."
)
NO_NEIGHBOUR = (
    "It stands near no text that a contributor sent: ask the one whom it concerns for it."
)
NEW_TABLE = "A table was put in: ask the contributor whom it concerns to send it."
SAME_WORDS = "The words are the same: they were moved, or look otherwise."
FOREIGN = "The drafts have no {part}: put the words into a text, or ask a contributor to."
WITHDRAWN = "It is in no draft, and whoever put it in took it out again."
IN_TEMPLATE = (
    "These words stand in the Word template of the document, in templates/: change them there."
)
AWAITED = "This marks that something is awaited from {contributor}; it goes once that has come."
RULE = "This line belongs to the form of the document: it stands in {place}."
STANDS = "{what} in {place}: change it there."

WHAT: Mapping[str, str] = {
    "title": "The title of the document stands",
    "author": "The author line is made of what stands",
    "heading": "This heading stands",
    "label": "This label stands",
}
HEADER = "This line of the header is made of what stands"


def not_an_entry(spot: Spot) -> str:
    """Why an edit of a paragraph is no proposal, and where a person makes it."""
    if spot.part == TEMPLATE or spot.source is None:
        return IN_TEMPLATE
    if spot.part == "placeholder" and spot.block:
        return AWAITED.format(contributor=spot.block.contributor)
    if spot.part == "rule":
        return RULE.format(place=spot.source)
    return STANDS.format(what=WHAT.get(spot.part, HEADER), place=spot.source)


def unmapped_edit(edit: Edit, file: str, place: str, old: str, reason: str) -> Unmapped:
    """An edit that belongs to no entry."""
    return Unmapped(
        author=edit.author,
        when=edit.when,
        file=file,
        place=place,
        old=old,
        new=edit.words,
        reason=reason,
    )


def unmapped_remarks(passage: Passage, file: str, reason: str) -> Iterator[Unmapped]:
    """The comments of a paragraph that belongs to no entry."""
    for remark in passage.remarks:
        yield Unmapped(
            author=remark.author,
            when=remark.when,
            file=file,
            place=passage.place,
            comment=quoting(remark),
            reason=reason,
        )


def unmapped_findings(copy: EditedCopy, original: EditedCopy | None = None) -> Iterator[Unmapped]:
    """What the file holds that is not read, or why it is not read at all.

    What the draft's own file holds as well, such as the emblem, no reviewer has put in.
    """
    own = Counter((one.rule, one.message) for one in original.findings) if original else Counter()
    for one in copy.findings:
        if own[one.rule, one.message]:
            own[one.rule, one.message] -= 1
            continue
        yield Unmapped(
            author=named(copy.author, copy),
            when=copy.saved,
            file=copy.file,
            place=str(one.location.place or ""),
            reason=f"{one.message}. {one.remedy}",
        )


def unmapped_words(copy: EditedCopy, reviewer: Reviewer) -> Iterator[Unmapped]:
    """All that stands in a copy of no draft: nothing of it is passed over."""
    yield from unmapped_findings(copy)
    for paragraph in copy.paragraphs:
        passage = passage_of(paragraph, copy)
        edit = Edit(reviewer.name, reviewer.saved, passage.after)
        old = words_of(passage.before)
        if old or edit.words:
            yield unmapped_edit(edit, copy.file, passage.place, old, NO_DRAFT)
        yield from unmapped_remarks(passage, copy.file, NO_DRAFT)


def unmapped_table(cells: Sequence[Passage], reviewer: Reviewer, file: str) -> Iterator[Unmapped]:
    """A table that was put in, as a whole, and the comments in it."""
    words = [words_of(one.after) for one in cells if words_of(one.after)]
    if words:
        edit = author_of_new(cells[0], reviewer)
        whole = unmapped_edit(edit, file, cells[0].place, "", NEW_TABLE)
        yield whole.model_copy(update={"new": BETWEEN_CELLS.join(words)})
    for one in cells:
        yield from unmapped_remarks(one, file, NEW_TABLE)


def elsewhere(part: Part) -> str:
    """Why what stands in a part of the file can be put to no entry."""
    if part == "body":
        return NO_NEIGHBOUR
    return IN_TEMPLATE if part in ("header", "footer") else FOREIGN.format(part=part)
