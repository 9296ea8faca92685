"""Chinese: full-width marks, and the simplified characters."""

import re
from collections.abc import Iterator

from council_report.model.message import Message
from council_report.typography.fix import Fix

HAN = "\u3007\u3400-\u9fff"
WIDE = dict(zip(",;:?!()", "\uff0c\uff1b\uff1a\uff1f\uff01\uff08\uff09", strict=True))
"""The full-width mark for each half-width one."""

FULL_WIDTH = Message("full-width marks")

FIXES: tuple[Fix, ...] = (
    Fix(
        FULL_WIDTH,
        re.compile(rf"([,;:?!] ?)(?:(?<=[{HAN}][,;:?!])|(?<=[{HAN}][,;:?!] ))(?=[{HAN}])"),
        WIDE | {f"{sign} ": wide for sign, wide in WIDE.items()},
    ),
    Fix(
        FULL_WIDTH,
        re.compile(rf"(\()(?<=[{HAN}]\()(?=[^()]*(?:[{HAN}]|\)[{HAN}]))[^()]*(\))"),
        WIDE,
    ),
)

HALF_WIDTH = re.compile(
    rf"(?:[,;:?!(]|(?<!(?<![A-Za-z0-9])[A-Za-z0-9])\))(?:(?<=[{HAN}].)|(?=[{HAN}]))"
)
"""A half-width mark beside a Chinese character, other than that of a point such as ``a)``."""

CHARACTER = re.compile(rf"[{HAN}]")


def unsimplified(words: str) -> Iterator[str]:
    """The traditional and Japanese characters of a text, each once.

    They are those that the Chinese standard of simplified characters, GB 2312, does not have, and
    that of Taiwan or Japan has.
    """
    if not _is_in(words, "gb2312"):
        for one in dict.fromkeys(CHARACTER.findall(words)):
            if not _is_in(one, "gb2312") and (_is_in(one, "big5") or _is_in(one, "shift_jis")):
                yield one


def _is_in(words: str, encoding: str) -> bool:
    try:
        words.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
