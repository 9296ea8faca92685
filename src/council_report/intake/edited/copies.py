"""The paragraphs of a copy: before and after all tracked changes, and after each author's."""

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from council_report.intake.documents.wordpackage import WordFile
from council_report.intake.documents.wordstyles import WordStyles
from council_report.intake.edited.authors import Made, accept_only, made_in
from council_report.intake.edited.comments import remarks_in
from council_report.intake.edited.looks import Looks, marker_of, without_beginning
from council_report.intake.edited.marks import marks_in
from council_report.intake.edited.moves import Paragraphs, with_moves
from council_report.intake.edited.places import Place, Tree, trees_of
from council_report.intake.edited.readings import Reading, read_as
from council_report.intake.edited.saved import saved_by
from council_report.intake.edited.telling import findings_of
from council_report.model.edited import EditedCopy, EditedParagraph, Remark, TrackedEdit
from council_report.model.receipt import AUTHOR
from council_report.model.source import SourceFile
from council_report.model.text import Text
from council_report.office.tags import W
from council_report.office.tracked import settle


def copy_in(source: SourceFile) -> EditedCopy:
    """The copy in a Word file that passed the gate.

    To be called in a confined process. Raises KeyError or lxml's XMLSyntaxError for a package that
    the gate would not have let pass.
    """
    file = WordFile(source.data)
    styles, trees = WordStyles(file.tree("styles"), file.tree("numbering")), trees_of(file)
    readings = _readings(trees, styles, Looks(file.tree("styles")))
    remarks = remarks_in(file.tree("comments"), trees, styles)
    found = _paragraphs(trees, readings, remarks, styles)
    saved = saved_by(file)
    return EditedCopy(
        file=source.name,
        digest=source.digest,
        author=saved.author,
        saved=saved.when,
        paragraphs=tuple(with_moves(found, [tree.root for tree in trees]).values()),
        findings=findings_of(source.name, trees, readings.before, readings.after),
    )


class _Readings(NamedTuple):
    """What the paragraphs say before and after all changes, and after those of each author."""

    before: Reading
    after: Reading
    alone: dict[str, Reading]
    made: Made


def _readings(trees: list[Tree], styles: WordStyles, looks: Looks) -> _Readings:
    made = {who: when for tree in trees for who, when in made_in(tree.root).items()}
    before = read_as(trees, partial(accept_only, author=AUTHOR), styles, looks)
    again = partial(read_as, trees, styles=styles, looks=looks, known=before.texts)
    authors = dict.fromkeys(author for _, author in made)
    after = again(settle=partial(settle, reading="after")) if authors else before
    alone = {
        author: again(settle=partial(accept_only, author=author)) if len(authors) > 1 else after
        for author in authors
    }
    return _Readings(before, after, alone, made)


def _paragraphs(
    trees: list[Tree], readings: _Readings, remarks: dict[int, list[Remark]], styles: WordStyles
) -> Paragraphs:
    """The paragraphs that anybody sees, or has said anything about."""
    marks = {number: names for tree in trees for number, names in marks_in(tree.root).items()}
    found: Paragraphs = {}
    for number, place in (item for tree in trees for item in tree.places.items()):
        before, after = readings.before.texts.get(number), readings.after.texts.get(number)
        edits = tuple(_edits(number, before, readings, place))
        if edits or number in remarks or before is not None or after is not None:
            found[number] = EditedParagraph(
                part=place.part,
                number=place.number,
                marks=marks.get(number, ()),
                style=styles.of(place.element.find(f"{W}pPr")).name,
                before=_unmarked(before, place),
                after=_unmarked(after, place),
                cell=place.cell,
                edits=edits,
                remarks=tuple(remarks.get(number, ())),
            )
    return found


def _edits(
    number: int, before: Text | None, readings: _Readings, place: Place
) -> Iterator[TrackedEdit]:
    for author, reading in readings.alone.items():
        text = reading.texts.get(number)
        if text != before:
            when = readings.made.get((number, author))
            yield TrackedEdit(author=author, when=when, text=_unmarked(text, place))


def _unmarked(text: Text | None, place: Place) -> Text | None:
    """A text without the dash or number before it, which is no part of what an entry says."""
    marker = marker_of(text) if place.part == "body" else ""
    return without_beginning(text, len(marker)) if text and marker else text
