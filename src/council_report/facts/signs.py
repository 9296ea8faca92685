"""One way to write what different keyboards write in different ways."""

import re
import unicodedata

INVISIBLE = re.compile(
    "[\u00ad\u061c\u0640\u064b-\u0652\u0670\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)
"""What is not read: direction marks, joiners, soft hyphens, and the vowel signs of Arabic."""

OTHER_DIGIT = re.compile(r"(?![0-9])\d")

PLAIN = {
    **{code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F) if code != 0xFF0C},
    **dict.fromkeys([0xA0, 0x2002, 0x2003, 0x2007, 0x2009, 0x202F, 0x3000, 0x0A, 0x0D, 0x09], " "),
    0x060C: ",",
    0x3001: "\uff0c",
    0x066B: ",",
    0x066C: " ",
    0x066A: "%",
    0x061B: ";",
    0x2010: "-",
    0x2011: "-",
}
"""Full-width signs, spaces that do not break, and the signs of Arabic, each by its plain sign.

The commas of Chinese stay what they are: between two numbers they are never a decimal sign.
"""


def visible(words: str) -> str:
    """The words without what is not read."""
    return words if words.isascii() else INVISIBLE.sub("", words)


def matchable(words: str) -> str:
    """The words with plain signs and western digits; visible words keep their length."""
    if words.isascii():
        return words
    plain = visible(words).translate(PLAIN)
    return OTHER_DIGIT.sub(lambda digit: str(unicodedata.digit(digit[0])), plain)
