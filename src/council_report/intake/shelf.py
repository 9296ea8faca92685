"""Files of the secretariat as they are read: each once, with its places and findings."""

from functools import lru_cache
from pathlib import Path as FilePath
from typing import TypeVar

from pydantic import BaseModel

from council_report.intake.notes import Places
from council_report.intake.opening import RefusedError, listed
from council_report.intake.sources import read_source
from council_report.intake.structured import build
from council_report.intake.tree import MAX_BYTES, Tree
from council_report.model.finding import Finding
from council_report.model.location import Location, place_in
from council_report.model.message import Message
from council_report.model.source import SourceFile

Model = TypeVar("Model", bound=BaseModel)


@lru_cache(maxsize=64)
def _made(
    model: type[Model], source: SourceFile, largest: int, may_be_empty: bool
) -> tuple[Model | None, tuple[Finding, ...], Places]:
    """The model in a file, what is wrong with it, and where its values stand.

    A watcher asks for the same files all day, and a session for those of the one before again.
    """
    tree = Tree(source, may_be_empty=may_be_empty, largest=largest)
    value, findings = build(model, tree)
    return value, tuple(findings), tree.places


class Shelf:
    """The inputs and templates folders, and what was read and found in them.

    ``files`` are those that decide what a document says.
    """

    def __init__(self, inputs: FilePath, templates: FilePath) -> None:
        self.inputs = inputs
        self.templates = templates
        self.files: list[SourceFile] = []
        self.places: dict[str, Places] = {}
        self.findings: list[Finding] = []

    def folder(self, model: type[Model], folder: str, key: str) -> list[Model]:
        """The models in the YAML files of a folder of templates, in the order of their names.

        Each file is named after the value of a key in it.
        """
        models = [
            self.model(model, self.templates, f"{folder}/{stem}.yaml", key, stem)
            for stem in self.stems(folder, ".yaml")
        ]
        return [model for model in models if model is not None]

    def stems(self, folder: str, ending: str) -> list[str]:
        """The names of the files with an ending in a folder of templates, without that ending."""
        try:
            paths = listed(self.templates / folder)
        except FileNotFoundError:
            return []
        except RefusedError as refusal:
            shown = f"{self.templates.resolve().name}/{folder}/"
            self.find("file-refused", shown, *refusal.reason)
            return []
        return sorted(path.stem for path in paths if path.match(f"[!.]*{ending}"))

    def model(
        self,
        model: type[Model],
        root: FilePath,
        name: str,
        key: str | None = None,
        expected: str | None = None,
        *,
        needed: bool = True,
        largest: int = MAX_BYTES,
    ) -> Model | None:
        """The model in a YAML file, or None if it cannot be made.

        ``expected`` is what the value of a key in it has to be. A file that is not ``needed`` may
        be missing or empty.
        """
        source = self.source(root, name, largest, needed=needed)
        if source is None:
            return None
        value, findings, places = _made(model, source, largest, not needed)
        self.places[source.name] = places
        self.findings += findings
        if value is not None and key and getattr(value, key) != expected:
            given = getattr(value, key)
            message = Message(
                "{key}: '{given}' is expected to be '{expected}', as in the name",
                key=key,
                given=given,
                expected=expected,
            )
            place = place_in(places, (key,), source.name)
            self.find("file-name", place, message, Message("Make the two the same."))
        return value

    def source(
        self, root: FilePath, name: str, largest: int = MAX_BYTES, *, needed: bool = True
    ) -> SourceFile | None:
        """A file that decides what a draft says, or None if it is not there or not read."""
        source = self._read(root, name, largest, needed=needed)
        if source is not None:
            self.files.append(source)
        return source

    def _read(self, root: FilePath, name: str, largest: int, *, needed: bool) -> SourceFile | None:
        shown = f"{root.resolve().name}/{name}"
        try:
            source = read_source(root / name, shown, largest=largest)
        except FileNotFoundError:
            if needed:
                message = Message("the file is missing")
                self.find("file-missing", shown, message, Message("Put the file there."))
            return None
        except RefusedError as refusal:
            self.find("file-refused", shown, *refusal.reason)
            return None
        if len(source.data) > largest:
            message = Message("the file is larger than {size} MiB", size=largest >> 20)
            self.find("file-too-large", shown, message, Message("Make it smaller."))
            return None
        return source

    def find(self, rule: str, place: Location | str, message: Message, remedy: Message) -> None:
        """Record an error at a place, or in a file as a whole."""
        location = Location(place) if isinstance(place, str) else place
        self.findings.append(
            Finding(rule=rule, severity="error", location=location, message=message, remedy=remedy)
        )
