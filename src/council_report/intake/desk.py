"""What the secretariat prepares: the session file, and everything in the templates folder."""

import io
import zipfile
from pathlib import Path as FilePath
from typing import TypeVar

from pydantic import BaseModel

from council_report.errors import UsageError
from council_report.intake.notes import Places
from council_report.intake.opening import RefusedError, listed
from council_report.intake.sources import read_source
from council_report.intake.structured import build
from council_report.intake.tree import MAX_BYTES, Tree
from council_report.model.catalogue import Catalogue, Kind
from council_report.model.desk import Desk
from council_report.model.finding import Finding
from council_report.model.location import Location
from council_report.model.mandate import Mandates
from council_report.model.session import Session
from council_report.model.source import SourceFile

Model = TypeVar("Model", bound=BaseModel)

MAX_TEMPLATE = 64 << 20
"""The largest Word template or emblem, in bytes."""


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
        session = self._model(Session, self.inputs, f"{code}/session.yaml", "code", code)
        kinds = self._folder(Kind, "kinds", "kind")
        catalogues = self._folder(Catalogue, "labels", "language")
        templates = self._word_templates(kinds)
        if session is None:
            return None
        return Desk(
            session=session,
            kinds={kind.kind: kind for kind in kinds},
            catalogues={catalogue.language: catalogue for catalogue in catalogues},
            mandates=self._mandates(session),
            templates=templates,
            emblem=self._emblem(),
            files=tuple(self.files),
            places=self.places,
        )

    def _folder(self, model: type[Model], folder: str, key: str) -> list[Model]:
        """The models in the YAML files of a folder of templates, in the order of their names.

        Each file is named after the value of a key in it.
        """
        models = [
            self._model(model, self.templates, f"{folder}/{stem}.yaml", key, stem)
            for stem in self._stems(folder)
        ]
        return [model for model in models if model is not None]

    def _stems(self, folder: str) -> list[str]:
        try:
            paths = listed(self.templates / folder)
        except FileNotFoundError:
            return []
        except RefusedError as refusal:
            shown = f"{self.templates.resolve().name}/{folder}/"
            self._find("file-refused", shown, *refusal.reason)
            return []
        return sorted(path.stem for path in paths if path.match("[!.]*.yaml"))

    def _model(
        self,
        model: type[Model],
        root: FilePath,
        name: str,
        key: str | None = None,
        expected: str | None = None,
    ) -> Model | None:
        source = self._source(root, name)
        if source is None:
            return None
        tree = Tree(source)
        value, findings = build(model, tree)
        self.places[source.name] = tree.places
        self.findings += findings
        if value is not None and key and getattr(value, key) != expected:
            given = getattr(value, key)
            message = f"{key}: '{given}' is expected to be '{expected}', as in the name"
            self._find("file-name", tree.place((key,)), message, "Make the two the same.")
        return value

    def _source(
        self, root: FilePath, name: str, largest: int = MAX_BYTES, *, needed: bool = True
    ) -> SourceFile | None:
        shown = f"{root.resolve().name}/{name}"
        try:
            source = read_source(root / name, shown, largest=largest)
        except FileNotFoundError:
            if needed:
                self._find("file-missing", shown, "the file is missing", "Put the file there.")
            return None
        except RefusedError as refusal:
            self._find("file-refused", shown, *refusal.reason)
            return None
        if len(source.data) > largest:
            message = f"the file is larger than {largest >> 20} MiB"
            self._find("file-too-large", shown, message, "Make it smaller.")
            return None
        self.files.append(source)
        return source

    def _mandates(self, session: Session) -> Mandates | None:
        if session.mandates is None:
            return None
        return self._model(Mandates, self.templates, f"mandates/{session.mandates}.yaml")

    def _word_templates(self, kinds: list[Kind]) -> dict[str, bytes]:
        names = dict.fromkeys(kind.template for kind in kinds)
        return {name: self._word_template(name) for name in names}

    def _word_template(self, name: str) -> bytes:
        source = self._source(self.templates, name, MAX_TEMPLATE)
        if source is None:
            return b""
        if not _is_word_file(source.data):
            remedy = "Save the template again as .docx."
            self._find("template-broken", source.name, "this is not a Word file", remedy)
        return source.data

    def _emblem(self) -> bytes | None:
        source = self._source(self.templates, "emblem.png", MAX_TEMPLATE, needed=False)
        return source.data if source else None

    def _find(self, rule: str, place: Location | str, message: str, remedy: str) -> None:
        location = Location(place) if isinstance(place, str) else place
        self.findings.append(
            Finding(rule=rule, severity="error", location=location, message=message, remedy=remedy)
        )


def _is_word_file(data: bytes) -> bool:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return "word/document.xml" in package.namelist()
    except zipfile.BadZipFile:
        return False
