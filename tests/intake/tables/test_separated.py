"""What is read in a .csv file, and what is told of it."""

import pytest

from tests.intake.tables.workbooks import read, told

ROW = ("Studies", "Words, and; more")


@pytest.mark.parametrize("sign", [",", ";", "\t"])
@pytest.mark.parametrize("beginning", ["", "\ufeff", "sep={sign}\r\n"])
def test_the_separator_is_found(sign: str, beginning: str) -> None:
    """By the names of our columns, or by what Excel writes above them."""
    lines = [sign.join(("section", "text")), sign.join(f'"{words}"' for words in ROW)]
    text = beginning.format(sign=sign) + "\r\n".join(lines)
    contribution = read(text.encode(), "csv")
    assert contribution.entries[0].text == {"en": "Words, and; more"}
    assert contribution.findings == ()


def test_a_place_is_a_line_and_a_cell() -> None:
    """Line breaks within cells count for the line, and not for the cell."""
    text = 'section,text\nStudies,"one\ntwo"\nStdies,three\n'
    location = told(read(text.encode(), "csv"))["heading-unknown"][0].location
    assert (location.line, location.cell, location.sheet) == (4, "A3", None)


def test_what_looks_like_a_formula_is_text() -> None:
    """Nothing is reckoned, and nothing cut off."""
    contribution = read(b"section,text\nStudies,=1+1\nStudies,@x\nStudies,-5\n", "csv")
    assert [entry.text["en"] for entry in contribution.entries] == ["=1+1", "@x", "-5"]


def test_an_error_that_excel_wrote_is_told() -> None:
    """It stands for a value that is not there."""
    assert told(read(b"section,text\nStudies,#REF!\n", "csv"))["cell-error"]


def test_another_encoding_is_named() -> None:
    """Excel's plain CSV is Windows-1252; the remedy says how to save the right thing."""
    findings = told(read("section,text\nÉtudes,né".encode("cp1252"), "csv"))
    assert "Windows-1252" in findings["file-encoding"][0].message
    assert "CSV UTF-8" in findings["file-encoding"][0].remedy
    for other in (b"\xff\xfe\x81", "section,texte\nÉtudes,né".encode("utf-16")):
        assert "Windows" not in told(read(other, "csv"))["file-encoding"][0].message


def test_quotation_marks_that_do_not_match_are_told() -> None:
    """The row is named by its first line; the rows before it are read."""
    contribution = read(b'section,text\nStudies,x\nStudies,"open\nand on', "csv")
    assert len(contribution.entries) == 1
    assert told(contribution)["file-syntax"][0].location.line == 3


def test_a_table_without_our_columns_is_quoted() -> None:
    """Nothing is guessed."""
    assert "a | b | c" in told(read(b"a,b\nc", "csv"))["sheet-unread"][0].message
