"""Arabic: its own marks between its words, western digits, Latin words that keep their order."""

import re

from council_report.model.message import Message
from council_report.typography.fix import Fix

LETTER = "\u0621-\u063a\u0641-\u0652"

DIGITS = {
    sign: str(value) for digits in ("٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹") for value, sign in enumerate(digits)
}
"""The Arabic-Indic digits, those of Persian among them."""

FOREIGN = {"\u06a9": "\u0643", "\u06cc": "\u064a", "\u06c1": "\u0647"}
"""Letters of Persian and Urdu that are typed for Arabic ones: kaf, yeh, heh."""

FIXES: tuple[Fix, ...] = (
    Fix(
        Message("Arabic punctuation marks"),
        re.compile(rf"([,;?])(?<=[{LETTER}].)(?= ?[{LETTER}])"),
        {",": "،", ";": "؛", "?": "؟"},
    ),
    Fix(
        Message("the digits 0 to 9"),
        re.compile(f"([{''.join(DIGITS)}])"),
        DIGITS,
        unless=re.compile("[٫٬]"),
    ),
)

DISORDERED = re.compile(
    r"[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?(?![0-9A-Za-z])"
    r"|\+[0-9][0-9 -]{5,}[0-9]"
    r"|[A-Za-z]+[+#]+(?![0-9A-Za-z])"
)
"""What is shown in another order within Arabic: dates in figures, telephone numbers, ``C++``."""
