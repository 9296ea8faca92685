"""Files made by the programs that contacts use are read whole."""

import io
import subprocess
from pathlib import Path

import docx as python_docx
import pypandoc
import pytest

from council_report.intake.documents.odt import prepare_odt
from council_report.intake.documents.word import prepare_word
from tests.intake.documents.builders import bookmark, docx, paragraph, run, table
from tests.intake.documents.preparing import a_source, by_pandoc, told

MARKDOWN = """# Normes

Un *texte* avec **du gras** et une [page](https://a.example).[^1]

- un
  - deux

1. trois

[^1]: La note.
"""


def test_a_file_made_by_pandoc() -> None:
    """What pandoc writes it reads again, the same."""
    made = subprocess.run(
        (pypandoc.get_pandoc_path(), "-f", "markdown", "-t", "docx", "-o", "-"),
        input=MARKDOWN.encode(),
        capture_output=True,
        check=True,
        timeout=20,
    )
    prepared = prepare_word(a_source(made.stdout), "refuse")
    assert prepared.paragraphs[:2] == ("Normes", "Un texte avec du gras et une page.")
    assert [words for _, words in prepared.notes] == ["La note."]
    assert told(prepared) == []
    html = by_pandoc(prepared)
    assert all(part in html for part in ("<h1", "<em>texte</em>", "<strong>", "<ul>", "<ol"))


def test_a_file_made_by_python_docx() -> None:
    """Its own styles of headings and lists are known."""
    document = python_docx.Document()
    document.add_heading("Normes", 1)
    document.add_paragraph("un", style="List Bullet")
    document.add_paragraph("deux", style="List Bullet 2")
    document.add_paragraph("trois", style="List Number")
    document.add_table(1, 1).cell(0, 0).text = "cell"
    target = io.BytesIO()
    document.save(target)
    prepared = prepare_word(a_source(target.getvalue()), "refuse")
    assert prepared.paragraphs == ("Normes", "un", "deux", "trois", "cell")
    assert prepared.styles[:4] == ("heading 1", "List Bullet", "List Bullet 2", "List Number")
    assert "<ul>\n<li><p>" in by_pandoc(prepared)
    assert told(prepared) == []


@pytest.mark.libreoffice
def test_files_made_by_libreoffice(tmp_path: Path) -> None:
    """A Word file that it has saved as Word and as ODF says the same."""
    body = (
        paragraph("Normes", "Heading1")
        + paragraph(bookmark("_cr_a", run("gras", "<w:b/>") + run(" et maigre")))
        + paragraph("un", "ListBullet")
        + paragraph("deux", "ListBullet2")
        + paragraph("trois", "ListNumber")
        + table(("a", "b"), ("c", "d"))
        + paragraph("Unité: x", "EntryDetails")
    )
    (tmp_path / "form.docx").write_bytes(docx(body))
    for form in ("odt", "docx"):
        subprocess.run(
            (
                *("soffice", "--headless", f"-env:UserInstallation={(tmp_path / 'p').as_uri()}"),
                *("--convert-to", form, "--outdir", str(tmp_path / form), "form.docx"),
            ),
            cwd=tmp_path,
            check=True,
            capture_output=True,
            timeout=100,
        )
    word = prepare_word(a_source((tmp_path / "docx" / "form.docx").read_bytes()), "refuse")
    odf = prepare_odt(a_source((tmp_path / "odt" / "form.odt").read_bytes()), "refuse")
    for prepared, form in ((word, "docx"), (odf, "odt")):
        said = [words for words in prepared.paragraphs if words]
        assert said == ["Normes", "gras et maigre", *("un", "deux", "trois"), *"abcd", "Unité: x"]
        number = prepared.paragraphs.index("gras et maigre") + 1
        assert (number, "_cr_a") in prepared.marks
        assert prepared.styles[prepared.paragraphs.index("Unité: x")] == "Entry Details"
        html = by_pandoc(prepared, form)
        assert all(part in html for part in ("<h1", "<strong>gras</strong>", "<ul>", "<ol"))
        assert told(prepared) == []
