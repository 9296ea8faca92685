"""An annotated Word file is the contact's own, with a comment at the words of each finding."""

import io
import zipfile
from collections.abc import Callable
from xml.sax.saxutils import escape

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from hypothesis import assume, given
from hypothesis import strategies as st

from council_report.model.finding import Finding
from council_report.model.location import Location
from council_report.model.message import Message
from council_report.pages.speech import Speech
from council_report.rendering.receipts.word import annotate_word

MakeFinding = Callable[..., Finding]

ENGLISH = Speech("en", {})
Annotated = Callable[..., Document]


def opened(data: bytes) -> Document:
    """A Word file in python-docx."""
    return docx.Document(io.BytesIO(data))


def saved(document: Document) -> bytes:
    """The bytes of a Word file."""
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def a_file(*inner: str) -> Document:
    """A Word file of paragraphs with this WordprocessingML in them."""
    document = docx.Document()
    for xml in inner:
        paragraph = parse_xml(
            f'<w:p {nsdecls("w", "r")} xmlns:v="urn:schemas-microsoft-com:vml">{xml}</w:p>'
        )
        document.element.body.insert(len(document.element.body) - 1, paragraph)
    return document


def run(text: str, properties: str = "") -> str:
    """A run of text."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def commented(document: Document) -> list[str]:
    """The words that each comment is about, in the order of the comments."""
    texts = dict.fromkeys((str(one.comment_id) for one in document.comments), "")
    open_ones: set[str] = set()
    for element in document.element.iter():
        if element.tag == qn("w:commentRangeStart"):
            open_ones.add(element.get(qn("w:id")))
        elif element.tag == qn("w:commentRangeEnd"):
            open_ones.remove(element.get(qn("w:id")))
        elif element.tag in (qn("w:t"), qn("w:delText")):
            for key in open_ones:
                texts[key] += element.text
    return list(texts.values())


ALL = "The group approved eleven Recommendations in 2025."
PLAIN = run(ALL)


@pytest.mark.parametrize(
    ("inner", "words", "meant"),
    [
        (PLAIN, "approved eleven", "approved eleven"),
        (PLAIN, "The group", "The group"),
        (PLAIN, "in 2025.", "in 2025."),
        (PLAIN, ALL, ALL),
        (PLAIN, "The group approved…", "The group approved"),
        (PLAIN, "not there at all", ALL),
        (PLAIN, "", ALL),
        (run("The gr") + run("oup app", "<w:b/>") + run("roved it."), "group app", "group app"),
        (run("Non\u00a0breaking,  wide spaces"), "breaking, wide", "breaking,  wide"),
        (run("Non\u00a0breaking"), "Non break", "Non\u00a0break"),
        ("<w:r><w:t>One</w:t><w:tab/><w:t>two three</w:t></w:r>", "One two", "Onetwo"),
        (f'<w:hyperlink w:anchor="a">{run("in a link")}</w:hyperlink>', "a link", "a link"),
        (run("é中文 العربية"), "中文", "中文"),
    ],
)
def test_a_comment_stands_at_the_words_meant(
    make_finding: MakeFinding, inner: str, words: str, meant: str
) -> None:
    """At no others; where they are not found, at the whole paragraph."""
    data = saved(a_file(run("Before."), inner))
    finding = make_finding(paragraph=2, words=words)
    assert commented(opened(annotate_word(data, [finding], ENGLISH))) == [meant]


SIGNS = st.characters(categories=["L", "N", "P", "S"])


@given(st.lists(st.text(SIGNS, min_size=1), min_size=1), st.data())
def test_every_stretch_of_a_paragraph_can_be_commented(
    texts: list[str], data: st.DataObject
) -> None:
    """However the paragraph is cut into runs."""
    text = "".join(texts)
    start = data.draw(st.integers(0, len(text) - 1))
    words = text[start : data.draw(st.integers(start + 1, len(text)))]
    assume(not words.endswith("…"))
    document = a_file("".join(run(escape(piece)) for piece in texts))
    finding = Finding(
        rule="r",
        severity="error",
        location=Location("a.docx", paragraph=1, words=words),
        message=Message("wrong"),
        remedy=Message("mend it"),
    )
    annotated = opened(annotate_word(saved(document), [finding], ENGLISH))
    assert commented(annotated) == [words]
    assert annotated.paragraphs[0].text == text


@pytest.mark.parametrize(
    ("words", "meant"), [("Old words", "OldNew words"), ("New words", "New words")]
)
def test_both_readings_of_tracked_changes_are_found(
    make_finding: MakeFinding, words: str, meant: str
) -> None:
    """The words before a change, and those after it; what stands between is in the range."""
    before = '<w:del w:id="1" w:author="a"><w:r><w:delText>Old</w:delText></w:r></w:del>'
    after = f'<w:ins w:id="2" w:author="a">{run("New")}</w:ins>'
    data = saved(a_file(before + after + run(" words here.")))
    annotated = opened(annotate_word(data, [make_finding(paragraph=1, words=words)], ENGLISH))
    assert commented(annotated) == [meant]


def test_the_text_and_its_look_stay_as_they_were(make_finding: MakeFinding) -> None:
    """Runs are split where a comment begins or ends, and nothing else happens to them."""
    data = saved(a_file(run("All of this is bold.", "<w:b/><w:i/>")))
    annotated = opened(annotate_word(data, [make_finding(paragraph=1, words="of this")], ENGLISH))
    (paragraph,) = annotated.paragraphs
    assert paragraph.text == "All of this is bold."
    looks = {(one.bold, one.italic) for one in paragraph.runs if one.text}
    assert looks == {(True, True)}


def test_comments_may_overlap(make_finding: MakeFinding) -> None:
    """Two findings about the same words are two comments."""
    findings = [make_finding(paragraph=1, words=words) for words in ("The group", "group approved")]
    annotated = opened(annotate_word(saved(a_file(PLAIN)), [*findings, findings[0]], ENGLISH))
    assert commented(annotated) == ["The group", "group approved", "The group"]


def test_paragraphs_are_counted_as_the_readers_do(make_finding: MakeFinding) -> None:
    """Those in tables included, in the order of the file."""
    document = a_file(run("One."))
    document.add_table(1, 2).cell(0, 1).paragraphs[0].text = "In a cell."
    document.add_paragraph("After it.")
    findings = [make_finding(paragraph=number) for number in (3, 4)]
    assert commented(opened(annotate_word(saved(document), findings, ENGLISH))) == [
        "In a cell.",
        "After it.",
    ]


def test_a_finding_in_a_text_box_is_told_where_the_box_stands(make_finding: MakeFinding) -> None:
    """Word allows no comments in text boxes."""
    box = f"<w:txbxContent><w:p>{run('In the box.')}</w:p></w:txbxContent>"
    shape = f"<w:r><w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict></w:r>"
    data = saved(a_file(run("Beside it. ") + shape))
    finding = make_finding(paragraph=2, words="In the box.")
    annotated = opened(annotate_word(data, [finding], ENGLISH))
    assert commented(annotated) == ["Beside it. In the box."]
    (inner,) = annotated.element.iter(qn("w:txbxContent"))
    assert not list(inner.iter(qn("w:commentRangeStart"), qn("w:commentReference")))


@pytest.mark.parametrize("paragraphs", [0, 1])
def test_a_finding_always_has_a_comment(make_finding: MakeFinding, paragraphs: int) -> None:
    """Even where the file has no paragraph, or an empty one."""
    data = saved(a_file(*[""] * paragraphs))
    annotated = opened(annotate_word(data, [make_finding()], ENGLISH))
    assert len(annotated.comments) == 1
    assert len(list(annotated.element.iter(qn("w:commentReference")))) == 1


def test_comments_of_others_stay(make_finding: MakeFinding) -> None:
    """Ours come after them, under a name of their own."""
    document = docx.Document()
    document.add_comment(document.add_paragraph("Words.").runs, "See above.", "A colleague")
    annotated = opened(annotate_word(saved(document), [make_finding(paragraph=1)], ENGLISH))
    assert [one.author for one in annotated.comments] == ["A colleague", "council-report"]
    assert next(one.text for one in annotated.comments) == "See above."


def test_a_comment_says_what_is_wrong_and_what_to_do(make_finding: MakeFinding) -> None:
    """In the language of the contact, with every character to be seen."""
    finding = make_finding(Message("no {x}", x="a\u202e\x00\nb"), Message("Mend it."), paragraph=1)
    wording = {"Error": "Erreur", "no {x}": "pas de {x}"}
    (comment,) = opened(
        annotate_word(saved(a_file(PLAIN)), [finding], Speech("fr", wording))
    ).comments
    assert comment.text == "Erreur: pas de a⟦RLO⟧⟦U+0000⟧ b\nMend it."
    assert (comment.author, comment.initials) == ("council-report", "CR")


def test_an_arabic_comment_reads_from_right_to_left(make_finding: MakeFinding) -> None:
    """Whatever the file is in; words that are quoted have a direction of their own."""
    finding = make_finding(Message("no {x}", x="ITU-T (AI)"), Message("Mend it."), paragraph=1)
    speech = Speech("ar", {"Error": "خطأ", "no {x}": "لا {x}", "Mend it.": "صحح."})
    (comment,) = opened(annotate_word(saved(a_file(PLAIN)), [finding], speech)).comments
    assert comment.text == "خطأ: لا \u2068ITU-T (AI)\u2069\nصحح."
    paragraphs = [paragraph._p for paragraph in comment.paragraphs]
    assert all(one.xpath("w:pPr/w:bidi") for one in paragraphs)
    assert {lang for one in paragraphs for lang in one.xpath("w:r/w:rPr/w:lang/@w:bidi")} == {
        "ar-SA"
    }


def test_the_same_file_has_the_same_copy(make_finding: MakeFinding) -> None:
    """The copy does not say when it was made."""
    data, findings = saved(a_file(PLAIN)), [make_finding(paragraph=1, words="group")]
    copy = annotate_word(data, findings, ENGLISH)
    assert copy == annotate_word(data, findings, ENGLISH)
    assert [one.timestamp for one in opened(copy).comments] == [None]


def test_the_other_parts_of_the_file_stay(make_finding: MakeFinding) -> None:
    """Every one of them."""
    data = saved(a_file(PLAIN))
    copy = annotate_word(data, [make_finding(paragraph=1)], ENGLISH)
    before, after = (zipfile.ZipFile(io.BytesIO(one)).namelist() for one in (data, copy))
    assert set(before) <= set(after)
    assert set(after) - set(before) <= {"word/comments.xml"}
