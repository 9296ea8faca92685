"""What the secretariat prepares: the session file, and everything in the templates folder."""

import io
import zipfile
from pathlib import Path as FilePath
from typing import TypeVar

from pydantic import BaseModel

from council_report.errors import UsageError
from council_report.intake.sources import read_source
from council_report.intake.structured import build
from council_report.intake.tree import Places, Tree
from council_report.model.catalogue import Catalogue, Kind
from council_report.model.desk import Desk
from council_report.model.finding import Finding
from council_report.model.location import Location
from council_report.model.mandate import Mandates
from council_report.model.session import Session
from council_report.model.source import SourceFile

Model = TypeVar("Model", bound=BaseModel)

MAX_TEMPLATE = 64 << 20


def sessions_in(inputs: FilePath) -> list[str]:
    """The codes of the sessions that have a folder with a session file."""
    return sorted(path.parent.name for path in inputs.glob("*/session.yaml"))


def read_desk(
    inputs: FilePath, templates: FilePath, session: str
) -> tuple[Desk | None, tuple[Finding, ...]]:
    """The desk of a session, or None and the findings that say what is wrong with it.

    Raises UsageError if there is no such session.
    """
    if session not in sessions_in(inputs):
        known = ", ".join(sessions_in(inputs)) or "none"
        raise UsageError(
            f"There is no session '{session}' in {inputs}.",
            f"Sessions there: {known}. A session is a folder with a file session.yaml.",
        )
    shelf = Shelf(inputs, templates)
    desk = shelf.desk(session)
    return (None if shelf.findings else desk), tuple(shelf.findings)


class Shelf:
    """The files of a desk as they are read: each once, with its places and findings."""

    def __init__(self, inputs: FilePath, templates: FilePath) -> None:
        self.inputs = inputs
        self.templates = templates
        self.files: list[SourceFile] = []
        self.places: dict[str, Places] = {}
        self.findings: list[Finding] = []

    def desk(self, code: str) -> Desk | None:
        """Everything the session needs, or None if its own file could not be read."""
        session = self._model(Session, self.inputs, f"{code}/session.yaml")
        kinds = self._folder(Kind, "kinds")
        catalogues = self._folder(Catalogue, "labels")
        if session is None:
            return None
        mandates = (
            self._model(Mandates, self.templates, f"mandates/{session.mandates}.yaml")
            if session.mandates
            else None
        )
        return Desk(
            session=session,
            kinds={kind.kind: kind for kind in kinds},
            catalogues={catalogue.language: catalogue for catalogue in catalogues},
            mandates=mandates,
            templates={kind.template: self._word_template(kind.template) for kind in kinds},
            emblem=self._emblem(),
            files=tuple(self.files),
            places=self.places,
        )

    def _folder(self, model: type[Model], folder: str) -> list[Model]:
        """The models in the YAML files of a folder of templates, in the order of their names."""
        names = sorted(path.name for path in (self.templates / folder).glob("*.yaml"))
        models = [self._model(model, self.templates, f"{folder}/{name}") for name in names]
        return [model for model in models if model is not None]

    def _model(self, model: type[Model], root: FilePath, name: str) -> Model | None:
        source = self._source(root, name)
        if source is None:
            return None
        tree = Tree(source)
        value, findings = build(model, tree)
        self.places[source.name] = tree.places
        self.findings += findings
        return value

    def _source(self, root: FilePath, name: str) -> SourceFile | None:
        path = root / name
        shown = f"{root.resolve().name}/{name}"
        if not path.is_file():
            self._find("file-missing", shown, "the file is missing", "Put the file there.")
            return None
        source = read_source(path, shown)
        self.files.append(source)
        return source

    def _word_template(self, name: str) -> bytes:
        source = self._source(self.templates, name)
        if source is None:
            return b""
        data = (self.templates / name).read_bytes()
        if not zipfile.is_zipfile(io.BytesIO(data)):
            self._find("template-broken", source.name, "this is not a Word file",
                       "Save the template again as .docx.")
        return data

    def _emblem(self) -> bytes | None:
        if not (self.templates / "emblem.png").is_file():
            return None
        self._source(self.templates, "emblem.png")
        return (self.templates / "emblem.png").read_bytes()

    def _find(self, rule: str, name: str, message: str, remedy: str) -> None:
        self.findings.append(
            Finding(rule=rule, severity="error", location=Location(name), message=message,
                    remedy=remedy)
        )
