"""The words printed around a text to say that it is not translated, or its translation outdated."""

from collections.abc import Iterator
from typing import NamedTuple

from council_report.comparison.cutting import between
from council_report.comparison.feedback.letters import letters_of
from council_report.model.spacing import tidied
from council_report.model.text import Text, plain

SIGNS = " []:\N{FULLWIDTH COLON}"
"""What stands at the ends of these words, and in other texts as well."""


class Framed(NamedTuple):
    """A printed text, and the words ``before`` and ``after`` it that are no part of it."""

    before: str
    text: Text
    after: str


def framed(source: str, printed: Text) -> Framed:
    """What was printed from a source, apart from the words around it.

    Where something else was printed, nothing is around it.
    """
    known = (one for one in _ways(printed) if letters_of(source, one.text) is not None)
    return next(known, Framed("", printed, ""))


def _ways(printed: Text) -> Iterator[Framed]:
    for first, last in ((0, 0), (1, 1), (1, 0), (0, 1)):
        end = len(printed) - last
        before, after = plain(printed[:first]).strip(), plain(printed[end:]).strip()
        yield Framed(before, printed[first:end], after)


def unframed(edited: Text, frame: Framed) -> Text:
    """A text as a reviewer left it, without the words around it where these are still whole."""
    text = tidied(edited)
    words = plain(text)
    start = len(frame.before) if words.startswith(frame.before) else 0
    end = len(words)
    if words.endswith(frame.after) and (start or not plain(frame.text).endswith(frame.after)):
        end -= len(frame.after)
    return tidied(between(text, start, end))


def has_rest(text: Text, frame: Framed) -> bool:
    """Whether a text still holds a part of the words around it, such as one of two brackets."""
    words, was = plain(text), plain(frame.text)
    first, last, rest = frame.before[:1], frame.after[-1:], frame.before.strip(SIGNS)
    return (
        (rest in words and rest not in was)
        or (words.startswith(first) and not was.startswith(first))
        or (words.endswith(last) and not was.endswith(last))
    )
