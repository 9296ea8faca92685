"""Characters that nobody would see, written out: ⟦ZWSP⟧, ⟦RLO⟧, ⟦U+0000⟧."""

import re

NAMES = {
    0x85: "NEL",
    0xAD: "SHY",
    0x34F: "CGJ",
    0x61C: "ALM",
    0x200B: "ZWSP",
    0x200C: "ZWNJ",
    0x200D: "ZWJ",
    0x200E: "LRM",
    0x200F: "RLM",
    0x2028: "LS",
    0x2029: "PS",
    0x202A: "LRE",
    0x202B: "RLE",
    0x202C: "PDF",
    0x202D: "LRO",
    0x202E: "RLO",
    0x2060: "WJ",
    0x2066: "LRI",
    0x2067: "RLI",
    0x2068: "FSI",
    0x2069: "PDI",
    0xFEFF: "BOM",
}
"""What Unicode itself calls the characters that people do meet."""

UNSEEN = re.compile(
    "(?!\u200e[0-9])["  # The mark before a date, as forms have it, keeps its figures in order.
    r"\x00-\x08\x0b-\x1f\x7f-\x9f"  # controls, but for a tab and a new line
    r"\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    r"\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164"
    r"\ud800-\udfff"  # halves of characters, as in names that are not UTF-8
    r"\ufdd0-\ufdef\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff"
    r"\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
    + "".join(f"{chr(plane << 16 | 0xFFFE)}{chr(plane << 16 | 0xFFFF)}" for plane in range(1, 17))
    + "]"
)
"""Characters that take no room, change the direction of others, or are not allowed in HTML."""


def visible(text: str) -> str:
    """A text in which every character can be seen; a non-breaking space is a space, and stays."""
    return UNSEEN.sub(_written_out, text)


def _written_out(match: re.Match[str]) -> str:
    number = ord(match[0])
    return f"⟦{NAMES.get(number) or f'U+{number:04X}'}⟧"
