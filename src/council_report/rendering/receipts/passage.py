"""Where words stand in a paragraph of a Word file: the runs that say them, and no others."""

from collections.abc import Iterator, Sequence
from copy import deepcopy
from typing import NamedTuple

from docx.oxml.ns import qn
from lxml import etree

Element = etree._Element

P, R, PROPERTIES, DELETED, INSERTED = map(qn, ("w:p", "w:r", "w:rPr", "w:del", "w:ins"))
TEXTS = {qn("w:t"), qn("w:delText")}
SIGNS = {qn("w:tab"): " ", qn("w:br"): " ", qn("w:cr"): " ", qn("w:noBreakHyphen"): "\u2011"}
PRESERVED = "{http://www.w3.org/XML/1998/namespace}space"


class Letter(NamedTuple):
    """A character of a paragraph: the run and the element in it that it stands in, and where."""

    sign: str
    run: Element
    element: Element
    offset: int


def runs_of(paragraph: Element) -> list[Element]:
    """The runs of a paragraph, in links and changes too, but not those of a text box in it."""
    return [
        run
        for run in paragraph.iter(R)
        if next(run.iterancestors(P)) is paragraph and not any(_runs_around(run, paragraph))
    ]


def runs_saying(paragraph: Element, words: str) -> tuple[Element, Element] | None:
    """The first and the last of the runs that say these words, split off from what else they say.

    None where the words are not found. Where changes are tracked, the words are looked for in
    everything, then in the text with all changes accepted, then with all rejected.
    """
    wanted = " ".join(words.split()).removesuffix("…")
    for passed_over in (None, DELETED, INSERTED):
        letters = list(_letters(run for run in runs_of(paragraph) if not _within(run, passed_over)))
        start = "".join(letter.sign for letter in letters).find(wanted)
        if wanted and start >= 0:
            return _cut_out(letters[start : start + len(wanted)])
    return None


def _runs_around(run: Element, paragraph: Element) -> Iterator[Element]:
    """The runs that a run stands in, as the letters above others in ruby text do."""
    return (outer for outer in run.iterancestors(R) if paragraph in outer.iterancestors(P))


def _within(run: Element, tag: str | None) -> bool:
    return tag is not None and next(run.iterancestors(tag), None) is not None


def _letters(runs: Iterator[Element]) -> Iterator[Letter]:
    """The characters of runs, with one plain space where there are several, or other ones."""
    after_space = False
    for letter in _all_letters(runs):
        is_space = letter.sign.isspace()
        if not (is_space and after_space):
            yield letter._replace(sign=" ") if is_space else letter
        after_space = is_space


def _all_letters(runs: Iterator[Element]) -> Iterator[Letter]:
    for run in runs:
        for element in run:
            text = element.text or "" if element.tag in TEXTS else SIGNS.get(str(element.tag), "")
            yield from (Letter(sign, run, element, offset) for offset, sign in enumerate(text))


def _cut_out(letters: Sequence[Letter]) -> tuple[Element, Element]:
    """The first and the last run of these letters, with no others in them."""
    first, last = letters[0], letters[-1]
    _split(last.run, last.element, last.offset + 1)
    beginning = _split(first.run, first.element, first.offset)
    return beginning, beginning if last.run is first.run else last.run


def _split(run: Element, element: Element, offset: int) -> Element:
    """The run that begins at a character of a run; what stands before remains in the run."""
    rest = list(element.itersiblings())
    if 0 < offset < len(element.text or ""):
        rest.insert(0, _split_text(element, offset))
    elif offset == 0:
        rest.insert(0, element)
    if not rest or rest[0] is _content(run)[0]:
        return run
    right = deepcopy(run)
    for child in _content(right):
        right.remove(child)
    right.extend(rest)
    run.addnext(right)
    return right


def _split_text(element: Element, offset: int) -> Element:
    text = element.text or ""
    right = deepcopy(element)
    element.text, right.text = text[:offset], text[offset:]
    for part in (element, right):
        part.set(PRESERVED, "preserve")
    return right


def _content(run: Element) -> list[Element]:
    return [child for child in run if child.tag != PROPERTIES]
