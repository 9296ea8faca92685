"""The loop of a contact: a form with last session's text, edited, dropped, answered, and used."""

import datetime
import io
from collections.abc import Callable
from pathlib import Path

import docx
import openpyxl
import pytest

from council_report.assembly.document import assemble
from council_report.model.contribution import Contribution
from council_report.model.document import Block
from council_report.model.language import Language
from council_report.settings import Workplace, find_workplace
from flows.building import build
from flows.forming import FormRequest, make_forms
from flows.gathering import gather
from flows.ordering import BuildRequest
from flows.receiving import answer

ENGLISH = "contact: {role: ITU-T focal point, email: itu-t@example.org}"
FRENCH = "contact: {role: ITU-T focal point, email: itu-t@example.org, language: fr}"

CHANGED = "international-ai-standards-summit"
REMOVED = "international-ai-standards-exchange"
LEFT = "standards-for-many-fields"
CITY = "Séoul"
NEW = "L'UIT-T a lancé un nouveau programme de formation."


@pytest.fixture
def place(workplace: Path) -> Workplace:
    """A workplace whose contact at ITU-T reads French."""
    path = workplace / "inputs/C26/session.yaml"
    text = path.read_text("utf-8")
    assert ENGLISH in text
    path.write_text(text.replace(ENGLISH, FRENCH), "utf-8")
    (workplace / "inputs/C26/itu-t").mkdir(exist_ok=True)
    return find_workplace(workplace)


def in_word(form: bytes) -> bytes:
    """The Word form as a contact leaves it: a text changed, one removed, one added."""
    document = docx.Document(io.BytesIO(form))
    paragraphs = document.paragraphs
    (changed,) = (one for one in paragraphs if f"aura pour cadre {CITY}" in one.text)
    for run in changed.runs:
        run.text = run.text.replace(CITY, "Busan")
    number = next(i for i, one in enumerate(paragraphs) if one.text.startswith("L'orientation"))
    assert paragraphs[number + 1].style.name == "Entry Details"
    first = next(i for i, one in enumerate(paragraphs) if one.text.startswith("L'UIT a rédigé"))
    paragraphs[first].insert_paragraph_before(NEW, "Normal")
    for paragraph in paragraphs[number : number + 2]:
        paragraph._element.getparent().remove(paragraph._element)
    return saved(document)


def in_excel(form: bytes) -> bytes:
    """The Excel form as a contact leaves it: a cell changed, a row removed, a row added."""
    workbook = openpyxl.load_workbook(io.BytesIO(form))
    sheet = workbook.worksheets[0]
    header = [cell.value.casefold() for cell in sheet[1]]
    text, section = header.index("texte") + 1, header.index("section") + 1
    rows = {sheet.cell(row, 1).value: row for row in range(2, sheet.max_row + 1)}
    changed = sheet.cell(rows[CHANGED], text)
    changed.value = changed.value.replace(CITY, "Busan")
    sheet.cell(sheet.max_row + 1, text).value = NEW
    sheet.cell(sheet.max_row, section).value = sheet.cell(rows[LEFT], section).value
    sheet.delete_rows(rows[REMOVED])
    return saved(workbook)


def saved(document: object) -> bytes:
    """A document of python-docx or openpyxl as a file."""
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def received(place: Workplace, data: bytes, form: str) -> tuple[Contribution, str]:
    """A filled form as it was understood, and the page that answers it."""
    (place.inputs / f"C26/itu-t/UIT-T.{form}").write_bytes(data)
    gathered = gather(place, "C26")
    (contribution,) = gathered.contributions
    (one,) = answer(place, gathered).answers
    return contribution, one.receipt.read_text("utf-8")


def a_form(place: Workplace, form: str, language: Language = "fr") -> bytes:
    """The form of ITU-T."""
    request = FormRequest(session="C26", contributor="itu-t", language=language, format=form)
    return make_forms(place, request).files[0].data


def printed(place: Workplace, language: Language) -> list[Block]:
    """The blocks of the report in a language that print an entry of ITU-T."""
    gathered = gather(place, "C26")
    assert gathered.desk
    plan = gathered.desk.session.documents[0]
    document = assemble(gathered.desk, plan, gathered.contributions, language)
    return [
        block for block in document.all_blocks() if block.contributor == "itu-t" and block.entry
    ]


def found(contribution: Contribution, rule: str) -> list[str]:
    """The messages of a rule about a file."""
    return [one.message for one in contribution.findings if one.rule == rule]


@pytest.mark.parametrize("form", ["docx", "xlsx"])
def test_an_untouched_form_says_what_was_said_before(place: Workplace, form: str) -> None:
    """Every entry of C25 comes back to the letter, under its id, and is noted as unchanged."""
    contribution, page = received(place, a_form(place, form), form)
    before = [one for one in gather(place, "C25").contributions if one.contributor == "itu-t"]
    entries = {entry.id: entry for one in before for entry in one.entries}
    assert {entry.id for entry in contribution.entries} == set(entries)
    assert found(contribution, "entry-unchanged") == ["unchanged since C25"] * len(entries)
    assert not contribution.set_aside
    assert '<html lang="fr"' in page


@pytest.mark.parametrize(("form", "edit"), [("docx", in_word), ("xlsx", in_excel)])
def test_an_edited_form_is_understood_as_it_was_meant(
    place: Workplace, form: str, edit: Callable[[bytes], bytes]
) -> None:
    """The changed entry keeps its id, the removed one is named, the new one is new."""
    contribution, page = received(place, edit(a_form(place, form)), form)
    assert not contribution.set_aside, contribution.findings
    entries = {entry.id: entry for entry in contribution.entries}
    assert "Busan" in entries[CHANGED].text["fr"]
    assert entries[CHANGED].countries == ("KR",)
    assert LEFT in entries
    assert REMOVED not in entries
    (new,) = (entry for entry in contribution.entries if entry.text["fr"] == NEW)
    assert new.section == "standards"
    unchanged = found(contribution, "entry-unchanged")
    assert len(unchanged) == len(entries) - 2
    (withdrawn,) = found(contribution, "entry-withdrawn")
    assert REMOVED in withdrawn
    for words in ("nouveau programme de formation", REMOVED, 'class="changed"', 'class="new"'):
        assert words in page


def test_a_report_is_built_of_a_form(place: Workplace) -> None:
    """What a contact wrote into the form is in the French report, and what was removed is not."""
    received(place, in_word(a_form(place, "docx")), "docx")
    outcome = build(
        BuildRequest(session="C26", languages=("fr",), pdf="none"),
        datetime.datetime(2026, 3, 1, tzinfo=datetime.UTC),
    )
    assert outcome.draft
    (word,) = Path(outcome.draft.folder).glob("*MSW-?.docx")
    text = "\n".join(paragraph.text for paragraph in docx.Document(str(word)).paragraphs)
    assert NEW in text
    assert "aura pour cadre Busan" in text
    assert "L'orientation que prend l'IA" not in text


def test_a_text_that_did_not_change_keeps_its_translation(place: Workplace) -> None:
    """The English report has the English of the session before, and says where it stands."""
    folder = place.inputs / "C26/itu-t"
    (folder / "a.docx").write_bytes(in_word(a_form(place, "docx")))
    blocks = {block.entry: block for block in printed(place, "en")}
    assert "universal connectivity" in blocks[LEFT].line
    assert blocks[LEFT].source and blocks[LEFT].source.file == "inputs/C25/itu-t/standards.yaml"
    assert blocks[CHANGED].line.startswith("[translation missing: ")


def test_the_same_form_in_two_languages_is_one_contribution(place: Workplace) -> None:
    """Each document takes an entry from the file that has its language; neither is contested."""
    folder = place.inputs / "C26/itu-t"
    (folder / "a.docx").write_bytes(in_word(a_form(place, "docx")))
    (folder / "b.docx").write_bytes(a_form(place, "docx", "en"))
    gathered = gather(place, "C26")
    assert [one.file for one in gathered.contributions if one.set_aside] == []
    for language, file in (("fr", "a.docx"), ("en", "b.docx")):
        blocks = [block for block in printed(place, language) if block.entry == CHANGED]
        (block,) = blocks
        assert block.source and block.source.file == f"inputs/C26/itu-t/{file}"
        assert not block.line.startswith("[")
