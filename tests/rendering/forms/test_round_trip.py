"""A form read back gives what it was made of, to the letter."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from council_report.assembly.form import make_form as form_of
from council_report.assembly.guide import make_guide
from council_report.intake.documents import read_document
from council_report.intake.notes import UNPRINTABLE
from council_report.intake.tables import read_table
from council_report.model.contribution import Contribution, Entry
from council_report.model.form import Form
from council_report.model.guide import Guide, Heading, mark_of
from council_report.model.source import SourceFile
from council_report.model.text import parse_text
from council_report.rendering.forms.excel import render_excel_form
from council_report.rendering.forms.word import render_word_form
from council_report.settings import find_workplace
from flows.gathering import gather
from tests.rendering.forms.samples import a_statistic, an_entry

MakeForm = Callable[..., Form]
Format = Literal["docx", "xlsx"]

ODD = "*^[]()\\_`<&{{ }}·;|#=+-@'\"_x0041_\u00a0\u2011\u200f«»مرحبا中文😀"
TEXTS = st.text(
    st.one_of(st.sampled_from(ODD), st.characters(exclude_categories=["Cs", "Cc", "Cn", "Co"])),
    min_size=1,
    max_size=60,
).filter(lambda text: parse_text(text) and not UNPRINTABLE.search(text) and text.strip() == text)


def guide_of(form: Form) -> Guide:
    """What a reader has to know of a form in French."""
    return Guide(
        language="fr",
        headings=tuple(
            Heading(section=one.key, names={"fr": one.heading}) for one in form.sections
        ),
        ids={mark_of(entry.id): entry.id for one in form.sections for entry in one.entries},
        furniture=frozenset(form.lines()),
        choices=frozenset(word for words in form.choices.values() for word in words),
        fields={word.casefold(): key for key, word in form.words.fields.items()},
        statuses={word: key for key, word in form.words.statuses.items()},
        kinds={word: key for key, word in form.words.kinds.items()},
    )


def read_back(form: Form, form_format: Format, guide: Guide | None = None) -> Contribution:
    """The contribution that a form gives when nobody has touched it."""
    render = render_word_form if form_format == "docx" else render_excel_form
    source = SourceFile(
        name=f"inputs/C26/itu-t/form.{form_format}",
        data=render(form),
        digest="0" * 64,
        contributor="itu-t",
    )
    if form_format == "docx":
        return read_document(source, "docx", guide or guide_of(form))
    return read_table(source, "xlsx", guide or guide_of(form))


def said(entry: Entry) -> dict[str, Any]:
    """An entry with its texts as a person reads them."""
    fields = entry.model_dump()
    fields["text"] = {key: parse_text(text) for key, text in entry.text.items()}
    fields["table"] = {
        language: [[parse_text(cell) for cell in row] for row in rows]
        for language, rows in (entry.table or {}).items()
    }
    return fields


@pytest.mark.parametrize("form_format", ["docx", "xlsx"])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_an_untouched_form_gives_the_entries_of_last_time(
    workplace: Path, language: Any, form_format: Format
) -> None:
    """All that was sent for the session before, in one language, without a finding."""
    place = find_workplace(workplace)
    desk = gather(place, "C26").desk
    assert desk
    earlier = gather(place, "C25").contributions
    for contributor in desk.session.contributors:
        sent = [one for one in earlier if one.contributor == contributor.key]
        entries = [entry for one in sent for entry in one.entries]
        statistics = [statistic for one in sent for statistic in one.statistics]
        form = form_of(desk, contributor.key, language, entries, statistics)
        read = read_back(form, form_format, make_guide(desk, contributor.key))
        assert read.findings == ()
        expected = {
            one.id: one.model_copy(update={"text": {language: one.text[language]}})
            for one in entries
        }
        assert {one.id: said(one) for one in read.entries} == {
            key: said(one) for key, one in expected.items()
        }
        assert read.statistics == tuple(
            one.model_copy(update={"unit": {language: one.unit[language]}}) for one in statistics
        )


@pytest.mark.parametrize("form_format", ["docx", "xlsx"])
def test_every_kind_and_detail_comes_back(make_form: MakeForm, form_format: Format) -> None:
    """Paragraphs, bullets of two levels, numbers, tables, and everything said about them."""
    table = {"fr": [["Pays", "*Nombre*"], ["Corée", ""], ["", "=2"]]}
    entries = [
        an_entry("p", "A **gras** 10^3^ [lien](https://www.itu.int/fr) [[un-chiffre]].", unit="SG"),
        an_entry("b", "Une puce.", kind="bullet", status="planned", dates=["2024", "2025-12"]),
        an_entry("c", "Une sous-puce.", kind="sub-bullet", partners=["A; B · C", "D\\E"]),
        an_entry("n", "Un point.", kind="numbered", section="b", mandates=["R1", "SG4"]),
        an_entry("o", "Un autre.", kind="numbered", section="b", countries=["KR"]),
        an_entry("t", "Une *légende*.", kind="table", section="b", table=table, unit="X"),
        an_entry("u", "Une autre.", kind="table", section="b", table=table),
        an_entry("z", "La fin.", section="b", references=["Résolution 214 (Bucarest, 2022)"]),
    ]
    statistics = [a_statistic("un-chiffre", "2.50", as_of="2025-01", source="rapport; p. 3 · *")]
    headings = {"standards": "Normes sur l'IA", "b": "Déploiement"}
    read = read_back(make_form(*entries, headings=headings, statistics=statistics), form_format)
    assert [finding for finding in read.findings if finding.severity != "note"] == []
    assert [said(one) for one in read.entries] == [said(one) for one in entries]
    assert read.statistics == tuple(statistics)


def test_a_word_form_may_come_back_after_its_words_have_changed(make_form: MakeForm) -> None:
    """A deadline may be put off, and a wording mended, while a form is being filled in."""
    form = make_form(an_entry("a"))
    guide = guide_of(form).model_copy(update={"furniture": frozenset({form.title})})
    assert read_back(form, "docx", guide).findings == ()


@given(st.lists(TEXTS, min_size=1, max_size=8))
@settings(max_examples=25)
def test_any_text_comes_back_from_word(make_form: MakeForm, texts: list[str]) -> None:
    """Whatever the model allows, an entry reads the same as before."""
    entries = [an_entry(f"e{number}", text) for number, text in enumerate(texts)]
    read = read_back(make_form(*entries), "docx")
    assert [said(one) for one in read.entries] == [said(one) for one in entries]


@given(st.lists(TEXTS, min_size=1, max_size=8))
@settings(max_examples=100)
def test_any_text_comes_back_from_excel(make_form: MakeForm, texts: list[str]) -> None:
    """To the letter of its source, marks and all."""
    entries = [an_entry(f"e{number}", text) for number, text in enumerate(texts)]
    read = read_back(make_form(*entries), "xlsx")
    assert [one.text["fr"] for one in read.entries] == texts


@given(st.lists(TEXTS, min_size=1, max_size=4), st.sampled_from(["docx", "xlsx"]))
@settings(max_examples=25)
def test_any_details_come_back(make_form: MakeForm, values: list[str], form_format: Format) -> None:
    """Whatever stands in a list of partners or references, or names a unit."""
    entry = an_entry("a", unit=values[0], partners=values, references=values)
    (read,) = read_back(make_form(entry), form_format).entries
    assert read == entry
