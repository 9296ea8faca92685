"""English: an en dash in ranges of numbers, and the -ize spelling of ITU."""

import re
from collections.abc import Iterator

from council_report.model.message import Message
from council_report.typography.fix import LONGEST, Fix

ENDINGS = re.compile(r"is(?:e[drs]?|ers|ing|ations?|ational|able)\b")
"""How words end that ITU spells with a z."""

ENDED = re.compile(
    r"(?:\b(?=[a-z])|(?:^|(?<=[.!?(\"] ))(?=[A-Z]))"
    r"([A-Za-z]{3,})is(e[drs]?|ers|ing|ations?|ational|able)\b"
)
"""Such a word; with a capital only where a sentence begins, for names are spelled as they are."""

PREFIX = re.compile(r"^(?:de|dis|mis|over|re|un)-?(?=.{3})")

WITH_Z = (
    "actual apolog author autom automat capital categor central character civil colon commercial"
    " computer criminal crystall custom democrat digit digital econom emphas equal external"
    " familiar final formal general global harmon homogen human hypothes ideal immun incentiv"
    " individual industrial initial institutional internal international item legal liberal local"
    " marginal material maxim mechan memor minim mobil modern monet monopol national neutral normal"
    " operational optim organ penal personal polar popular priorit privat public rational real"
    " recogn regional regular revolution revital scrutin sensit social special stabil standard"
    " subsid summar symbol synchron synthes theor util victim visual"
)
"""What stands before -ise in words that ITU spells with -ize: not in ``exercise`` or ``advise``."""

STEMS = frozenset(WITH_Z.split())


TOKEN_BEFORE = re.compile(r"\S*$")
TOKEN_AFTER = re.compile(r"\S*")
RANGE = re.compile(r"[(\[\"'“]*(?P<first>[0-9]{1,4})-(?P<last>[0-9]{1,4})[)\]\"'”.,;:?!]*")
NAMED_BEFORE = re.compile(r"(?:\b[A-Z][\w.]*|[0-9)]) $")
NUMBER_AFTER = re.compile(r"(?<=[0-9]) [0-9]")


def _is_range(match: re.Match[str]) -> bool:
    """Whether two numbers joined by a hyphen can only be the first and last of a range.

    What follows a word with a capital may be a number with a hyphen in it, such as that of a
    figure or standard; what stands beside another number may be one of a telephone.
    """
    words, hyphen = match.string, match.start(1)
    before = TOKEN_BEFORE.search(words, max(0, hyphen - LONGEST), hyphen)
    after = TOKEN_AFTER.match(words, hyphen, hyphen + LONGEST)
    if before is None or after is None:
        return False
    found = RANGE.fullmatch(before[0] + after[0])
    if not found or NUMBER_AFTER.match(words, after.end()):
        return False
    if NAMED_BEFORE.search(words[max(0, before.start() - LONGEST) : before.start()]):
        return False
    first, last = found["first"], found["last"]
    is_telephone = len(first) == 3 and len(last) == 4
    return int(first) < int(last) and not is_telephone and (len(first) < 4 or len(last) == 4)


FIXES: tuple[Fix, ...] = (
    Fix(
        Message("an en dash between numbers"),
        re.compile(r"[0-9](-)(?=[0-9])"),
        {"-": "–"},
        holds=_is_range,
    ),
)


def respelled(words: str) -> Iterator[tuple[str, str]]:
    """The words that ITU spells with a z, and how; each once."""
    for stem, ending in dict.fromkeys(ENDED.findall(words)) if ENDINGS.search(words) else ():
        if {stem.lower(), PREFIX.sub("", stem.lower())} & STEMS:
            yield f"{stem}is{ending}", f"{stem}iz{ending}"
