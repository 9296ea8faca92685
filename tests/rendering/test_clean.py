"""Publication files hold what their readers should see, and nothing else."""

import io
import zipfile
from collections.abc import Callable, Sequence

import docx
import pytest
from docx.document import Document as WordFile
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.text.paragraph import Paragraph
from lxml import etree
from markupsafe import escape

from council_report.errors import RenderingError
from council_report.model.document import Block, Document
from council_report.office.parts import OFFICE, Parts
from council_report.rendering.clean import verify_clean
from council_report.rendering.readback import trees_of
from council_report.rendering.word import render_word

MakeBlock = Callable[..., Block]
MakeDocument = Callable[..., Document]
Edited = Callable[[Callable[[WordFile], None]], bytes]

MAIN, SETTINGS = "word/document.xml", "word/settings.xml"
XML = "application/xml"


@pytest.fixture(scope="session")
def document(make_block: MakeBlock, make_document: MakeDocument) -> Document:
    """A document of one entry, whose words look like what must not be there."""
    return make_document(make_block("bullet", '<w:ins w:rsidR="00A1"> w:vanish', entry="one"))


def author(word: WordFile) -> Paragraph:
    """The author line of the template of reports."""
    return next(p for p in word.paragraphs if p.text == "{{ author }}")


def with_part(data: bytes, source: str, kind: str, name: str, xml: str = "<a/>") -> bytes:
    """A Word file with one more part, which another is related to."""
    parts = Parts(data)
    parts.put(name, etree.fromstring(xml))
    parts.add(name, XML, source, kind)
    return parts.saved()


def with_settings(data: bytes, *names: str) -> bytes:
    """A Word file with these elements among its settings."""
    parts = Parts(data)
    settings = parts.tree(SETTINGS)
    settings.extend(parse_xml(f"<w:{name} {nsdecls('w')}/>") for name in names)
    parts.put(SETTINGS, settings)
    return parts.saved()


def refusal(document: Document, template: bytes) -> RenderingError:
    """What is said of a template that nobody should publish with."""
    with pytest.raises(RenderingError, match="not fit for a publication") as caught:
        render_word(document, template, "annual.docx", None)
    assert "annual.docx" in str(caught.value)
    assert "annual.docx" in caught.value.hint
    return caught.value


def saved_by_word(report: bytes) -> bytes:
    """The template of reports with what Word leaves in a file each time it saves it."""
    parts = Parts(report)
    main = parts.tree(MAIN)
    for number, paragraph in enumerate(main.iter(qn("w:p"))):
        paragraph.set(qn("w:rsidR"), f"00A1{number:04X}")
        paragraph.set("{http://schemas.microsoft.com/office/word/2010/wordml}paraId", "4A1B2C3D")
    parts.put(MAIN, main)
    data = with_settings(
        parts.saved(),
        "rsids",
        "trackRevisions",
        "documentProtection",
        "attachedTemplate",
        "docVars",
    )
    for source, kind, name in (
        ("", "extended-properties", "docProps/app.xml"),
        ("", "custom-properties", "docProps/custom.xml"),
        ("", "metadata/thumbnail", "docProps/thumbnail.xml"),
        (MAIN, "people", "word/people.xml"),
        (MAIN, "customXml", "customXml/item1.xml"),
        (MAIN, "glossaryDocument", "word/glossary/document.xml"),
        (MAIN, "comments", "word/comments.xml"),
        (SETTINGS, "attachedTemplate", "word/normal.xml"),
    ):
        data = with_part(data, source, kind, name)
    return data


def test_the_traces_of_a_template_are_taken_out(document: Document, report: bytes) -> None:
    """What Word adds about its author and history makes no difference to what is made."""
    made = [render_word(document, one, "r.docx", None) for one in (report, saved_by_word(report))]
    names = [set(trees_of(one)) for one in made]
    assert names[0] == names[1]
    texts = [trees_of(one)[MAIN] for one in made]
    assert etree.tostring(texts[0], method="c14n2") == etree.tostring(texts[1], method="c14n2")


def test_notes_of_a_template_lose_their_traces_too(document: Document, report: bytes) -> None:
    """Parts that nothing else is done with are cleaned like the rest."""
    xml = (
        f'<w:footnotes {nsdecls("w")}><w:footnote><w:p w:rsidR="00A1"/></w:footnote></w:footnotes>'
    )
    template = with_part(report, MAIN, "footnotes", "word/footnotes.xml", xml)
    made = trees_of(render_word(document, template, "report.docx", None))
    assert b"rsid" not in etree.tostring(made["word/footnotes.xml"])


def test_a_render_is_clean_whatever_its_words_say(
    make_block: MakeBlock, make_document: MakeDocument, hostile: str, report: bytes
) -> None:
    """Words that look like mark-up are words."""
    word = render_word(make_document(make_block("bullet", hostile)), report, "report.docx", None)
    verify_clean(trees_of(word), "report.docx")


TRACKED = "Accept or reject"
UNSEEN = "hidden text"


@pytest.mark.parametrize(
    ("xml", "told", "remedy"),
    [
        ("<w:ins w:author='A'><w:r><w:t>Added.</w:t></w:r></w:ins>", "“Added.”", TRACKED),
        ("<w:del w:author='A'><w:r><w:delText>Gone.</w:delText></w:r></w:del>", "“Gone.”", TRACKED),
        ("<w:moveFrom><w:r><w:t>Away.</w:t></w:r></w:moveFrom>", "“Away.”", TRACKED),
        ("<w:r><w:rPr><w:rPrChange/></w:rPr><w:t>Bold.</w:t></w:r>", "“Bold.”", TRACKED),
        ("<w:r><w:commentReference w:id='0'/></w:r>", "comments", "Delete all comments"),
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>Secret.</w:t></w:r>", "“Secret.”", UNSEEN),
        ("<w:r><w:rPr><w:vanish w:val='1'/></w:rPr><w:t>Secret.</w:t></w:r>", "“Secret.”", UNSEEN),
    ],
)
def test_what_only_a_person_can_decide_is_refused(
    document: Document, edited: Edited, xml: str, told: str, remedy: str
) -> None:
    """Tracked changes, comments and hidden text are quoted, and it is said what to do."""

    def add(word: WordFile) -> None:
        wrapped = parse_xml(f"<w:p {nsdecls('w')}>{xml}</w:p>")
        author(word)._p.extend(list(wrapped))

    error = refusal(document, edited(add))
    assert told in str(error)
    assert remedy in error.hint


def test_a_comment_outside_the_body_is_refused(document: Document, edited: Edited) -> None:
    """Headers and footers are read like the body."""

    def add(word: WordFile) -> None:
        change = f"<w:ins {nsdecls('w')}><w:r><w:t>Draft</w:t></w:r></w:ins>"
        word.sections[0].header.paragraphs[0]._p.append(parse_xml(change))

    assert "“Draft”" in str(refusal(document, edited(add)))


def test_a_hidden_row_is_refused(document: Document, edited: Edited) -> None:
    """Whoever knows how can show it again."""

    def hide(word: WordFile) -> None:
        row = word.tables[0].add_row()
        row.cells[0].text = "Unseen."
        row._tr.get_or_add_trPr().append(parse_xml(f"<w:hidden {nsdecls('w')}/>"))

    assert "hidden text: “Unseen.”" in str(refusal(document, edited(hide)))


def test_text_in_a_hidden_style_is_refused(document: Document, edited: Edited) -> None:
    """Also where the style takes it over from another one."""

    def add(word: WordFile) -> None:
        base = word.styles.add_style("Unseen", WD_STYLE_TYPE.PARAGRAPH)
        base.font.hidden = True
        style = word.styles.add_style("Aside", WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = base
        author(word).insert_paragraph_before("An aside.", style)

    assert "style “Unseen”" in str(refusal(document, edited(add)))


def test_a_hidden_style_that_nothing_is_printed_in_is_no_matter(
    document: Document, edited: Edited
) -> None:
    """The paragraphs that hold only tags may be hidden in the template: they are never printed."""

    def hide(word: WordFile) -> None:
        word.styles["Template Tag"].font.hidden = True

    assert render_word(document, edited(hide), "report.docx", None)


def test_text_that_is_said_not_to_be_hidden_is_no_matter(
    document: Document, edited: Edited
) -> None:
    """Word writes so where a run differs from its style."""

    def show(word: WordFile) -> None:
        author(word).runs[0].font.hidden = False

    assert render_word(document, edited(show), "report.docx", None)


@pytest.mark.parametrize(
    ("kind", "target"),
    [
        ("image", "https://example.org/logo.png"),
        ("hyperlink", "file:///C:/Users/somebody/notes.docx"),
        ("frame", "https://example.org/"),
    ],
)
def test_what_stands_outside_of_a_template_is_refused(
    document: Document, edited: Edited, kind: str, target: str
) -> None:
    """Nothing is fetched when somebody opens a publication, and no link tells of a machine."""

    def relate(word: WordFile) -> None:
        word.part.relate_to(target, f"{OFFICE}/{kind}", is_external=True)

    assert target in str(refusal(document, edited(relate)))


@pytest.mark.parametrize("kind", ["oleObject", "package", "aFChunk", "subDocument", "chart"])
def test_what_is_embedded_in_a_template_is_refused(
    document: Document, report: bytes, kind: str
) -> None:
    """An embedded file may say more than what is seen of it."""
    template = with_part(report, MAIN, kind, "word/embeddings/book.xml")
    assert "something embedded: embeddings/book.xml" in str(refusal(document, template))


def field(*instruction: str) -> str:
    """A field as Word writes it, its instruction over several runs; one may be a field itself."""
    words = "".join(
        part if part.startswith("<") else f"<w:r><w:instrText>{escape(part)}</w:instrText></w:r>"
        for part in instruction
    )
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end"))
    return f"{begin}{words}{end}"


@pytest.mark.parametrize(
    "xml",
    [
        field("DDEA", 'UTO cmd "/c calc"'),
        field('INCLUDEPICTURE "https://example.org/x.png" \\d'),
        field("author"),
        field('DATE \\@ "d"'),
        field('HYPERLINK "file:///C:/notes.docx"'),
        field("HYPERLINK C:\\notes.docx"),
        field(field("PAGE"), " cmd"),
        field(),
        "<w:r><w:fldChar w:fldCharType='begin'/><w:instrText>USERNAME</w:instrText></w:r>",
        "<w:fldSimple w:instr=' FILENAME '/>",
    ],
)
def test_a_field_that_fetches_or_tells_something_is_refused(
    document: Document, edited: Edited, xml: str
) -> None:
    """Whoever opens a publication reads what was published, and nothing is asked of the machine."""

    def add(word: WordFile) -> None:
        author(word)._p.extend(list(parse_xml(f"<w:p {nsdecls('w')}>{xml}</w:p>")))

    error = refusal(document, edited(add))
    assert "a field whose words come from elsewhere" in str(error)
    assert "Ctrl+Shift+F9" in error.hint


@pytest.mark.parametrize(
    "instruction",
    [" PAGE ", "numpages \\* Arabic", 'HYPERLINK \\l "top"', 'HYPERLINK "https://www.itu.int"'],
)
def test_fields_of_the_file_itself_stay(
    document: Document, edited: Edited, instruction: str
) -> None:
    """Pages are counted, and links lead within the file or to the web."""

    def add(word: WordFile) -> None:
        xml = f"<w:p {nsdecls('w')}>{field(instruction)}</w:p>"
        word.sections[0].footer.paragraphs[0]._p.extend(list(parse_xml(xml)))

    assert render_word(document, edited(add), "report.docx", None)


def test_links_to_the_web_stay(document: Document, edited: Edited) -> None:
    """A template may have links of its own."""

    def relate(word: WordFile) -> None:
        for target in ("https://www.itu.int/council", "mailto:council@example.org"):
            word.part.relate_to(target, f"{OFFICE}/hyperlink", is_external=True)

    assert render_word(document, edited(relate), "report.docx", None)


def test_every_trace_is_seen_at_the_end(document: Document, report: bytes) -> None:
    """The finished file is looked at again: whatever slips through is an error."""
    word = render_word(document, report, "report.docx", None)
    core = Parts(word)
    properties = core.tree("docProps/core.xml")
    etree.SubElement(properties, "{http://purl.org/dc/elements/1.1/}creator").text = "Somebody"
    core.put("docProps/core.xml", properties)
    dirty: Sequence[tuple[bytes, str]] = (
        (with_part(word, "", "extended-properties", "docProps/app.xml"), "docProps/app.xml"),
        (with_settings(word, "rsids"), "rsids"),
        (saved_by_word(word), "rsidR"),
        (core.saved(), "the property creator"),
    )
    for data, told in dirty:
        with pytest.raises(RenderingError, match=told):
            verify_clean(trees_of(data), "report.docx")


def test_all_that_is_wrong_is_told_at_once(document: Document, edited: Edited) -> None:
    """A person mends a template once."""

    def add(word: WordFile) -> None:
        author(word).add_run("Secret.").font.hidden = True
        word.part.relate_to("file:///a.png", f"{OFFICE}/image", is_external=True)

    error = refusal(document, edited(add))
    assert len(str(error).splitlines()) == 3
    assert "Insert pictures" in error.hint
    assert "hidden text" in error.hint


def test_a_template_with_a_damaged_part_is_refused(document: Document, report: bytes) -> None:
    """Also where the part is one that nothing else would look into."""
    damaged = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(report)) as source, zipfile.ZipFile(damaged, "w") as target:
        for name in source.namelist():
            data = b"<a>" if name == "word/theme/theme1.xml" else source.read(name)
            target.writestr(name, data)
    with pytest.raises(RenderingError, match=r"annual\.docx cannot be opened"):
        render_word(document, damaged.getvalue(), "annual.docx", None)


def test_the_template_itself_stays_as_it_was(document: Document, report: bytes) -> None:
    """Rendering changes nothing of what the secretariat edits."""
    word = docx.Document(io.BytesIO(report))
    before = etree.tostring(word.element)
    render_word(document, report, "report.docx", None)
    assert etree.tostring(docx.Document(io.BytesIO(report)).element) == before
