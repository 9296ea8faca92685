"""A text as HTML, with the words that were added and removed marked in it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from markupsafe import Markup, escape

from council_report.model.change import Piece
from council_report.model.text import Run, Text, plain
from council_report.pages.visible import visible

INSERTED, DELETED = Markup("<ins>{}</ins>"), Markup("<del>{}</del>")


def shown(text: Text) -> Markup:
    """Rich text as it is printed; a link is words only, and leads nowhere."""
    return Markup("").join(_run(run) for run in text)


def marked(text: Text, words: Sequence[Piece]) -> Markup:
    """A text with what was added and what was removed, each where it stands.

    Where the pieces are not those of the text, it is shown whole, and then the pieces.
    """
    if not words:
        return shown(text)
    if "".join(one.text for one in words if one.operation != "removed") != plain(text):
        return shown(text) + Markup(" ") + Markup("").join(_piece(one, ()) for one in words)
    return Markup("").join(_pieces(text, words))


def inserted(text: Text) -> Markup:
    """A text that is new as a whole."""
    return INSERTED.format(shown(text)) if text else Markup("")


def deleted(text: Text) -> Markup:
    """A text that is gone as a whole."""
    return DELETED.format(shown(text)) if text else Markup("")


def _pieces(text: Text, words: Sequence[Piece]) -> Iterator[Markup]:
    start = 0
    for one in words:
        end = start + (len(one.text) if one.operation != "removed" else 0)
        yield _piece(one, _between(text, start, end))
        start = end


def _piece(piece: Piece, text: Text) -> Markup:
    if piece.operation == "same":
        return shown(text or (Run(piece.text),))
    if piece.operation == "added":
        return inserted(text or (Run(piece.text),))
    return deleted((Run(piece.text),))


def _between(text: Text, start: int, end: int) -> Text:
    """The runs between two characters of a text, cut there."""
    runs, position = [], 0
    for run in text:
        words = run.text[max(start - position, 0) : max(end - position, 0)]
        position += len(run.text)
        if words:
            runs.append(replace(run, text=words))
    return tuple(runs)


def _run(run: Run) -> Markup:
    html = escape(visible(run.text))
    html = Markup("<sup>{}</sup>").format(html) if run.superscript else html
    html = Markup("<em>{}</em>").format(html) if run.emphasis else html
    html = Markup("<strong>{}</strong>").format(html) if run.strong else html
    if run.statistic:
        html = Markup('<span class="figure">{}</span>').format(html)
    return Markup('<span class="link">{}</span>').format(html) if run.href else html
