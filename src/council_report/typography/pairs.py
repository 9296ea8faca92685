"""Signs that come in pairs: brackets, quotation marks, the marks of Spanish questions."""

import re
from collections.abc import Iterator, Sequence

from council_report.model.language import Language
from council_report.model.location import shortened
from council_report.model.message import Message
from council_report.typography.chinese import HAN
from council_report.typography.flaw import Flaw

BRACKETS = (
    ("(", ")"),
    ("[", "]"),
    ("{", "}"),
    ("\uff08", "\uff09"),
    ("《", "》"),
    ("«", "»"),
    ("“", "”"),
)
SPANISH = (("¿", "?"), ("¡", "!"))
POINT = re.compile(
    r"(?:(?<=[\s,;:\uff0c\uff1b\uff1a\u3002])|^)\w[)\uff09]"
    rf"|(?<![(\uff08])(?<![^\W{HAN}])(?:[^\W\d_{HAN}]|[0-9]{{1,3}}|[ivxIVX]{{1,4}})[)\uff09]"
)
"""The number of a point in running text: ``a)``, ``1)``."""

QUOTES = re.compile('["“”„«»]')


def unpaired(words: str, language: Language) -> Iterator[Flaw]:
    """Brackets, quotation marks, and signs of Spanish questions that lack their partner."""
    pairs = (*BRACKETS, *SPANISH) if language == "es" else BRACKETS
    for opening, closing in pairs:
        if words.count(opening) != words.count(closing):
            yield from _lonely(POINT.sub("", words), opening, closing)
    if words.count('"') % 2:
        yield _flaw('"', words)


def _lonely(words: str, opening: str, closing: str) -> Iterator[Flaw]:
    """The sign of which there are more, if it is still so without the numbers of points."""
    difference = words.count(opening) - words.count(closing)
    if difference:
        yield _flaw(opening if difference > 0 else closing, words)


def _flaw(sign: str, words: str) -> Flaw:
    place = words.rfind(sign)
    around = shortened(words[max(0, place - 20) : place + 20], 40)
    return Flaw(
        Message("{sign} has no partner in “{words}”", sign=sign, words=around),
        Message("Add its partner, or delete it."),
    )


def other_quotes(words: str, quotation: Sequence[str]) -> Iterator[Flaw]:
    """Quotation marks that are not those of the language, where its own are not around them."""
    found = QUOTES.search(words)
    if found and quotation[0] not in words:
        around = shortened(words[found.start() : found.start() + 30], 30)
        opening, closing = quotation
        message = Message(
            "{words} has other quotation marks than {opening}…{closing}",
            words=around,
            opening=opening,
            closing=closing,
        )
        yield Flaw(message, Message("Type {opening}…{closing}.", opening=opening, closing=closing))
