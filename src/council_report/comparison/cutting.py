"""A part of a rich text."""

from dataclasses import replace

from council_report.model.text import Text


def between(text: Text, start: int, end: int) -> Text:
    """The runs between two characters of a text, cut there."""
    runs, position = [], 0
    for run in text:
        words = run.text[max(start - position, 0) : max(end - position, 0)]
        position += len(run.text)
        if words:
            runs.append(replace(run, text=words))
    return tuple(runs)
