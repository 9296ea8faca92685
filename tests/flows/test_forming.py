"""A form filled in as a contact would, put into the contact's folder, and read."""

import io
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

from council_report.archive.amendments import add_amendments
from council_report.model.amendment import Amendment, text_digest
from council_report.model.contribution import Contribution
from council_report.settings import Workplace, find_workplace
from flows.forming import FormRequest, make_forms
from flows.gathering import gather

NEW = "Nouveau texte de 2026."
CHANGED = "Le Sommet s'est tenu à Séoul en 2025."


@pytest.fixture
def place(workplace: Path) -> Workplace:
    """A workplace with the session that forms are made for."""
    return find_workplace(workplace)


def form_of(place: Workplace, form_format: str) -> bytes:
    """The French form of ITU-T."""
    request = FormRequest.model_validate(
        {"session": "C26", "contributor": "itu-t", "language": "fr", "format": form_format}
    )
    (file,) = make_forms(place, request).files
    return file.data


def received(place: Workplace, name: str, data: bytes) -> Contribution:
    """The contribution that a file in ITU-T's folder gives."""
    folder = place.inputs / "C26/itu-t"
    folder.mkdir()
    (folder / name).write_bytes(data)
    (contribution,) = gather(place, "C26").contributions
    return contribution


def filled_in_word(data: bytes) -> bytes:
    """The Word form with a text changed, a bullet added after it, and an entry taken out."""
    document = Document(io.BytesIO(data))
    paragraphs = {p.text[:30]: p for p in document.paragraphs}
    changed = paragraphs["Pour répondre à la demande d'u"]
    changed.runs[0].text = CHANGED
    added = document.add_paragraph(NEW, style="List Bullet")
    changed._p.getnext().addnext(added._p)  # below the details of the changed one
    for start in ("L'orientation que prend l'IA e", "Unité: ITU-T · Statut: prévu ·"):
        paragraph = paragraphs[start]
        paragraph._p.getparent().remove(paragraph._p)
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()


def filled_in_excel(data: bytes) -> bytes:
    """The same in Excel: the row taken out is emptied but for its id, the new one is the last."""
    book = load_workbook(io.BytesIO(data))
    sheet = book.worksheets[0]
    rows = {row[0].value: row for row in sheet.iter_rows(min_row=2)}
    rows["international-ai-standards-summit"][3].value = CHANGED
    for cell in rows["international-ai-standards-exchange"][1:]:
        cell.value = None
    section = rows["international-ai-standards-summit"][1].value
    for column, value in {2: section, 3: "puce", 4: NEW}.items():
        sheet.cell(sheet.max_row + (column == 2), column, value)
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


@pytest.mark.parametrize("form_format", ["docx", "xlsx"])
def test_a_filled_form_keeps_the_ids_of_entries_and_shows_what_is_new(
    place: Workplace, form_format: str
) -> None:
    """One text changed, one added, one taken out, the others left as they were."""
    fill = filled_in_word if form_format == "docx" else filled_in_excel
    contribution = received(place, f"a.{form_format}", fill(form_of(place, form_format)))
    assert [one for one in contribution.findings if one.severity == "error"] == []
    entries = {one.id: one for one in contribution.entries}
    earlier = {
        entry.id
        for one in gather(place, "C25").contributions
        if one.contributor == "itu-t"
        for entry in one.entries
    }
    assert earlier - set(entries) == {"international-ai-standards-exchange"}
    assert entries["international-ai-standards-summit"].text == {"fr": CHANGED}
    (new,) = set(entries) - earlier
    assert (entries[new].text, entries[new].kind) == ({"fr": NEW}, "bullet")
    assert entries[new].section == "standards"


@pytest.mark.parametrize("form_format", ["docx", "xlsx"])
def test_an_untouched_form_gives_what_was_sent_before(place: Workplace, form_format: str) -> None:
    """Nothing is wrong with it; each entry is noted as unchanged, and keeps its translation."""
    contribution = received(place, f"a.{form_format}", form_of(place, form_format))
    rules = Counter(finding.rule for finding in contribution.findings)
    assert rules == {"entry-unchanged": 15}
    assert not contribution.set_aside


def test_a_form_begins_with_what_was_printed(place: Workplace) -> None:
    """Accepted edits of the session before are in the form, and sent back it is unchanged."""
    sent = next(
        entry
        for one in gather(place, "C25").contributions
        for entry in one.entries
        if entry.id == "international-ai-standards-summit"
    )
    amended = Amendment(
        contributor="itu-t",
        entry=sent.id,
        language="fr",
        old=text_digest(sent.text["fr"]),
        new=CHANGED,
        by="A. Reviewer",
        on=date(2025, 6, 1),
    )
    add_amendments(place.inputs / "C25", [amended])
    form = form_of(place, "docx")
    assert CHANGED in [one.text for one in Document(io.BytesIO(form)).paragraphs]
    contribution = received(place, "a.docx", form)
    assert Counter(one.rule for one in contribution.findings) == {"entry-unchanged": 15}
    files = {one.name for one in gather(place, "C26").files}
    assert "inputs/C25/amendments.yaml" in files
