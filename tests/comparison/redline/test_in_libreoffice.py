"""LibreOffice understands a redline as Word does: it saves the same changes again."""

import shutil
import subprocess
from pathlib import Path

import pytest

from council_report.comparison.redline import make_redline
from council_report.comparison.redline.stories import stories
from council_report.office.tracked import Reading
from tests.comparison.redline.drafts import (
    BLOCKS,
    FIGURES,
    MADE,
    bullet,
    draft,
    heading,
    paragraph,
    table,
)

pytestmark = pytest.mark.libreoffice

NEW = (
    paragraph("ITU continued its work on artificial intelligence in 2026.", "work"),
    heading("Standards and norms"),
    BLOCKS[3],
    BLOCKS[4],
    BLOCKS[2],
    bullet("A new bullet.", "new"),
    table("Table 1", *FIGURES, ("ITU-D", "450")),
    BLOCKS[7],
    table("Table 2", ("A", "B"), ("one", "two")),
)


def saved_again(folder: Path, word: bytes) -> bytes:
    """A Word file as LibreOffice saves it."""
    (folder / "redline.docx").write_bytes(word)
    program = shutil.which("soffice") or "soffice"
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [program, profile, "--headless", "--convert-to", "docx", "--outdir", "saved"]
    subprocess.run(
        [*command, "redline.docx"], cwd=folder, check=True, capture_output=True, timeout=100
    )
    return (folder / "saved" / "redline.docx").read_bytes()


def words(word: bytes, reading: Reading | None = None) -> list[str]:
    """What the paragraphs of a Word file say, empty ones aside."""
    said = [one.words for one in stories(word, reading)["text"]]
    return [one for one in said if one]


def test_it_finds_both_drafts_in_a_redline(tmp_path: Path) -> None:
    """What it has read is the new draft when accepted, and the old one when rejected."""
    purpose = paragraph("This document reports on AI."), paragraph("It is for information.")
    old, new = draft(*BLOCKS, purpose=purpose[:1]), draft(*NEW, purpose=purpose)
    saved = saved_again(tmp_path, make_redline(old, new, MADE))
    assert words(saved, "after") == words(new)
    assert words(saved, "before") == words(old)
