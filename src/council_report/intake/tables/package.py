"""The parts of an Office or ODF file, after the gate has let it pass."""

import posixpath
import zipfile
from io import BytesIO
from typing import NamedTuple

from lxml import etree

RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


class Relation(NamedTuple):
    """What a part says of another: its kind, and the part, or the address outside the file."""

    id: str
    kind: str
    target: str
    is_outside: bool


class Package:
    """The parts of a file, by name; upper and lower case count as the same, as in Excel.

    Raises zipfile.BadZipFile if it is no zip file.
    """

    def __init__(self, data: bytes) -> None:
        self._zip = zipfile.ZipFile(BytesIO(data))
        self._names = {name.lower(): name for name in self._zip.namelist()}

    def holds(self, part: str) -> bool:
        """Whether there is such a part."""
        return part.lower() in self._names

    def read(self, part: str) -> bytes:
        """The bytes of a part; raises KeyError if there is none."""
        return self._zip.read(self._names[part.lower()])

    def xml(self, part: str) -> etree._Element:
        """The XML of a part; raises KeyError, or etree.XMLSyntaxError if it is none."""
        return etree.fromstring(self.read(part), parser())

    def relations(self, part: str) -> list[Relation]:
        """What a part says of others, in the order of the file; of the whole file for ``""``."""
        folder, name = posixpath.split(part)
        beside = posixpath.join(folder, "_rels", f"{name}.rels")
        if not self.holds(beside):
            return []
        return [_relation(one, folder) for one in self.xml(beside).iter(RELATIONSHIP)]


def parser() -> etree.XMLParser:
    """A parser that fetches nothing, expands nothing and minds no xml:id."""
    return etree.XMLParser(
        resolve_entities=False, no_network=True, collect_ids=False, huge_tree=False
    )


def _relation(element: etree._Element, folder: str) -> Relation:
    target = element.get("Target", "")
    is_outside = element.get("TargetMode") == "External"
    if not is_outside:
        target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
    kind = element.get("Type", "").rpartition("/")[2]
    return Relation(element.get("Id", ""), kind, target, is_outside)
