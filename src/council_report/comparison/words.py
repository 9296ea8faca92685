"""What changed from one text to another, word by word, as a person would mark it."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate, pairwise

from council_report.comparison.alignment import LIMIT, Stretch, aligned, ends_apart, together
from council_report.comparison.tokens import IDEOGRAPH, tokens_of
from council_report.model.change import Operation, Piece

NAMES = str.maketrans({"\u00a0": "⟦NBSP⟧", "\u202f": "⟦NNBSP⟧", "\u2011": "⟦NBHY⟧"})
LOOKS = str.maketrans("\u00a0\u202f\u2011", "  -")
"""Signs that look like a space or hyphen, by what they are called, and by what they look like."""

NOTHING = Piece(operation="same", text="")

SENTENCE_ENDS = re.compile(r"[.!?\u3002\uff01\uff1f\u061f]")


def pieces(old: str, new: str) -> tuple[Piece, ...]:
    """What both texts have, what only the old and what only the new one has, in order.

    The same and the removed pieces joined are the old text, the same and the added ones the new.
    Words are taken or left whole. Where less than a third of the words are the same, all of the old
    text is removed and all of the new one added.
    """
    olds, news = tokens_of(old, new)
    stretches = _kept(_tidied(_stretches(olds, news), olds, news), olds, news)
    return tuple(piece for one in stretches for piece in _said(one, olds, news))


def told_apart(words: Sequence[Piece]) -> tuple[Piece, ...]:
    """The pieces as they are shown: what looks like a space or hyphen is written out where nobody
    would see what changed, ``⟦NBSP⟧``.
    """
    found = list(words)
    for place, (one, after) in enumerate(pairwise((*words, NOTHING))):
        if one.operation != "same" and one.text.isspace():
            found[place] = _written_out(one)
        elif (one.operation, after.operation) == ("removed", "added") and _look_alike(one, after):
            found[place : place + 2] = [_written_out(one), _written_out(after)]
    return tuple(found)


def _look_alike(one: Piece, other: Piece) -> bool:
    return one.text.translate(LOOKS) == other.text.translate(LOOKS)


def _written_out(piece: Piece) -> Piece:
    return piece.model_copy(update={"text": piece.text.translate(NAMES)})


def _said(stretch: Stretch, old: Sequence[str], new: Sequence[str]) -> Iterator[Piece]:
    removed = "".join(old[stretch.old.start : stretch.old.stop])
    if stretch.is_same:
        yield Piece(operation="same", text=removed)
        return
    added = "".join(new[stretch.new.start : stretch.new.stop])
    both: tuple[tuple[Operation, str], ...] = (("removed", removed), ("added", added))
    for operation, text in both:
        if text:
            yield Piece(operation=operation, text=text)


def _stretches(old: Sequence[str], new: Sequence[str]) -> list[Stretch]:
    """The stretches of two texts, sentence by sentence first where they are very long."""
    if len(old) * len(new) <= LIMIT:
        return aligned(old, new)
    olds, news = _sentence_starts(old), _sentence_starts(new)
    rough = [
        Stretch(one.is_same, _tokens(olds, one.old), _tokens(news, one.new))
        for one in aligned(_sentences(old, olds), _sentences(new, news))
    ]
    return _refined(rough, old, new, aligned)


def _refined(
    stretches: Sequence[Stretch],
    old: Sequence[str],
    new: Sequence[str],
    compared: Callable[[Sequence[str], Sequence[str]], Sequence[Stretch]],
) -> list[Stretch]:
    """The stretches, those that differ compared once more by themselves."""
    finer: list[Stretch] = []
    for one in stretches:
        olds = old[one.old.start : one.old.stop]
        news = new[one.new.start : one.new.stop]
        finer += [one] if one.is_same else [part.within(one) for part in compared(olds, news)]
    return together(finer)


def _sentence_starts(tokens: Sequence[str]) -> list[int]:
    """Where each sentence begins, and where the last one ends."""
    starts = (place for place, one in enumerate(tokens, start=1) if SENTENCE_ENDS.match(one))
    return list(dict.fromkeys((0, *starts, len(tokens))))


def _sentences(tokens: Sequence[str], starts: Sequence[int]) -> list[tuple[str, ...]]:
    return [tuple(tokens[start:end]) for start, end in pairwise(starts)]


def _tokens(starts: Sequence[int], sentences: range) -> range:
    return range(starts[sentences.start], starts[sentences.stop])


def _tidied(stretches: Sequence[Stretch], old: Sequence[str], new: Sequence[str]) -> list[Stretch]:
    """The stretches, with the little that is the same between much that changed as changed too.

    A person who rewrites "a small step" as "one large leap" has not kept the spaces.
    """
    olds, news = _counted(old), _counted(new)

    def size(one: Stretch) -> int:
        removed = olds[one.old.stop] - olds[one.old.start]
        return max(removed, news[one.new.stop] - news[one.new.start])

    def is_little(before: Stretch, one: Stretch, after: Stretch) -> bool:
        return 3 * size(one) <= min(size(before), size(after)) or _is_within_word(
            (before, one, after), old, new
        )

    # First the spaces between changed words, then few words between many; a space that stood
    # beside one of them alone is the same still.
    joined = _without_little(_without_little(stretches, is_little), is_little)
    return _refined(joined, old, new, ends_apart)


def _without_little(
    stretches: Sequence[Stretch], is_little: Callable[[Stretch, Stretch, Stretch], bool]
) -> list[Stretch]:
    def weighed(before: Stretch, one: Stretch, after: Stretch) -> Stretch:
        return one._replace(is_same=one.is_same and not is_little(before, one, after))

    between = map(weighed, stretches, stretches[1:], stretches[2:])
    return together([*stretches[:1], *between, *stretches[1:][-1:]])


def _is_within_word(
    around: tuple[Stretch, Stretch, Stretch], old: Sequence[str], new: Sequence[str]
) -> bool:
    """Whether the same is a lone Chinese character where others took the place of its neighbours.

    Most Chinese words are of two characters or more: that one alone is the same is chance. Where
    characters only came, or only went, on both sides of it, it was kept.
    """
    before, one, after = around
    if len(one.old) != 1 or not IDEOGRAPH.match(old[one.old.start]):
        return False
    if not ((before.old or after.old) and (before.new or after.new)):
        return False
    sides = ((old, before.old, after.old), (new, before.new, after.new))
    ends = [tokens[last.stop - 1] for tokens, last, _ in sides if last]
    starts = [tokens[first.start] for tokens, _, first in sides if first]
    return any(map(IDEOGRAPH.match, ends)) and any(map(IDEOGRAPH.match, starts))


def _kept(stretches: Sequence[Stretch], old: Sequence[str], new: Sequence[str]) -> list[Stretch]:
    """The stretches, or a single one where too little is the same for words to be compared."""
    changed = [one for one in stretches if not one.is_same]
    if len(changed) == 1 and not (changed[0].old and changed[0].new):
        return list(stretches)
    olds, news = _counted(old), _counted(new)
    same = sum(olds[one.old.stop] - olds[one.old.start] for one in stretches if one.is_same)
    if 3 * same >= max(olds[-1], news[-1]):
        return list(stretches)
    return [Stretch(False, range(len(old)), range(len(new)))]


def _counted(tokens: Sequence[str]) -> list[int]:
    """How many words stand before each place of a text, and in all of it."""
    return [0, *accumulate(one[0].isalnum() for one in tokens)]
