"""A stored draft, and its manifest: what it was made of and where everything went."""

from datetime import datetime

from council_report.model.document import Gap
from council_report.model.finding import Finding
from council_report.model.language import Language
from council_report.model.noun import Noun
from council_report.model.session import Key, SessionCode


class Ingredient(Noun):
    """A file that a draft was made with: an input, a template or a catalogue.

    ``contributor`` is who sent it, if anybody; ``reason`` says why a file was set aside, and gave
    nothing to the draft. A file that could not be read has no digest.
    """

    file: str
    digest: str
    contributor: Key | None = None
    entries: int = 0
    reason: str | None = None


class Product(Noun):
    """A file of a draft: its digest and, for a document, its language, pages and words."""

    file: str
    digest: str
    language: Language | None = None
    pages: int | None = None
    words: int | None = None


class Trace(Noun):
    """Where an entry went: the block it became, counted from 1 over box and body; its source.

    ``place`` says in words where in the file it stands; ``line`` is None where a file has none.
    """

    entry: Key
    language: Language
    block: int
    section: Key
    contributor: Key
    file: str
    line: int | None
    place: str = ""
    digest: str


class Manifest(Noun):
    """Everything that is known of one draft.

    ``fingerprint`` is the digest of all that decides its content: equal fingerprints, equal
    documents. ``engine`` made the PDF files, none where there are none. ``tools`` are names and
    versions. ``provisional`` are the labels used that ITU has not confirmed, by language.
    """

    session: SessionCode
    kind: Key
    draft: int
    made: datetime
    fingerprint: str
    version: str
    engine: str | None
    tools: dict[str, str]
    languages: tuple[Language, ...]
    ingredients: tuple[Ingredient, ...]
    products: tuple[Product, ...]
    trace: tuple[Trace, ...]
    statistics: dict[Key, str]
    gaps: tuple[Gap, ...]
    provisional: dict[Language, tuple[str, ...]]


class Draft(Noun):
    """A numbered build: its folder, its manifest, its findings."""

    folder: str
    manifest: Manifest
    findings: tuple[Finding, ...]

    @property
    def name(self) -> str:
        """The name of its folder: ``draft-001``."""
        return f"draft-{self.manifest.draft:03d}"
