"""An annotated Excel file is the contact's own, with a comment at the cell of each finding."""

import io
import zipfile
from collections.abc import Callable

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.worksheet.datavalidation import DataValidation

from council_report.model.finding import Finding
from council_report.model.message import Message
from council_report.pages.speech import Speech
from council_report.rendering.receipts.excel import annotate_excel

MakeFinding = Callable[..., Finding]

ENGLISH = Speech("en", {})


@pytest.fixture
def workbook() -> openpyxl.Workbook:
    """A workbook of two sheets."""
    workbook = openpyxl.Workbook()
    workbook.active.title = "Entrées"
    workbook.active["C4"] = "a text"
    workbook.create_sheet("R&D <2>")["A1"] = "another"
    return workbook


def saved(workbook: openpyxl.Workbook) -> bytes:
    """The bytes of an Excel file."""
    target = io.BytesIO()
    workbook.save(target)
    return target.getvalue()


def comments(data: bytes) -> dict[tuple[str, str], str]:
    """What the comments of an Excel file say, by sheet and cell."""
    return {
        (sheet.title, cell.coordinate): cell.comment.text
        for sheet in openpyxl.load_workbook(io.BytesIO(data)).worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.comment
    }


@pytest.mark.parametrize(
    ("place", "cell"),
    [
        ({"sheet": "Entrées", "cell": "C4"}, ("Entrées", "C4")),
        ({"sheet": "R&D <2>", "cell": "AB12"}, ("R&D <2>", "AB12")),
        ({"sheet": "R&D <2>"}, ("R&D <2>", "A1")),
        ({}, ("Entrées", "A1")),
        ({"sheet": "gone", "cell": "C4"}, ("Entrées", "C4")),
        ({"sheet": "Entrées", "cell": "no cell"}, ("Entrées", "A1")),
    ],
)
def test_a_comment_stands_at_the_cell_of_the_finding(
    workbook: openpyxl.Workbook,
    make_finding: MakeFinding,
    place: dict[str, str],
    cell: tuple[str, str],
) -> None:
    """Or else at the first of the sheet, or else of the file."""
    assert list(comments(annotate_excel(saved(workbook), [make_finding(**place)], ENGLISH))) == [
        cell
    ]


def test_a_comment_says_what_is_wrong_and_what_to_do(
    workbook: openpyxl.Workbook, make_finding: MakeFinding
) -> None:
    """In the language of the contact, every character to be seen, one after the other."""
    first = make_finding(Message("no {x}", x="<a>\u202e\x00"), Message("Mend it."))
    second = make_finding(severity="note")
    wording = {"Error": "Erreur", "no {x}": "pas de {x}"}
    (text,) = comments(
        annotate_excel(saved(workbook), [first, second], Speech("fr", wording))
    ).values()
    assert text == (
        "Erreur: pas de <a>⟦RLO⟧⟦U+0000⟧\nMend it.\n\n"
        "Note: no section is called Normes\nChoose one from the list."
    )


@pytest.mark.parametrize(
    ("speech", "direction"), [(ENGLISH, b"text-align:left"), (Speech("ar", {"a": "b"}), b"RTL")]
)
def test_a_balloon_begins_its_lines_where_the_language_does(
    workbook: openpyxl.Workbook, make_finding: MakeFinding, speech: Speech, direction: bytes
) -> None:
    """Whatever the direction of the sheet."""
    data = annotate_excel(saved(workbook), [make_finding()], speech)
    assert direction in parts(data)["xl/drawings/vmlDrawing1.vml"]


def test_what_is_told_of_a_merged_cell_stands_at_the_first_of_them(
    workbook: openpyxl.Workbook, make_finding: MakeFinding
) -> None:
    """The others are not shown, nor would their comments be."""
    workbook.active.merge_cells("B2:D5")
    findings = [make_finding(sheet="Entrées", cell=cell) for cell in ("C4", "B2", "E4")]
    told = comments(annotate_excel(saved(workbook), findings, ENGLISH))
    assert set(told) == {("Entrées", "B2"), ("Entrées", "E4")}
    assert told["Entrées", "B2"].count("no section") == 2


def test_comments_of_others_stay(workbook: openpyxl.Workbook, make_finding: MakeFinding) -> None:
    """At the same cell, ours comes below theirs."""
    sheet = workbook.active
    sheet["A1"].comment, sheet["B2"].comment = Comment("mine", "me"), Comment("too", "me")
    findings = [make_finding(sheet="Entrées", cell=cell) for cell in ("B2", "C3")]
    data = annotate_excel(saved(workbook), findings, ENGLISH)
    ours = "Error: no section is called Normes\nChoose one from the list."
    assert comments(data) == {
        ("Entrées", "A1"): "mine",
        ("Entrées", "B2"): f"too\n\ncouncil-report:\n{ours}",
        ("Entrées", "C3"): ours,
    }


def test_each_comment_has_one_balloon_in_the_drawing_of_its_sheet(
    workbook: openpyxl.Workbook, make_finding: MakeFinding
) -> None:
    """Excel shows no comment without one, and wants their numbers to differ."""
    workbook.active["A1"].comment = Comment("mine", "me")
    findings = [make_finding(sheet="Entrées", cell=cell) for cell in ("A1", "B2", "C3")]
    data = annotate_excel(saved(workbook), findings, ENGLISH)
    (drawing,) = (part for name, part in parts(data).items() if name.endswith(".vml"))
    assert drawing.count(b'ObjectType="Note"') == 3
    ids = [piece.split(b'"')[0] for piece in drawing.split(b'id="_x0000_s')[1:]]
    assert len(set(ids)) == 3


def parts(data: bytes) -> dict[str, bytes]:
    """The parts of an Excel file by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def test_everything_else_stays_as_it_was(
    workbook: openpyxl.Workbook, make_finding: MakeFinding
) -> None:
    """To the byte in every part that has nothing to do with comments."""
    sheet = workbook["R&D <2>"]
    sheet.add_data_validation(DataValidation(type="list", formula1='"a,b"', sqref="B1:B9"))
    sheet["C1"] = "=1+1"
    before = parts(saved(workbook))
    after = parts(annotate_excel(saved(workbook), [make_finding()], ENGLISH))
    changed = {name for name in before if before[name] != after[name]}
    assert changed <= {"[Content_Types].xml", "xl/worksheets/sheet1.xml", "docProps/core.xml"}
    assert set(after) - set(before) == {
        "xl/comments1.xml",
        "xl/drawings/vmlDrawing1.vml",
        "xl/worksheets/_rels/sheet1.xml.rels",
    }


def test_the_drawing_is_named_where_the_format_wants_it(
    workbook: openpyxl.Workbook, make_finding: MakeFinding
) -> None:
    """Before the tables of a sheet, and its extensions."""
    sheet = workbook.active
    sheet["A1"], sheet["A2"] = "head", "cell"
    sheet.add_table(openpyxl.worksheet.table.Table(displayName="T", ref="A1:A2"))
    xml = parts(annotate_excel(saved(workbook), [make_finding()], ENGLISH))[
        "xl/worksheets/sheet1.xml"
    ]
    assert 0 < xml.index(b"legacyDrawing") < xml.index(b"tableParts")


def test_the_same_file_has_the_same_copy(
    workbook: openpyxl.Workbook, make_finding: MakeFinding
) -> None:
    """The copy does not say when it was made."""
    data, findings = saved(workbook), [make_finding()]
    assert annotate_excel(data, findings, ENGLISH) == annotate_excel(data, findings, ENGLISH)


@pytest.mark.parametrize("name", ["1 x", "twice"])
def test_ids_of_elements_do_no_harm(
    workbook: openpyxl.Workbook, make_finding: MakeFinding, name: str
) -> None:
    """Some program wrote one twice, or one that is no name; the copy is made all the same."""
    odd = {
        part: data.replace(b"<row ", f'<row xml:id="{name}" '.encode())
        if "sheet1" in part
        else data
        for part, data in parts(saved(workbook)).items()
    }
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        for part, data in odd.items():
            package.writestr(part, data)
    copy = parts(annotate_excel(target.getvalue(), [make_finding()], ENGLISH))
    assert f'xml:id="{name}"'.encode() in copy["xl/worksheets/sheet1.xml"]
    assert any("comments" in part for part in copy)
