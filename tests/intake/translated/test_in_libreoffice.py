"""A table that LibreOffice has saved is read as it was sent."""

import shutil
import subprocess
from pathlib import Path

import pytest

from council_report.intake.translated import read_returned
from council_report.rendering.translation.table import table_of
from tests.xliff.jobs import FONTS, by_id, job, sent, unit

pytestmark = pytest.mark.libreoffice


def saved_again(folder: Path, data: bytes) -> bytes:
    """A Word file as LibreOffice saves it."""
    (folder / "a.docx").write_bytes(data)
    program = shutil.which("soffice") or "soffice"
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [
        program,
        profile,
        "--headless",
        "--convert-to",
        "docx",
        "--outdir",
        "saved",
        "a.docx",
    ]
    subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=100)
    return (folder / "saved" / "a.docx").read_bytes()


def test_ids_texts_and_protected_parts_survive(tmp_path: Path) -> None:
    """In a text that runs from right to left, with all that a text may have."""
    source = "Of **[[key-1]] [standards](https://example.org/a?b=1&c)** *and* 2^nd^, R&D <1>"
    target = "**[[key-1]] [معايير](https://example.org/a?b=1&c)** *و* 2^nd^، R&D <1>"
    units = [
        unit("itu-t:one", source, target, language="ar"),
        unit("itu-t:a-table:2.3", "Plain", language="ar"),
        unit("documents.report.title", "Title", "عنوان", state="outdated", language="ar"),
    ]
    data = table_of(job(*units, language="ar", terms=[("ITU", "الاتحاد")]), FONTS, {})
    returned, findings = read_returned(sent(saved_again(tmp_path, data), "a.docx"), by_id(*units))
    assert findings == ()
    assert (returned.session, returned.source_language, returned.language) == ("C25", "en", "ar")
    assert [(one.id, one.source, one.target, one.problem) for one in returned.units] == [
        ("itu-t:one", source, target, None),
        ("itu-t:a-table:2.3", "Plain", None, None),
        ("documents.report.title", "Title", None, None),
    ]
