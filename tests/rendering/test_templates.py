"""Templates that somebody has edited: what goes wrong is said, by name, and nothing is executed."""

from collections.abc import Callable
from copy import deepcopy

import pytest
from docx.document import Document as WordFile
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.text.paragraph import Paragraph

from council_report.errors import RenderingError
from council_report.model.document import Block, Document
from council_report.rendering.word import render_word

MakeBlock = Callable[..., Block]
MakeDocument = Callable[..., Document]
Edited = Callable[[Callable[[WordFile], None]], bytes]
Rendered = Callable[..., WordFile]

LOOP = "{%p for block in blocks %}"


def tagged(word: WordFile, text: str, style: str | None = None) -> list[Paragraph]:
    """The paragraphs of a template with this text, and style if one is named."""
    every = (Paragraph(p, word) for p in word.element.body.iter(qn("w:p")))
    return [p for p in every if p.text == text and style in (None, p.style.name)]


def in_body(word: WordFile, style: str) -> Paragraph:
    """The paragraph that prints one kind of block in the body."""
    loop = tagged(word, LOOP)[0]._p
    every = (Paragraph(p, word) for p in loop.itersiblings(qn("w:p")))
    return next(p for p in every if p.style.name == style)


def refusal(document: Document, template: bytes) -> RenderingError:
    """What is said about a template that cannot be used."""
    with pytest.raises(RenderingError) as caught:
        render_word(document, template, "annual.docx", None)
    assert "annual.docx" in f"{caught.value} {caught.value.hint}"
    return caught.value


@pytest.fixture(scope="session")
def with_tag(edited: Edited) -> Callable[[str], bytes]:
    """The template of reports with one more paragraph, above the author line."""

    def add(tag: str) -> bytes:
        return edited(lambda word: tagged(word, "{{ author }}")[0].insert_paragraph_before(tag))

    return add


@pytest.fixture(scope="session")
def document(make_block: MakeBlock, make_document: MakeDocument) -> Document:
    """A document of an entry of each of three kinds, one after the other."""
    return make_document(
        make_block("paragraph", "First of all.", entry="first"),
        make_block("bullet", "In the second place.", entry="second"),
        make_block("paragraph", "Third and last.", entry="third"),
    )


@pytest.mark.parametrize("tag", ["{{ titel }}", "{{ header.titel }}", "{{ blocks[99].text }}"])
def test_a_name_that_we_do_not_know_is_refused(
    document: Document, with_tag: Callable[[str], bytes], tag: str
) -> None:
    """A template that asks for something else than it is given prints nothing in its place."""
    error = refusal(document, with_tag(tag))
    assert "annual.docx" in str(error)
    assert "docs/templates.md" in error.hint


def test_a_wrong_name_is_named(document: Document, with_tag: Callable[[str], bytes]) -> None:
    """The message has the name to look for."""
    assert "titel" in str(refusal(document, with_tag("{{ header.titel }}")))


@pytest.mark.parametrize(
    "tag",
    [
        "{{ ''.__class__.__mro__ }}",
        "{{ cycler.__init__.__globals__ }}",
        "{{ lipsum.__globals__['os'] }}",
        "{{ '{0.__class__.__mro__}'.format(title) }}",
        "{{ title | attr('__class__') }}",
        "{% for x in ().__class__.__base__.__subclasses__() %}{% endfor %}",
        "{{ blocks.clear() }}",
        "{{ header.update({'symbol': 'C25/99'}) }}",
    ],
)
def test_a_template_cannot_leave_its_sandbox(
    document: Document, with_tag: Callable[[str], bytes], tag: str
) -> None:
    """A template reaches nothing of the program, and changes nothing that it was given."""
    refusal(document, with_tag(tag))


@pytest.mark.parametrize(
    "tag",
    [
        "{{ 1 / 0 }}",
        "{{ title + 1 }}",
        "{{ title | italics }}",
        "{{ range(1000000000) }}",
        "{{ header.symbol",
        "{% if title %}",
        "{%p endfor %}",
        "{% include 'other.docx' %}",
    ],
)
def test_a_template_that_fails_says_so(
    document: Document, with_tag: Callable[[str], bytes], tag: str
) -> None:
    """However a template fails, a person is told which one, why, and what to do."""
    error = refusal(document, with_tag(tag))
    assert "annual.docx" in str(error)
    assert error.hint


def test_a_tag_that_is_written_wrongly_is_shown(
    document: Document, with_tag: Callable[[str], bytes]
) -> None:
    """The words of the template around it are quoted, to be found in Word."""
    assert "{% iff title %}" in str(refusal(document, with_tag("{% iff title %}")))


@pytest.mark.parametrize("data", [b"", b"no Word file", b"PK\x05\x06" + b"\0" * 18])
def test_a_file_that_is_no_template_is_refused(document: Document, data: bytes) -> None:
    """A damaged template is named, without a traceback."""
    assert "cannot be opened" in str(refusal(document, data))


@pytest.mark.parametrize("data", [b"", b"no picture", b"\x89PNG\r\n\x1a\n\0\0"])
def test_an_emblem_that_is_no_picture_is_refused(
    document: Document, report: bytes, data: bytes
) -> None:
    """A damaged emblem is named, without a traceback."""
    with pytest.raises(RenderingError, match="emblem") as caught:
        render_word(document, report, "report.docx", data)
    assert "emblem.png" in caught.value.hint


def test_a_dropped_kind_of_block_is_named(document: Document, edited: Edited) -> None:
    """A template that prints no bullets says which bullets are missing, and nothing else."""

    def drop(word: WordFile) -> None:
        paragraph = in_body(word, "Bullet")._p
        paragraph.getparent().remove(paragraph)

    message = str(refusal(document, edited(drop)))
    assert "missing or out of order: entry second in section standards" in message
    assert "In the second place." in message
    assert "first" not in message
    assert "third" not in message


def test_a_block_printed_twice_is_named(document: Document, edited: Edited) -> None:
    """A template that prints bullets twice says which."""

    def double(word: WordFile) -> None:
        paragraph = in_body(word, "Bullet")._p
        paragraph.addnext(deepcopy(paragraph))

    message = str(refusal(document, edited(double)))
    assert "printed 2 times instead of 1: “\N{EN DASH}\tIn the second place.”" in message
    assert "First of all." not in message


def test_blocks_out_of_order_are_named(document: Document, edited: Edited) -> None:
    """A template that prints the blocks backwards says which are out of order."""

    def turn(word: WordFile) -> None:
        tagged(word, LOOP)[0].text = "{%p for block in blocks | reverse %}"

    message = str(refusal(document, edited(turn)))
    assert "missing or out of order: entry second" in message


def test_a_block_printed_as_mere_text_is_named(document: Document, edited: Edited) -> None:
    """A tag without its r would give a file that Word cannot open."""

    def forget(word: WordFile) -> None:
        in_body(word, "Bullet").text = "{{ block.marker }}\t{{ block.text }}"

    assert "missing or out of order: entry second" in str(refusal(document, edited(forget)))


def test_text_beside_a_paragraph_tag_is_missed(document: Document, edited: Edited) -> None:
    """What stands in one paragraph with a tag such as {%p if %} is dropped, and that is seen."""

    def crowd(word: WordFile) -> None:
        paragraph = in_body(word, "Bullet")
        paragraph.text = "{%p if True %}{{ block.marker }}\t{{r block.text }}"
        closing = deepcopy(tagged(word, "{%p endif %}")[0]._p)
        paragraph._p.addnext(closing)

    assert "missing or out of order: entry second" in str(refusal(document, edited(crowd)))


@pytest.mark.parametrize(
    "tag", ["{{ header.symbol }}", "{{ title }}", "{{ author }}", "{{ row.label }}"]
)
def test_a_dropped_line_around_the_blocks_is_named(
    document: Document, edited: Edited, tag: str
) -> None:
    """The header block, the author line, the title and the labels of the box are not optional."""

    def drop(word: WordFile) -> None:
        for paragraph in tagged(word, tag):
            paragraph.clear()

    assert "- missing" in str(refusal(document, edited(drop)))


def test_the_words_of_a_template_are_nobodys_entries(
    make_block: MakeBlock, make_document: MakeDocument, rendered: Rendered
) -> None:
    """An entry may say what a label, a line of the header or the template itself says too."""
    end_mark = "_" * 14
    lines = ("Purpose", "REPORT ON AI", end_mark, "_" * 18, "Purpose")
    word = rendered(make_document(*(make_block("paragraph", line) for line in lines)))
    printed = [p.text for p in word.paragraphs if p.text]
    assert printed[-6:] == [*lines, end_mark]


def test_a_template_saved_by_word_still_works(
    document: Document, edited: Edited, rendered: Rendered
) -> None:
    """Word cuts a tag into several runs and marks each with the session it was typed in."""

    def cut(word: WordFile) -> None:
        paragraph = in_body(word, "Bullet")._p
        for run in list(paragraph.iter(qn("w:r")))[2:]:
            paragraph.remove(run)
        for piece in ("{{", "r block.", "text", " }}"):
            xml = (
                f'<w:r {nsdecls("w")} w:rsidR="00A1"><w:rPr><w:lang w:val="fr-FR"/></w:rPr>'
                f'<w:t xml:space="preserve">{piece}</w:t></w:r>'
            )
            paragraph.append(parse_xml(xml))

    word = rendered(document, edited(cut))
    (bullet,) = [p for p in word.paragraphs if p.style.name == "Bullet"]
    assert bullet.text == "\N{EN DASH}\tIn the second place."
    assert all(run.text for run in bullet.runs)


def test_a_template_may_have_words_and_styles_of_its_own(
    document: Document, edited: Edited, rendered: Rendered
) -> None:
    """What the secretariat adds to a template is printed as it stands, once."""

    def add(word: WordFile) -> None:
        tagged(word, "{{ author }}")[0].insert_paragraph_before("For information", "Box Text")

    word = rendered(document, edited(add))
    assert [p.style.name for p in word.paragraphs if p.text == "For information"] == ["Box Text"]
