"""The parts of a Word or ODF file: taken out of its zip, and put into a new one."""

import io
import posixpath
import zipfile
from collections.abc import Mapping
from typing import NamedTuple

from lxml import etree

from council_report.office.tags import PACKAGE

LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""The time that every part of a package we write is given, so that its bytes stay the same."""


class Relation(NamedTuple):
    """Where a part refers to: another part by its name, or an address outside."""

    kind: str
    target: str
    external: bool


def unpacked(data: bytes) -> dict[str, bytes]:
    """The parts of a package by their names; the gate has seen that it is sane."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def packed(parts: Mapping[str, bytes]) -> bytes:
    """A package of parts, the first one stored as ODF wants its ``mimetype``."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for place, (name, content) in enumerate(parts.items()):
            how = zipfile.ZIP_DEFLATED if place else zipfile.ZIP_STORED
            package.writestr(zipfile.ZipInfo(name, LONG_AGO), content, how)
    return target.getvalue()


def parsed(part: bytes) -> etree._Element:
    """The tree of a part, without comments and processing instructions."""
    # Programs write an xml:id twice, or one that is no name, and nothing here looks for any.
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        collect_ids=False,
        remove_comments=True,
        remove_pis=True,
    )
    return etree.fromstring(part, parser)


def written(root: etree._Element) -> bytes:
    """The bytes of a tree."""
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8"))


def relations(parts: Mapping[str, bytes], name: str) -> dict[str, Relation]:
    """What a part of a Word file refers to, by the id of the relationship; "" is the package."""
    folder, base = posixpath.split(name)
    listing = parts.get(posixpath.join(folder, "_rels", f"{base}.rels"))
    if listing is None:
        return {}
    return {
        one.get("Id", ""): _relation(one, folder) for one in parsed(listing).iter(f"{PACKAGE}*")
    }


def _relation(one: etree._Element, folder: str) -> Relation:
    kind = one.get("Type", "").rpartition("/")[2]
    target = one.get("Target", "")
    if one.get("TargetMode") == "External":
        return Relation(kind, target, external=True)
    inside = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
    return Relation(kind, inside, external=False)
