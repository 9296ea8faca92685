"""The loop of a contact in each language: a form, filled in on a keyboard of it, understood."""

import io
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import docx
import openpyxl
import pytest
from ruamel.yaml import YAML

from council_report.model.contribution import KIND_WORDS, STATUS_WORDS, Contribution, Entry
from council_report.model.form import FIELD_WORDS
from council_report.model.language import LANGUAGES, Language
from council_report.model.message import Message, Wording, listed
from council_report.settings import Workplace, find_workplace
from flows.forming import FormRequest, make_forms
from flows.gathering import gather
from flows.receiving import answer

EXPECTED = {"entry-withdrawn", "text-untranslated"}
"""What is told of every form in one language that leaves out entries of last time."""


class Typing(NamedTuple):
    """What a contact types in a language: a section's name, a text, and the signs of a list."""

    section: str
    text: str
    colon: str = ": "
    between: str = "; "


TYPED: dict[Language, Typing] = {
    "en": Typing("Standards", "ITU-T began a course (AI) on 3 May 2026."),
    "fr": Typing("Normes", "L'UIT-T a lancé un cours (IA) le 3 mai 2026.", " : "),
    "es": Typing("Normas", "El UIT-T inició un curso (IA) el 3 de mayo de 2026."),
    "ru": Typing("Стандарты", "МСЭ-Т начал курс (ИИ) 3 мая 2026 года."),
    "zh": Typing("标准", "ITU-T于2026年5月3日开设了“AI”课程。", "：", "；"),
    "ar": Typing("المعايير", "أطلق قطاع ITU-T دورة (AI) في 3 مايو 2026.", ": ", "؛ "),
}


@pytest.fixture
def place(workplace: Path) -> Workplace:
    """A workplace where each section of C26 has a name in every language."""
    path = workplace / "inputs/C26/session.yaml"
    yaml = YAML()
    session = yaml.load(path.read_text("utf-8"))
    for number, section in enumerate(session["documents"][0]["outline"], 1):
        names = {language: f"{one.section} {number}" for language, one in TYPED.items()}
        section["title" if "title" in section else "name"] = names
    with path.open("w", encoding="utf-8") as file:
        yaml.dump(session, file)
    (workplace / "inputs/C26/itu-t").mkdir(exist_ok=True)
    return find_workplace(workplace)


def words_of(place: Workplace, language: Language) -> Callable[[Message], str]:
    """Says a message in a language."""
    desk = gather(place, "C26").desk
    assert desk
    wording: Wording = desk.messages.get(language, {})
    return lambda message: message.said(wording)


def in_word(form: bytes, language: Language, said: Callable[[Message], str]) -> bytes:
    """The Word form with a bullet, and its details on a line below, under the first heading."""
    typed, document = TYPED[language], docx.Document(io.BytesIO(form))
    first = next(one for one in document.paragraphs if one.style.name == "Heading 1")
    after = document.paragraphs[[p._p for p in document.paragraphs].index(first._p) + 1]
    details = {
        "status": said(STATUS_WORDS["planned"]),
        "mandates": typed.between.join(("R1", "SG4")),
        "dates": typed.between.join(("2026-05-03", "2026-06")),
        "countries": "CH",
    }
    fields = (f"{said(FIELD_WORDS[key])}{typed.colon}{value}" for key, value in details.items())
    after.insert_paragraph_before(typed.text, "List Bullet")
    after.insert_paragraph_before(" · ".join(fields), "Entry Details")
    return saved(document)


def in_excel(form: bytes, language: Language, said: Callable[[Message], str]) -> bytes:
    """The Excel form with a new row."""
    typed, book = TYPED[language], openpyxl.load_workbook(io.BytesIO(form))
    sheet = book.worksheets[0]
    row = {
        "section": f"{typed.section} 2",
        "kind": said(KIND_WORDS["bullet"]),
        "text": typed.text,
        "status": said(STATUS_WORDS["planned"]),
        "mandates": typed.between.join(("R1", "SG4")),
        "dates": typed.between.join(("2026-05-03", "2026-06")),
        "countries": "CH",
    }
    header = [cell.value for cell in sheet[1]]
    number = sheet.max_row + 1
    for field, value in row.items():
        sheet.cell(number, header.index(said(FIELD_WORDS[field])) + 1).value = value
    return saved(book)


def saved(document: Any) -> bytes:
    """A document of python-docx or openpyxl as a file."""
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def received(place: Workplace, data: bytes, ending: str) -> tuple[Contribution, str]:
    """A filled form as it was understood, and the page that answers it."""
    (place.inputs / f"C26/itu-t/form.{ending}").write_bytes(data)
    gathered = gather(place, "C26")
    (contribution,) = gathered.contributions
    (one,) = answer(place, gathered).answers
    return contribution, one.receipt.read_text("utf-8")


def meant(contribution: Contribution, language: Language) -> Entry:
    """The entry that was typed."""
    (entry,) = (
        one for one in contribution.entries if one.text.get(language) == TYPED[language].text
    )
    return entry


@pytest.mark.parametrize(("ending", "fill"), [("docx", in_word), ("xlsx", in_excel)])
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_contact_types_into_a_form_is_understood(
    place: Workplace, language: Language, ending: Any, fill: Callable[..., bytes]
) -> None:
    """With the colons and semicolons of their keyboard; the answer is in the file's language."""
    request = FormRequest(session="C26", contributor="itu-t", language=language, format=ending)
    (form,) = make_forms(place, request).files
    data = fill(form.data, language, words_of(place, language))
    contribution, page = received(place, data, ending)
    told = {one.rule for one in contribution.findings if one.severity != "note"}
    assert told <= EXPECTED
    entry = meant(contribution, language)
    assert (entry.section, entry.kind, entry.status) == ("standards", "bullet", "planned")
    assert (entry.mandates, entry.countries) == (("R1", "SG4"), ("CH",))
    assert entry.dates == ("2026-05-03", "2026-06")
    assert contribution.language == language
    direction = "rtl" if language == "ar" else "ltr"
    assert f'<html lang="{language}" dir="{direction}">' in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_word_that_is_not_known_is_answered_with_those_of_the_language(
    place: Workplace, language: Language
) -> None:
    """The statuses are named as the form has them, and not in all six languages."""
    said = words_of(place, language)
    planned = said(STATUS_WORDS["planned"])
    request = FormRequest(session="C26", contributor="itu-t", language=language)
    (form,) = make_forms(place, request).files
    typed = in_word(form.data, language, lambda one: said(one).replace(planned, "qqq"))
    contribution, page = received(place, typed, "docx")
    (unknown,) = (one for one in contribution.findings if one.rule == "value-unknown")
    assert said(unknown.remedy).count(planned) == 1
    assert said(listed(STATUS_WORDS.values())) in re.sub("<[^>]*>", "", page)


def test_a_word_of_forms_means_one_thing_in_all_languages(place: Workplace) -> None:
    """Whoever writes into a form of another language is understood all the same."""
    desk = gather(place, "C26").desk
    assert desk
    for words in (FIELD_WORDS, STATUS_WORDS, KIND_WORDS):
        meanings = {
            (said(wording, word), key)
            for wording in ({}, *desk.messages.values())
            for key, word in words.items()
        }
        assert len(meanings) == len({word for word, _ in meanings})


def said(wording: Wording, word: Message) -> str:
    """A word as it is compared with others."""
    return word.said(wording).casefold()


@pytest.mark.parametrize("kind", ["docx", "xlsx"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_an_untouched_form_is_no_mistake(
    six_languages: Path, language: Language, kind: Any
) -> None:
    """What a statistic counts is shown in another language where it has no words in this one."""
    place = find_workplace(six_languages)
    request = FormRequest(
        session="C26", contributor="general-secretariat", language=language, format=kind
    )
    (form,) = make_forms(place, request).files
    folder = place.inputs / "C26" / "general-secretariat"
    folder.mkdir(exist_ok=True)
    (folder / form.name).write_bytes(form.data)
    found = gather(place, "C26").findings
    assert [
        one for one in found if one.location.file.endswith(kind) and one.severity == "error"
    ] == []
