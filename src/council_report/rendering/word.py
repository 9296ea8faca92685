"""A document made into a Word file, through the template of its kind."""

import io
import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from docx.image.image import Image
from docx.oxml.ns import qn
from docx.shared import Mm
from docxtpl import DocxTemplate, InlineImage
from jinja2 import StrictUndefined, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from council_report.errors import RenderingError
from council_report.model.document import Document
from council_report.model.language import Language
from council_report.rendering.context import word_context
from council_report.rendering.package import normalised
from council_report.rendering.readback import W, verify
from council_report.rendering.runs import as_runs, as_xml

EMBLEM_HEIGHT = Mm(16)

TAGS: Mapping[Language, str] = {
    "en": "en-GB",
    "fr": "fr-FR",
    "es": "es-ES",
    "ru": "ru-RU",
    "zh": "zh-CN",
    "ar": "ar-SA",
}
"""The tag by which Word knows each language."""

LONGEST_TITLE = 255
"""How many characters the title among a file's properties may have."""

EMPTY_RUN = re.compile(
    r"<w:r(?: [^>]*)?>(?:<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?<w:t(?: [^>]*)?></w:t></w:r>",
    re.DOTALL,
)


class Template(DocxTemplate):  # type: ignore[misc]  # docxtpl ships no types
    """A Word template that leaves no empty runs behind, as docxtpl does beside most tags."""

    def patch_xml(self, src_xml: str) -> str:
        """The template's XML as Jinja reads it: what is dropped here is not printed many times."""
        return EMPTY_RUN.sub("", super().patch_xml(src_xml))

    def render_xml_part(self, *args: Any) -> str:
        """The XML as Jinja has filled it, without the runs that it had nothing for."""
        return EMPTY_RUN.sub("", super().render_xml_part(*args))


def render_word(document: Document, template: bytes, name: str, emblem: bytes | None) -> bytes:
    """The Word file of a document, the same bytes for the same arguments.

    ``name`` is the template's name, for messages. Raises RenderingError if the template fails, or
    if the file does not say what the document says, block by block.
    """
    word = _filled(document, template, name, emblem)
    _name(word, document)
    _describe_pictures(word)
    saved = io.BytesIO()
    word.save(saved)
    data = normalised(saved.getvalue())
    verify(data, document, template, name)
    return data


def _filled(document: Document, template: bytes, name: str, emblem: bytes | None) -> DocxTemplate:
    word = _opened(template, name)
    relation = cache(word.build_url_id)
    context = word_context(document, lambda text: as_runs(text, relation))
    picture = "" if emblem is None else _picture(word, emblem)
    try:
        word.render({**context, "emblem": picture}, environment(), autoescape=True)
    except Exception as error:  # A template is a program, and may fail in any way that one can.
        raise RenderingError(
            f"The template {name} fails: {_reason(error)}",
            "Mend the tag in the template; docs/templates.md lists what a template may print.",
        ) from error
    return word


def _opened(template: bytes, name: str) -> DocxTemplate:
    word = Template(io.BytesIO(template))
    try:
        word.init_docx()
    except Exception as error:  # python-docx has no error of its own for a damaged file.
        raise RenderingError(
            f"The template {name} cannot be opened: {_reason(error)}",
            "Open it in Word and save it again as .docx.",
        ) from error
    return word


def _picture(word: DocxTemplate, emblem: bytes) -> InlineImage:
    try:
        Image.from_blob(emblem)
    except Exception as error:  # python-docx has no one error for all that is not a picture.
        raise RenderingError(
            f"The emblem is not a picture that Word can show: {_reason(error)}",
            "Save templates/emblem.png again as a PNG file, or take it away.",
        ) from error
    return InlineImage(word, io.BytesIO(emblem), height=EMBLEM_HEIGHT)


def _describe_pictures(word: DocxTemplate) -> None:
    """Give the emblem, not the template's own pictures, words for those who cannot see it."""
    for picture in word.docx.element.body.iter(qn("wp:inline")):
        if picture.docPr.get("descr"):
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


def environment() -> ImmutableSandboxedEnvironment:
    """Where templates run: sandboxed, undefined names an error, every text escaped."""
    return ImmutableSandboxedEnvironment(
        autoescape=True, undefined=StrictUndefined, finalize=as_xml
    )


def _name(word: DocxTemplate, document: Document) -> None:
    """Give the file its title and language, and nothing of who made it or when."""
    properties = word.docx.core_properties
    for element in list(properties._element):
        properties._element.remove(element)
    properties.title = document.title[:LONGEST_TITLE]
    properties.language = TAGS[document.language]
    for lang in word.docx.styles.element.iter(f"{W}lang"):
        lang.set(f"{W}val", TAGS[document.language])
