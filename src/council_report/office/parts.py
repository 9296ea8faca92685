"""The parts of an Office file and the relationships between them, as they are added to."""

import io
import posixpath
import zipfile
from collections.abc import Iterator
from itertools import count

from lxml import etree

Element = etree._Element

PARSER = etree.XMLParser(resolve_entities=False, no_network=True, collect_ids=False, huge_tree=True)
LENIENT = etree.XMLParser(
    resolve_entities=False, no_network=True, collect_ids=False, huge_tree=True, recover=True
)
"""For VML, of which Excel has written some that is not well-formed."""

PACKAGE = "http://schemas.openxmlformats.org/package/2006"
RELATIONSHIP = f"{{{PACKAGE}/relationships}}Relationship"
OVERRIDE = f"{{{PACKAGE}/content-types}}Override"
NO_RELATIONSHIPS = f"<Relationships xmlns='{PACKAGE}/relationships'/>"
TYPES = "[Content_Types].xml"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


class Parts:
    """An Office file in memory, part by part; the source of relationships to all is ``""``."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            self._parts = {name: package.read(name) for name in package.namelist()}

    def tree(self, name: str, parser: etree.XMLParser = PARSER) -> Element:
        """The root of a part; KeyError if there is none of this name."""
        return etree.fromstring(self._parts[name], parser)

    def has(self, name: str) -> bool:
        """Whether there is a part of this name."""
        return name in self._parts

    def data(self, name: str) -> bytes:
        """The bytes of a part; KeyError if there is none of this name."""
        return self._parts[name]

    def targets(self, source: str) -> dict[str, str]:
        """What the relationships of a part lead to, as it is written there, by their ids."""
        name = _relationships(source)
        found = self.tree(name).iter(RELATIONSHIP) if name in self._parts else ()
        return {one.get("Id", ""): one.get("Target", "") for one in found}

    def put(self, name: str, root: Element) -> None:
        """Write a part, in the place of one of the same name."""
        self._parts[name] = etree.tostring(
            root, xml_declaration=True, encoding="UTF-8", standalone=True
        )

    def unused(self, pattern: str) -> str:
        """The first name after a pattern such as ``xl/comments{}.xml`` that no part has."""
        names = {name.lower() for name in self._parts}
        candidates = (pattern.format(number) for number in count(1))
        return next(name for name in candidates if name.lower() not in names)

    def related(self, source: str, kind: str) -> Iterator[tuple[str, str]]:
        """The parts that a part relates to in one way: the id of each relationship, and its name.

        ``kind`` is the last word of the type of the relationship, such as ``comments``.
        """
        name = _relationships(source)
        if name not in self._parts:
            return
        for one in self.tree(name).iter(RELATIONSHIP):
            if one.get("Type", "").rpartition("/")[2] == kind:
                target = posixpath.join("/", posixpath.dirname(source), one.get("Target", ""))
                yield one.get("Id", ""), posixpath.normpath(target).lstrip("/")

    def add(self, name: str, content_type: str, source: str, kind: str) -> str:
        """Declare a new part and relate another to it; gives the id of the relationship."""
        types = self.tree(TYPES)
        etree.SubElement(types, OVERRIDE, PartName=f"/{name}", ContentType=content_type)
        self.put(TYPES, types)
        return self._relate(source, kind, f"/{name}")

    def linked(self, source: str, address: str) -> str:
        """The id of the relationship by which a part links to an address, new if need be."""
        for key, target in self.targets(source).items():
            if target == address:
                return key
        return self._relate(source, "hyperlink", address, outside=True)

    def _relate(self, source: str, kind: str, target: str, outside: bool = False) -> str:
        name = _relationships(source)
        root = self.tree(name) if name in self._parts else etree.fromstring(NO_RELATIONSHIPS)
        used = {one.get("Id") for one in root}
        new = next(key for key in (f"rId{number}" for number in count(1)) if key not in used)
        kind = f"{OFFICE}/{kind}"
        made = etree.SubElement(root, RELATIONSHIP, Id=new, Type=kind, Target=target)
        if outside:
            made.set("TargetMode", "External")
        self.put(name, root)
        return new

    def saved(self) -> bytes:
        """The Office file with all of its parts."""
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w") as package:
            for name, data in self._parts.items():
                package.writestr(name, data)
        return target.getvalue()


def _relationships(source: str) -> str:
    """The part that holds the relationships of a part."""
    folder, name = posixpath.split(source)
    return posixpath.join(folder, "_rels", f"{name}.rels")
