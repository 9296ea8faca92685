"""Typst prints the same words as LibreOffice, and nothing in a text is markup to it."""

import io
from concurrent.futures import ThreadPoolExecutor

import docx
import pikepdf
import pytest
from docx.oxml.ns import qn

from council_report.rendering.pdf import ENGINES, inspect, typst

NAME = "S25-CL-C-XXXX!!MSW-F.docx"
HOSTILE = (
    'R&D <b> "q" ]]> {{ 7*7 }} {% for %} {_{ x }_} </w:t></w:r></w:p> é العربية 中文 U+2011 \u2011'
)
MARKUP = (
    '#panic("x") $x^2$ @here *bold* _slanted_ `code` // note /* note */ -- --- ... ~ -? '
    r"<label> [body] \ \u{1F600} = head + point - point / term: x 'q' https://example.org"
)


def squeezed(text: str) -> str:
    """The text without spaces: where lines break is no matter of content."""
    return "".join(text.split())


def test_hostile_text_arrives_to_the_letter(make_word):
    """Markup, template tags and other scripts in a text are printed as they are."""
    pdf = typst.convert({NAME: make_word(HOSTILE)})[NAME]

    assert squeezed(HOSTILE) in squeezed(inspect.text(pdf))


@pytest.mark.parametrize("style", ["Normal", "Bullet", "Numbered Point", "Heading 1", "Box Text"])
def test_typst_markup_in_a_text_is_text(make_word, style):
    """What means something to Typst or pandoc means nothing in a document."""
    pdf = typst.convert({NAME: make_word(MARKUP, style=style)})[NAME]

    assert squeezed(MARKUP) in squeezed(inspect.text(pdf))


def test_marks_at_the_start_of_a_line_are_text(make_word):
    """A paragraph that begins with a mark of punctuation is still a paragraph."""
    marks = "=+-/#*_`$@~\\'\"<>[](){}|^&%;:,.!?"
    texts = [text for mark in marks for text in (mark, f"{mark} one", f"{mark}{mark} two")]

    printed = squeezed(inspect.text(typst.convert({NAME: make_word(*texts)})[NAME]))

    assert [text for text in texts if squeezed(text) not in printed] == []


@pytest.mark.libreoffice
def test_both_engines_print_every_paragraph_in_order(report):
    """The words of the Word document stand in both PDF files, in the order of the document."""
    paragraphs = [
        "".join(piece.text or "" for piece in paragraph.iter(qn("w:t")))
        for paragraph in docx.Document(io.BytesIO(report)).element.body.iter(qn("w:p"))
    ]
    for engine in ENGINES.values():
        printed = squeezed(inspect.text(engine.convert({NAME: report})[NAME]))
        position = 0
        for paragraph in map(squeezed, paragraphs):
            position = printed.find(paragraph, position)
            assert position >= 0, f"{engine.NAME} does not print {paragraph} in its place"
            position += len(paragraph)


def test_same_document_gives_the_same_bytes(report, tmp_path, monkeypatch):
    """Folder, time zone, locale and moment leave no trace in the PDF."""
    first = typst.convert({NAME: report})
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    monkeypatch.setenv("LC_ALL", "C")

    assert typst.convert({NAME: report}) == first


def test_threads_do_not_disturb_one_another(report, make_word):
    """Several documents can be printed at the same time."""
    documents = {"a.docx": report, "b.docx": make_word("Text"), "c.docx": report}
    one_by_one = [typst.convert({name: word})[name] for name, word in documents.items()]

    with ThreadPoolExecutor(3) as pool:
        at_once = list(pool.map(lambda item: typst.convert(dict([item])), documents.items()))

    assert [pdf for pdfs in at_once for pdf in pdfs.values()] == one_by_one


def test_pdf_is_tagged_and_has_language_and_title(report):
    """A screen reader finds the structure, the language and the title of the document."""
    pdf = typst.convert({NAME: report})[NAME]

    with pikepdf.open(io.BytesIO(pdf)) as document, document.open_metadata() as metadata:
        assert document.Root.MarkInfo.Marked
        assert document.Root.Lang == "fr-FR"
        assert metadata["dc:title"] == "RAPPORT SUR L'IA"
        assert metadata["pdfuaid:part"] == "1"


def test_continuation_pages_carry_number_and_short_reference(report):
    """The first page has the Council's address at its foot, the second its number on top."""
    pdf = typst.convert({NAME: report})[NAME]

    assert inspect.pages(pdf) == 2
    assert "www.itu.int/council" in inspect.text(pdf)
    assert "\u20132\u2013C25/XX-F" in squeezed(inspect.text(pdf))


def test_links_lead_where_they_led(make_word):
    """A hyperlink of the Word document is one in the PDF."""
    address = 'https://example.org/a?b="c"&d=(e)#f'

    def add_link(word):
        hyperlink = docx.oxml.OxmlElement("w:hyperlink")
        kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
        hyperlink.set(qn("r:id"), word.part.relate_to(address, kind, is_external=True))
        paragraph = word.add_paragraph("Text")
        hyperlink.append(paragraph.runs[0]._r)
        paragraph._p.append(hyperlink)

    pdf = typst.convert({NAME: make_word(change=add_link)})[NAME]

    with pikepdf.open(io.BytesIO(pdf)) as document:
        targets = [str(note.A.URI) for note in document.pages[0].Annots]
    assert targets == [address]


def test_picture_is_printed_with_its_description(make_word):
    """A picture arrives, and a screen reader finds what it shows."""
    pixel = (
        b"GIF89a\x01\x00\x01\x00\x80\x00\x00\xff\xff\xff\x00\x00\x00"
        b",\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;"
    )

    def add_picture(word):
        picture = word.add_picture(io.BytesIO(pixel))
        picture._inline.docPr.set("descr", 'The "emblem"')

    pdf = typst.convert({NAME: make_word("Text", change=add_picture)})[NAME]

    with pikepdf.open(io.BytesIO(pdf)) as document:
        assert document.pages[0].get_images()
        assert any(
            isinstance(found, pikepdf.Dictionary) and str(found.get("/Alt")) == 'The "emblem"'
            for found in document.objects
        )


def test_character_without_a_glyph_does_not_stop_the_document(make_word):
    """A character that no font here has is printed as a box; the rest is printed as ever."""
    pdf = typst.convert({NAME: make_word("before \U0010fff0 after")})[NAME]

    assert "before" in inspect.text(pdf)
    assert "after" in inspect.text(pdf)


def test_version_names_both_programs():
    """The version says which typst and which pandoc."""
    assert typst.available()
    assert typst.version().startswith("typst 0.")
    assert ", pandoc 3." in typst.version()
