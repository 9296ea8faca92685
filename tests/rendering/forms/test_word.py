"""The Word form: headings, entries with their ids, details, statistics."""

import io
import zipfile
from collections.abc import Callable
from typing import Any

from docx import Document
from docx.oxml.ns import qn

from council_report.model.form import Form
from council_report.model.guide import MARK, line_mark, mark_of
from council_report.rendering.forms.word import render_word_form
from tests.rendering.forms.samples import a_statistic, an_entry

MakeForm = Callable[..., Form]


def opened(form: Form) -> Any:
    """The Word file of a form as python-docx reads it."""
    return Document(io.BytesIO(render_word_form(form)))


def lines(document: Any, style: str) -> list[str]:
    """The paragraphs of a style."""
    return [p.text for p in document.paragraphs if p.style.name == style]


def test_title_facts_and_guidance_come_first(make_form: MakeForm) -> None:
    """They are the furniture of the form, in styles of their own."""
    document = opened(make_form())
    assert [(p.style.name, p.text) for p in document.paragraphs[:3]] == [
        ("Title", "Formulaire de contribution: UIT-T"),
        ("Form Guidance", "À envoyer au plus tard le: 27 février 2026"),
        ("Form Guidance", "Modifiez ce qui a changé."),
    ]


def test_every_line_of_the_file_is_an_entry_or_known(make_form: MakeForm) -> None:
    """What a reader has to pass over is what the form says its lines are, or a word of it."""
    form = make_form(an_entry("a", "Un texte.", unit="SG 13"))
    known = {*form.lines(), "Normes sur l'IA", "Statistiques", "Un texte.", "Unité: SG 13"}
    assert {p.text for p in opened(form).paragraphs} <= known


def test_each_section_has_a_heading_and_a_line_to_begin_on(make_form: MakeForm) -> None:
    """An empty section has an empty paragraph in the common style."""
    document = opened(make_form(headings={"a": "Premier", "b": "Second"}))
    assert lines(document, "Heading 1") == ["Premier", "Second", "Statistiques"]
    assert lines(document, "Normal") == ["", ""]


def test_the_style_tells_the_kind_of_an_entry(make_form: MakeForm) -> None:
    """Lists are real lists of Word, sub-bullets on their second level."""
    kinds = {
        "paragraph": "Normal",
        "bullet": "List Bullet",
        "sub-bullet": "List Bullet 2",
        "numbered": "List Number",
    }
    document = opened(make_form(*(an_entry(kind, kind, kind=kind) for kind in kinds)))
    for kind, style in kinds.items():
        assert lines(document, style) == [kind]
    levels = {name: document.styles[name].element.pPr.numPr for name in list(kinds.values())[1:]}
    assert [(one.numId.val, one.ilvl.val) for one in levels.values()] == [(1, 0), (1, 1), (2, 0)]


def test_numbers_begin_anew_in_each_section(make_form: MakeForm) -> None:
    """Each section counts its own points."""
    entries = [an_entry(key, key, kind="numbered", section=key) for key in ("a", "b")]
    document = opened(make_form(*entries, headings={"a": "A", "b": "B"}))
    numbers = [p._p.pPr.numPr.numId.val for p in document.paragraphs if p._p.pPr.numPr is not None]
    assert len(set(numbers)) == 2


def test_a_bookmark_around_its_text_carries_the_id_of_an_entry(make_form: MakeForm) -> None:
    """Each bookmark has a number of its own and ends in its paragraph."""
    ids = ["summit", "a-very-long-id-" * 4 + "end"]
    body = opened(make_form(*(an_entry(key) for key in ids))).element.body
    starts, ends = list(body.iter(qn("w:bookmarkStart"))), list(body.iter(qn("w:bookmarkEnd")))
    names = [one.get(qn("w:name")) for one in starts]
    assert [name for name in names if name.startswith(MARK)] == [mark_of(key) for key in ids]
    numbers = [one.get(qn("w:id")) for one in starts]
    assert numbers == [one.get(qn("w:id")) for one in ends]
    assert len(set(numbers)) == len(numbers)
    assert [one.getparent() for one in starts] == [one.getparent() for one in ends]


def test_a_bookmark_vouches_for_each_line_of_ours(make_form: MakeForm) -> None:
    """A form may come back after its deadline or a wording has been changed."""
    form = make_form()
    body = opened(form).element.body
    names = {one.get(qn("w:name")) for one in body.iter(qn("w:bookmarkStart"))}
    lines = (
        form.title,
        *form.facts,
        *form.guidance,
        form.statistics_guidance,
        *form.mandate_lines,
    )
    assert names == {line_mark(line) for line in lines}


def test_details_stand_under_their_entry_and_stay_with_it(make_form: MakeForm) -> None:
    """No page ends between the two; an entry without details has no line."""
    document = opened(make_form(an_entry("a", unit="SG 13"), an_entry("b", "Sans.")))
    assert lines(document, "Entry Details") == ["Unité: SG 13"]
    first, second = (p for p in document.paragraphs if p.style.name == "Normal")
    assert first.paragraph_format.keep_with_next is True
    assert second.paragraph_format.keep_with_next is None


def test_the_look_of_a_text_is_the_look_of_word(make_form: MakeForm) -> None:
    """Emphasis, strong words, superscript, links; a statistic by its key."""
    text = "*a* **b** 10^3^ [c](https://www.itu.int) [[k]] <&>"
    document = opened(make_form(an_entry("a", text)))
    (paragraph,) = (p for p in document.paragraphs if p.style.name == "Normal")
    assert paragraph.text == "a b 103 c [[k]] <&>"
    runs = {run.text: run for run in paragraph.runs}
    assert runs["a"].italic
    assert runs["b"].bold
    assert runs["3"].font.superscript
    (link,) = paragraph.hyperlinks
    assert (link.text, link.url) == ("c", "https://www.itu.int")


def test_a_table_follows_its_caption(make_form: MakeForm) -> None:
    """The caption carries the id; details, or an empty line, keep two tables apart."""
    rows = {"fr": [["Pays", "Nombre"], ["*Corée*", "2"]]}
    tables = [an_entry(key, key, kind="table", table=rows) for key in ("t", "u")]
    document = opened(make_form(*tables))
    assert lines(document, "Caption") == ["t", "u"]
    assert len(document.tables) == 3
    assert [cell.text for cell in document.tables[0].rows[1].cells] == ["Corée", "2"]
    assert lines(document, "Entry Details") == ["", ""]


def test_statistics_have_a_table_with_an_empty_row(make_form: MakeForm) -> None:
    """Its first row names the fields, its last can be filled in."""
    statistics = [a_statistic("k", "2.50", as_of="2025"), a_statistic("l", "3")]
    (table,) = opened(make_form(statistics=statistics)).tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Clé", "Valeur", "Unité", "À la date de", "Source"],
        ["k", "2.50", "normes", "2025", "rapport"],
        ["l", "3", "normes", "", "rapport"],
        [""] * 5,
    ]


def test_the_file_names_its_title_and_language_and_nobody(make_form: MakeForm) -> None:
    """For those who listen to it; who made it and when is nobody's business."""
    document = opened(make_form())
    properties = document.core_properties
    assert (properties.title, properties.language) == ("Formulaire de contribution: UIT-T", "fr-FR")
    assert properties.author == ""
    assert {one.get(qn("w:val")) for one in document.styles.element.iter(qn("w:lang"))} == {"fr-FR"}


def test_the_file_holds_no_parts_it_has_no_use_for(make_form: MakeForm) -> None:
    """No thumbnail, no custom XML, no links but those in the texts."""
    package = zipfile.ZipFile(io.BytesIO(render_word_form(make_form())))
    assert not [name for name in package.namelist() if "thumb" in name or "customXml" in name]


def test_the_same_form_gives_the_same_bytes(make_form: MakeForm) -> None:
    """Nothing in the file depends on the moment."""
    form = make_form(an_entry("a", "[c](https://www.itu.int)"))
    assert render_word_form(form) == render_word_form(form)
