"""An ODF text made ready for pandoc."""

from collections.abc import Iterator

from lxml import etree

from council_report.intake.documents.odfinlines import OdfInlines
from council_report.intake.documents.odfpackage import odf_package
from council_report.intake.documents.odfparts import PARAGRAPHS, is_drawn
from council_report.intake.documents.odfplain import note_text, odf_texts
from council_report.intake.documents.odfstyles import OdfStyles
from council_report.intake.documents.odftext import OdfRewriter
from council_report.intake.documents.package import parsed, unpacked
from council_report.intake.documents.prepared import Prepared
from council_report.intake.documents.remarks import looks_lost
from council_report.intake.documents.revisions import change_findings, look_findings, reading_of
from council_report.intake.documents.wordcomments import comment_finding
from council_report.model.location import Location, shortened
from council_report.model.session import TrackedChanges
from council_report.model.source import SourceFile
from council_report.office.tags import NUMBER, OFFICE, STYLE
from council_report.office.tracked import Reading

EDGES = tuple(
    f"{STYLE}{name}{which}" for name in ("header", "footer") for which in ("", "-left", "-first")
)


def prepare_odt(source: SourceFile, policy: TrackedChanges) -> Prepared:
    """An ODF text made ready for pandoc, as ``Prepared`` describes it.

    ``policy`` says what becomes of tracked changes; refused ones are read as if accepted, so that
    the rest of the file can be judged. Raises KeyError or lxml's XMLSyntaxError for a package that
    the gate would not have let pass.
    """
    parts, reading = unpacked(source.data), reading_of(policy)
    root = parsed(parts["content.xml"])
    named = parsed(parts["styles.xml"]) if "styles.xml" in parts else None
    styles = OdfStyles(root, named)
    before, after = (odf_texts(root, styles, one) for one in ("before", "after"))
    texts = before if reading == "before" else after
    inlines = OdfInlines(root, styles, reading)
    data = _rewritten(root, styles, inlines)
    noted = [(number, *_readings(note, styles)) for number, note in inlines.notes]
    changed = [*zip(range(1, len(texts) + 1), before, after, strict=True), *noted]
    comments = (
        comment_finding(_at(source.name, one.number, texts), one.author, one.words)
        for one in inlines.comments
    )
    return Prepared(
        data=data,
        paragraphs=texts,
        styles=tuple(styles.name(one) for one in root.iter(*PARAGRAPHS)),
        marks=tuple(inlines.marks),
        notes=tuple((number, old if reading == "before" else new) for number, old, new in noted),
        boxed=frozenset(
            number
            for number, paragraph in enumerate(root.iter(*PARAGRAPHS), 1)
            if any(map(is_drawn, paragraph.iterancestors()))
        ),
        aside=tuple(_aside(source.name, named, styles, reading)),
        findings=(
            *change_findings(source.name, policy, changed),
            *look_findings(source.name, inlines.revisions.restyled - {0}, texts),
            *(
                remark.at(_at(source.name, number, texts))
                for number, looks in inlines.looks.items()
                for remark in looks_lost(looks)
            ),
            *comments,
            *inlines.leftovers.findings(source.name, texts),
        ),
    )


def _rewritten(root: etree._Element, styles: OdfStyles, inlines: OdfInlines) -> bytes:
    """The package for pandoc; what is left out of it is noted in ``inlines``."""
    for number, paragraph in enumerate(root.iter(*PARAGRAPHS), 1):
        paragraph.set(NUMBER, str(number))
    rewriter = OdfRewriter(styles, inlines)
    texts = root.iterfind(f"{OFFICE}body/{OFFICE}text")
    blocks = (block for text in texts for block in rewriter.blocks(text))
    return odf_package(blocks, styles.of_words())


def _readings(note: etree._Element, styles: OdfStyles) -> tuple[str, str]:
    return note_text(note, styles, "before"), note_text(note, styles, "after")


def _at(file: str, number: int, texts: tuple[str, ...]) -> Location:
    if not number:
        return Location(file)
    return Location(file, paragraph=number, words=shortened(texts[number - 1]))


def _aside(
    file: str, named: etree._Element | None, styles: OdfStyles, reading: Reading
) -> Iterator[tuple[Location, str]]:
    """The words of page headers and footers."""
    edges = () if named is None else named.iter(*EDGES)
    found = (" ".join(" ".join(odf_texts(one, styles, reading)).split()) for one in edges)
    for words in dict.fromkeys(found):
        if words:
            yield Location(file, words=words), words
