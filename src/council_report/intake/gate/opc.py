"""How the parts of an Office file belong together: their content types and relationships."""

import posixpath
from collections.abc import Mapping
from typing import NamedTuple

from council_report.intake.gate.container import Container
from council_report.intake.gate.markup import Watch, survey
from council_report.intake.gate.refusal import DamagedError
from council_report.model.message import Message

CONTENT_TYPES = "[Content_Types].xml"
ROOT_RELATIONS = "_rels/.rels"

RELATIONS_TYPE = "application/vnd.openxmlformats-package.relationships+xml"


class Relation(NamedTuple):
    """One relationship: the end of its type's name, all of it, and where it leads."""

    kind: str
    type: str
    target: str
    external: bool


class Types(Watch):
    """The content types of a package, by the name of a part or by its ending."""

    def __init__(self) -> None:
        self.by_name: dict[str, str] = {}
        self.by_ending: dict[str, str] = {}

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Note one declaration."""
        kind = attributes.get("ContentType", "")
        if tag.endswith("}Override"):
            self.by_name[attributes.get("PartName", "").lstrip("/").casefold()] = kind
        elif tag.endswith("}Default"):
            self.by_ending[attributes.get("Extension", "").casefold()] = kind

    def of(self, name: str) -> str:
        """The content type of a part, empty if it has none."""
        ending = name.rpartition("/")[2].rpartition(".")[2].casefold()
        return self.by_name.get(name.casefold()) or self.by_ending.get(ending, "")


class Relations(Watch):
    """The relationships in one part."""

    def __init__(self) -> None:
        self.found: list[Relation] = []

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Note one relationship."""
        if tag.endswith("}Relationship"):
            type_ = attributes.get("Type", "")
            external = attributes.get("TargetMode", "Internal") != "Internal"
            target = attributes.get("Target", "")
            self.found.append(Relation(type_.rpartition("/")[2], type_, target, external))


def types_in(container: Container) -> Types:
    """The content types of a package; raises DamagedError or DocumentTypeError."""
    types = Types()
    survey(CONTENT_TYPES, container.read(CONTENT_TYPES), types)
    return types


def main_relation(container: Container) -> Relation:
    """The relationship that leads to the main part; raises DamagedError if there is none."""
    relations = Relations()
    if ROOT_RELATIONS in container.by_name:
        survey(ROOT_RELATIONS, container.read(ROOT_RELATIONS), relations)
    for relation in relations.found:
        if relation.kind == "officeDocument" and not relation.external:
            return relation
    raise DamagedError(Message("the file is damaged: its main part is missing"))


def main_part(container: Container) -> str:
    """The name of the main part; raises DamagedError if it is missing."""
    target = main_relation(container).target
    name = posixpath.normpath(target.lstrip("/"))
    if name not in container.by_name:
        raise DamagedError(Message("the file is damaged: its main part is missing"))
    return name
