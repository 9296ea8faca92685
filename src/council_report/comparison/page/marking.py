"""A text as HTML, with the words that were added and removed marked in it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, pairwise

from markupsafe import Markup, escape

from council_report.comparison.cutting import between
from council_report.comparison.page.voices import direction
from council_report.comparison.words import told_apart
from council_report.model.change import Piece
from council_report.model.text import Run, Text, plain
from council_report.pages.visible import visible

INSERTED, DELETED = Markup("<ins>{}</ins>"), Markup("<del>{}</del>")


def shown(text: Text) -> Markup:
    """Rich text as it is printed; a link is words only, and leads nowhere."""
    return Markup("").join(_run(run) for run in text)


def marked(old: Text, new: Text, words: Sequence[Piece]) -> Markup:
    """A text with what was added and what was removed, each where it stands.

    ``words`` are the pieces of its words, none where these are the same. Words that only look
    otherwise or lead elsewhere, such as those that became bold, are shown as removed and added too.
    """
    pieces = words or (Piece(operation="same", text=plain(new)),)
    return Markup("").join(_pieces(old, new, pieces))


def inserted(text: Text) -> Markup:
    """A text that is new as a whole."""
    return INSERTED.format(shown(text)) if text else Markup("")


def deleted(text: Text) -> Markup:
    """A text that is gone as a whole."""
    return DELETED.format(shown(text)) if text else Markup("")


def _pieces(old: Text, new: Text, words: Sequence[Piece]) -> Iterator[Markup]:
    before = after = 0
    for one, told in zip(words, told_apart(words), strict=True):
        was = between(old, before, before + len(one.text)) if one.operation != "added" else ()
        now = between(new, after, after + len(one.text)) if one.operation != "removed" else ()
        before, after = before + len(plain(was)), after + len(plain(now))
        if told != one:
            was, now = (was and (Run(told.text),)), (now and (Run(told.text),))
        yield _same(was, now) if one.operation == "same" else deleted(was) + inserted(now)


def _same(was: Text, now: Text) -> Markup:
    """The same words before and now, those marked that look otherwise; a space has no look."""
    ends = sorted({*accumulate(map(_length, was)), *accumulate(map(_length, now))})
    html = Markup("")
    for start, end in pairwise((0, *ends)):
        before, after = between(was, start, end), between(now, start, end)
        looks_same = plain(after).isspace() or _look(before) == _look(after)
        html += shown(after) if looks_same else deleted(before) + inserted(after)
    return html


def _length(run: Run) -> int:
    return len(run.text)


def _look(text: Text) -> list[Run]:
    """How words look, where they lead, and which statistic they quote."""
    return [replace(run, text="") for run in text]


def _run(run: Run) -> Markup:
    html = escape(visible(run.text))
    html = Markup("<sup>{}</sup>").format(html) if run.superscript else html
    html = Markup("<em>{}</em>").format(html) if run.emphasis else html
    html = Markup("<strong>{}</strong>").format(html) if run.strong else html
    if run.language:
        around = Markup('<bdi lang="{}" dir="{}">{}</bdi>')
        html = around.format(run.language, direction(run.language), html)
    if run.statistic:
        html = Markup('<span class="figure">{}</span>').format(html)
    return Markup('<span class="link">{}</span>').format(html) if run.href else html
