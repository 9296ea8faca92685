"""How the parts of an Office file belong together: their content types and relationships."""

import posixpath
import re
from collections.abc import Mapping
from typing import NamedTuple

from council_report.intake.gate.container import Container
from council_report.intake.gate.markup import Watch, survey
from council_report.intake.gate.refusal import DamagedError, quoted
from council_report.model.message import Message

CONTENT_TYPES = "[Content_Types].xml"
ROOT_RELATIONS = "_rels/.rels"

TRANSITIONAL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
STRICT = "http://purl.oclc.org/ooxml/"
"""The type of the relationship to the main part; how all types of Strict Open XML begin."""

PACKAGE = "{http://schemas.openxmlformats.org/package/2006/"
NAMESPACES = (f"{PACKAGE}content-types", f"{PACKAGE}relationships")

RELATIONS_TYPE = "application/vnd.openxmlformats-package.relationships+xml"

ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+:|//|\\\\", re.IGNORECASE)
"""How a target begins that is no part of the file, whatever is said of it."""


class Relation(NamedTuple):
    """One relationship: the end of its type's name, all of it, and where it leads."""

    kind: str
    type: str
    target: str
    external: bool


class Types(Watch):
    """The content types of a package, by the name of a part or by its ending.

    Raises DamagedError where a part has two: programs do not agree which one counts.
    """

    def __init__(self) -> None:
        self.by_name: dict[str, str] = {}
        self.by_ending: dict[str, str] = {}

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Note one declaration."""
        name, kind = _in(CONTENT_TYPES, tag), attributes.get("ContentType", "")
        if name == "Override":
            _note(self.by_name, attributes.get("PartName", "").lstrip("/"), kind)
        elif name == "Default":
            _note(self.by_ending, attributes.get("Extension", ""), kind)

    def of(self, name: str) -> str:
        """The content type of a part, empty if it has none."""
        ending = name.rpartition("/")[2].rpartition(".")[2].casefold()
        return self.by_name.get(name.casefold()) or self.by_ending.get(ending, "")


def _in(part: str, tag: str) -> str:
    """The name of an element of such a part; programs do not agree what another may mean."""
    namespace, _, name = tag.rpartition("}")
    if namespace not in NAMESPACES:
        message = Message("the file is damaged: its part “{part}” is no valid XML", part=part)
        raise DamagedError(message)
    return name


def _note(kinds: dict[str, str], name: str, kind: str) -> None:
    if kinds.setdefault(name.casefold(), kind) != kind:
        part = quoted(name)
        raise DamagedError(Message("the file is damaged: “{part}” is described twice", part=part))


class Relations(Watch):
    """The relationships in one part."""

    def __init__(self) -> None:
        self.found: list[Relation] = []

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Note one relationship."""
        if _in(ROOT_RELATIONS, tag) == "Relationship":
            type_ = attributes.get("Type", "")
            target = attributes.get("Target", "")
            is_internal = attributes.get("TargetMode", "Internal") == "Internal"
            external = not is_internal or bool(ADDRESS.match(target))
            self.found.append(Relation(type_.rpartition("/")[2], type_, target, external))


def types_in(container: Container) -> Types:
    """The content types of a package; raises DamagedError or DocumentTypeError."""
    types = Types()
    survey(CONTENT_TYPES, container.read(CONTENT_TYPES), types)
    return types


def main_relation(container: Container) -> Relation:
    """The relationship that leads to the main part; raises DamagedError if it is not one."""
    relations = Relations()
    if ROOT_RELATIONS in container.by_name:
        survey(ROOT_RELATIONS, container.read(ROOT_RELATIONS), relations)
    mains = [one for one in relations.found if one.kind == "officeDocument" and not one.external]
    if len(mains) > 1:
        raise DamagedError(Message("the file is damaged: it has several main parts"))
    if not mains or not (mains[0].type == TRANSITIONAL or mains[0].type.startswith(STRICT)):
        raise DamagedError(Message("the file is damaged: its main part is missing"))
    return mains[0]


def main_part(container: Container) -> str:
    """The name of the main part; raises DamagedError if it is missing."""
    target = main_relation(container).target
    name = posixpath.normpath(target.lstrip("/"))
    if name not in container.by_name:
        raise DamagedError(Message("the file is damaged: its main part is missing"))
    return name
