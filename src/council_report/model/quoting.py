"""How a statistic is quoted in a text without Markdown, such as a Word form: ``[[key]]``.

Where these signs are meant literally a backslash stands before them, and a backslash that is meant
literally before them is doubled. Nowhere else does a backslash mean anything.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest

from council_report.model.text import Run, Text, joined

QUOTE = re.compile(r"(\\*)(\[\[([a-z0-9]+(?:-[a-z0-9]+)*)\]\])")
LAST_BACKSLASHES = re.compile(r"\\+$")


def spelled_out(text: Text) -> Text:
    """A text whose statistics are words: what a form shows for a person to edit."""
    return joined(_spelled(run, after) for run, after in zip_longest(text, text[1:]))


def with_quotes(text: Text) -> Text:
    """A text whose ``[[key]]`` quote statistics: the way back of ``spelled_out``."""
    return joined(piece for run in text for piece in _pieces(run))


def _spelled(run: Run, after: Run | None) -> Run:
    if run.statistic:
        return replace(run, text=f"[[{run.statistic}]]", statistic=None)
    words = QUOTE.sub(r"\1\1\\\2", run.text)
    if after and after.statistic and replace(after, text=run.text, statistic=None) == run:
        words = LAST_BACKSLASHES.sub(r"\g<0>\g<0>", words)
    return replace(run, text=words)


def _pieces(run: Run) -> Iterator[Run]:
    end = 0
    for match in QUOTE.finditer(run.text):
        half, is_literal = divmod(len(match[1]), 2)
        yield replace(run, text=run.text[end : match.start()] + "\\" * half)
        yield replace(run, text=match[2]) if is_literal else _quote(run, match[3])
        end = match.end()
    yield replace(run, text=run.text[end:])


def _quote(run: Run, key: str) -> Run:
    return replace(run, text="", statistic=key)
