"""LibreOffice opens forms, and saves them with everything that we read again."""

import io
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from council_report.model.form import Form
from council_report.model.guide import mark_of
from council_report.rendering.forms.excel import render_excel_form
from council_report.rendering.forms.word import render_word_form
from tests.rendering.forms.samples import an_entry

MakeForm = Callable[..., Form]

pytestmark = pytest.mark.libreoffice


def saved_again(folder: Path, name: str, data: bytes) -> zipfile.ZipFile:
    """A file as LibreOffice saves it in its own format."""
    source, target = folder / name, folder / "saved"
    source.write_bytes(data)
    program = shutil.which("soffice") or "soffice"
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    ending = name.rpartition(".")[2]
    command = [program, profile, "--headless", "--convert-to", ending, "--outdir", str(target)]
    subprocess.run([*command, name], cwd=folder, check=True, capture_output=True, timeout=100)
    return zipfile.ZipFile(io.BytesIO((target / name).read_bytes()))


def test_a_word_form_keeps_its_ids_styles_and_lists(make_form: MakeForm, tmp_path: Path) -> None:
    """Bookmarks, the styles that tell what a line is, and two levels of bullets survive."""
    entries = [
        an_entry("first", kind="bullet", unit="SG 13"),
        an_entry("second", kind="sub-bullet"),
    ]
    package = saved_again(tmp_path, "form.docx", render_word_form(make_form(*entries)))
    body = package.read("word/document.xml").decode()
    styles = package.read("word/styles.xml").decode()
    for entry in entries:
        assert f'w:name="{mark_of(entry.id)}"' in body
    for style in ("Form Guidance", "Entry Details", "List Bullet 2", "heading 1"):
        assert style.casefold() in styles.casefold()
    assert "numId" in body


def test_an_excel_form_keeps_its_lists_and_lock(make_form: MakeForm, tmp_path: Path) -> None:
    """What guides those who fill it in survives; its header is printed on each page."""
    package = saved_again(tmp_path, "form.xlsx", render_excel_form(make_form(an_entry("a"))))
    sheet = package.read("xl/worksheets/sheet1.xml").decode()
    assert sheet.count('type="list"') == 5
    assert "<sheetProtection" in sheet
    assert "Print_Titles" in package.read("xl/workbook.xml").decode()
