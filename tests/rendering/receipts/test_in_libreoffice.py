"""LibreOffice opens annotated copies, and shows each comment at its words or its cell."""

import io
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import docx
import openpyxl
import pytest
from lxml import etree

from council_report.model.finding import Finding
from council_report.pages.speech import Speech
from council_report.rendering.receipts.excel import annotate_excel
from council_report.rendering.receipts.word import annotate_word

MakeFinding = Callable[..., Finding]

ENGLISH = Speech("en", {})
Converted = Callable[[str, bytes, str], etree._Element]

pytestmark = pytest.mark.libreoffice

NAMESPACES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
}


@pytest.fixture
def converted(tmp_path: Path) -> Converted:
    """Converts a file with LibreOffice into one XML file of ODF."""

    def convert(name: str, data: bytes, ending: str) -> etree._Element:
        source = tmp_path / name
        source.write_bytes(data)
        program = shutil.which("soffice") or "soffice"
        profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
        command = [program, profile, "--headless", "--convert-to", ending, source.name]
        subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=100)
        return etree.parse(source.with_suffix(f".{ending}")).getroot()

    return convert


def test_a_word_comment_stands_around_its_words(
    make_finding: MakeFinding, converted: Converted
) -> None:
    """From the first of them to the last."""
    document = docx.Document()
    paragraph = document.add_paragraph("The group approved ")
    paragraph.add_run("eleven").bold = True
    paragraph.add_run(" Recommendations.")
    saved = io.BytesIO()
    document.save(saved)
    finding = make_finding(paragraph=1, words="approved eleven")
    body = converted("a.docx", annotate_word(saved.getvalue(), [finding], ENGLISH), "fodt")
    text = etree.tostring(body, encoding="unicode")
    comment = re.search(
        r"<office:annotation .*?no section is called Normes.*?</office:annotation>(.*?)"
        r"<office:annotation-end",
        text,
        re.DOTALL,
    )
    assert comment is not None
    assert re.sub(r"<[^>]*>", "", comment[1]) == "approved eleven"


def test_a_cell_comment_stands_at_its_cell(make_finding: MakeFinding, converted: Converted) -> None:
    """On the sheet of the finding."""
    workbook = openpyxl.Workbook()
    workbook.active["A1"] = "head"
    workbook.create_sheet("Other")["B3"] = "the cell"
    saved = io.BytesIO()
    workbook.save(saved)
    finding = make_finding(sheet="Other", cell="B3")
    book = converted("a.xlsx", annotate_excel(saved.getvalue(), [finding], ENGLISH), "fods")
    (comment,) = book.iterfind(".//office:annotation", NAMESPACES)
    assert "no section is called Normes" in "".join(comment.itertext())
    cell = comment.getparent()
    assert cell is not None
    assert "".join(cell.itertext()).split("\n")[-2].strip() == "the cell"
    sheet = next(cell.iterancestors(f"{{{NAMESPACES['table']}}}table"))
    assert sheet.get(f"{{{NAMESPACES['table']}}}name") == "Other"
