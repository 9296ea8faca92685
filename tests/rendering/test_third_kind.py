"""A third kind of document by data alone: a kind, labels, a template, an outline; no code."""

import io
import json
import shutil
from pathlib import Path

import docx
import docxtpl_lint
import pytest

from council_report.assembly.document import assemble
from council_report.checks.registry import check_contribution, check_desk, check_session
from council_report.intake.contributions import read_contribution
from council_report.intake.desk import read_desk
from council_report.intake.sources import collect
from council_report.model.document import Document
from council_report.model.language import Language
from council_report.rendering.word import render_word

ROOT = Path(__file__).parents[2]

KIND = """\
kind: statement
template: statement.docx
headings: numbered
box: [summary, rule, requested-decision]
author: author.statement
"""

LABELS = {
    "en": """\
  author.statement: {text: "Statement by the {official}", status: provisional}
  box.summary: {text: Summary, status: provisional}
  box.requested-decision: {text: Decision requested, status: provisional}
""",
    "fr": """\
  author.statement:
    text: "Déclaration du {official}"
    feminine: "Déclaration de la {official}"
    status: provisional
  box.summary: {text: Résumé, status: provisional}
  box.requested-decision: {text: Décision demandée, status: provisional}
""",
}

SESSION = """\
code: C30
year: 2030
place: {en: Geneva, fr: Genève}
opens: 2030-06-04
closes: 2030-06-14
officials:
  - key: director
    title: {en: Director, fr: Directrice}
    gender: feminine
contributors:
  - key: bureau
    name: {en: Bureau, fr: Bureau}
    contact: {role: Focal point of the Bureau, email: bureau@example.org}
documents:
  - kind: statement
    title: {en: Statement on AI, fr: Déclaration sur l'IA}
    series: INF
    number: 7
    author: director
    original_language: en
    languages: [en, fr]
    box_from: bureau
    outline:
      - key: facts
        title: {en: Facts, fr: Faits}
        contributors: [bureau]
      - key: wishes
        title: {en: Wishes, fr: Souhaits}
        contributors: [bureau]
        numbering: "1)"
"""

ENTRIES = """\
statistics:
  - {key: groups, value: 12000, unit: {en: groups, fr: groupes}, source: survey}
entries:
  - id: the-summary
    section: summary
    text: {en: In short., fr: En bref.}
  - id: the-decision
    section: requested-decision
    text: {en: Take note., fr: Prendre note.}
  - id: a-fact
    section: facts
    kind: bullet
    text: {en: "[[groups]] groups, see C30/INF/6.", fr: "[[groups]] groupes, voir C30/INF/6."}
  - id: a-wish
    section: wishes
    kind: numbered
    text: {en: More groups., fr: Plus de groupes.}
  - id: a-table
    section: wishes
    kind: table
    text: {en: The groups., fr: Les groupes.}
    table:
      en: [[Group, Number], [SG13, "12"]]
      fr: [[Groupe, Nombre], [CE 13, "12"]]
"""


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workplace with a third kind of document, and a session that produces one."""
    place = tmp_path_factory.mktemp("place")
    shutil.copytree(ROOT / "templates", place / "templates")
    (place / "templates" / "kinds" / "statement.yaml").write_text(KIND, encoding="utf-8")
    for language, labels in LABELS.items():
        catalogue = place / "templates" / "labels" / f"{language}.yaml"
        text = catalogue.read_text("utf-8")
        catalogue.write_text(text.replace("\nnames:\n", f"\n{labels}names:\n"), "utf-8")
    write_template(place / "templates")
    bureau = place / "inputs" / "C30" / "bureau"
    bureau.mkdir(parents=True)
    (bureau.parent / "session.yaml").write_text(SESSION, encoding="utf-8")
    (bureau / "entries.yaml").write_text(ENTRIES, encoding="utf-8")
    return place


def write_template(templates: Path) -> None:
    """Copy the template of reports and give it numbered headings, as somebody would in Word."""
    word = docx.Document(str(templates / "report.docx"))
    heading = next(p for p in word.paragraphs if p.style.name == "Heading 1")
    heading.text = "{{ block.marker }}\t{{r block.text }}"
    word.save(str(templates / "statement.docx"))


def build(place: Path, language: Language) -> tuple[Document, bytes]:
    """The statement in a language: read, checked, assembled and rendered."""
    desk, problems = read_desk(place / "inputs", place / "templates", "C30")
    assert desk is not None, problems
    assert check_desk(desk) == ()
    received = collect(place / "inputs", "C30", ("bureau",))
    sent = [check_contribution(desk, read_contribution(source)) for source in received.files]
    judged, problems = check_session(desk, sent)
    assert [*received.findings, *problems, *(f for one in judged for f in one.findings)] == []
    document = assemble(desk, desk.session.documents[0], judged, language)
    template = desk.kinds["statement"].template
    return document, render_word(document, desk.templates[template], template, desk.emblem)


def test_a_statement_is_printed_in_english(place: Path) -> None:
    """Its own box, numbered headings, points, table, author line and symbol are all there."""
    document, data = build(place, "en")
    assert document.file_name("MSW") == "S30-CL-INF-0007!!MSW-E.docx"
    word = docx.Document(io.BytesIO(data))
    body = [paragraph.text for paragraph in word.paragraphs if paragraph.text]
    assert body[:-1] == [
        "Statement by the Director",
        "STATEMENT ON AI",
        "1\tFacts",
        "\N{EN DASH}\t12\u00a0000 groups, see C30/INF/6.",
        "2\tWishes",
        "1)\tMore groups.",
        "The groups.",
    ]
    header, box, table = word.tables
    assert "Document C30/INF/7-E" in header.rows[1].cells[1].text
    rows = [row.cells[0].text for row in box.rows]
    assert rows == ["Summary\nIn short.", "_" * 18, "Decision requested\nTake note."]
    assert [[cell.text for cell in row.cells] for row in table.rows][1] == ["SG13", "12"]


def test_a_statement_is_printed_in_french(place: Path) -> None:
    """The other language needs nothing but its labels."""
    document, data = build(place, "fr")
    assert document.file_name("MSW") == "S30-CL-INF-0007!!MSW-F.docx"
    word = docx.Document(io.BytesIO(data))
    body = [paragraph.text for paragraph in word.paragraphs if paragraph.text]
    assert body[:3] == ["Déclaration de la Directrice", "DÉCLARATION SUR L'IA", "1\tFaits"]
    assert word.tables[1].rows[0].cells[0].text == "Résumé\nEn bref."
    assert {"author.statement", "box.summary"} <= set(document.provisional)


def test_the_template_of_a_statement_passes_the_lint(place: Path) -> None:
    """make lint has nothing to say against the new template."""
    schema = json.loads((ROOT / "schemas" / "template.json").read_text(encoding="utf-8"))
    template = place / "templates" / "statement.docx"
    assert docxtpl_lint.lint(template, schema=schema, autoescape=True).issues == []
