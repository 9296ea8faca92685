"""French as ITU sets it: no space before a colon, straight quotation marks, spaces that hold."""

import re

from council_report.model.message import Message
from council_report.typography.fix import Fix, digit_groups, numbered, numbers_with_nouns, spaces

NOT_NOUNS = (
    "a ainsi ait alors apparaît après au aucun auquel aura auront aussi aux avait avant avec c ces"
    " cet cette comme contre d dans de depuis des donc dont du elle elles en encore entre est et"
    " était étaient furent fut il ils l la le les leur lors lorsque mais même n ne ni nous on ont"
    " ou où par parce pendant pour puis qu quand que qui s sa sans se sera seront ses si soit son"
    " sont sous sur tout un une vers y à"
)
"""Small words, which are no noun where they follow a number."""

SPACES = " \u00a0\u202f"
QUOTES = "“”„‟"

STRAIGHT = Message("straight quotation marks and apostrophes")

FIXES: tuple[Fix, ...] = (
    Fix(
        Message("no space before “:” and “;”"),
        re.compile(rf"([{SPACES}])(?<=[\w)\]\"»”%{SPACES}].)(?=[:;](?:[\s\"”»)]|$))"),
        dict.fromkeys(SPACES, ""),
        needs=(":", ";"),
        holds=lambda match: not _is_ratio(match),
    ),
    Fix(
        STRAIGHT,
        re.compile(rf"([{QUOTES}]|«[{SPACES}]?)"),
        dict.fromkeys((*QUOTES, "«", *(f"«{space}" for space in SPACES)), '"'),
    ),
    Fix(
        STRAIGHT,
        re.compile(rf"([{SPACES}]?»)"),
        dict.fromkeys(("»", *(f"{space}»" for space in SPACES)), '"'),
        needs=("»",),
    ),
    Fix(STRAIGHT, re.compile(r"(’)(?<=[^\W\d_]’)(?=[^\W\d_]|[\"“«])"), {"’": "'"}),
    numbered("(?:Document|Résolution|Décision|Recommandation|Article)s?"),
    digit_groups(),
    numbers_with_nouns(NOT_NOUNS),
    spaces(r"[ÉE]tats?( )(?=Membres?\b)"),
)


def _is_ratio(match: re.Match[str]) -> bool:
    """Whether the colon stands between two numbers, as in ``3 : 1``."""
    words, end = match.string, match.end(1)
    return words[match.start(1) - 1].isdigit() and words[end + 1 : end + 3].strip().isdigit()
