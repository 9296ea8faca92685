"""What kinds of change make one passage of another."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import Any, NamedTuple, get_args

from council_report.model.change import ChangeKind, Passage, Piece
from council_report.model.document import Details
from council_report.model.text import Run, Text, plain

Sign = tuple[str, Run]
"""A character, and the run that it is in, without its words."""

NO_DETAILS = Details()


class TextChange(NamedTuple):
    """A text before and after, and the pieces of its words; none where these are the same."""

    old: Text
    new: Text
    words: tuple[Piece, ...]


def kinds_of(
    old: Passage,
    new: Passage,
    texts: Sequence[TextChange],
    *,
    moved: bool,
    reshaped: bool,
) -> tuple[ChangeKind, ...]:
    """The kinds of change of two passages that are not equal: at least one, in their order.

    ``texts`` are their own, and those of the cells that both have and that changed; ``reshaped``
    says whether cells came or went. What cannot be seen at all counts as formatting.
    """
    before, after = old.details or NO_DETAILS, new.details or NO_DETAILS
    shared = {pair for text in texts for pair in _shared_looks(text)}
    found: dict[ChangeKind, bool] = {
        "moved": moved,
        "reworded": any(map(_is_reworded, texts)),
        "re-attributed": (old.contributor, before.unit) != (new.contributor, after.unit),
        "restructured": old.kind != new.kind or reshaped,
        "statistics": any(map(_has_other_figures, texts)),
        "dates": before.dates != after.dates,
        "details": _others(before) != _others(after) or any(map(_leads_elsewhere, shared)),
        "formatting": (old.kind == new.kind and old.marker != new.marker)
        or any(map(_looks_otherwise, shared)),
    }
    return tuple(kind for kind in get_args(ChangeKind) if found.get(kind)) or ("formatting",)


def _is_reworded(text: TextChange) -> bool:
    """Whether other words than those of statistics changed."""
    if not text.words or not _has_other_figures(text):
        return bool(text.words)
    figures = _figures(text.old)
    as_before = (replace(run, text=figures.get(run.statistic or "", run.text)) for run in text.new)
    return plain(tuple(as_before)) != plain(text.old)


def _has_other_figures(text: TextChange) -> bool:
    """Whether a statistic that both texts quote has another value."""
    old, new = _figures(text.old), _figures(text.new)
    return bool(text.words) and any(old[key] != new[key] for key in old.keys() & new.keys())


def _figures(text: Text) -> dict[str, str]:
    return {run.statistic: run.text for run in text if run.statistic}


def _others(details: Details) -> dict[str, Any]:
    """The details that have no kind of change of their own."""
    return details.model_dump(exclude={"unit", "dates"})


def _looks_otherwise(pair: tuple[Run, Run]) -> bool:
    return _look(pair[0]) != _look(pair[1])


def _look(run: Run) -> tuple[bool, bool, bool]:
    return run.strong, run.emphasis, run.superscript


def _leads_elsewhere(pair: tuple[Run, Run]) -> bool:
    """Whether words link to another address, or come from another statistic."""
    old, new = pair
    return (old.href, old.statistic) != (new.href, new.statistic)


def _shared_looks(text: TextChange) -> Iterator[tuple[Run, Run]]:
    """The runs that each character which both texts have is in; spaces look like any other."""
    looks = {replace(run, text="") for run in (*text.old, *text.new)}
    if len(looks) > 1:
        for old, new in _shared(text):
            if not old[0].isspace():
                yield old[1], new[1]


def _shared(text: TextChange) -> Iterator[tuple[Sign, Sign]]:
    olds, news = _signs(text.old), _signs(text.new)
    if not text.words:
        yield from zip(olds, news, strict=True)
    for piece in text.words:
        length = len(piece.text)
        before = list(islice(olds, length if piece.operation != "added" else 0))
        after = list(islice(news, length if piece.operation != "removed" else 0))
        yield from zip(before, after, strict=False)


def _signs(text: Text) -> Iterator[Sign]:
    bare = [(run.text, replace(run, text="")) for run in text]
    return ((sign, run) for words, run in bare for sign in words)
