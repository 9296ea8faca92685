"""A job as a Word table: what a translator without a tool sees, and writes into."""

import io
import zipfile

import pytest
from hypothesis import given, settings
from lxml import etree

from council_report.model.message import Wording
from council_report.model.translation import Job, Unit
from council_report.office.tags import W
from council_report.rendering.translation.table import table_of
from tests.xliff.jobs import FONTS, SOURCES, WORDED, job, unit

SPANISH = {"Translation": "Traducción", "Source text": "Texto original"}
MISSING = unit(
    "itu-t:missing",
    "New [[key-1]] of [b](https://e.org)",
    figures={"key-1": "315"},
    section="Standards",
    unit="ITU-T",
)


def body_of(one: Job, wording: Wording | None = None) -> etree._Element:
    """The main text of the Word file of a job."""
    data = table_of(one, FONTS, wording or {})
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return etree.fromstring(package.read("word/document.xml"))


def rows_of(body: etree._Element, number: int = 0) -> list[list[str]]:
    """The words of the cells of a table, a line for each paragraph."""
    table = list(body.iter(f"{W}tbl"))[number]
    return [
        ["\n".join(words(line) for line in cell.iter(f"{W}p")) for cell in row.iter(f"{W}tc")]
        for row in table.iter(f"{W}tr")
    ]


def words(element: etree._Element) -> str:
    """What an element says."""
    return "".join(one.text or "" for one in element.iter(f"{W}t"))


def test_source_and_translation_stand_side_by_side() -> None:
    """The first line says what the table is of; the first cell of a row is what it is about."""
    header, row = rows_of(body_of(job(MISSING), SPANISH))
    assert header == ["C25 en → es", "Texto original", "Traducción"]
    about = (
        "itu-t:missing\nStandards\nITU-T\n[[key-1]] = 315\nhttps://e.org\nat most 400 characters"
    )
    assert row == [about, "New [[key-1]] of b", ""]


def test_no_row_is_broken_by_the_end_of_a_page() -> None:
    """A translator sees the whole of a text; the first line is repeated on each page."""
    header, *rows = body_of(job(MISSING, unit("itu-t:more", "Words"))).iter(f"{W}tr")
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in (header, *rows))
    assert header.find(f"{W}trPr/{W}tblHeader") is not None


def test_a_previous_translation_has_a_column_of_its_own() -> None:
    """Only what holds stands in the last cell: what is out of date is to be written anew."""
    old = unit("itu-t:old", "Changed", "Viejo", state="outdated")
    held = unit("itu-t:held", "Held", "Texto")
    rows = rows_of(body_of(job(MISSING, old, held)))
    assert rows[0][2:] == ["Previous translation", "Translation"]
    assert [row[2:] for row in rows[1:]] == [["", ""], ["Viejo", ""], ["", "Texto"]]


def test_each_source_language_has_a_table() -> None:
    """A row must not be taken for a text in another language."""
    body = body_of(job(MISSING, unit("itu-d:b", "Bonjour", source_language="fr")))
    assert [rows_of(body, number)[0][0] for number in (0, 1)] == ["C25 en → es", "C25 fr → es"]


def test_the_term_list_follows() -> None:
    """In a table without ids, which nobody takes for units."""
    body = body_of(job(MISSING, terms=[("ITU", "UIT")]))
    assert rows_of(body, 1) == [["Source text", "Translation"], ["ITU", "UIT"]]


def test_an_arabic_table_runs_from_right_to_left() -> None:
    """Its columns, and each cell that Arabic is written into; an English source does not."""
    body = body_of(job(arabic(), language="ar"))
    assert next(body.iter(f"{W}bidiVisual"), None) is not None
    _, row = body.iter(f"{W}tr")
    source, target = list(row.iter(f"{W}tc"))[1:]
    assert is_turned(source) is False
    mark = target.find(f"{W}p/{W}pPr/{W}rPr")
    assert is_turned(target) is True
    assert mark is not None
    assert mark.find(f"{W}rtl") is not None
    assert mark.find(f"{W}lang").attrib == {f"{W}bidi": "ar-SA"}


def is_turned(element: etree._Element) -> bool:
    """Whether the first paragraph in an element runs from right to left."""
    return next(element.iter(f"{W}bidi")).get(f"{W}val") == "1"


def arabic() -> Unit:
    """The same unit, to be translated into Arabic."""
    return MISSING.model_copy(update={"language": "ar"})


def test_chinese_says_that_it_is_chinese() -> None:
    """Simplified Chinese, so that no letter takes its Japanese form."""
    found = unit("itu-t:a", "Words", "词语", language="zh")
    body = body_of(job(found, language="zh"))
    run = next(one for one in body.iter(f"{W}r") if words(one) == "词语")
    assert run.find(f"{W}rPr/{W}lang").attrib == {f"{W}eastAsia": "zh-CN"}


def test_what_the_language_has_no_words_for_is_english() -> None:
    """And says that it is, also in a file for Arabic."""
    body = body_of(job(arabic(), language="ar"), {"Translation": "الترجمة"})
    turned = {words(one): is_turned(one) for one in body.iter(f"{W}p")}
    assert turned["الترجمة"]
    assert not turned["Source text"]


def test_the_file_is_set_in_the_fonts_of_its_language() -> None:
    """Those of the catalogue, for letters of every script."""
    with zipfile.ZipFile(io.BytesIO(table_of(job(MISSING), FONTS, {}))) as package:
        styles = etree.fromstring(package.read("word/styles.xml"))
    (fonts,) = styles.iterfind(f"{W}docDefaults//{W}rFonts")
    named = {fonts.get(f"{W}{name}") for name in ("ascii", "cs", "eastAsia")}
    assert named == set(FONTS.model_dump().values())


@settings(max_examples=40)
@given(WORDED, SOURCES)
def test_every_text_makes_a_file_and_the_same_one_again(source: str, former: str) -> None:
    """Whatever the texts hold."""
    one = job(unit("itu-t:a", source, former, state="outdated"), terms=[(source, source)])
    assert table_of(one, FONTS, {}) == table_of(one, FONTS, {})


@pytest.mark.parametrize("name", ["docProps/core.xml", "word/document.xml"])
def test_nobody_is_named_and_no_date(name: str) -> None:
    """As in every file of ours."""
    with zipfile.ZipFile(io.BytesIO(table_of(job(MISSING), FONTS, {}))) as package:
        part = package.read(name)
    assert b"creator" not in part
    assert b"created" not in part
