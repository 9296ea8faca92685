"""What LibreOffice makes of a workbook is read as the workbook itself."""

import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest

from tests.intake.tables.workbooks import entries, read

pytestmark = pytest.mark.libreoffice

TEXT = " =1+1 _x005F_x0041_  two\nlines & <b> «é» 中文 😀"


def converted(data: bytes, form: str, folder: Path) -> bytes:
    """A workbook saved by LibreOffice in another format."""
    (folder / "before.xlsx").write_bytes(data)
    program = shutil.which("soffice") or "soffice"
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [program, profile, "--headless", "--convert-to", form, "--outdir", "after"]
    subprocess.run(
        [*command, "before.xlsx"], cwd=folder, check=True, capture_output=True, timeout=100
    )
    return (folder / "after" / f"before.{form}").read_bytes()


@pytest.mark.parametrize("form", ["xlsx", "ods"])
def test_a_workbook_saved_by_libreoffice_gives_the_same_entries(form: str, tmp_path: Path) -> None:
    """Texts to the letter, days as days, and lists item by item."""
    data = entries(
        ("a-b", "Études", "puce", TEXT.removeprefix(" "), "en cours", date(2025, 12, 2), "R1; SG4"),
        (None, "Études", None, 12.5, None, "2025-10", None),
    )
    assert read(converted(data, form, tmp_path), form).entries == read(data).entries
