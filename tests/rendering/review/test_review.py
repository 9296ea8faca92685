"""The review edition: a comment on every paragraph, and the text as it was."""

import io
import re
from collections.abc import Callable
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from council_report.model.contribution import Contribution, Entry
from council_report.model.desk import Desk
from council_report.model.document import Block, Document
from council_report.model.finding import Finding
from council_report.model.location import Location
from council_report.model.receipt import AUTHOR
from council_report.rendering.readback import main_text, paragraphs, trees_of
from council_report.rendering.review import review_edition
from council_report.rendering.word import render_word

MakeBlock = Callable[..., Block]
MakeDocument = Callable[..., Document]
MakeFinding = Callable[..., Finding]
Reviewed = Callable[..., Any]

FILE = "inputs/C25/itu-t/standards.yaml"
SESSION = "inputs/C25/session.yaml"


def test_a_comment_says_all_that_is_known_of_an_entry(reviewed: Reviewed) -> None:
    """Who sent it, its place, its id, who amended it, mandates, details, numbers and digest."""
    (lines,) = reviewed().on("The group has 12 members.")
    assert lines == [
        f"ITU-T: {FILE}, line 4",
        "Id of the text: health",
        "Amended by A. Reviewer on 2025-05-02: A newer number.",
        "Added by A. Reviewer on 2025-05-02",
        lines[4],
        "Mandate X9",
        "Unit: ITU-T Study Group 13",
        "Status: under way",
        "Dates: 2025-06, 2025-12-02/2025-12-03",
        "Countries: CH, NO",
        "Partners: ISO; IEC",
        "References: Recommendation Y.1",
        "Statistic members: 12 members, as of 2025-05; source: our site",
        "Digest of the file (SHA-256): 3fa2b1c9d0e1…",
    ]
    assert re.fullmatch(r"Mandate SG3: \w.{20,}", lines[4])


def test_a_unit_that_is_the_contributor_is_not_said_twice(
    reviewed: Reviewed, entry: Block, make_document: MakeDocument
) -> None:
    """In whatever language the contributor is named."""
    assert entry.details
    alone = entry.details.model_copy(update={"unit": "UIT-T"})
    block = entry.model_copy(update={"details": alone})
    assert "Unit" not in str(reviewed(make_document(block)).on("The group has"))


def test_every_paragraph_has_a_comment(reviewed: Reviewed) -> None:
    """Also those of the header block and the box, and the template's own; cells have none."""
    review = reviewed()
    printed = [words for words in paragraphs(main_text(trees_of(review.draft))) if words]
    commented = [meant for meant, _ in review.comments]
    plain = [words.replace("\t", "") for words in printed if words not in ("A", "B")]
    assert sorted(commented) == sorted(plain)


def test_words_of_ours_say_where_they_can_be_changed(reviewed: Reviewed) -> None:
    """A heading, what is awaited, a label, and a line of the header block."""
    review = reviewed()
    assert review.on("Standards") == [[f"From {SESSION}, line 70"]]
    (awaited,) = review.on("[awaited: ITU-D]")
    assert awaited[:2] == ["Awaited from ITU-D", f"From {SESSION}, line 70"]
    (end,) = [lines for meant, lines in review.comments if meant == "_" * 14]
    assert end == ["From the Word template"]


@pytest.mark.parametrize(
    ("words", "provisional"),
    [
        ("Report by the Secretary-General", True),
        ("Document C25/43-E", True),
        ("Purpose", True),
        ("3 May 2025", False),
        ("Standards", False),
    ],
)
def test_words_that_nobody_has_confirmed_are_said_so(
    reviewed: Reviewed, words: str, provisional: bool
) -> None:
    """A label is provisional until ITU is known to use it."""
    (lines,) = reviewed().on(words)
    assert ("ITU has not confirmed these words yet." in lines) == provisional


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ({"line": 4}, "The group has"),
        ({"line": 11}, "The group has"),
        ({"line": 18}, "Cities."),
        ({"line": 19}, "Cities."),
        ({"line": 26}, "REPORT ON AI"),
        ({"line": 2}, "REPORT ON AI"),
        ({}, "REPORT ON AI"),
        ({"file": SESSION, "line": 70}, "Standards"),
        ({"file": SESSION, "line": 71}, "REPORT ON AI"),
        ({"file": "inputs/C25/itu-r/other.docx", "paragraph": 4}, "REPORT ON AI"),
    ],
)
def test_a_finding_stands_where_it_belongs(
    reviewed: Reviewed, make_finding: MakeFinding, place: dict[str, Any], words: str
) -> None:
    """At the entry whose value it is about, at our own words, or else at the title."""
    finding = make_finding(**place)
    first, *rest = reviewed(findings=[finding]).on(words)
    assert "the date has passed" not in " ".join(first)
    assert rest == [
        [
            "Warning: the date has passed",
            "Choose one from the list.",
            f"Place: {finding.location}",
        ]
    ]


@pytest.mark.parametrize("claims", [("standards",), (), ("introduction",)])
def test_a_finding_in_a_file_that_was_set_aside_stands_at_its_gap(
    reviewed: Reviewed,
    make_finding: MakeFinding,
    contribution: Contribution,
    claims: tuple[str, ...],
) -> None:
    """Whatever the file could be read to say, its contributor is awaited there."""
    error = make_finding(file="inputs/C25/itu-d/a.yaml").model_copy(update={"severity": "error"})
    aside = contribution.model_copy(
        update={
            "contributor": "itu-d",
            "file": error.location.file,
            "findings": (error,),
            "claims": claims,
        }
    )
    review = reviewed(findings=[error], contributions=[contribution, aside])
    assert review.on("[awaited: ITU-D]")[1][0] == "Error: the date has passed"


def test_the_gap_of_its_own_section_comes_first(
    make_block: MakeBlock,
    make_document: MakeDocument,
    reviewed: Reviewed,
    make_finding: MakeFinding,
    contribution: Contribution,
) -> None:
    """A contributor may be awaited in more than one section, or in none."""
    error = make_finding().model_copy(update={"severity": "error"})
    aside = contribution.model_copy(update={"findings": (error,), "claims": ("second",)})
    gaps = [
        make_block("placeholder", f"[{section}]", section=section, contributor="itu-t")
        for section in ("first", "second")
    ]
    for blocks, words in ((gaps, "[second]"), ([], "REPORT ON AI")):
        document = make_document(*blocks, make_block("bullet", "Ours.", contributor="itu-t"))
        review = reviewed(document, findings=[error], contributions=[aside])
        assert len(review.on(words)) == 2


@pytest.mark.parametrize(
    ("line", "words"), [(2, "The group has"), (5, "The group has"), (9, "Cities."), (14, "Cities.")]
)
def test_a_finding_about_an_amendment_stands_at_its_entry(
    reviewed: Reviewed,
    make_finding: MakeFinding,
    entry: Block,
    desk: Desk,
    line: int,
    words: str,
) -> None:
    """At the one that it adds, or, where this is not there, at the one that it is about."""
    first, second = entry.amendments
    third = second.model_copy(update={"id": "cities"})
    fourth = first.model_copy(update={"entry": "cities"})
    file = desk.amendments_file
    lines = {0: 1, 1: 4, 2: 8, 3: 12}
    places = {("amendments", n): Location(file, line=at) for n, at in lines.items()}
    amended = desk.model_copy(
        update={
            "amendments": (first, second, third, fourth),
            "places": {**desk.places, file: {("amendments",): Location(file, line=1), **places}},
        }
    )
    finding = make_finding(file=file, line=line)
    assert len(reviewed(findings=[finding], desk=amended).on(words)) == 2


TEXT = ({"paragraph": 3}, {"paragraph": 5}, {"paragraph": 4})
TABLE = (
    {"sheet": "Entries", "cell": "A3"},
    {"sheet": "Entries", "cell": "A5"},
    {"sheet": "Entries", "cell": "A4"},
)


@pytest.mark.parametrize("places", [TEXT, TABLE])
def test_a_finding_in_a_text_or_table_stands_at_its_paragraph_or_row(
    reviewed: Reviewed,
    make_finding: MakeFinding,
    contribution: Contribution,
    places: tuple[dict[str, Any], ...],
) -> None:
    """What stands between two entries of such a file is part of neither."""
    known = {("entries", number): Location(FILE, **places[number]) for number in (0, 1)}
    file = contribution.model_copy(update={"places": known})
    findings = [make_finding(f"in {number}", **place) for number, place in enumerate(places)]
    review = reviewed(findings=findings, contributions=[file])
    for words, told in (("The group", "in 0"), ("Cities.", "in 1"), ("REPORT ON AI", "in 2")):
        assert review.on(words)[1][0] == f"Warning: {told}"


def test_any_cell_of_a_row_is_part_of_its_entry(
    reviewed: Reviewed, make_finding: MakeFinding, contribution: Contribution
) -> None:
    """Also one that nothing was read of."""
    known = {("entries", 0): Location(FILE, sheet="Entries", cell="A3")}
    file = contribution.model_copy(update={"places": known})
    finding = make_finding(sheet="Entries", cell="AF3")
    review = reviewed(findings=[finding], contributions=[file])
    assert len(review.on("The group")) == 2


def test_every_finding_is_a_comment(reviewed: Reviewed, make_finding: MakeFinding) -> None:
    """None is left out, however many there are of one place."""
    findings = [make_finding(f"finding {n}", line=n % 40 + 1) for n in range(80)]
    said = [lines[0] for _, lines in reviewed(findings=findings).comments]
    assert {f"Warning: finding {n}" for n in range(80)} <= set(said)


def test_comments_do_not_change_the_text(reviewed: Reviewed, make_finding: MakeFinding) -> None:
    """Every paragraph says what it said, and the bookmarks are where they were."""
    review = reviewed(findings=[make_finding(line=9)])
    draft, edition = (trees_of(data) for data in (review.draft, review.data))
    assert paragraphs(main_text(draft)) == paragraphs(main_text(edition))
    for tag in ("bookmarkStart", "bookmarkEnd"):
        before, after = (
            [dict(one.attrib) for one in main_text(trees).iter(qn(f"w:{tag}"))]
            for trees in (draft, edition)
        )
        assert before == after
        assert before


def test_comments_are_by_the_program_and_have_no_date(reviewed: Reviewed) -> None:
    """So the same draft gives the same bytes, and what comes back is nobody's remark."""
    data = reviewed().data
    for comment in docx.Document(io.BytesIO(data)).comments:
        assert (comment.author, comment.timestamp) == (AUTHOR, None)
    assert reviewed().data == data


def test_comments_are_in_the_language_of_the_document(
    reviewed: Reviewed, document: Document, desk: Desk
) -> None:
    """Where there are no words for one, it is in English; each line is marked as what it is."""
    wording = {"From the Word template": "Figure dans le modèle Word"}
    french = desk.model_copy(update={"messages": {"fr": wording}})
    review = reviewed(document.model_copy(update={"language": "fr"}), desk=french)
    comments = trees_of(review.data)["word/comments.xml"]
    tags = {
        line.findtext(qn("w:t")): line.find(f".//{qn('w:lang')}").get(qn("w:val"))
        for line in comments.iter(qn("w:r"))
    }
    assert tags["Figure dans le modèle Word"] == "fr-FR"
    assert tags["Id of the text: health"] == "en-GB"


def test_comments_in_arabic_read_from_right_to_left(
    reviewed: Reviewed, document: Document, desk: Desk
) -> None:
    """An id in Latin letters keeps its order in them, and English lines theirs."""
    wording = {"Id of the text: {entry}": "معرّف النص: {entry}"}
    arabic = desk.model_copy(update={"messages": {"ar": wording}})
    review = reviewed(document.model_copy(update={"language": "ar"}), desk=arabic)
    lines = [*trees_of(review.data)["word/comments.xml"].iter(qn("w:p"))]
    is_turned = {
        "".join(text.text for text in line.iter(qn("w:t"))): line.find(qn("w:pPr")) is not None
        for line in lines
    }
    assert is_turned["معرّف النص: health"]
    assert not is_turned["From the Word template"]
    turned = next(line for line in lines if line.findtext(f".//{qn('w:t')}") == "معرّف النص: ")
    runs = {
        run.findtext(qn("w:t")): run.find(f".//{qn('w:rtl')}") is not None
        for run in turned.iter(qn("w:r"))
    }
    assert next(iter(runs)) == "معرّف النص: "
    assert list(runs.values()) == [True, False]
    assert turned.find(f".//{qn('w:lang')}").get(qn("w:bidi")) == "ar-SA"


def test_what_nobody_would_see_is_written_out(
    reviewed: Reviewed, make_finding: MakeFinding
) -> None:
    """A comment quotes hostile words so that they can be read, and do nothing."""
    words = "a\u202eb\x00c\ud800 </w:t> {{ 7*7 }}\nd"
    review = reviewed(findings=[make_finding(words)])
    said = review.on("REPORT ON AI")[-1][0]
    assert said == "Warning: a⟦RLO⟧b⟦U+0000⟧c⟦U+D800⟧ </w:t> {{ 7*7 }} d"


@settings(max_examples=15, deadline=None)
@given(
    entries=st.lists(
        st.tuples(
            st.sampled_from(["paragraph", "bullet", "numbered", "table"]),
            st.text(st.characters(exclude_categories=["Cc", "Cs", "Cn"]), max_size=20),
        ),
        max_size=10,
    )
)
def test_every_entry_is_explained(
    make_block: MakeBlock,
    make_document: MakeDocument,
    report: bytes,
    desk: Desk,
    entries: list[tuple[str, str]],
) -> None:
    """Whatever the texts are, each entry has the one comment that names it, at its own words."""
    blocks = [
        make_block(
            kind,
            f"{number} {text}".strip(),
            contributor="itu-t",
            entry=f"entry-{number}",
            source=Location(FILE, line=number + 1),
        )
        for number, (kind, text) in enumerate(entries)
    ]
    document = make_document(*blocks)
    draft = render_word(document, report, "report.docx", None)
    word = docx.Document(io.BytesIO(review_edition(draft, document, desk, (), ())))
    texts = {one.comment_id: one.text for one in word.comments}
    for number, block in enumerate(blocks):
        (key,) = [
            key
            for key, text in texts.items()
            if f"Id of the text: entry-{number}" in text.split("\n")
        ]
        (sign,) = [
            one
            for one in word.element.body.iter(qn("w:commentReference"))
            if one.get(qn("w:id")) == str(key)
        ]
        (paragraph,) = sign.iterancestors(qn("w:p"))
        said = "".join(text.text or "" for text in paragraph.iter(qn("w:t")))
        assert said == block.line.replace("\t", "")


def test_an_edition_of_many_paragraphs_is_made_in_time(
    make_block: MakeBlock, make_document: MakeDocument, report: bytes, desk: Desk
) -> None:
    """The work grows with the number of comments, not with its square."""
    blocks = [make_block("bullet", f"Text {n}.", entry=f"e-{n}") for n in range(1000)]
    document = make_document(*blocks)
    draft = render_word(document, report, "report.docx", None)
    word = docx.Document(io.BytesIO(review_edition(draft, document, desk, (), ())))
    assert len(list(word.comments)) > len(blocks)


def test_an_entry_is_told_from_that_of_another(
    make_block: MakeBlock,
    make_document: MakeDocument,
    reviewed: Reviewed,
    make_finding: MakeFinding,
    contribution: Contribution,
) -> None:
    """Two contributors may use the same id."""
    other = contribution.model_copy(
        update={
            "contributor": "itu-d",
            "file": "inputs/C25/itu-d/a.yaml",
            "entries": (Entry(id="health", section="standards", text={"en": "Theirs."}),),
            "places": {("entries", 0): Location("inputs/C25/itu-d/a.yaml", line=2)},
        }
    )
    document = make_document(
        make_block("bullet", "Ours.", contributor="itu-t", entry="health"),
        make_block("bullet", "Theirs.", contributor="itu-d", entry="health"),
    )
    finding = make_finding(file=other.file, line=2)
    review = reviewed(document, findings=[finding], contributions=[contribution, other])
    assert len(review.on("Ours.")) == 1
    assert review.on("Theirs.")[1][0] == "Warning: the date has passed"
