"""Russian: «quotation marks», and spaces that hold a number and its word together."""

import re

from council_report.model.message import Message
from council_report.typography.fix import Fix, digit_groups, numbered, spaces

MONTHS = "января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря"
YEARS = r"г\.|гг\.|год(?:а|у|е|ом|ы|ов|ам|ами|ах)?\b"

SECTORS = {"МСЭ-T": "МСЭ-Т", "МСЭ-Р": "МСЭ-R", "МСЭ-P": "МСЭ-R", "МСЭ-Д": "МСЭ-D"}
"""Names of Sectors with a letter of the wrong alphabet, and as they are: МСЭ-Т is Cyrillic
throughout, МСЭ-R and МСЭ-D end with a Latin letter."""

FIXES: tuple[Fix, ...] = (
    Fix(
        Message("Russian quotation marks"),
        re.compile(r"(“)[^“”]*(”)"),
        {"“": "«", "”": "»"},
        unless=re.compile(r"[«»„\"‘’]|“[^”]*“|”[^“]*”|^[^“]*”|“[^”]*$"),
    ),
    spaces(rf"[0-9]( )(?={YEARS}|(?:{MONTHS})\b)"),
    spaces(r"№( )(?=[0-9])"),
    numbered(r"(?:Документ|Резолюци|Решени|Рекомендаци|Стать)\w{0,3}"),
    digit_groups(),
)
