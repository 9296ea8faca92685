"""LibreOffice opens a review edition, and shows each comment at its paragraph."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from council_report.model.finding import Finding

MakeFinding = Callable[..., Finding]
Reviewed = Callable[..., Any]

pytestmark = pytest.mark.libreoffice

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
NAMES = {"office": OFFICE.strip("{}")}


def test_each_comment_stands_at_its_paragraph(
    reviewed: Reviewed, make_finding: MakeFinding, tmp_path: Path
) -> None:
    """Those on sources, and those on findings; none is lost."""
    review = reviewed(findings=[make_finding(line=9), make_finding()])
    (tmp_path / "review.docx").write_bytes(review.data)
    command = [
        shutil.which("soffice") or "soffice",
        f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
        *("--headless", "--convert-to", "fodt", "review.docx"),
    ]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=100)
    root = etree.parse(tmp_path / "review.fodt").getroot()
    found = []
    for note in [*root.iter(f"{OFFICE}annotation")]:
        lines = ["".join(line.itertext()) for line in note.iter(f"{TEXT}p")]
        paragraph = next(note.iterancestors(f"{TEXT}p", f"{TEXT}h"))
        own = paragraph.xpath(".//text()[not(ancestor::office:annotation)]", namespaces=NAMES)
        found.append(("".join(own), lines))
    assert len(found) == len(review.comments)
    (words,) = [words for words, lines in found if "Id of the text: health" in lines]
    assert words.strip().endswith("The group has 12 members.")
