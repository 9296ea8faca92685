"""The Excel form: one row per entry, drop-down lists, sheets of statistics and help."""

import io
import re
import zipfile
from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from python_calamine import CalamineWorkbook

from council_report.errors import UsageError
from council_report.model.form import Form
from council_report.rendering.forms.excel import render_excel_form
from council_report.rendering.forms.sheets import put, put_number
from tests.rendering.forms.samples import a_statistic, an_entry

MakeForm = Callable[..., Form]

CELLS = st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n"), min_size=1)


def opened(form: Form) -> Workbook:
    """The Excel file of a form as openpyxl reads it."""
    return load_workbook(io.BytesIO(render_excel_form(form)))


def rows(sheet: Worksheet) -> list[list[object]]:
    """The values of a sheet, row by row."""
    return [list(row) for row in sheet.iter_rows(values_only=True)]


def test_the_sheets_come_in_the_order_of_their_use(make_form: MakeForm) -> None:
    """The entries first; the rows of a table on a sheet of their own, which the entry names."""
    table = an_entry("t", "Titre", kind="table", table={"fr": [["Pays"], ["Corée"]]})
    book = opened(make_form(table))
    assert book.sheetnames == [
        "Textes",
        "Statistiques",
        "Mode d'emploi",
        "Listes",
        "Tableau 1",
    ]
    assert rows(book["Tableau 1"]) == [["Pays"], ["Corée"]]
    assert book["Textes"]["L2"].value == "Tableau 1"


def test_each_entry_is_a_row_in_the_words_of_the_language(make_form: MakeForm) -> None:
    """The text is its source to the letter, lists have semicolons, statuses are words."""
    entry = an_entry(
        "summit",
        "Un *texte* [[k]].",
        kind="bullet",
        unit="SG 13",
        status="planned",
        dates=["2024", "2025-12-02/2025-12-03"],
        mandates=["R1", "SG4"],
        countries=["KR"],
        partners=["ISO", "A; B"],
        references=["C25/43"],
    )
    header, row = rows(opened(make_form(entry))["Textes"])[:2]
    assert header[:5] == ["Identifiant", "Section", "Type", "Texte", "Unité"]
    assert row == [
        "summit",
        "Normes sur l'IA",
        "puce",
        "Un *texte* [[k]].",
        "SG 13",
        "prévu",
        "2024; 2025-12-02/2025-12-03",
        "R1; SG4",
        "KR",
        r"ISO; A\; B",
        "C25/43",
        None,
    ]


def test_only_ids_and_the_header_are_locked(make_form: MakeForm) -> None:
    """No password is needed to unlock them; empty rows can be filled in, except their id."""
    sheet = opened(make_form(an_entry("a")))["Textes"]
    assert sheet.protection.sheet
    assert sheet.protection.password is None
    assert not sheet.protection.insertRows
    assert [cell.protection.locked for cell in sheet[1]] == [True] * 12
    assert [cell.protection.locked for cell in sheet[2]] == [True] + [False] * 11
    assert [sheet.column_dimensions[c].protection.locked for c in "ABL"] == [True, False, False]


def test_header_stays_in_sight_and_is_printed_on_each_page(make_form: MakeForm) -> None:
    """Rows scroll under the header, columns beside the ids; pages are as wide as the sheet."""
    sheet = opened(make_form())["Textes"]
    assert sheet.freeze_panes == "B2"
    assert sheet.print_title_rows == "$1:$1"
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == ("landscape", 0)


def test_lists_are_offered_for_section_kind_status_mandates_and_countries(
    make_form: MakeForm,
) -> None:
    """They stand on the sheet of lists; where several may be chosen, more may be typed."""
    book = opened(make_form(headings={"a": "Premier", "b": "Second"}))
    offered = {
        str(one.sqref): (one.formula1, one.showErrorMessage)
        for one in book["Textes"].data_validations.dataValidation
        if one.type == "list"
    }
    assert offered == {
        "B2:B1000": ("'Listes'!$A$2:$A$3", True),
        "C2:C1000": ("'Listes'!$B$2:$B$6", True),
        "F2:F1000": ("'Listes'!$C$2:$C$4", True),
        "H2:H1000": ("'Listes'!$D$2:$D$3", False),
        "I2:I1000": ("'Listes'!$E$2:$E$3", False),
    }
    assert rows(book["Listes"])[:3] == [
        ["Rien à remplir.", None, None, None, None],
        ["Premier", "paragraphe", "terminé", "R1", "CH"],
        ["Second", "puce", "en cours", "SG4", "KR"],
    ]


def test_dates_are_shown_as_the_form_asks_and_bare_years_refused(make_form: MakeForm) -> None:
    """Excel would show the number 2024 as a day of 1905."""
    sheet = opened(make_form(an_entry("a", dates=["2025-12-02"])))["Textes"]
    assert sheet["G2"].number_format == sheet.column_dimensions["G"].number_format == "yyyy-mm-dd"
    (guard,) = [v for v in sheet.data_validations.dataValidation if v.type == "custom"]
    assert (guard.formula1, guard.prompt) == ("OR(ISTEXT(G2),G2>=32874)", "2026-03-31")


def test_texts_are_wrapped_and_rows_as_high_as_they_need(make_form: MakeForm) -> None:
    """The height is no fixed one: Excel fits it anew when the text changes."""
    data = render_excel_form(make_form(an_entry("a", "mot " * 100), an_entry("b")))
    sheet = load_workbook(io.BytesIO(data))["Textes"]
    assert all(cell.alignment.wrap_text for cell in sheet[2])
    assert sheet.row_dimensions[2].height > 3 * sheet.row_dimensions[3].height
    xml = zipfile.ZipFile(io.BytesIO(data)).read("xl/worksheets/sheet1.xml")
    assert b"customHeight" not in xml


def test_instructions_hold_every_line_that_is_for_excel(make_form: MakeForm) -> None:
    """Title, facts, instructions, what numbers and mandates are; not the guidance of Word."""
    lines = [row[0] for row in rows(opened(make_form())["Mode d'emploi"])]
    assert lines == [
        "Formulaire de contribution: UIT-T",
        "À envoyer au plus tard le: 27 février 2026",
        "Chaque ligne est un texte.",
        "Un chiffre est donné une seule fois.",
        "R1: Études.",
    ]


def test_statistics_are_numbers_where_excel_can_hold_them(make_form: MakeForm) -> None:
    """A number that would lose a digit is written as text."""
    statistics = [a_statistic("k", "10000", as_of="2025"), a_statistic("l", "2.50")]
    sheet = opened(make_form(statistics=statistics))["Statistiques"]
    assert rows(sheet) == [
        ["Clé", "Valeur", "Unité", "À la date de", "Source"],
        ["k", 10000, "normes", "2025", "rapport"],
        ["l", "2.50", "normes", None, "rapport"],
    ]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "'x", "=cmd|' /c calc'!A1"])
def test_a_text_that_looks_like_a_formula_stays_a_text(make_form: MakeForm, text: str) -> None:
    """It is stored as text, and stays so when somebody edits the cell."""
    cell = opened(make_form(an_entry("a", text)))["Textes"]["D2"]
    assert (cell.value, cell.data_type) == (text, "s")
    assert cell.quotePrefix


@given(CELLS)
def test_any_text_in_a_cell_is_what_excel_shows(text: str) -> None:
    """An independent reader, which decodes what Excel escapes, finds the same letters."""
    book = Workbook()
    put(book.worksheets[0], 1, 1, text)
    saved = io.BytesIO()
    book.save(saved)
    saved.seek(0)
    (row,) = CalamineWorkbook.from_filelike(saved).get_sheet_by_index(0).to_python()
    assert row == [text]


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**20)))
def test_any_number_in_a_cell_keeps_its_digits(value: Decimal) -> None:
    """Whether it is stored as a number or as text, each digit is there."""
    book = Workbook()
    sheet = book.worksheets[0]
    put_number(sheet, 1, 1, value)
    assert str(sheet["A1"].value) in {f"{value:f}", str(int(value))}
    assert Decimal(str(sheet["A1"].value)) == value


def test_a_text_too_long_for_a_cell_is_refused_with_a_way_out(make_form: MakeForm) -> None:
    """Excel would cut it without a word; the Word form can hold it."""
    assert render_excel_form(make_form(an_entry("a", "x" * 32_767)))
    with pytest.raises(UsageError, match="more characters than Excel can hold") as caught:
        render_excel_form(make_form(an_entry("a", "x" * 32_768)))
    assert "--format docx" in caught.value.hint


def test_the_same_form_gives_the_same_bytes_without_a_date(make_form: MakeForm) -> None:
    """Nothing in the file says when it was made or with what name."""
    data = render_excel_form(make_form(an_entry("a")))
    assert data == render_excel_form(make_form(an_entry("a")))
    core = zipfile.ZipFile(io.BytesIO(data)).read("docProps/core.xml").decode()
    assert not re.search(r"creator|created|modified", core)
    assert "Formulaire de contribution: UIT-T" in core
