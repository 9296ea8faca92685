"""The plain text of Word and ODF files, by the paragraph, without pandoc's help."""

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from council_report.intake.documents.odfplain import odf_texts
from council_report.intake.documents.odfstyles import OdfStyles
from council_report.intake.documents.package import parsed
from council_report.intake.documents.plain import word_texts
from council_report.intake.documents.wordstyles import WordStyles
from council_report.office.tags import NUMBER, W
from tests.intake.documents.builders import NAMESPACES, ODF_NAMESPACES, paragraph, run, table
from tests.intake.documents.preparing import word, words_by_pandoc


def plain(body: str) -> tuple[str, ...]:
    """The text of each paragraph of a Word text, tracked changes accepted."""
    root = parsed(f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>".encode())
    return word_texts(root, WordStyles(None, None), "after")


def odf_plain(body: str) -> tuple[str, ...]:
    """The text of each paragraph of an ODF text, tracked changes accepted."""
    root = parsed(f"<office:text {ODF_NAMESPACES}>{body}</office:text>".encode())
    return odf_texts(root, OdfStyles(root, None), "after")


def test_every_paragraph_counts() -> None:
    """Those of tables, text boxes and fallbacks too, in the order of the file."""
    box = f"<w:r><w:pict><w:txbxContent>{paragraph('b')}</w:txbxContent></w:pict></w:r>"
    assert plain(paragraph(run("a") + box) + table(("c",))) == ("a", "b", "c")


def test_tabs_breaks_and_blanks_are_characters() -> None:
    """What Word and ODF write as elements is a character of the text."""
    assert plain(paragraph("<w:r><w:t>a</w:t><w:tab/><w:br/><w:t>b</w:t></w:r>")) == ("a\t\nb",)
    odf = "<text:p> a  b<text:s text:c='2'/>c<text:tab/><text:line-break/>d</text:p>"
    assert odf_plain(odf) == ("a b  c\t\nd",)


def test_a_text_of_nothing_has_no_paragraphs() -> None:
    """An empty body is no fault."""
    assert plain("") == ()
    assert odf_plain("") == ()


def test_instructions_of_fields_are_not_text() -> None:
    """Nor what stands in a field before its result."""
    begin, middle, end = (
        f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
    )
    code = "<w:r><w:instrText>REF x</w:instrText></w:r>"
    assert plain(paragraph(begin + code + run("no") + middle + run("yes") + end)) == ("yes",)


def test_a_result_may_span_paragraphs() -> None:
    """A field may begin in one paragraph and end in another."""
    begin, middle, end = (
        f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
    )
    assert plain(paragraph(begin + middle + run("a")) + paragraph(run("b") + end)) == ("a", "b")


WORDS = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Co", "Cn", "Zl", "Zp")), min_size=1, max_size=20
)


@settings(max_examples=25)
@given(st.lists(WORDS, min_size=1, max_size=6))
def test_every_text_is_read_as_it_stands(texts: list[str]) -> None:
    """Whatever a person may write, the plain text is it, and pandoc reads the same words."""
    body = etree.Element(f"{W}body")
    for text in texts:
        part = etree.SubElement(etree.SubElement(body, f"{W}p"), f"{W}r")
        etree.SubElement(part, f"{W}t").text = text
    prepared = word("".join(etree.tostring(one, encoding="unicode") for one in body))
    assert prepared.paragraphs == tuple(texts)
    read = "".join(words_by_pandoc(prepared)).replace("¶", "").split()
    assert "".join(read) == "".join("".join(texts).replace("¶", "").split())
    assert NUMBER.encode() not in prepared.data
