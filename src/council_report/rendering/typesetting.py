"""The languages and fonts of a Word file, and the face of one that reads from right to left.

One template serves all languages: what is left in it is where a line begins, and what is right is
where it ends, and Word itself turns a marked paragraph or table around.
"""

from collections.abc import Iterator, Mapping

from docx.document import Document as WordFile
from lxml import etree

from council_report.model.catalogue import Fonts
from council_report.model.language import RIGHT_TO_LEFT, TAGS, Language
from council_report.office.tags import W
from council_report.rendering.directions import properties_of, put, typeset_paragraph
from council_report.rendering.stretches import RIGHT_TO_LEFT as RIGHT_TO_LEFT_LETTER
from council_report.rendering.traces import named, parts_of

LATIN: Mapping[Language, str] = {**TAGS, "ar": TAGS["en"], "zh": TAGS["en"]}
"""The tag of the words in Latin letters of each language: in Arabic and Chinese they are English.
"""

STORIES = named("document", "hdr", "ftr", "footnotes", "endnotes")
PARAGRAPH, LOOK, FONTS, TEXT, LANG = named("p", "rPr", "rFonts", "t", "lang")
WESTERN = named("ascii", "hAnsi")
EAST_ASIAN = f"{W}eastAsia"

AFTER_BIDI_VISUAL = named(
    *("tblStyleRowBandSize", "tblStyleColBandSize", "tblW", "jc", "tblCellSpacing", "tblInd"),
    *("tblBorders", "shd", "tblLayout", "tblCellMar", "tblLook", "tblCaption"),
    *("tblDescription", "tblPrChange"),
)
AFTER_BIDI = named("rtlGutter", "docGrid", "printerSettings", "sectPrChange")
"""What may only stand after the mark of direction of a table, or of a section."""


def forget_languages(word: WordFile) -> None:
    """Take away which language Word took the texts of a template for, as it serves all of them."""
    for story in _stories(word):
        for lang in [*story.iter(LANG)]:
            look = lang.getparent()
            if look is not None:
                look.remove(lang)
                _drop_if_empty(look)


def _drop_if_empty(look: etree._Element) -> None:
    holder = look.getparent()
    if len(look) == 0 and holder is not None:
        holder.remove(look)


def typeset(word: WordFile, language: Language, fonts: Fonts | None) -> None:
    """Set a finished Word file in a language, in these fonts or else in those of its template.

    Runs that have a language of their own keep it, and with it the direction of their paragraph.
    """
    for lang in word.styles.element.iter(LANG):
        lang.set(f"{W}val", LATIN[language])
        lang.set(f"{W}eastAsia", TAGS["zh"])
        lang.set(f"{W}bidi", TAGS["ar"])
    if fonts:
        _set_fonts(word.styles.element, fonts)
    chinese = _chinese_font(word.styles.element)
    for story in _stories(word):
        if language in RIGHT_TO_LEFT:
            _turn_around(story)
        for paragraph in _to_be_marked(story, language):
            typeset_paragraph(paragraph, language, chinese)


def _set_fonts(styles: etree._Element, fonts: Fonts) -> None:
    """Name the fonts of all text whose style names none itself."""
    for one in styles.iterfind(f"{W}docDefaults//{FONTS}"):
        one.attrib.clear()
        for name in WESTERN:
            one.set(name, fonts.latin)
        one.set(f"{W}cs", fonts.complex)
        one.set(EAST_ASIAN, fonts.east_asian)


def _chinese_font(styles: etree._Element) -> str:
    named = styles.find(f"{W}docDefaults//{FONTS}")
    return "" if named is None else named.get(EAST_ASIAN, "")


def _stories(word: WordFile) -> Iterator[etree._Element]:
    for part in parts_of(word):
        tree = getattr(part, "element", None)
        if tree is not None and tree.tag in STORIES:
            yield tree


def _turn_around(story: etree._Element) -> None:
    """Let the tables and pages of a story begin on the right."""
    for table in story.iter(f"{W}tbl"):
        put(properties_of(table, "tblPr"), "bidiVisual", AFTER_BIDI_VISUAL)
    for section in story.iter(f"{W}sectPr"):
        put(section, "bidi", AFTER_BIDI)


def _to_be_marked(story: etree._Element, language: Language) -> Iterator[etree._Element]:
    """The paragraphs in which not all is as the styles say: in Latin letters, most are not."""
    if language in ("ar", "zh"):
        yield from story.iter(PARAGRAPH)
        return
    unlike = [*story.iter(LANG)]
    if RIGHT_TO_LEFT_LETTER.search(etree.tostring(story, method="text", encoding="unicode")):
        texts = story.iter(TEXT)
        unlike += [text for text in texts if RIGHT_TO_LEFT_LETTER.search(text.text or "")]
    yield from dict.fromkeys(next(one.iterancestors(PARAGRAPH)) for one in unlike)
