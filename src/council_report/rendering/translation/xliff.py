"""A Job as an XLIFF file for the tools of translators."""

from collections.abc import Iterator, Mapping, Sequence

from lxml import etree

from council_report.model.language import TAGS, Language
from council_report.model.text import parse_text
from council_report.model.translation import WANTED, Job, Term, TranslationState, Unit
from council_report.office.tags import unnamed
from council_report.rendering.translation.glossary import glossary_of, terms_in
from council_report.xliff.codes import Code, codes_of
from council_report.xliff.names import NAMESPACE, ORIGIN, SPACE, TAB_SEPARATED, X
from council_report.xliff.writing import write_inline

STATES: Mapping[TranslationState, str] = {
    "missing": "new",
    "outdated": "needs-translation",
    "translated": "final",
    "own": "final",
}
"""What the state of a unit is called in XLIFF."""

WORDED = {f"{X}{name}" for name in ("source", "target", "context", "internal-file")}
"""The elements in which every space counts."""


def xliff_of(job: Job) -> bytes:
    """The XLIFF 1.2 file of a job, the same bytes for the same job.

    It has a ``file`` for each source language, with the term list in its header. A unit without a
    translation has an empty target, so that nothing that nobody has touched comes back as new; one
    that is out of date has its previous translation beside it, one that holds is final, unless its
    status says otherwise. What a translator should know of a unit, where it stands, its links, its
    terms, is its context.
    """
    root = etree.Element(f"{X}xliff", {"version": "1.2"}, nsmap=unnamed(NAMESPACE))
    for language in dict.fromkeys(unit.source_language for unit in job.units):
        root.append(_file(job, language))
    _lay_out(root)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def _file(job: Job, language: Language) -> etree._Element:
    file = etree.Element(
        f"{X}file",
        {
            "original": f"{ORIGIN}/{job.session}/{language}",
            "source-language": TAGS[language],
            "target-language": TAGS[job.language],
            "datatype": "plaintext",
            "product-name": ORIGIN,
        },
    )
    if job.terms:
        header = etree.SubElement(file, f"{X}header")
        glossary = etree.SubElement(header, f"{X}glossary")
        words = etree.SubElement(glossary, f"{X}internal-file", {"form": TAB_SEPARATED})
        words.text = glossary_of(job, language)
    body = etree.SubElement(file, f"{X}body")
    body.extend(_unit(unit, job.terms) for unit in job.units if unit.source_language == language)
    return file


def _unit(unit: Unit, terms: Sequence[Term]) -> etree._Element:
    source = parse_text(unit.source)
    codes = codes_of(source)
    holds = unit.state not in WANTED and unit.text is not None
    is_final = holds and unit.status is None
    element = etree.Element(
        f"{X}trans-unit",
        {
            "id": unit.id,
            SPACE: "preserve",
            "approved": "yes" if is_final else "no",
            "maxwidth": str(unit.limit),
            "size-unit": "char",
        },
    )
    write_inline(etree.SubElement(element, f"{X}source"), source, codes, unit.figures)
    state = "translated" if holds and not is_final else STATES[unit.state]
    target = etree.SubElement(element, f"{X}target", {"state": state})
    if holds:
        _write_target(target, unit, codes)
    element.append(_context(unit, codes, terms))
    if unit.state == "outdated" and unit.text is not None:
        former = etree.SubElement(element, f"{X}alt-trans", {"alttranstype": "previous-version"})
        _write_target(etree.SubElement(former, f"{X}target"), unit, codes)
    return element


def _write_target(target: etree._Element, unit: Unit, codes: Sequence[Code]) -> None:
    write_inline(target, parse_text(unit.text or ""), codes, unit.figures)


def _context(unit: Unit, codes: Sequence[Code], terms: Sequence[Term]) -> etree._Element:
    group = etree.Element(f"{X}context-group", {"purpose": "information"})
    for kind, words in _known(unit, codes, terms):
        if words:
            etree.SubElement(group, f"{X}context", {"context-type": kind}).text = words
    return group


def _known(
    unit: Unit, codes: Sequence[Code], terms: Sequence[Term]
) -> Iterator[tuple[str, str | None]]:
    """What a translator should know of a unit, by the kind of context."""
    yield "x-section", unit.section
    yield "x-contributor", unit.unit
    yield "sourcefile", unit.place.file
    if unit.place.line is not None:
        yield "linenumber", str(unit.place.line)
    else:
        yield "x-place", unit.place.place
    for number, (kind, value) in enumerate(codes, 1):
        if value:
            yield kind if kind.startswith("x-") else f"x-{kind}", f"{number}: {value}"
    for term in terms_in(unit, terms):
        yield "x-term", f"{term.source} = {term.target}"


def _lay_out(element: etree._Element, depth: int = 0) -> None:
    """Put every element that holds no words on a line of its own."""
    if element.tag in WORDED or not len(element):
        return
    element.text = f"\n{'  ' * (depth + 1)}"
    for child in element:
        child.tail = element.text
        _lay_out(child, depth + 1)
    element[-1].tail = f"\n{'  ' * depth}"
