"""Two drafts compared by what they say, passage by passage: what changed, as data."""

from collections.abc import Iterator, Mapping, Sequence

from council_report.comparison.alignment import aligned
from council_report.comparison.cells import CellPair, paired_cells
from council_report.comparison.kinds import TextChange, kinds_of
from council_report.comparison.passages import passages_of
from council_report.comparison.words import pieces
from council_report.errors import ComparisonError
from council_report.model.change import (
    CellChange,
    Change,
    Changes,
    DraftName,
    LanguageChanges,
    Passage,
    StatisticChange,
)
from council_report.model.content import Content
from council_report.model.contribution import Statistic
from council_report.model.document import Document
from council_report.model.text import Text, plain


def compare(old: DraftName, old_content: Content, new: DraftName, new_content: Content) -> Changes:
    """Everything that changed from one draft to another, in each language that both have."""
    olds = {document.language: document for document in old_content.documents}
    news = {document.language: document for document in new_content.documents}
    return Changes(
        old=old,
        new=new,
        languages=tuple(_compared(olds[one], news[one]) for one in news if one in olds),
        languages_added=tuple(one for one in news if one not in olds),
        languages_removed=tuple(one for one in olds if one not in news),
        statistics=tuple(_statistics(old_content.statistics, new_content.statistics)),
    )


def applied(changes: LanguageChanges, passages: Sequence[Passage]) -> tuple[Passage, ...]:
    """The passages of the new document, made of those of the old one and what changed.

    Raises ComparisonError if the changes are not those of these passages.
    """
    changed = {change.key: change for change in changes.changes}
    old = {passage.key: passage for passage in passages}
    following = {one.after: one.new for one in changed.values() if one.new and not _stays(one)}
    found = [*_chain(None, following)]
    for key, passage in old.items():
        change = changed.get(key)
        if change is None or _stays(change):
            found += [(change and change.new) or passage, *_chain(key, following)]
    if following or any(old.get(key) != change.old for key, change in changed.items()):
        raise ComparisonError(
            "The changes are not those of this document.",
            "Apply them to the draft that they name as the old one.",
        )
    return tuple(found)


def _stays(change: Change) -> bool:
    """Whether a passage is in both drafts, and still follows those that it followed."""
    return not {"added", "removed", "moved"}.intersection(change.kinds)


def _chain(key: str | None, following: dict[str | None, Passage]) -> Iterator[Passage]:
    """The passages that came to stand after one, each after the one before it."""
    while passage := following.pop(key, None):
        yield passage
        key = passage.key


def _compared(old: Document, new: Document) -> LanguageChanges:
    olds = {passage.key: passage for passage in passages_of(old)}
    news = {passage.key: passage for passage in passages_of(new)}
    changes = (*_new_or_other(olds, news), *_removed(olds, news))
    return LanguageChanges(language=new.language, changes=changes)


def _new_or_other(olds: Mapping[str, Passage], news: Mapping[str, Passage]) -> Iterator[Change]:
    """The changes of passages that the new document has, in its order."""
    staying = _staying(olds, news)
    for (key, new), after in zip(news.items(), (None, *news), strict=False):
        old = olds.get(key)
        if old is None:
            yield Change(key=key, kinds=("added",), new=new, after=after)
        elif key not in staying or old.section != new.section:
            yield _change(old, new, moved=True, after=after)
        elif old != new:
            yield _change(old, new, moved=False)


def _removed(olds: Mapping[str, Passage], news: Mapping[str, Passage]) -> Iterator[Change]:
    for (key, old), after in zip(olds.items(), (None, *olds), strict=False):
        if key not in news:
            yield Change(key=key, kinds=("removed",), old=old, after=after)


def _staying(olds: Mapping[str, Passage], news: Mapping[str, Passage]) -> set[str]:
    """The keys that both documents have in the same order, as many as there can be."""
    before = [key for key in olds if key in news]
    after = [key for key in news if key in olds]
    return {before[place] for one in aligned(before, after) if one.is_same for place in one.old}


def _change(old: Passage, new: Passage, *, moved: bool, after: str | None = None) -> Change:
    """The change of a passage that both documents have."""
    text = _text_change(old.text, new.text)
    cells = [
        (cell, _text_change(cell.old or (), cell.new or ()))
        for cell in paired_cells(old.rows, new.rows)
        if cell.old != cell.new
    ]
    texts = [text, *(change for cell, change in cells if cell.is_paired)]
    reshaped = _shape(old) != _shape(new) or not all(cell.is_paired for cell, _ in cells)
    return Change(
        key=new.key,
        kinds=kinds_of(old, new, texts, moved=moved, reshaped=reshaped),
        old=old,
        new=new,
        after=after,
        words=text.words,
        cells=tuple(_cell_change(*one) for one in cells if one[1].words),
    )


def _text_change(old: Text, new: Text) -> TextChange:
    before, after = plain(old), plain(new)
    return TextChange(old, new, pieces(before, after) if before != after else ())


def _cell_change(cell: CellPair, text: TextChange) -> CellChange:
    gone = cell.new is None
    return CellChange(row=cell.row, column=cell.column, words=text.words, gone=gone)


def _shape(passage: Passage) -> tuple[int, ...]:
    """How many cells each row of a table has."""
    return tuple(map(len, passage.rows))


def _statistics(olds: Sequence[Statistic], news: Sequence[Statistic]) -> Iterator[StatisticChange]:
    """The statistics that changed, in the order of the new draft, those that are gone last."""
    old, new = ({one.key: one for one in each} for each in (olds, news))
    for key in dict.fromkeys((*new, *old)):
        before, after = old.get(key), new.get(key)
        if before is None or after is None or _says_otherwise(before, after):
            yield StatisticChange(key=key, old=before, new=after)


def _says_otherwise(old: Statistic, new: Statistic) -> bool:
    """Whether anything changed but the languages that the unit is in: a form is in one alone."""
    before, after = (one.model_copy(update={"unit": {}}) for one in (old, new))
    both = old.unit.keys() & new.unit.keys()
    return before != after or any(old.unit[one] != new.unit[one] for one in both)
