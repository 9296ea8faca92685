"""What the secretariat prepares before any contribution arrives."""

from functools import cached_property

from pydantic import Field

from council_report.model.amendment import AMENDMENTS, Amendment
from council_report.model.catalogue import Catalogue, Kind
from council_report.model.contribution import Entry
from council_report.model.earlier import Earlier
from council_report.model.language import Language
from council_report.model.location import Location, Path, place_in
from council_report.model.mandate import Mandates
from council_report.model.noun import Noun
from council_report.model.session import Key, Session
from council_report.model.session_texts import SessionRendition
from council_report.model.source import SourceFile
from council_report.model.translating import Book, book_of
from council_report.model.translation import TRANSLATIONS, TranslationsFile


class Desk(Noun):
    """A session with the kinds, labels, mandates and Word templates its documents are made with.

    ``templates`` are Word files by name; ``emblem`` is the picture for the header block, if there
    is one. ``places`` says, per file, where each value stands. ``earlier`` are the entries of the
    session that this one follows, by id, ``earlier_files`` the files they stand in, without their
    bytes, and ``earlier_statistics`` says who defined a statistic there. ``messages`` are the words
    of forms, receipts and review pages, by language and English template; a language without any
    has none of its own. ``amendments`` are the reviewers' edits that were accepted. The texts of
    ``session`` are complemented by ``translations``; ``renditions`` says how each of them stands.
    """

    session: Session
    kinds: dict[str, Kind]
    catalogues: dict[Language, Catalogue]
    mandates: Mandates | None
    templates: dict[str, bytes]
    emblem: bytes | None
    files: tuple[SourceFile, ...]
    places: dict[str, dict[Path, Location]]
    earlier: dict[Key, Earlier] = Field(default_factory=dict)
    earlier_files: tuple[SourceFile, ...] = ()
    earlier_statistics: dict[Key, Key] = Field(default_factory=dict)
    messages: dict[Language, dict[str, str]] = Field(default_factory=dict)
    amendments: tuple[Amendment, ...] = ()
    translations: tuple[TranslationsFile, ...] = ()
    renditions: tuple[SessionRendition, ...] = ()

    @cached_property
    def book(self) -> Book:
        """The translations by language and unit."""
        return book_of(self.translations)

    @property
    def session_file(self) -> str:
        """The name of the session's own file."""
        return next(file.name for file in self.files if file.name.endswith("/session.yaml"))

    @property
    def amendments_file(self) -> str:
        """The name of the file of amendments, whether there is one or not."""
        return f"{self.session_file.rpartition('/')[0]}/{AMENDMENTS}"

    def translations_file(self, language: Language) -> str:
        """The name of the file of translations into a language, whether there is one or not."""
        return f"{self.session_file.rpartition('/')[0]}/{TRANSLATIONS}/{language}.yaml"

    def locate(self, file: str, *path: str | int) -> Location:
        """Where a value of a file stands, or the nearest place above it that is known."""
        return place_in(self.places.get(file, {}), path, file)

    def earlier_of(self, contributor: Key) -> dict[Key, Entry]:
        """What a contributor sent for the session that this one follows, by id."""
        return {
            key: one.entry for key, one in self.earlier.items() if one.contributor == contributor
        }

    def sent_earlier(self, contributor: Key, entry: Key) -> Earlier | None:
        """An entry that a contributor sent for the session before, by its id."""
        earlier = self.earlier.get(entry)
        return earlier if earlier and earlier.contributor == contributor else None
