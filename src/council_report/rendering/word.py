"""A document made into a Word file, through the template of its kind."""

import io
from collections.abc import Mapping
from functools import cache

from docx.shared import Mm
from docxtpl import DocxTemplate, InlineImage
from jinja2 import StrictUndefined, TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from lxml import etree

from council_report.errors import RenderingError
from council_report.model.document import Document
from council_report.model.language import Language
from council_report.rendering.context import word_context
from council_report.rendering.package import normalised
from council_report.rendering.readback import W, verify
from council_report.rendering.runs import as_runs, as_xml

EMBLEM_HEIGHT = Mm(20)

TAGS: Mapping[Language, str] = {
    "en": "en-GB",
    "fr": "fr-FR",
    "es": "es-ES",
    "ru": "ru-RU",
    "zh": "zh-CN",
    "ar": "ar-SA",
}
"""The tag by which Word knows each language."""


def render_word(document: Document, template: bytes, name: str, emblem: bytes | None) -> bytes:
    """The Word file of a document, the same bytes for the same arguments.

    ``name`` is the template's name, for messages. Raises RenderingError if the template fails, or
    if the file does not say what the document says, block by block.
    """
    word = _filled(document, template, name, emblem)
    _name(word, document)
    _drop_empty_runs(word)
    saved = io.BytesIO()
    word.save(saved)
    data = normalised(saved.getvalue())
    verify(data, document, name)
    return data


def _filled(document: Document, template: bytes, name: str, emblem: bytes | None) -> DocxTemplate:
    word = DocxTemplate(io.BytesIO(template))
    relation = cache(word.build_url_id)
    try:
        context = word_context(document, lambda text: as_runs(text, relation))
        picture = InlineImage(word, io.BytesIO(emblem), height=EMBLEM_HEIGHT) if emblem else ""
        word.render({**context, "emblem": picture}, environment(), autoescape=True)
    except TemplateError as error:
        raise RenderingError(
            f"The template {name} fails: {error}",
            "Mend the tag in the template; docs/templates.md lists what a template may print.",
        ) from error
    return word


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
    properties.title = document.title
    properties.language = TAGS[document.language]
    for lang in word.docx.styles.element.iter(f"{W}lang"):
        lang.set(f"{W}val", TAGS[document.language])


def _drop_empty_runs(word: DocxTemplate) -> None:
    """Remove the empty runs that docxtpl leaves beside every ``{{r … }}`` tag."""
    body = word.docx.element.body
    for run in list(body.iter(f"{W}r")):
        if all(_is_empty(child) for child in run):
            run.getparent().remove(run)


def _is_empty(child: etree._Element) -> bool:
    return child.tag == f"{W}rPr" or (child.tag == f"{W}t" and not child.text)
