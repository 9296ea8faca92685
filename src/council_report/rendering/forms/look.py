"""How a Word form looks: the styles, lists and page of an empty document."""

from typing import Any

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor

from council_report.model.language import RIGHT_TO_LEFT, TAGS, Language
from council_report.rendering.forms.numbering import set_lists
from council_report.rendering.word import LONGEST_TITLE

BLUE = RGBColor(0x1B, 0x4F, 0x8A)
GREY = RGBColor(0x59, 0x59, 0x59)
SHADE = "EEF2F7"

BOX = (
    f"<w:pBdr {nsdecls('w')}>"
    + "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="4" w:color="{SHADE}"/>'
        for side in ("top", "left", "bottom", "right")
    )
    + "</w:pBdr>"
)
"""A border in the colour of the shade, for room around the words."""

KEPT_TABLES = ("Normal Table", "Table Grid")
UNWANTED = ("customXml", "stylesWithEffects", "thumbnail")
"""Parts of python-docx's own empty document that a form has no use for."""


def empty_document(title: str, language: Language) -> Any:
    """A document of python-docx without a paragraph, with the styles of a form and no fonts.

    They are Title, Heading 1, Normal, List Bullet, List Bullet 2, List Number, Caption, Form
    Guidance and Entry Details.
    """
    document = Document()
    _drop_unwanted(document)
    _set_page(document, title)
    _drop_fonts(document)
    _set_styles(document.styles, language)
    set_lists(document)
    _set_properties(document, title, language)
    return document


def _drop_unwanted(document: Any) -> None:
    for relations in (document.part.rels, document.part.package.rels):
        for key, relation in list(relations.items()):
            if relation.reltype.endswith(UNWANTED):
                del relations[key]
    for style in list(document.styles):
        if style.type == WD_STYLE_TYPE.TABLE and style.name not in KEPT_TABLES:
            style.delete()


def _set_page(document: Any, title: str) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(22)
    section.top_margin = section.bottom_margin = Mm(20)
    section.header.paragraphs[0].text = title


def _drop_fonts(document: Any) -> None:
    """Take the fonts out of the styles, so that all text is in those of the whole document.

    Space between letters goes with them: Arabic letters hang together.
    """
    for style in document.styles.element.iterchildren(qn("w:style")):
        for look in style.iter(qn("w:rPr")):
            for name in ("w:rFonts", "w:spacing"):
                for element in look.findall(qn(name)):
                    look.remove(element)


def _set_styles(styles: Any, language: Language) -> None:
    _style(styles["Normal"], size=11, after=6)
    if language in RIGHT_TO_LEFT:
        styles["Normal"].element.get_or_add_pPr().insert(0, OxmlElement("w:bidi"))
    _style(styles["Header"], size=9, after=0, color=GREY)
    _style(styles["Title"], size=20, after=8, color=BLUE, bold=True)
    _style(styles["Heading 1"], size=14, before=20, after=6, color=BLUE)
    _style(styles["Caption"], size=11, after=3, color=RGBColor(0, 0, 0), keep=True)
    for name in ("List Bullet", "List Bullet 2", "List Number"):
        _style(styles[name], size=11, after=3)
        styles[name].quick_style = True
    guidance = _added(styles, "Form Guidance")
    _style(guidance, size=10, after=2, color=RGBColor(0x33, 0x33, 0x33))
    properties = guidance.element.get_or_add_pPr()
    for xml in (BOX, f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{SHADE}"/>'):
        properties.insert_element_before(
            parse_xml(xml), "w:tabs", "w:spacing", "w:ind", "w:jc", "w:outlineLvl"
        )
    _style(_added(styles, "Entry Details"), size=8.5, after=9, color=GREY)


def _added(styles: Any, name: str) -> Any:
    style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = styles["Normal"]
    style.next_paragraph_style = styles["Normal"]
    style.quick_style = True
    return style


def _style(
    style: Any,
    *,
    size: float,
    after: int,
    before: int = 0,
    color: RGBColor | None = None,
    bold: bool | None = None,
    keep: bool | None = None,
) -> None:
    spacing = style.paragraph_format
    spacing.space_before, spacing.space_after = Pt(before), Pt(after)
    spacing.line_spacing = 1.08
    style.font.size = Pt(size)
    if color is not None:
        style.font.color.rgb = color
    if bold is not None:
        style.font.bold = style.font.cs_bold = bold
    _set_arabic_size(style, size)
    if keep is not None:
        spacing.keep_with_next = keep


def _set_arabic_size(style: Any, size: float) -> None:
    """Give Arabic letters the size of the others, which Word keeps apart."""
    look = style.element.rPr
    for element in look.findall(qn("w:szCs")):
        look.remove(element)
    element = OxmlElement("w:szCs")
    element.set(qn("w:val"), str(round(2 * size)))
    look.find(qn("w:sz")).addnext(element)


def _set_properties(document: Any, title: str, language: Language) -> None:
    """Give the file its title and language, and nothing of who made it or when."""
    properties = document.core_properties
    for element in list(properties._element):
        properties._element.remove(element)
    properties.title = title[:LONGEST_TITLE]
    properties.language = TAGS[language]
    for fonts in document.settings.element.findall(qn("w:themeFontLang")):
        fonts.getparent().remove(fonts)  # It would have Chinese written in Japanese letters.
