"""What Word notes in a file about its author, machine and history, and nobody reads there."""

import re
from collections.abc import Iterator
from typing import Any

from docx.document import Document as WordFile
from lxml import etree

from council_report.office.parts import PARSER
from council_report.office.tags import W
from council_report.rendering.pictures import without_notes


def named(*names: str) -> tuple[str, ...]:
    """Elements of Word texts, by their names."""
    return tuple(f"{W}{name}" for name in names)


KINDS = re.compile(
    "extended-properties|custom-properties|thumbnail|classificationlabels"
    "|people|comments|commentsExtended|commentsIds|commentsExtensible"
    "|customXml|customXmlProps|glossaryDocument|stylesWithEffects|keyMapCustomizations"
    "|attachedTemplate|printerSettings|recipientData|mailMergeSource|mailMergeHeaderSource"
)
"""How the parts that hold nothing else relate to others: the last word of each type."""

ELEMENTS = (
    *named("rsids", "trackRevisions", "attachedTemplate", "saveThroughXslt", "docVars"),
    *named("documentProtection", "writeProtection", "permStart", "permEnd"),
    *named("mailMerge", "printerSettings", "dataBinding"),
    "{*}docId",
)
REVISIONS = etree.XPath("//@*[starts-with(local-name(), 'rsid')]")
PARAGRAPHS = etree.XPath("//@*[local-name() = 'paraId' or local-name() = 'textId']")
"""The attributes that number editing sessions, and paragraphs as they were typed."""


def parts_of(word: WordFile) -> Iterator[Any]:
    """The parts of an opened Word file; python-docx says no more of them than this."""
    package: Any = word.part.package
    yield from package.iter_parts()


def tree_of(part: Any) -> etree._Element | None:
    """The tree of a part, or None where it is not XML."""
    tree: etree._Element | None = getattr(part, "element", None)
    if tree is None and part.content_type.endswith("xml"):
        tree = etree.fromstring(part.blob, PARSER)
    return tree


def take_out(word: WordFile) -> None:
    """Take every trace out of an opened Word file; its words and looks stay as they are."""
    for holder in (word.part.package, *parts_of(word)):
        for key, one in [*holder.rels.items()]:
            if KINDS.fullmatch(last_word(one.reltype)):
                del holder.rels[key]
    for part in parts_of(word):
        if part.content_type.startswith("image/"):
            part._blob = without_notes(part.blob)
            continue
        tree = tree_of(part)
        if tree is not None and _taken_out(tree) and not hasattr(part, "element"):
            part._blob = etree.tostring(
                tree, xml_declaration=True, encoding="UTF-8", standalone=True
            )


def traces(root: etree._Element) -> Iterator[str]:
    """The names of the traces in a part."""
    yield from (etree.QName(one).localname for one in root.iter(*ELEMENTS))
    yield from (str(one.attrname).rpartition("}")[2] for one in _found(REVISIONS, root))


def last_word(kind: str) -> str:
    """What a type of relationship says: ``…/2006/relationships/image`` is ``image``."""
    return kind.rpartition("/")[2]


def _taken_out(root: etree._Element) -> bool:
    """Whether there was anything to take out of a tree."""
    elements = [*root.iter(*ELEMENTS)]
    attributes = [*_found(REVISIONS, root), *_found(PARAGRAPHS, root)]
    for element in elements:
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)
    for one in attributes:
        del one.getparent().attrib[one.attrname]
    return bool(elements or attributes)


def _found(sought: etree.XPath, root: etree._Element) -> list[Any]:
    found: Any = sought(root)
    return list(found)
