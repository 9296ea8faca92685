"""A text cut into words, numbers and signs, none of which is ever shown in two pieces."""

import re

HAN = "\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
MARKS = (
    "\u00ad\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc"
    "\u06df-\u06e8\u06ea-\u06ed\u08d3-\u08ff\u1ab0-\u1aff\u1dc0-\u1dff\u200c\u200d\u2060\u20d0-\u20f0"
    "\ufe00-\ufe0f\ufe20-\ufe2f\U0001f3fb-\U0001f3ff\U000e0100-\U000e01ef"
)
"""Signs that belong to the one before them, such as the vowels of Arabic or the colour of an emoji;
a word is never cut there.
"""

LETTER = rf"(?:[^\W{HAN}]|[{MARKS}])"
TOKEN = re.compile(
    rf"[{HAN}][{MARKS}]*"
    rf"|[^\W{HAN}]{LETTER}*(?:(?<=\d)[.,'\u2019\u00a0\u202f\u066b\u066c]\d{LETTER}*)*"
    rf"|\s+[{MARKS}]*"
    rf"|[\U0001f1e6-\U0001f1ff]{{2}}"
    rf"|.[{MARKS}]*(?:(?<=\u200d)[^\w\s][{MARKS}]*)*",
    re.DOTALL,
)
"""A Chinese character; a word, or a number with its separators; spaces; any other sign."""

IDEOGRAPH = re.compile(f"[{HAN}]")
FROM_THE_RIGHT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
SYMBOL_TOKEN = re.compile(
    rf"[A-Za-z0-9]+(?:[-\u2013/.:,][A-Za-z0-9]+)+[{MARKS}]*|{TOKEN.pattern}", re.DOTALL
)
"""The same in a text from right to left: what Latin letters and digits are joined to, as in
``C25/43-A``, runs the other way, so that one who changes a part of it is shown all of it.
"""


def tokens_of(old: str, new: str) -> tuple[list[str], list[str]]:
    """The tokens of two texts that are compared."""
    token = SYMBOL_TOKEN if FROM_THE_RIGHT.search(old + new) else TOKEN
    return token.findall(old), token.findall(new)
