"""The whole document: headings, numbers, box, statistics, missing translations, nothing lost."""

from collections import Counter
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council_report.model.contribution import Contribution, Entry, Statistic
from council_report.model.desk import Desk
from council_report.model.document import Block, Document
from council_report.model.language import Language
from council_report.model.location import Location
from council_report.model.text import Run, plain

MakeDesk = Callable[..., Desk]
MakeEntry = Callable[..., Entry]
MakeFile = Callable[..., Contribution]
Assembled = Callable[..., Document]

CONTRIBUTORS = ("general-secretariat", "itu-r", "itu-t", "itu-d")
SECTIONS = ("introduction", "standards", "capacity", "purpose", "references")
KINDS = ("paragraph", "bullet", "sub-bullet", "numbered", "table")
ROWS = {
    "en": [["Group", "Number"], ["SG13", "*12*"]],
    "fr": [["Groupe", "Nombre"], ["CE 13", "12"]],
}


def of_kind(document: Document, kind: str) -> list[Block]:
    """The blocks of a kind in the whole document."""
    return [block for block in document.all_blocks() if block.kind == kind]


def a_statistic(key: str, value: str) -> Statistic:
    """A statistic of this value."""
    return Statistic(key=key, value=Decimal(value), unit={"en": "items"}, source="survey")


@pytest.fixture(scope="session")
def printed(
    make_entry: MakeEntry, make_file: MakeFile, assembled: Assembled
) -> Callable[..., Block]:
    """The block that an entry of ITU-T becomes, in a language."""

    def block(language: Language = "en", text: Any = None, **fields: Any) -> Block:
        entry = make_entry("entry", text=text, **fields)
        document = assembled(make_file("itu-t", entry), language=language, original_language="en")
        (found,) = [block for block in document.blocks if block.entry]
        return found

    return block


def test_the_title_is_in_capitals(assembled: Assembled) -> None:
    """Capitals keep their accents."""
    title = {"en": "Report on\n AI", "fr": "Été de l'IA à l'UIT"}
    assert assembled(title=title).title == "REPORT ON AI"
    assert assembled(title=title, language="fr").title == "ÉTÉ DE L'IA À L'UIT"


def test_plain_headings_have_no_number(assembled: Assembled) -> None:
    """A report's headings stand alone, and a section without a title has none."""
    assert [block.line for block in of_kind(assembled(), "heading")] == [
        "AI standards",
        "AI capacity",
    ]


def test_numbered_headings_count_the_sections_that_have_one(
    make_desk: MakeDesk, assembled: Assembled
) -> None:
    """A proposal's headings are numbered from 1, set off by a tab."""
    document = assembled(desk=make_desk(kind={"headings": "numbered"}), language="fr")
    assert [block.line for block in of_kind(document, "heading")] == [
        "1\tNormes sur l'IA",
        "2\tCapacités en matière d'IA",
    ]


def test_bullets_and_sub_bullets_begin_with_an_en_dash(printed: Callable[..., Block]) -> None:
    """The dash and a tab stand before the text of both."""
    for kind in ("bullet", "sub-bullet"):
        assert printed(kind=kind).line == "\u2013\tText of entry."
    assert printed(kind="paragraph").line == "Text of entry."


@pytest.mark.parametrize("sign", ["1", "1)"])
def test_numbered_points_restart_in_each_section(
    make_entry: MakeEntry, make_file: MakeFile, assembled: Assembled, sign: str
) -> None:
    """Points count from 1 in each section, in its own way, over all that stands between them."""
    outline = [
        {"key": "standards", "contributors": ["itu-t", "itu-r"], "numbering": sign},
        {"key": "capacity", "contributors": ["itu-d"], "numbering": sign},
    ]
    document = assembled(
        make_file(
            "itu-t",
            make_entry("a", "standards", kind="numbered"),
            make_entry("b", "standards", kind="bullet"),
            make_entry("c", "standards", kind="paragraph"),
            make_entry("d", "standards", kind="numbered"),
        ),
        make_file("itu-r", make_entry("f", "standards", kind="numbered")),
        make_file("itu-d", make_entry("e", "capacity", kind="numbered")),
        outline=outline,
    )
    markers = {block.entry: block.marker for block in of_kind(document, "numbered")}
    numbers = {"a": "1", "d": "2", "f": "3", "e": "1"}
    assert markers == {key: sign.replace("1", number) for key, number in numbers.items()}


def test_placeholders_are_not_counted(
    make_entry: MakeEntry, make_file: MakeFile, assembled: Assembled
) -> None:
    """A gap among numbered points or headings takes no number."""
    document = assembled(make_file("itu-t", make_entry("a", kind="numbered")))
    assert [block.marker for block in of_kind(document, "numbered")] == ["1"]
    assert {block.marker for block in of_kind(document, "placeholder")} == {""}


def test_the_box_has_the_rows_of_its_kind(
    make_entry: MakeEntry, make_file: MakeFile, assembled: Assembled
) -> None:
    """Each row has its label and the entries that name it; the rule is a line of underscores."""
    sent = make_file(
        "general-secretariat", make_entry("b", "references"), make_entry("a", "purpose")
    )
    rows = [
        (row.key, row.label, [block.line for block in row.blocks])
        for row in assembled(sent, language="fr").box
    ]
    assert rows == [
        ("purpose", "Objet", ["Text of a."]),
        ("rule", "", ["_" * 18]),
        ("references", "Références", ["Text of b."]),
    ]


def test_inline_looks_and_links_are_kept(printed: Callable[..., Block]) -> None:
    """The marks of a text become looks, and the symbols in it links."""
    block = printed(text="A *new* group^1^, see **C25/43**.")
    page = "https://www.itu.int/md/S25-CL-C-0043/en"
    assert block.text == (
        Run("A "),
        Run("new", emphasis=True),
        Run(" group"),
        Run("1", superscript=True),
        Run(", see "),
        Run("C25/43", strong=True, href=page),
        Run("."),
    )


def test_a_table_has_its_caption_and_rows(printed: Callable[..., Block]) -> None:
    """The cells of a table are texts like any other."""
    block = printed(kind="table", table=ROWS)
    assert block.line == "Text of entry."
    assert [[plain(cell) for cell in row] for row in block.rows] == [
        ["Group", "Number"],
        ["SG13", "12"],
    ]
    assert block.rows[1][1] == (Run("12", emphasis=True),)


def test_a_statistic_is_the_same_in_both_languages(
    make_entry: MakeEntry, make_file: MakeFile, assembled: Assembled
) -> None:
    """A quoted number is written out from its one definition, in another contributor's file too."""
    words = "{} [[standards]] standards."
    text = {"en": words.format("Over"), "fr": words.format("Plus de")}
    files = (
        make_file("general-secretariat", statistics=(a_statistic("standards", "10315"),)),
        make_file("itu-t", make_entry("a", text=text)),
    )
    lines = {
        language: [b.line for b in assembled(*files, language=language).blocks if b.entry]
        for language in ("en", "fr")
    }
    assert lines == {
        "en": ["Over 10\u00a0315 standards."],
        "fr": ["Plus de 10\u00a0315\u00a0standards."],
    }


def test_a_statistic_of_a_file_set_aside_is_not_used(
    make_entry: MakeEntry, make_file: MakeFile, assembled: Assembled
) -> None:
    """Where two files define a number, that of the file in use is printed."""
    document = assembled(
        make_file("itu-t", make_entry("a", text="[[n]]"), statistics=(a_statistic("n", "1"),)),
        make_file("itu-d", statistics=(a_statistic("n", "2"),), aside=True),
    )
    assert [block.line for block in document.blocks if block.entry] == ["1"]


def test_the_statistics_quoted_are_listed(
    make_entry: MakeEntry, make_file: MakeFile, assembled: Assembled
) -> None:
    """Each once, in the order of the document, cells of tables included; unused ones are not."""
    statistics = tuple(a_statistic(key, "1") for key in ("unused", "in-body", "in-cell", "in-box"))
    table = {"en": [["[[in-cell]]"]], "fr": [["[[in-cell]]"]]}
    sent = make_file(
        "itu-t",
        make_entry("a", kind="table", text="[[in-body]] [[in-box]]", table=table),
        make_entry("b", "purpose", text="**[[in-box]]**"),
        statistics=statistics,
    )
    assert assembled(sent).statistics == ("in-box", "in-body", "in-cell")


def test_a_missing_translation_is_marked(printed: Callable[..., Block]) -> None:
    """The text is printed in the language there is, with its looks, between words that say so."""
    block = printed("fr", text={"en": "A *new* group."})
    assert block.line == "[traduction manquante: A new group.]"
    assert Run("new", emphasis=True, language="en") in block.text
    assert all(run.text for run in block.text)


def test_every_run_of_another_language_says_which(printed: Callable[..., Block]) -> None:
    """Those of the text and of the cells do; the words around it are the document's own."""
    table = {"en": [["Group"]]}
    block = printed("fr", kind="table", text={"en": "A table."}, table=table)
    assert [run.language for run in block.text] == [None, "en", None]
    assert block.rows == (((Run("Group", language="en"),),),)


@pytest.mark.parametrize("language", ["zh", "ar"])
def test_letters_without_italics_are_not_set_in_them(
    printed: Callable[..., Block], language: Language
) -> None:
    """Emphasis is not shown in Chinese and Arabic; bold is."""
    block = printed("fr", text={language: "A *new* **group**."})
    assert not any(run.emphasis for run in block.text)
    assert Run("group", strong=True, language=language) in block.text


def test_a_missing_translation_is_taken_from_the_original(printed: Callable[..., Block]) -> None:
    """Where there are several languages, the document's original language is printed."""
    text = {"es": "Un grupo.", "en": "A group."}
    assert printed("fr", text=text).line == "[traduction manquante: A group.]"
    assert printed("en", text={"fr": "Un groupe."}).line == "[translation missing: Un groupe.]"


def test_an_untranslated_table_is_in_one_language(printed: Callable[..., Block]) -> None:
    """The caption says that the translation is missing, and the rows are in its language."""
    table = {"es": [["Grupo"]], "en": [["Group"]]}
    text = {"es": "Un cuadro.", "en": "A table."}
    block = printed("fr", kind="table", text=text, table=table)
    assert block.line == "[traduction manquante: A table.]"
    assert plain(block.rows[0][0]) == "Group"


def test_rows_that_are_not_translated_are_in_their_own_language(
    printed: Callable[..., Block],
) -> None:
    """Also where the caption is translated: a screen reader and Word go by it."""
    table = {"en": [["Group: 1"]]}
    block = printed("fr", kind="table", text={"fr": "Un tableau."}, table=table)
    assert block.rows == (((Run("Group: 1", language="en"),),),)


def test_the_provisional_labels_used_are_listed(
    make_entry: MakeEntry, make_file: MakeFile, assembled: Assembled
) -> None:
    """Of the labels that ITU has not confirmed, those in the document, sorted, and no others."""
    complete = [
        make_file(key, *(make_entry(f"{key}-{section}", section) for section in SECTIONS))
        for key in CONTRIBUTORS
    ]
    assert assembled(*complete, date="2025-05-03").provisional == ()
    assert assembled(*complete).provisional == ("pending.date",)
    more = make_file("itu-t", make_entry("more", text={"en": "Text."}))
    assert assembled(more, language="fr").provisional == ("awaited", "pending.date", "untranslated")


def test_a_block_says_where_it_comes_from(
    make_entry: MakeEntry, make_file: MakeFile, assembled: Assembled
) -> None:
    """From every paragraph one gets to the entry, its contributor, its file and line."""
    places = {
        ("entries", number): Location("inputs/C25/itu-t/a.yaml", line)
        for number, line in enumerate((3, 9))
    }
    sent = make_file(
        "itu-t", make_entry("a", unit="SG2"), make_entry("b", unit="SG1"), places=places
    )
    blocks = [block for block in assembled(sent).blocks if block.entry]
    assert [(block.entry, block.contributor, block.source) for block in blocks] == [
        ("b", "itu-t", Location("inputs/C25/itu-t/a.yaml", 9)),
        ("a", "itu-t", Location("inputs/C25/itu-t/a.yaml", 3)),
    ]


def test_a_heading_comes_from_the_secretariat(assembled: Assembled) -> None:
    """Headings and rules name their section and no entry; they stand in the secretariat's files."""
    for kind in ("heading", "rule"):
        for block in of_kind(assembled(), kind):
            assert block.section
            assert (block.entry, block.contributor) == (None, None)
            assert block.source.file in ("inputs/C25/session.yaml", "templates/kinds/report.yaml")


WORDS = st.text(
    st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="["), min_size=1, max_size=20
)
"""Any text that quotes no statistic."""

ENTRIES = st.lists(
    st.fixed_dictionaries(
        {
            "section": st.sampled_from(SECTIONS),
            "kind": st.sampled_from(KINDS),
            "unit": st.sampled_from([None, "ITU-T", "SG2", "ITU-T Study Group 13", "SG16"]),
            "text": st.dictionaries(
                st.sampled_from(["en", "fr", "es"]),
                WORDS,
                min_size=1,
            ),
        }
    ),
    max_size=5,
)
FILES = st.lists(st.tuples(st.sampled_from(CONTRIBUTORS), st.booleans(), ENTRIES), max_size=6)

Sent = list[tuple[str, bool, list[dict[str, Any]]]]


@given(sent=FILES, language=st.sampled_from(["en", "fr"]))
def test_every_entry_is_printed_once_or_set_aside(
    make_entry: MakeEntry, make_file: MakeFile, assembled: Assembled, sent: Sent, language: Language
) -> None:
    """Whatever is sent, each entry is in the document exactly once, or its file was set aside."""
    files = sent_files(sent, make_entry, make_file)
    document = assembled(*files, language=language)
    in_use = [file for file in files if not file.set_aside]
    wanted = {(entry.id, entry.section) for file in in_use for entry in file.entries}
    found = Counter((b.entry, b.section) for b in document.all_blocks() if b.entry)
    assert found == Counter(wanted)


@given(sent=FILES, language=st.sampled_from(["en", "fr"]))
def test_what_is_set_aside_leaves_a_marked_place(
    make_entry: MakeEntry, make_file: MakeFile, assembled: Assembled, sent: Sent, language: Language
) -> None:
    """Each section of each file that is set aside names the file among the document's gaps."""
    files = sent_files(sent, make_entry, make_file)
    document = assembled(*files, language=language)
    for file in (file for file in files if file.set_aside):
        for section in file.claims:
            reasons = [gap.reason for gap in document.gaps if gap.section == section]
            assert any(file.file in reason for reason in reasons)


@given(sent=FILES, language=st.sampled_from(["en", "fr"]))
def test_the_same_inputs_give_the_same_document(
    make_entry: MakeEntry, make_file: MakeFile, assembled: Assembled, sent: Sent, language: Language
) -> None:
    """Assembling twice, from values made twice, gives equal documents."""
    first, second = (
        assembled(*sent_files(sent, make_entry, make_file), language=language) for _ in range(2)
    )
    assert first == second


def sent_files(sent: Sent, make_entry: MakeEntry, make_file: MakeFile) -> list[Contribution]:
    """The files of a generated session: each with a name of its own, each entry with an id."""
    return [
        make_file(
            contributor,
            *(
                make_entry(f"entry-{number}-{place}", **with_rows(entry))
                for place, entry in enumerate(entries)
            ),
            name=f"{number}.yaml",
            aside=aside,
        )
        for number, (contributor, aside, entries) in enumerate(sent)
    ]


def with_rows(entry: dict[str, Any]) -> dict[str, Any]:
    """An entry with rows if it is a table."""
    rows = {language: [["head"], ["cell"]] for language in entry["text"]}
    return entry | {"table": rows} if entry["kind"] == "table" else entry


def test_a_statistic_that_is_held_back_is_marked_as_pending(printed: Callable[..., Block]) -> None:
    """A quoted number whose file is set aside is printed as pending, never invented."""
    assert printed(text={"en": "Over [[far-away]] items"}).line == "Over [number pending] items"
