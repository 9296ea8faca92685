"""Edits of the sample session as a secretariat would make them, one after another."""

import re
from pathlib import Path

TABLE = """
  - id: groups-at-work
    section: standards
    kind: table
    unit: ITU-R
    text: {en: Study groups at work on AI, fr: Commissions d'études travaillant sur l'IA}
    table:
      en:
        - [Group, Reports]
        - [Study Group 1, "1"]
        - [Study Group 6, "2"]
      fr:
        - [Commission, Rapports]
        - [Commission d'études 1, "1"]
        - [Commission d'études 6, "2"]
"""

SECTION = """
      - key: next-steps
        title: {en: Next steps, fr: Prochaines étapes}
        contributors: [itu-d]
"""

NEXT_STEPS = """
  - id: regional-workshops
    section: next-steps
    unit: ITU-D
    status: planned
    mandates: [SG3]
    text:
      en: Six regional workshops on AI are planned for 2026.
      fr: Six ateliers régionaux consacrés à l'IA sont prévus pour 2026.
"""


def replace(path: Path, *pairs: tuple[str, str]) -> None:
    """Put words of a file in the place of others, each of which stands in it once."""
    text = path.read_text("utf-8")
    for old, new in pairs:
        assert text.count(old) == 1, (path, old, text.count(old))
        text = text.replace(old, new)
    path.write_text(text, "utf-8")


def append(path: Path, text: str) -> None:
    """Add to the end of a file."""
    path.write_text(path.read_text("utf-8").rstrip("\n") + "\n" + text, "utf-8")


def remove(path: Path, entry: str) -> None:
    """Take an entry out of a file."""
    blocks = _blocks(path)
    path.write_text("".join(b for b in blocks if f"- id: {entry}\n" not in b), "utf-8")


def move(path: Path, entry: str, after: str) -> None:
    """Move an entry of a file to the place after another one."""
    blocks = _blocks(path)
    (moving,) = (block for block in blocks if f"- id: {entry}\n" in block)
    blocks.remove(moving)
    (place,) = (n for n, block in enumerate(blocks) if f"- id: {after}\n" in block)
    blocks.insert(place + 1, moving)
    path.write_text("".join(blocks), "utf-8")


def _blocks(path: Path) -> list[str]:
    """The file, cut before the remark that stands over each entry."""
    return re.split(r"(?m)^(?=  # R-)", path.read_text("utf-8"))
