"""A document made into a Word file, through the template of its kind."""

import io
from functools import cache
from itertools import count

from docx.image.image import Image
from docx.oxml.ns import qn
from docx.shared import Mm
from docxtpl import DocxTemplate, InlineImage
from jinja2 import TemplateSyntaxError

from council_report.errors import RenderingError
from council_report.model.document import Document
from council_report.model.language import TAGS
from council_report.office.package import normalised
from council_report.rendering.bookmarks import FIRST, in_bookmark, tell_apart
from council_report.rendering.clean import refuse, unsettled, verify_clean
from council_report.rendering.context import word_context
from council_report.rendering.pictures import without_notes
from council_report.rendering.readback import main_text, paragraphs, trees_of, verify
from council_report.rendering.runs import NO_FONTS, FontsOf, as_runs
from council_report.rendering.template import Template, environment
from council_report.rendering.traces import parts_of, take_out
from council_report.rendering.typesetting import forget_languages, typeset

EMBLEM_HEIGHT = Mm(16)

PICTURES = ".//a:blip/@r:embed"
"""The pictures in an element, by the ids of their relationships."""

LONGEST_TITLE = 255
"""How many characters the title among a file's properties may have."""


def render_word(
    document: Document,
    template: bytes,
    name: str,
    emblem: bytes | None,
    fonts: FontsOf = NO_FONTS,
) -> bytes:
    """The Word file of a document, the same bytes for the same arguments.

    ``name`` is the template's name, for messages. ``fonts`` are those of each language; one that
    has none here is printed in those of the template. Around the text of each entry is the bookmark
    of ``Document.marks``. Raises RenderingError if the template fails, if the file does not say
    what the document says, block by block, or if it holds more than its readers should see.
    """
    word = _opened(template, name)
    fixed = paragraphs(word.docx.element)
    own = frozenset(word.docx.element.xpath(PICTURES))
    _fill(word, document, name, emblem, fonts)
    _name(word, document)
    typeset(word.docx, document.language, fonts.get(document.language))
    _describe_emblem(word, own)
    saved = io.BytesIO()
    word.save(saved)
    data = normalised(saved.getvalue())
    trees = trees_of(data)
    verify(main_text(trees), document, fixed, name)
    verify_clean(trees, name)
    return data


def _fill(
    word: DocxTemplate, document: Document, name: str, emblem: bytes | None, fonts: FontsOf
) -> None:
    relation, numbers = cache(word.build_url_id), count(FIRST)
    context = word_context(
        document,
        lambda text: as_runs(text, relation, fonts),
        lambda runs, mark: in_bookmark(runs, mark, next(numbers)),
    )
    picture = "" if emblem is None else _picture(word, emblem)
    try:
        word.render({**context, "emblem": picture}, environment(), autoescape=True)
    except Exception as error:  # A template is a program, and may fail in any way that one can.
        raise RenderingError(
            f"The template {name} fails: {_reason(error)}",
            "Mend the tag in the template; docs/templates.md lists what a template may print.",
        ) from error
    _tell_bookmarks_apart(word, next(numbers) - FIRST)


def _opened(template: bytes, name: str) -> DocxTemplate:
    word = Template(io.BytesIO(template))
    try:
        word.init_docx()
        problems = unsettled(word.docx)
        take_out(word.docx)
        forget_languages(word.docx)
    except Exception as error:  # python-docx has no error of its own for a damaged file.
        raise RenderingError(
            f"The template {name} cannot be opened: {_reason(error)}",
            "Open it in Word and save it again as .docx.",
        ) from error
    refuse(name, problems)
    return word


def _picture(word: DocxTemplate, emblem: bytes) -> InlineImage:
    picture = without_notes(emblem)
    try:
        Image.from_blob(picture)
    except Exception as error:  # python-docx has no one error for all that is not a picture.
        raise RenderingError(
            f"The emblem is not a picture that Word can show: {_reason(error)}",
            "Save templates/emblem.png again as a PNG file, or take it away.",
        ) from error
    return InlineImage(word, io.BytesIO(picture), height=EMBLEM_HEIGHT)


def _tell_bookmarks_apart(word: DocxTemplate, marks: int) -> None:
    main = word.docx.part
    trees = (getattr(part, "element", None) for part in parts_of(word.docx) if part is not main)
    tell_apart(main.element, [tree for tree in trees if tree is not None], marks)


def _describe_emblem(word: DocxTemplate, own: frozenset[str]) -> None:
    """Give the emblem, not the template's ``own`` pictures, words for those who cannot see it."""
    for picture in word.docx.element.body.iter(qn("wp:inline")):
        if not own.isdisjoint(picture.xpath(PICTURES)):
            continue
        picture.docPr.set("descr", "Emblem")
        for side in ("distT", "distB", "distL", "distR"):
            picture.set(side, "0")


def _reason(error: Exception) -> str:
    """What went wrong, and the paragraph of the template as far as it is known."""
    message = (getattr(error, "message", None) or str(error) or type(error).__name__).rstrip(".")
    lines = list(getattr(error, "docx_context", ()))  # up to three lines before it, and after
    if isinstance(error, TemplateSyntaxError) and lines:
        return f"{message}, in “{lines[min(error.lineno, 4) - 1].strip()}”"
    return message


def _name(word: DocxTemplate, document: Document) -> None:
    """Give the file its title and language, and nothing of who made it or when."""
    properties = word.docx.core_properties
    for element in list(properties._element):
        properties._element.remove(element)
    properties.title = document.title[:LONGEST_TITLE]
    properties.language = TAGS[document.language]
