"""What the parts of a Word text are to a person who reads it."""

import re
from collections.abc import Iterator

from lxml import etree

from council_report.intake.documents.symbols import Fonts, in_unicode, symbol
from council_report.intake.documents.wordstyles import is_on
from council_report.office.tags import CHART, DIAGRAM, MC, PICTURE, VO, V, W

CHARACTERS = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "\u2011",
    f"{W}softHyphen": "\xad",
}
"""The characters that Word writes as elements."""

WRITTEN = {f"{W}t", f"{W}delText"}
SIGN = re.compile(r"\s*SYMBOL\s+(0x[0-9a-f]{1,4}|[0-9]{1,5})(?:\s.*?\\f\s+\"?([^\"\\]+))?", re.I)
PICTURES = (f"{PICTURE}pic", f"{V}imagedata", f"{CHART}chart", f"{DIAGRAM}relIds", f"{VO}OLEObject")


def character(element: etree._Element, fonts: Fonts) -> tuple[str, list[str]] | None:
    """The text of one element of a run, and what of it is in no font that we know.

    None if the element is not text. ``fonts`` are those of the run.
    """
    if element.tag in WRITTEN:
        return in_unicode(element.text or "", fonts)
    if element.tag == f"{W}sym":
        return _symbol(element)
    known = CHARACTERS.get(str(element.tag))
    return None if known is None else (known, [])


def _symbol(element: etree._Element) -> tuple[str, list[str]]:
    font, code = element.get(f"{W}font", ""), element.get(f"{W}char", "")
    number = int(code, 16) if re.fullmatch("[0-9A-Fa-f]{1,4}", code) else 0
    found = symbol(font, number)
    return (found, []) if found is not None else ("", [f"{code} ({font})"])


def fonts_of(properties: etree._Element | None) -> Fonts:
    """The fonts that a run names itself."""
    named = None if properties is None else properties.find(f"{W}rFonts")
    if named is None:
        return Fonts()
    return Fonts(named.get(f"{W}ascii", ""), named.get(f"{W}hAnsi", named.get(f"{W}ascii", "")))


def chosen(alternate: etree._Element) -> etree._Element | None:
    """The one of several ways to say the same that has words; the first where none has."""
    branches = [*alternate.iterfind(f"{MC}Choice"), *alternate.iterfind(f"{MC}Fallback")]
    worded = (branch for branch in branches if next(branch.iter(*WRITTEN), None) is not None)
    return next(worded, branches[0] if branches else None)


def other_words(alternate: etree._Element) -> str:
    """What only those ways to say the same have that are not read, and that so is not the same."""
    read = chosen(alternate)
    known = "" if read is None else _squeezed(read)
    others = (_squeezed(branch) for branch in alternate if branch is not read)
    return " ".join(words for words in others if words not in known)


def _squeezed(branch: etree._Element) -> str:
    return " ".join("".join(one.text or "" for one in branch.iter(*WRITTEN)).split())


def is_placeholder(control: etree._Element) -> bool:
    """Whether a content control shows what to write there, and not what somebody wrote."""
    properties = control.find(f"{W}sdtPr")
    shows = None if properties is None else properties.find(f"{W}showingPlcHdr")
    return shows is not None and is_on(shows.get(f"{W}val", "1"))


def is_contents(control: etree._Element) -> bool:
    """Whether a content control holds the table of contents that Word makes."""
    gallery = control.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
    return gallery is not None and gallery.get(f"{W}val") == "Table of Contents"


def is_picture(drawn: etree._Element) -> bool:
    """Whether something drawn shows more than the words in its text boxes."""
    if next(drawn.iter(*PICTURES), None) is not None:
        return True
    rules = (one for one in drawn if one.get(f"{VO}hr") is not None)
    return next(drawn.iter(f"{W}txbxContent"), None) is None and next(rules, None) is None


def closed_fields(root: etree._Element) -> set[etree._Element]:
    """Where those fields begin that also end; what a field leaves open is no field."""
    closed: set[etree._Element] = set()
    opened: list[etree._Element] = []
    for mark in root.iter(f"{W}fldChar"):
        kind = mark.get(f"{W}fldCharType")
        if kind == "begin":
            opened.append(mark)
        elif kind == "end" and opened:
            closed.add(opened.pop())
    return closed


def without_result(instruction: str, begin: etree._Element) -> str | None:
    """What Word shows of a field that carries no result: None if only Word could say it."""
    form = begin.find(f"{W}ffData")
    sign = SIGN.match(instruction)
    if sign:
        return symbol((sign[2] or "").strip(), _code(sign)) or _in_latin(sign)
    if form is None:
        return None
    return next(_form_field(form), None)


def _in_latin(sign: re.Match[str]) -> str | None:
    return None if sign[2] else bytes([_code(sign) % 256]).decode("cp1252", "replace")


def _code(sign: re.Match[str]) -> int:
    return int(sign[1], 16 if sign[1].lower().startswith("0x") else 10)


def _form_field(form: etree._Element) -> Iterator[str]:
    for box in form.iter(f"{W}checkBox"):
        state = box.find(f"{W}checked")
        state = box.find(f"{W}default") if state is None else state
        yield "☒" if state is not None and is_on(state.get(f"{W}val", "1")) else "☐"
    for choice in form.iter(f"{W}ddList"):
        entries = [one.get(f"{W}val", "") for one in choice.iter(f"{W}listEntry")]
        result = choice.find(f"{W}result")
        index = "0" if result is None else result.get(f"{W}val", "0")
        yield from entries[int(index) :][:1] if re.fullmatch("[0-9]{1,3}", index) else []


def is_emptied(bookmark: etree._Element) -> bool:
    """Whether a bookmark ends where it begins, as when what it stood around has been deleted."""
    for following in bookmark.itersiblings():
        if following.tag not in {f"{W}bookmarkStart", f"{W}bookmarkEnd"}:
            return False
        if following.tag == f"{W}bookmarkEnd" and following.get(f"{W}id") == bookmark.get(f"{W}id"):
            return True
    return False


def is_hidden_row(row: etree._Element) -> bool:
    """Whether a row of a table is hidden."""
    hidden = row.find(f"{W}trPr/{W}hidden")
    return hidden is not None and is_on(hidden.get(f"{W}val", "1"))
