"""What the secretariat prepares before any contribution arrives."""

from council_report.model.catalogue import Catalogue, Kind
from council_report.model.language import Language
from council_report.model.location import Location, Path, place_in
from council_report.model.mandate import Mandates
from council_report.model.noun import Noun
from council_report.model.session import Session
from council_report.model.source import SourceFile


class Desk(Noun):
    """A session with the kinds, labels, mandates and Word templates its documents are made with.

    ``templates`` are Word files by name; ``emblem`` is the picture for the header block, if there
    is one. ``places`` says, per file, where each value stands.
    """

    session: Session
    kinds: dict[str, Kind]
    catalogues: dict[Language, Catalogue]
    mandates: Mandates | None
    templates: dict[str, bytes]
    emblem: bytes | None
    files: tuple[SourceFile, ...]
    places: dict[str, dict[Path, Location]]

    @property
    def session_file(self) -> str:
        """The name of the session's own file."""
        return next(file.name for file in self.files if file.name.endswith("/session.yaml"))

    def locate(self, file: str, *path: str | int) -> Location:
        """Where a value of a file stands, or the nearest place above it that is known."""
        return place_in(self.places.get(file, {}), path, file)
