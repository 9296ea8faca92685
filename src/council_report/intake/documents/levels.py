"""Which styles are headings: what Word and LibreOffice call them in many languages."""

import re
import unicodedata

HEADING = re.compile(
    r"(?:heading|titre|título|titulo|ttulo|überschrift|ueberschrift|berschrift|titolo|kop"
    r"|rubrik|overskrift|otsikko|nagłówek|nadpis|címsor|заголовок|标题|標題|見出し|제목"
    r"|عنوان|العنوان)[ _]?(\d)"
)
"""A heading style by its name in lower case; Word leaves letters such as í out of style ids."""


def heading_level(style: str) -> int | None:
    """The level, counted from 1, of a heading style of this name or id; None if it is no heading.

    ``Heading 1``, ``Titre1``, ``标题 1`` and ``Heading_20_1`` are headings of level 1.
    """
    name = unicodedata.normalize("NFC", style).replace("_20_", " ").replace("\xa0", " ")
    match = HEADING.fullmatch(name.strip().lower())
    return int(match[1]) or None if match else None
