"""Whether a redline can be relied on: accepted it is the new file, rejected the old one."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import reduce
from itertools import takewhile

from council_report.comparison.redline.paragraphs import Paragraph
from council_report.comparison.redline.stories import Stories, stories
from council_report.errors import ComparisonError
from council_report.model.location import shortened
from council_report.model.message import Message
from council_report.pages.visible import visible

COMPARED = (
    Message(
        "the words of every paragraph, letter by letter, in text, tables, headers, footers and "
        "notes"
    ),
    Message("where each paragraph stands: in which order, and in which row and cell of a table"),
    Message("the style, list level and layout of each paragraph"),
    Message("how each letter looks: bold, italic, superscript, colour and the like"),
    Message("where links lead"),
    Message("which pictures there are"),
)
"""What is the same in a verified redline and in the two files that it was made of."""

NOT_COMPARED = (
    Message("the size, margins and columns of pages"),
    Message("how the styles of the Word template look"),
    Message("the widths, borders, shading and merging of the cells of tables"),
    Message("the size, place and description of pictures"),
    Message("comments, and the properties of the file, such as its title"),
    Message("the unseen marks that tie texts to their entries, once all changes are rejected"),
)
"""What tracked changes may not show, or not give back."""

PLACES = {
    "text": Message("the text"),
    "header": Message("a header"),
    "footer": Message("a footer"),
    "footnotes": Message("the footnotes"),
    "endnotes": Message("the endnotes"),
}

FEW = 3
"""How many differences are told."""

BEFORE = 20
"""How many letters are quoted before the first that differs."""

HINT = Message("Compare the two Word files in Word itself (Review, Compare), and report this.")


def verify(redline: bytes, old: bytes, new: bytes) -> None:
    """Raise ComparisonError unless all changes accepted give the new file, rejected the old one.

    What is compared is in ``COMPARED``, what is not in ``NOT_COMPARED``. Invisible marks are
    compared with the new file alone: what was moved can have its mark at one place only.
    """
    found = _differing(stories(redline, "after"), stories(new))
    if found:
        message = Message(
            "Accepting all tracked changes does not give the new document: {differences}",
            differences=_together(found),
        )
        raise ComparisonError(message, HINT)
    found = _differing(_unmarked(stories(redline, "before")), _unmarked(stories(old)))
    if found:
        message = Message(
            "Rejecting all tracked changes does not give the old document: {differences}",
            differences=_together(found),
        )
        raise ComparisonError(message, HINT)


def _unmarked(said: Stories) -> Stories:
    return {
        name: tuple(one._replace(marks=()) for one in paragraphs)
        for name, paragraphs in said.items()
    }


def _differing(found: Stories, wanted: Stories) -> list[Message]:
    """The first few differences, in words; none where all is the same."""
    every = (
        difference
        for name in dict.fromkeys((*wanted, *found))
        for difference in _differences(name, found.get(name, ()), wanted.get(name, ()))
    )
    return [difference for difference, _ in zip(every, range(FEW), strict=False)]


def _differences(
    name: str, found: Sequence[Paragraph], wanted: Sequence[Paragraph]
) -> Iterator[Message]:
    if found == wanted:
        return
    place = PLACES[name.partition(" ")[0]]
    matcher = SequenceMatcher(None, found, wanted, autojunk=False)
    for operation, start, end, first, last in matcher.get_opcodes():
        if operation != "equal":
            yield _difference(place, found[start:end], wanted[first:last])


def _difference(place: Message, found: Sequence[Paragraph], wanted: Sequence[Paragraph]) -> Message:
    """One difference: what is there and what should be, or that it only looks otherwise."""
    is_there, should_be = (" ¶ ".join(one.words for one in side) for side in (found, wanted))
    if is_there == should_be:
        return Message(
            "in {place}, “{words}” looks otherwise, stands or leads elsewhere",
            place=place,
            words=shortened(should_be),
        )
    pairs = zip(is_there, should_be, strict=False)
    same = len([*takewhile(lambda pair: pair[0] == pair[1], pairs)])
    start = max(same - BEFORE, 0)
    return Message(
        "in {place}, there is “{found}” where “{wanted}” should be",
        place=place,
        found=_quoted(is_there[start:]),
        wanted=_quoted(should_be[start:]),
    )


def _quoted(words: str) -> str:
    """Words as a message quotes them, spaces that do not break told from those that do."""
    return visible(shortened(words.replace("\N{NO-BREAK SPACE}", "⟦NBSP⟧")))


def _together(messages: Sequence[Message]) -> Message:
    return reduce(lambda one, other: Message("{one}; {other}", one=one, other=other), messages)
