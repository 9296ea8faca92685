"""The tracked changes of a part by their authors, and the part with those of one of them alone."""

import datetime
from collections.abc import Iterator
from contextlib import suppress
from itertools import takewhile

from lxml import etree

from council_report.model.receipt import AUTHOR
from council_report.office.tags import NUMBER, W
from council_report.office.tracked import LOOKS, SKIN, restore_look, settle, successor

Made = dict[tuple[int, str], datetime.datetime | None]
"""When an author last changed a paragraph, by its number and the author."""

PUT_IN = {f"{W}ins": f"{W}del", f"{W}moveTo": f"{W}moveFrom", f"{W}cellIns": f"{W}cellDel"}
OPPOSITE = PUT_IN | {taken: put for put, taken in PUT_IN.items()}
"""To reject a change is to accept its opposite."""

WHOLE = {f"{W}p", f"{W}tr", f"{W}tc"}


def made_in(root: etree._Element) -> Made:
    """Who changed which paragraphs of a part, and when; what we changed ourselves aside."""
    made: Made = {}
    for change in root.iter(*OPPOSITE, *LOOKS):
        author, when = author_of(change), moment(change.get(f"{W}date"))
        for number in () if author == AUTHOR else _numbers(change):
            last = made.get((number, author))
            made[number, author] = max(filter(None, (last, when)), default=None)
    return made


def accept_only(root: etree._Element, author: str) -> None:
    """Accept the tracked changes of one author, and ours, in the tree of a part; reject all others.

    Ours are those of a redline: what it shows as new is the draft. What somebody else has put in
    stays where the author has changed something within it: there would be nothing left that the
    change could be seen in.
    """
    kept = (author, AUTHOR)
    others = [one for one in root.iter(*OPPOSITE, *LOOKS) if author_of(one) not in kept]
    rejected = [one for one in others if not _is_ground(one, author)]
    for change in rejected:
        if change.tag in LOOKS:
            restore_look(change)
        else:
            change.tag = OPPOSITE[str(change.tag)]
    settle(root, "after")


def author_of(change: etree._Element) -> str:
    """Who made a change, "" where the file does not say."""
    return change.get(f"{W}author", "").strip()


def moment(written: str | None) -> datetime.datetime | None:
    """A moment as Office writes it, in UTC where it names no zone; None if it is none."""
    with suppress(ValueError):
        when = datetime.datetime.fromisoformat((written or "").strip())
        zoned = when if when.tzinfo else when.replace(tzinfo=datetime.UTC)
        with suppress(OverflowError):
            return zoned.astimezone(datetime.UTC)
    return None


def _numbers(change: etree._Element) -> Iterator[int]:
    """The numbers of the paragraphs that a change is about.

    That of the end of a paragraph is about the next one too, which it may run on in.
    """
    whole = _whole(change)
    if whole is None:
        found = [*change.iterancestors(f"{W}p")][:1]
    elif whole.tag == f"{W}p":
        found = [one for one in (whole, successor(whole)) if one is not None]
    else:
        found = [*whole.iter(f"{W}p")]
    yield from (int(one.get(NUMBER, "0")) for one in found)


def _whole(change: etree._Element) -> etree._Element | None:
    """The paragraph, row or cell that a change is about as a whole; None if about words in it."""
    outer = [*change.iterancestors()][:3]
    skin = len([*takewhile(lambda one: one.tag in {*SKIN, f"{W}tcPr"}, outer)])
    whole = outer[skin] if 0 < skin < len(outer) else None
    return whole if whole is not None and whole.tag in WHOLE else None


def _is_ground(change: etree._Element, author: str) -> bool:
    """Whether somebody's insertion holds changes of the author."""
    if change.tag not in PUT_IN or author == AUTHOR:
        return False
    whole = _whole(change)
    held = change if whole is None else whole
    holds = any(author_of(one) == author for one in held.iter(*OPPOSITE) if one is not change)
    return holds and (held.tag != f"{W}p" or not _is_older(held))


def _is_older(paragraph: etree._Element) -> bool:
    """Whether a paragraph has words that were there before any reviewer's change."""
    return not all(_is_put_in(run) for run in paragraph.iter(f"{W}r"))


def _is_put_in(run: etree._Element) -> bool:
    return any(author_of(one) != AUTHOR for one in run.iterancestors(*PUT_IN))
