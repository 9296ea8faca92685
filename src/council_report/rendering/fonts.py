"""Whether a document is printed in the fonts of its language: its Word file, and its PDF."""

from collections.abc import Iterable, Iterator, Mapping

from lxml import etree

from council_report.model.catalogue import Catalogue
from council_report.model.document import Document
from council_report.model.finding import Finding
from council_report.model.language import Language
from council_report.model.location import Location
from council_report.model.message import Message
from council_report.office.tags import W
from council_report.rendering.pdf.fonts import Font
from council_report.rendering.readback import trees_of
from council_report.rendering.traces import named

RULE = "font-not-allowed"

Catalogues = Mapping[Language, Catalogue]

STORIES = named("document", "hdr", "ftr", "footnotes", "endnotes")
STYLED = named("pStyle", "rStyle", "tblStyle")
KINDS = ("ascii", "hAnsi", "cs", "eastAsia")


def check_pdf(
    document: Document, file: str, fonts: Iterable[Font], catalogues: Catalogues
) -> tuple[Finding, ...]:
    """The fonts of a PDF that it should not have, or that are not in the file itself."""
    allowed = {
        _squeezed(name) for one in _languages(document) for name in catalogues[one].pdf_fonts
    }
    families: dict[str, bool] = {}
    for font in fonts:
        families[font.family] = families.get(font.family, True) and font.is_embedded
    return tuple(
        _left_out(file, family) if _squeezed(family) in allowed else _other(file, family)
        for family, is_embedded in families.items()
        if not (is_embedded and _squeezed(family) in allowed)
    )


def check_word(
    document: Document, file: str, word: bytes, catalogues: Catalogues
) -> tuple[Finding, ...]:
    """The fonts that a Word file asks for and that are of none of its languages."""
    fonts = [catalogues[one].fonts for one in _languages(document)]
    allowed = {name for one in fonts for name in (one.latin, one.complex, one.east_asian)}
    asked = dict.fromkeys(_asked_for(word))
    return tuple(_asked(file, name) for name in asked if name not in allowed)


def _languages(document: Document) -> tuple[Language, ...]:
    """The language of a document, and those of the texts in it that are not translated."""
    texts = [text for block in document.all_blocks() for text in (block.text, *sum(block.rows, ()))]
    others = (run.language for text in texts for run in text if run.language)
    return tuple(dict.fromkeys((document.language, *others)))


def _asked_for(word: bytes) -> Iterator[str]:
    """The fonts named in the text of a Word file, and in the styles it is set in."""
    trees = trees_of(word).values()
    stories = [tree for tree in trees if tree.tag in STORIES]
    styles = next(tree for tree in trees if tree.tag == f"{W}styles")
    for holder in (*stories, *_styles_in_use(styles, stories)):
        for fonts in holder.iter(f"{W}rFonts"):
            yield from (name for kind in KINDS if (name := fonts.get(f"{W}{kind}")))


def _styles_in_use(
    styles: etree._Element, stories: Iterable[etree._Element]
) -> Iterator[etree._Element]:
    """The styles of a text, those that they are based on, and what holds without any."""
    yield from styles.iterfind(f"{W}docDefaults")
    by_id = {one.get(f"{W}styleId", ""): one for one in styles.iter(f"{W}style")}
    waiting = [key for key, one in by_id.items() if one.get(f"{W}default") in ("1", "true")]
    waiting += {one.get(f"{W}val", "") for story in stories for one in story.iter(*STYLED)}
    while waiting:
        style = by_id.pop(waiting.pop(), None)
        if style is not None:
            yield style
            waiting += [one.get(f"{W}val", "") for one in style.iterfind(f"{W}basedOn")]


def _squeezed(name: str) -> str:
    return name.replace(" ", "").casefold()


def _other(file: str, family: str) -> Finding:
    return _finding(
        file,
        Message("some letters are printed in the font {font}", font=family),
        Message(
            "Install the fonts of the language for the next draft; or, if this font may be used,"
            " name it under pdf_fonts in templates/labels."
        ),
    )


def _left_out(file: str, family: str) -> Finding:
    return _finding(
        file,
        Message("the letters of the font {font} are not in the file", font=family),
        Message("Install the font for the next draft."),
    )


def _asked(file: str, name: str) -> Finding:
    return _finding(
        file,
        Message("some words are to be set in the font {font}", font=name),
        Message(
            "Take the font out of the template with Word; or, if it may be used, name it under"
            " fonts in templates/labels."
        ),
    )


def _finding(file: str, message: Message, remedy: Message) -> Finding:
    return Finding(
        rule=RULE,
        severity="warning",
        location=Location(file),
        message=message,
        remedy=remedy,
    )
