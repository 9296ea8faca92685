"""A stored draft, and its manifest: what it was made of and where everything went."""

from datetime import datetime
from typing import Literal

from council_report.model.change import DraftName
from council_report.model.document import Edition, Gap
from council_report.model.finding import Finding
from council_report.model.language import Language
from council_report.model.message import Message
from council_report.model.noun import Noun
from council_report.model.session import Key, SessionCode
from council_report.model.translation import TranslationCount

CONTENT = "content.json"
"""The file of a draft that holds what it says, a ``Content``."""

CHANGES = "changes.json"
"""The file of a draft that holds its ``Changes`` since its base."""

REVIEW_PAGE = "review/index.html"

Face = Edition | Literal["page", "data"]
"""What a file of a draft is: an edition, the review page, or what programs read."""


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
    edition: Face = "publication"
    language: Language | None = None
    pages: int | None = None
    words: int | None = None


class Trace(Noun):
    """Where a printed paragraph comes from.

    ``part`` says what it is (``Printed.part`` of ``model/document.py``; ``template`` for words that
    the Word template holds itself), ``block`` which block it belongs to, counted from 1 over box
    and body. An entry is traced once, whatever the number of its cells. ``place`` says in words
    where in the file it stands; ``line`` is None where a file has none. ``amended`` names who has
    amended it, and when: ``A. Reviewer, 2026-11-22``; ``translated`` in the same way who translated
    it, and the status of the translation. Drafts made before all that was traced hold entries only,
    and no ``part``.
    """

    part: str = ""
    language: Language
    entry: Key | None = None
    block: int | None = None
    section: Key | None = None
    contributor: Key | None = None
    file: str
    line: int | None
    place: str = ""
    digest: str
    amended: tuple[str, ...] = ()
    translated: str = ""


class Length(Noun):
    """How long a section, or row of the box, is in one language.

    ``pages`` is its share of the pages of the PDF, in tenths of a page, None where there is none.
    """

    language: Language
    section: Key
    words: int
    pages: float | None = None


class Redline(Noun):
    """The tracked changes of one language since an earlier draft, or why there are none.

    ``problem`` is None where the redline was verified: accepting all its changes gives the new
    file, rejecting all gives the old, in everything that is ``compared``.
    """

    language: Language
    base: DraftName
    problem: Message | None = None
    compared: tuple[Message, ...] = ()
    not_compared: tuple[Message, ...] = ()


class Manifest(Noun):
    """Everything that is known of one draft.

    ``fingerprint`` is the digest of all that decides its content: equal fingerprints, equal
    documents. ``engine`` made the PDF files, none where there are none. ``tools`` are names and
    versions. ``provisional`` are the labels used that ITU has not confirmed, by language.
    ``translations`` is how the session's texts stood in each language. ``base`` is the draft that
    its redlines show the changes since, None where there was none.
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
    lengths: tuple[Length, ...] = ()
    translations: tuple[TranslationCount, ...] = ()
    base: DraftName | None = None
    redlines: tuple[Redline, ...] = ()

    @property
    def known_as(self) -> DraftName:
        """How other drafts speak of this one."""
        return DraftName(session=self.session, kind=self.kind, draft=self.draft, made=self.made)

    def products_of(self, edition: Face, language: Language) -> tuple[Product, ...]:
        """Its files that show one edition in one language, Word before PDF."""
        return tuple(
            one for one in self.products if (one.edition, one.language) == (edition, language)
        )


class Draft(Noun):
    """A numbered build: its folder, its manifest, its findings."""

    folder: str
    manifest: Manifest
    findings: tuple[Finding, ...]

    @property
    def name(self) -> str:
        """The name of its folder: ``draft-001``."""
        return self.known_as.folder

    @property
    def known_as(self) -> DraftName:
        """How other drafts speak of it."""
        return self.manifest.known_as
