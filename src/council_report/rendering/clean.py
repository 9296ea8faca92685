"""What a publication file must not hold: refused in its template, and looked for at the end."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from docx.document import Document as WordFile
from lxml import etree

from council_report.errors import RenderingError
from council_report.model.location import shortened
from council_report.office.fields import instructions
from council_report.office.tags import PACKAGE
from council_report.rendering.hidden import hidden, quoted
from council_report.rendering.traces import last_word, named, parts_of, traces, tree_of

KINDS = re.compile(
    "officeDocument|core-properties|styles|settings|fontTable|font|theme|numbering|webSettings"
    "|header|footer|footnotes|endnotes|image|hyperlink"
)
"""How the parts of a clean file relate to each other: the last word of each type."""

CHANGES = (
    *named("ins", "del", "moveFrom", "moveTo", "moveFromRangeStart", "moveToRangeStart"),
    *named("rPrChange", "pPrChange", "sectPrChange", "numberingChange"),
    *named("tblPrChange", "tblPrExChange", "trPrChange", "tcPrChange", "tblGridChange"),
    *named("cellIns", "cellDel", "cellMerge"),
    *named("customXmlInsRangeStart", "customXmlDelRangeStart"),
    *named("customXmlMoveFromRangeStart", "customXmlMoveToRangeStart"),
)
"""What tracked changes are made of."""

COMMENTS = named("commentReference", "commentRangeStart", "commentRangeEnd")
PROPERTIES = ("title", "language")
FIELDS = {
    *("PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "STYLEREF"),
    *("REF", "PAGEREF", "NOTEREF", "SEQ", "TOC", "HYPERLINK"),
}
"""The fields that show nothing but what stands in the file itself."""

ADDRESS = re.compile(r'HYPERLINK\s+(?:"([^"]*)"|([^\s"\\]\S*))', re.IGNORECASE)
WEB = ("http://", "https://", "mailto:")


class Problem(NamedTuple):
    """Something that must not be in a file, and what to do about it in its template."""

    what: str
    remedy: str


def unsettled(template: WordFile) -> list[Problem]:
    """The tracked changes and comments of an opened template.

    Only a person can say what shall become of them, before it is used for anything.
    """
    trees = (tree_of(part) for part in parts_of(template))
    return [problem for tree in trees if tree is not None for problem in _unsettled(tree)]


def verify_clean(trees: Mapping[str, etree._Element], name: str) -> None:
    """Raise RenderingError unless a Word file holds only what its readers are meant to see.

    It has no comments, tracked changes or hidden text, nothing that tells who made it, when and
    with what, and nothing outside of it but links, nor fields that would fetch it. ``trees`` are
    all of its parts that are XML, by their names; ``name`` is the name of its template.
    """
    refuse(name, _problems(trees))


def refuse(name: str, problems: Iterable[Problem]) -> None:
    """Raise RenderingError about the template of this name, if there are any problems."""
    found = list(dict.fromkeys(problems))
    if found:
        raise RenderingError(
            f"The template {name} is not fit for a publication, for what it holds:\n"
            + "\n".join(f"- {one.what}" for one in found),
            f"{' '.join(dict.fromkeys(one.remedy for one in found))} Then save {name} again.",
        )


def _problems(trees: Mapping[str, etree._Element]) -> Iterator[Problem]:
    for part, root in trees.items():
        if part.endswith(".rels"):
            yield from _related(root)
        elif etree.QName(root).localname == "coreProperties":
            yield from _properties(root)
        else:
            yield from _unsettled(root)
            yield from _fetched(root)
            for trace in traces(root):
                yield Problem(f"{trace}, in {part}", "Take it out of the template with Word.")
    for what in hidden(trees.values()):
        yield Problem(
            what, "Let Word show hidden text, and delete it or take the look “Hidden” away."
        )


def _unsettled(root: etree._Element) -> Iterator[Problem]:
    """What somebody has left open: tracked changes, and comments."""
    for one in root.iter(*CHANGES):
        yield Problem(
            f"tracked changes{quoted(one)}", "Accept or reject all tracked changes in Word."
        )
    if next(root.iter(*COMMENTS), None) is not None:
        yield Problem("comments", "Delete all comments in Word.")


def _related(root: etree._Element) -> Iterator[Problem]:
    for one in root.iter(f"{PACKAGE}Relationship"):
        kind, target = last_word(one.get("Type", "")), one.get("Target", "")
        if not KINDS.fullmatch(kind):
            yield Problem(
                f"something embedded: {shortened(target)}",
                "Take out what is embedded; a picture of it can stay.",
            )
        elif one.get("TargetMode") == "External" and not _is_web_link(kind, target):
            yield Problem(
                f"something that stands outside of it: {shortened(target)}",
                "Insert pictures into the file itself, and let links lead to web addresses.",
            )


def _fetched(root: etree._Element) -> Iterator[Problem]:
    """The fields that show what is not in the file, such as another one, its author or the day."""
    for instruction in instructions(root):
        name = next(iter(instruction.split(maxsplit=1)), "").upper()
        link = ADDRESS.match(instruction)
        address = (link[1] or link[2] or "").lower() if link else ""
        if name not in FIELDS or (address and not address.startswith(WEB)):
            what = "a field whose words come from elsewhere, or are not seen"
            yield Problem(
                f"{what}: {shortened(instruction)}",
                "Delete the field in Word, or make words of it with Ctrl+Shift+F9.",
            )


def _is_web_link(kind: str, target: str) -> bool:
    return kind == "hyperlink" and target.lower().startswith(WEB)


def _properties(root: etree._Element) -> Iterator[Problem]:
    for one in root:
        if etree.QName(one).localname not in PROPERTIES:
            yield Problem(
                f"the property {etree.QName(one).localname}",
                "Take the document's properties out of the template with Word.",
            )
