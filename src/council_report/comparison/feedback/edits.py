"""Who made what of a paragraph of the draft: directly, or with tracked changes."""

import datetime
from collections.abc import Sequence
from typing import NamedTuple

from council_report.comparison.feedback.carrying import reads_as
from council_report.comparison.feedback.spots import words_of
from council_report.model.edited import EditedCopy, EditedParagraph, Remark, TrackedEdit
from council_report.model.location import Location
from council_report.model.text import Run, Text

UNNAMED = "somebody ({file})"
"""Who edited a file that does not say who did."""


class Edit(NamedTuple):
    """What one reviewer makes of a paragraph or cell; ``text`` is None where it is taken out."""

    author: str
    when: datetime.datetime | None
    text: Text | None

    @property
    def words(self) -> str:
        """What it would say."""
        return words_of(self.text)


class Passage(NamedTuple):
    """A paragraph of the copy, or all the paragraphs of a cell, as they were read.

    ``place`` says where in the file it stands.
    """

    place: str
    before: Text | None
    after: Text | None
    tracked: tuple[TrackedEdit, ...]
    remarks: tuple[Remark, ...]

    @property
    def seen(self) -> Text | None:
        """Its text as the reviewer found it, or as they put it in."""
        return self.after if self.before is None else self.before


class Reviewer(NamedTuple):
    """Who saved a copy, and when."""

    name: str
    saved: datetime.datetime | None


def reviewer_of(copy: EditedCopy) -> Reviewer:
    """Who is taken for the author of edits that are not tracked."""
    return Reviewer(named(copy.author, copy), copy.saved)


def named(author: str, copy: EditedCopy) -> str:
    """The author of an edit or comment, or words for one that the file does not name."""
    return author or UNNAMED.format(file=copy.file)


def passage_of(paragraph: EditedParagraph, copy: EditedCopy) -> Passage:
    """A paragraph as it was read."""
    tracked = tuple(
        one.model_copy(update={"author": named(one.author, copy)}) for one in paragraph.edits
    )
    remarks = tuple(
        one.model_copy(update={"author": named(one.author, copy)}) for one in paragraph.remarks
    )
    place = place_of(paragraph)
    return Passage(place, paragraph.before, paragraph.after, tracked, remarks)


def place_of(paragraph: EditedParagraph) -> str:
    """Where a paragraph stands, as a person says it."""
    words = words_of(paragraph.after) or words_of(paragraph.before)
    shown = str(Location("", paragraph=paragraph.number, words=words).place)
    return shown if paragraph.part == "body" else f"{paragraph.part}, {shown}"


def together(passages: Sequence[Passage]) -> Passage:
    """The paragraphs of a cell as one."""
    if len(passages) == 1:
        return passages[0]
    authors = dict.fromkeys(one.author for passage in passages for one in passage.tracked)
    return Passage(
        passages[0].place,
        _joined([one.before for one in passages]),
        _joined([one.after for one in passages]),
        tuple(_joined_edit(author, passages) for author in authors),
        tuple(remark for one in passages for remark in one.remarks),
    )


def _joined(texts: Sequence[Text | None]) -> Text | None:
    there = [text for text in texts if text is not None]
    if not there:
        return None
    return tuple(run for number, text in enumerate(there) for run in (*_gap(number), *text))


def _gap(number: int) -> Text:
    return (Run(" "),) if number else ()


def _joined_edit(author: str, passages: Sequence[Passage]) -> TrackedEdit:
    own = [{one.author: one for one in passage.tracked} for passage in passages]
    texts = [
        edits[author].text if author in edits else passage.before
        for edits, passage in zip(own, passages, strict=True)
    ]
    moments = [edits[author].when for edits in own if author in edits]
    when = max((moment for moment in moments if moment), default=None)
    return TrackedEdit(author=author, when=when, text=_joined(texts))


def edits_of(passage: Passage, printed: Text, reviewer: Reviewer) -> tuple[Edit, ...]:
    """The edits of a passage that was printed: those that are tracked, and what else differs.

    What is not tracked is the work of who saved the copy. Where all that is tracked is theirs too,
    it is one edit.
    """
    tracked = tuple(Edit(one.author, one.when, one.text) for one in passage.tracked)
    if passage.before is None or reads_as(passage.before) == reads_as(printed):
        return tracked
    if {one.author for one in tracked} <= {reviewer.name}:
        when = tracked[0].when if tracked else reviewer.saved
        return (Edit(reviewer.name, when, passage.after),)
    return (Edit(reviewer.name, reviewer.saved, passage.before), *tracked)


def author_of_new(passage: Passage, reviewer: Reviewer) -> Edit:
    """A passage that is new, with who put it in."""
    if passage.before is None and passage.tracked:
        first = passage.tracked[0]
        return Edit(first.author, first.when, passage.after)
    return Edit(reviewer.name, reviewer.saved, passage.after)
