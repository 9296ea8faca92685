"""The texts of a workbook, with the escapes that Excel writes and the looks that we drop."""

import re
from dataclasses import dataclass

from lxml import etree

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
HALF = re.compile("[\ud800-\udfff]")
PLAIN = {f"{MAIN}{name}" for name in ("rFont", "sz", "family", "charset", "scheme", "color")}
"""What of a run's look says nothing: its font, size and colour."""


@dataclass(frozen=True, slots=True)
class Words:
    """A text: its words, whether parts of it had a look or were struck, its reading aid."""

    text: str
    has_look: bool = False
    is_struck: bool = False
    reading: str = ""


def words_of(element: etree._Element) -> Words:
    """The words of a shared or inline string."""
    runs = element.findall(f"{MAIN}r")
    looks = [look for run in runs for look in run.findall(f"{MAIN}rPr/*") if _is_on(look)]
    texts = [*element.findall(f"{MAIN}t"), *element.iterfind(f"{MAIN}r/{MAIN}t")]
    aids = element.iterfind(f"{MAIN}rPh/{MAIN}t")
    return Words(
        decoded("".join(text.text or "" for text in texts)),
        has_look=any(look.tag not in PLAIN for look in looks),
        is_struck=any(look.tag == f"{MAIN}strike" for look in looks),
        reading=decoded("".join(aid.text or "" for aid in aids)),
    )


def _is_on(look: etree._Element) -> bool:
    return look.get("val") not in {"0", "false", "none"}


def decoded(text: str) -> str:
    """A text without Excel's escapes: ``_x000D_`` is a carriage return, ``_x005F_`` a line.

    Half of a character becomes U+FFFE, which is none either and can be told of like any other.
    """
    if "_x" not in text:
        return text
    plain = ESCAPE.sub(lambda match: chr(int(match[1], 16)), text)
    whole = plain.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")
    return HALF.sub("\ufffe", whole)
