"""The parts of a Word file that somebody sent, and the smaller file that we write of it."""

from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy

from lxml import etree

from council_report.intake.documents.package import (
    packed,
    parsed,
    relations,
    unpacked,
    written,
)
from council_report.office.tags import W, prefixes, unnamed

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
CONTENT = "http://schemas.openxmlformats.org/package/2006/content-types"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
LEVELS = range(9)
"""The levels of headings and lists that Word has, counted from 0."""

PARTS = ("styles", "numbering", "footnotes", "endnotes")


class WordFile:
    """A Word file that somebody sent: its parts, and how they belong together."""

    def __init__(self, data: bytes) -> None:
        self.parts = unpacked(data)
        package = relations(self.parts, "").values()
        self.main = next((one.target for one in package if one.kind == "officeDocument"), "")
        self._relations = relations(self.parts, self.main)

    @property
    def text(self) -> etree._Element:
        """The tree of the main text, made anew each time it is asked for."""
        return parsed(self.parts[self.main])

    def names(self, kind: str) -> Iterator[str]:
        """The names of the parts of a kind that the main text refers to."""
        for relation in self._relations.values():
            if relation.kind == kind and not relation.external and relation.target in self.parts:
                yield relation.target

    def tree(self, kind: str) -> etree._Element | None:
        """The tree of the part of a kind, or None if there is none."""
        name = next(self.names(kind), None)
        return None if name is None else parsed(self.parts[name])

    def addresses(self, kind: str = "") -> dict[str, str]:
        """Where the links of a part go to, by the id of the relationship; "" is the main text."""
        name = next(self.names(kind), "") if kind else self.main
        found = relations(self.parts, name).items() if name else ()
        return {key: one.target for key, one in found if one.external and one.kind == "hyperlink"}


def word_package(
    blocks: Iterable[etree._Element],
    notes: Mapping[str, Iterable[etree._Element]],
    styles: etree._Element | None,
    links: Mapping[str, str],
) -> bytes:
    """The bytes of a Word file for pandoc.

    ``notes`` are the contents of the footnotes and endnotes, ``styles`` those of the file it is
    made of, ``links`` the ids of relationships by address.
    """
    body = etree.Element(f"{W}body", nsmap=prefixes("w", "r"))
    body.extend(blocks)
    document = etree.Element(f"{W}document", nsmap=prefixes("w", "r"))
    document.append(body)
    trees = {
        "document": document,
        "styles": _styles(styles),
        "numbering": _numbering(),
        "footnotes": _notes("footnotes", notes.get("footnotes", ())),
        "endnotes": _notes("endnotes", notes.get("endnotes", ())),
    }
    linked = _relations({key: ("hyperlink", address) for address, key in links.items()})
    own = _relations({f"own-{part}": (part, f"{part}.xml") for part in PARTS}, linked)
    return packed(
        {
            "[Content_Types].xml": written(_content_types()),
            "_rels/.rels": written(_relations({"main": ("officeDocument", "word/document.xml")})),
            **{f"word/{name}.xml": written(tree) for name, tree in trees.items()},
            "word/_rels/document.xml.rels": written(own),
            "word/_rels/footnotes.xml.rels": written(linked),
            "word/_rels/endnotes.xml.rels": written(linked),
        }
    )


def _styles(source: etree._Element | None) -> etree._Element:
    """Nothing but headings for paragraphs, and the styles of characters as they were."""
    styles = etree.Element(f"{W}styles", nsmap=prefixes("w"))
    for level in LEVELS:
        _style(styles, f"Heading{level + 1}", f"heading {level + 1}")
    for style in () if source is None else source.iter(f"{W}style"):
        if style.get(f"{W}type") == "character":
            styles.append(deepcopy(style))
    return styles


def _style(styles: etree._Element, key: str, name: str) -> None:
    style = etree.SubElement(styles, f"{W}style")
    style.set(f"{W}type", "paragraph")
    style.set(f"{W}styleId", key)
    etree.SubElement(style, f"{W}name").set(f"{W}val", name)


def _numbering() -> etree._Element:
    """Two lists: 1 with bullets, 2 with numbers."""
    numbering = etree.Element(f"{W}numbering", nsmap=prefixes("w"))
    for key, form in (("1", "bullet"), ("2", "decimal")):
        abstract = etree.SubElement(numbering, f"{W}abstractNum")
        abstract.set(f"{W}abstractNumId", key)
        for depth in LEVELS:
            level = etree.SubElement(abstract, f"{W}lvl")
            level.set(f"{W}ilvl", str(depth))
            for name, value in (("start", "1"), ("numFmt", form), ("lvlText", f"%{depth + 1}.")):
                etree.SubElement(level, f"{W}{name}").set(f"{W}val", value)
    for key in ("1", "2"):
        number = etree.SubElement(numbering, f"{W}num")
        number.set(f"{W}numId", key)
        etree.SubElement(number, f"{W}abstractNumId").set(f"{W}val", key)
    return numbering


def _notes(kind: str, notes: Iterable[etree._Element]) -> etree._Element:
    root = etree.Element(f"{W}{kind}", nsmap=prefixes("w", "r"))
    root.extend(notes)
    return root


def _relations(
    targets: Mapping[str, tuple[str, str]], more: Iterable[etree._Element] = ()
) -> etree._Element:
    root = etree.Element(f"{{{RELATIONS}}}Relationships", nsmap=unnamed(RELATIONS))
    for key, (kind, target) in targets.items():
        one = etree.SubElement(root, f"{{{RELATIONS}}}Relationship")
        one.attrib.update({"Id": key, "Type": f"{OFFICE}/{kind}", "Target": target})
        if kind == "hyperlink":
            one.set("TargetMode", "External")
    root.extend([deepcopy(one) for one in more])
    return root


def _content_types() -> etree._Element:
    root = etree.Element(f"{{{CONTENT}}}Types", nsmap=unnamed(CONTENT))
    for ending, kind in (
        ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
        ("xml", "application/xml"),
    ):
        default = etree.SubElement(root, f"{{{CONTENT}}}Default")
        default.attrib.update({"Extension": ending, "ContentType": kind})
    for part, kind in (("document", "document.main"), *((part, part) for part in PARTS)):
        override = etree.SubElement(root, f"{{{CONTENT}}}Override")
        name, content = f"/word/{part}.xml", f"{TYPE}.{kind}+xml"
        override.attrib.update({"PartName": name, "ContentType": content})
    return root
