"""Spaces in rich text, which look the same in bold as in any other look."""

from collections.abc import Iterable
from dataclasses import replace

from council_report.model.text import SPACES, Run, Text, joined


def tidied(text: Text) -> Text:
    """The text on one line, as ``parse_text`` gives it: nowhere two spaces, none at its ends."""
    runs: list[Run] = []
    after_space = True
    for run in text:
        words = SPACES.sub(" ", run.text)
        words = words.removeprefix(" ") if after_space else words
        runs.append(replace(run, text=words))
        after_space = not run.statistic and (words.endswith(" ") if words else after_space)
    while runs and not runs[-1].statistic:
        last = runs.pop()
        if words := last.text.rstrip(" "):
            runs.append(replace(last, text=words))
            break
    return joined(runs)


def without_loose_spaces(runs: Text) -> Text:
    """The runs, each space at the end of a look moved out of it, for it looks like any other."""
    pieces = [
        replace(run, text=words) for run in runs for words in (_split(run.text) or [run.text])
    ]
    for index, piece in enumerate(pieces):
        if piece.text.isspace() and not piece.superscript:
            around = (pieces[index - 1] if index else Run(""), *pieces[index + 1 : index + 2])
            pieces[index] = _shared_look(piece, around)
    return joined(pieces)


def _split(words: str) -> list[str]:
    """Words with the spaces before and after them apart."""
    core = words.strip()
    before, _, after = words.partition(core) if core else (words, "", "")
    return [piece for piece in (before, core, after) if piece]


def _shared_look(piece: Run, around: Iterable[Run]) -> Run:
    around = [piece, *around]
    return Run(
        piece.text,
        strong=all(run.strong for run in around),
        emphasis=all(run.emphasis for run in around),
        href=piece.href if len({run.href for run in around}) == 1 else None,
    )
