"""Letters that look like those of another alphabet."""

import re
from collections.abc import Iterator, Mapping

from council_report.model.language import Language
from council_report.model.message import Message
from council_report.typography import arabic, russian
from council_report.typography.flaw import Flaw, code_point

LATIN = "ABCEHIKMNOPTXYZaceiopxysj"
CYRILLIC = "АВСЕНІКМ ОРТХУ асеіорхуѕј"
GREEK = "ΑΒ ΕΗΙΚΜΝΟΡΤΧΥΖ    ο     "
"""Letters that look alike, one under the other."""

ALPHABETS: Mapping[str, re.Pattern[str]] = {
    "Latin": re.compile(r"[A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f]"),
    "Cyrillic": re.compile(r"[\u0400-\u052f]"),
    "Greek": re.compile(r"[\u0370-\u03ff]"),
}

SUSPECT = re.compile(
    r"[\u0370-\u052f](?:[A-Za-z\u00c0-\u024f]|-[A-Za-z]\b|/|[0-9]{2}/"
    r"|(?<=[A-Za-z\u00c0-\u024f].)|(?<=[A-Za-z\u00c0-\u024f]-.)\b)"
    r"|[\u0370-\u03ff][\u0400-\u052f]|[\u0400-\u052f][\u0370-\u03ff]|МСЭ-[РД]\b"
)
"""What is met in every text that holds a letter of the wrong alphabet."""

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
SYMBOL = re.compile(
    r"(?<!\w)(?:[CС][0-9]{2}/(?:[\w.]{1,4}/)?[0-9]{1,4}(?:-\w)?|[AАΑ]/(?:\w{3}/)?[0-9]{2}/[\w.]+)"
)
"""A document symbol, whatever alphabet its letters are of."""

FOREIGN = re.compile(f"[{''.join(arabic.FOREIGN)}]")


def _pairs() -> Iterator[tuple[tuple[str, str], str]]:
    rows = {"Latin": LATIN, "Cyrillic": CYRILLIC, "Greek": GREEK}
    for target, others in rows.items():
        for signs in rows.values():
            for sign, other in zip(signs, others, strict=True):
                if " " not in (sign, other) and sign != other:
                    yield (sign, target), other


LOOKS_LIKE: Mapping[tuple[str, str], str] = dict(_pairs())
"""For a letter and an alphabet, the letter of that alphabet that looks like it."""


def look_alikes(words: str, language: Language) -> Iterator[Flaw]:
    """Words and document symbols with a letter of another alphabet than they look to be of."""
    if not words.isascii() and SUSPECT.search(words):
        symbols = {match[0]: _latin(match[0]) for match in SYMBOL.finditer(words)}
        found = {word: _mended(word) for word in WORD.findall(words)}
        for word, mended in (symbols | found).items():
            yield from _flaw(word, mended)
    if language == "ar":
        for match in FOREIGN.finditer(words):
            yield from _flaw(match[0], arabic.FOREIGN[match[0]])


def _flaw(word: str, mended: str) -> Iterator[Flaw]:
    """The first letter of a word that has to be another one."""
    wrong = next((pair for pair in zip(word, mended, strict=True) if pair[0] != pair[1]), None)
    if wrong:
        letter, meant = wrong
        message = Message(
            "“{word}” has {letter} in the place of {meant}",
            word=word,
            letter=code_point(letter),
            meant=code_point(meant),
        )
        remedy = Message(
            "Copy “{word}” from here, or type it with the keyboard of that alphabet.", word=mended
        )
        yield Flaw(message, remedy)


def _latin(symbol: str) -> str:
    return "".join(LOOKS_LIKE.get((sign, "Latin"), sign) for sign in symbol)


def _mended(word: str) -> str:
    """A word with each look-alike put into the alphabet of the word."""
    if word in russian.SECTORS:
        return russian.SECTORS[word]
    *parts, last = (_in_one_alphabet(part) for part in word.split("-"))
    alphabet = _alphabet("".join(parts))
    if alphabet and len(last) == 1 and last.isupper():
        # The T of ITU-T has its like in Cyrillic, the R of ITU-R has none and may stay.
        last = LOOKS_LIKE.get((last, alphabet), last)
    return "-".join((*parts, last))


def _in_one_alphabet(part: str) -> str:
    counts = {name: len(signs.findall(part)) for name, signs in ALPHABETS.items()}
    present = [name for name, count in counts.items() if count]
    if len(present) < 2:
        return part
    for name in sorted(present, key=lambda one: -counts[one]):
        mended = "".join(
            sign if ALPHABETS[name].match(sign) else LOOKS_LIKE.get((sign, name), sign)
            for sign in part
        )
        if _alphabet(mended) == name:
            return mended
    return part


def _alphabet(part: str) -> str | None:
    """The one alphabet that a part of a word is of; None where there are several."""
    present = [name for name, signs in ALPHABETS.items() if signs.search(part)]
    return present[0] if len(present) == 1 else None
