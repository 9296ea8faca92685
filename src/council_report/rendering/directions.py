"""The paragraphs and runs of a Word file, each marked with its direction and script."""

from collections.abc import Collection, Iterator, Sequence
from copy import deepcopy
from itertools import groupby

from lxml import etree

from council_report.model.language import RIGHT_TO_LEFT, Language
from council_report.office.tags import W
from council_report.rendering.stretches import RIGHT_TO_LEFT as RIGHT_TO_LEFT_LETTER
from council_report.rendering.stretches import Setting, settings_of, settings_of_chinese
from council_report.rendering.traces import named

PARAGRAPH, RUN, LOOK, FONTS, TEXT, LANG = named("p", "r", "rPr", "rFonts", "t", "lang")
WESTERN = named("ascii", "hAnsi")
EAST_ASIAN = f"{W}eastAsia"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"

AFTER_BIDI = named(
    *("adjustRightInd", "snapToGrid", "spacing", "ind", "contextualSpacing", "mirrorIndents"),
    *("suppressOverlap", "jc", "textDirection", "textAlignment", "textboxTightWrap"),
    *("outlineLvl", "divId", "cnfStyle", "rPr", "sectPr", "pPrChange"),
)
AFTER_RTL = named("em", "lang", "eastAsianLayout", "specVanish", "oMath", "rPrChange")
"""What may only stand after the mark of direction of a paragraph, or of a run."""


def typeset_paragraph(paragraph: etree._Element, language: Language, chinese: str = "") -> None:
    """Mark the direction of a paragraph, and of each run; cut a run that has more than one.

    ``chinese`` is the font of Chinese letters where a run names none itself.
    """
    runs = [piece for run in _runs_of(paragraph) for piece in _simple(run)]
    own = [lang for run in runs for lang in run.iterfind(f"{LOOK}/{LANG}")]
    right_to_left = any(_tag(one, "bidi") for one in own) if own else language in RIGHT_TO_LEFT
    if right_to_left:
        put(properties_of(paragraph, "pPr"), "bidi", AFTER_BIDI)
    texts = [run.findtext(TEXT) or "\t" for run in runs]
    whole = "".join(texts)
    if right_to_left or RIGHT_TO_LEFT_LETTER.search(whole):
        _set(runs, settings_of(whole, right_to_left), chinese)
    elif any(_tag(one, "eastAsia") for one in own) if own else language == "zh":
        _set(runs, settings_of_chinese(whole), chinese)


def _tag(lang: etree._Element, name: str) -> str | None:
    return lang.get(f"{W}{name}")


def _runs_of(paragraph: etree._Element) -> list[etree._Element]:
    """The runs of a paragraph without those of text boxes in it."""
    return [run for run in paragraph.iter(RUN) if next(run.iterancestors(PARAGRAPH)) is paragraph]


def _simple(run: etree._Element) -> list[etree._Element]:
    """Runs of one sign or text each, in the place of a run of several."""
    content = [one for one in run if one.tag != LOOK]
    pieces = [run]
    for one in reversed(content[1:]):
        piece = _like(run)
        piece.append(one)
        run.addnext(piece)
        pieces.insert(1, piece)
    return pieces


def _like(run: etree._Element) -> etree._Element:
    """An empty run of the same look."""
    made = run.makeelement(RUN)
    look = run.find(LOOK)
    if look is not None:
        made.append(deepcopy(look))
    return made


def _set(runs: Sequence[etree._Element], settings: Sequence[Setting], chinese: str) -> None:
    """Set each run as its characters are to be set, cut where that changes."""
    at = 0
    for run in runs:
        words = run.findtext(TEXT) or "\t"
        pieces = [len([*same]) for _, same in groupby(settings[at : at + len(words)])]
        for piece, length in zip([*_cut(run, pieces)], pieces, strict=True):
            _set_alike(piece, settings[at], chinese)
            at += length


def _cut(run: etree._Element, lengths: Sequence[int]) -> Iterator[etree._Element]:
    """A run cut into pieces of these lengths, each in its place."""
    if len(lengths) == 1:
        yield run
        return
    words, at = run.findtext(TEXT) or "", 0
    piece = run
    for length in lengths:
        if at:
            following = _like(run)
            etree.SubElement(following, TEXT)
            piece.addnext(following)
            piece = following
        text = piece[-1]
        text.text, at = words[at : at + length], at + length
        text.set(SPACE, "preserve")
        yield piece


def _set_alike(run: etree._Element, setting: Setting, chinese: str) -> None:
    if setting == "plain":
        return
    look = run.find(LOOK)
    if look is None:
        look = etree.Element(LOOK)
        run.insert(0, look)
    if setting == "chinese":
        _set_in_chinese(look, chinese)
    else:
        put(look, "rtl" if setting == "right-to-left" else "cs", AFTER_RTL)


def _set_in_chinese(look: etree._Element, chinese: str) -> None:
    """Set signs in the Chinese font: Word needs a hint, LibreOffice takes them for Latin."""
    fonts = look.find(FONTS)
    if fonts is None:
        fonts = etree.Element(FONTS)
        look.insert(int(len(look) > 0 and look[0].tag == f"{W}rStyle"), fonts)
    fonts.set(f"{W}hint", "eastAsia")
    chinese = fonts.get(EAST_ASIAN, chinese)
    for name in (*WESTERN, EAST_ASIAN) if chinese else ():
        fonts.set(name, chinese)


def properties_of(element: etree._Element, name: str) -> etree._Element:
    """The properties of a paragraph or table, which come first in it; new if there are none."""
    found = element.find(f"{W}{name}")
    if found is None:
        found = etree.Element(f"{W}{name}")
        element.insert(0, found)
    return found


def put(properties: etree._Element, name: str, following: Collection[str]) -> None:
    """Put a mark among properties, before those that may only follow it."""
    if properties.find(f"{W}{name}") is not None:
        return
    place = next((at for at, one in enumerate(properties) if one.tag in following), None)
    properties.insert(len(properties) if place is None else place, etree.Element(f"{W}{name}"))
