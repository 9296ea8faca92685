"""A Word file as a file: its properties, its language, and the same bytes whenever it is made."""

import hashlib
import io
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from docx.document import Document as WordFile
from docx.oxml.ns import qn

import council_report
from council_report.model.document import Document
from council_report.model.language import LANGUAGES, Language
from council_report.rendering.word import render_word

MakeDocument = Callable[..., Document]
Rendered = Callable[..., WordFile]


PROGRAM = Path(__file__).with_name("rendering_elsewhere.py")


def test_the_file_says_nothing_of_who_made_it_or_when(full: Document, rendered: Rendered) -> None:
    """Its properties are the title and the language, and nothing else."""
    properties = rendered(full).core_properties
    assert properties.title == "REPORT ON AI"
    assert properties.language == "en-GB"
    assert {element.tag.rpartition("}")[2] for element in properties._element} == {
        "title",
        "language",
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_file_names_its_language(
    make_document: MakeDocument, rendered: Rendered, language: Language
) -> None:
    """Word checks the spelling of the language that the text is in.

    Words in Latin letters are English where the language has letters of another kind.
    """
    word = rendered(make_document(language=language))
    kind = {"ar": "w:bidi", "zh": "w:eastAsia"}.get(language, "w:val")
    (lang,) = word.styles.element.iter(qn("w:lang"))
    assert lang.get(qn(kind)) == word.core_properties.language
    assert word.core_properties.language.startswith(f"{language}-")
    assert kind == "w:val" or lang.get(qn("w:val")) == "en-GB"


def test_a_long_title_is_printed_whole(make_document: MakeDocument, rendered: Rendered) -> None:
    """A title may be longer than the properties of a file allow."""
    title = "REPORT ON RESOLUTION 214 " * 20 + "END"
    word = rendered(make_document(title=title))
    assert title in [paragraph.text for paragraph in word.paragraphs]
    assert title.startswith(word.core_properties.title)


def test_the_same_document_gives_the_same_bytes(
    full: Document, report: bytes, emblem: bytes
) -> None:
    """Nothing in the file depends on when it was made."""
    first, second = (render_word(full, report, "report.docx", emblem) for _ in range(2))
    assert first == second
    with zipfile.ZipFile(io.BytesIO(first)) as package:
        assert {part.date_time for part in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize(
    "environment",
    [
        {"TZ": "Asia/Tokyo", "LC_ALL": "C", "PYTHONHASHSEED": "1"},
        {"TZ": "UTC", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "2"},
    ],
)
def test_another_place_gives_the_same_bytes(
    full: Document, report: bytes, emblem: bytes, tmp_path: Path, environment: dict[str, str]
) -> None:
    """Nor does anything depend on the time zone, the locale, the folder or the process."""
    (tmp_path / "report.docx").write_bytes(report)
    (tmp_path / "emblem.png").write_bytes(emblem)
    made = subprocess.run(
        [sys.executable, PROGRAM, "report.docx", "emblem.png"],
        cwd=tmp_path,
        env={
            **os.environ,
            "PYTHONPATH": str(Path(council_report.__file__).parents[1]),
            **environment,
        },
        input=full.model_dump_json().encode(),
        capture_output=True,
        check=True,
    )
    here = render_word(full, report, "report.docx", emblem)
    assert made.stdout.decode() == hashlib.sha256(here).hexdigest()
