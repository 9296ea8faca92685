"""Where the words of a draft come from, and where an entry went."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from typing import Literal

from rapidfuzz import fuzz

from council_report.archive.drafts import Kept
from council_report.cli.origins import Origin, origin_of
from council_report.errors import UsageError
from council_report.model.contribution import Contribution
from council_report.model.document import Document, Printed
from council_report.model.language import Language
from council_report.model.nearest import nearest
from council_report.model.noun import Noun
from council_report.model.session import Key
from council_report.settings import Workplace
from flows.gathering import Gathered, gather

ALIKE = 60.0
"""How much of the words, of 100, a paragraph must hold to be called the nearest."""

LOOSE = str.maketrans(
    {"\u2010": "-", "\u2011": "-", "\u00ad": "", "\u2019": "'", "\u201c": '"', "\u201d": '"'}
)
"""Signs that look alike, and that people type otherwise than a document has them."""

ENTRY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
SPACES = re.compile(r"\s+")


class Stay(Noun):
    """One draft in which an entry was looked for, and where it stands in each language."""

    draft: str
    places: tuple[Origin, ...] = ()
    problem: str | None = None


class Traced(Noun):
    """The answer to a question: of words their origins, of an entry where it went.

    ``how`` says whether the origins hold the words, or are only the nearest there are. ``stays``
    are the drafts, the newest first; ``fates`` says why an entry that files hold is not in the
    newest. ``meant`` is the id most like the one asked for, where there is no such entry.
    """

    asked: str
    how: Literal["words", "nearest", "entry"]
    origins: tuple[Origin, ...] = ()
    stays: tuple[Stay, ...] = ()
    fates: tuple[str, ...] = ()
    meant: Key | None = None

    @property
    def found(self) -> bool:
        """Whether there is any answer."""
        return bool(self.origins or self.fates or any(one.places for one in self.stays))

    @property
    def gone_since(self) -> str | None:
        """The first draft from which on an entry is not there; None while it is in the newest."""
        absent = list(takewhile(lambda one: not one.places, self.stays))
        return absent[-1].draft if absent and len(absent) < len(self.stays) else None


def answer_to(
    place: Workplace,
    session: str,
    drafts: Sequence[Kept],
    words: str,
    language: Language | None,
) -> Traced:
    """Where words of the first of the drafts come from; if they are an entry's id, where it went.

    The other drafts are those before the first. Raises UsageError if there are no words.
    """
    wanted = loosely(words)
    if not wanted:
        raise UsageError("There are no words.", "Name words of a paragraph, or the id of an entry.")
    stays = stays_of(drafts, words, language) if ENTRY.fullmatch(words) else ()
    if any(one.places for one in stays):
        fates = () if stays[0].places else fates_of(place, session, drafts[0], words)
        return Traced(asked=words, how="entry", stays=stays, fates=fates)
    lines = _lines(drafts[0], language)
    found = [one for one in lines if wanted in loosely(one[1].text)]
    if found:
        return Traced(asked=words, how="words", origins=_origins(drafts[0], found))
    fates = fates_of(place, session, drafts[0], words) if ENTRY.fullmatch(words) else ()
    if fates:
        return Traced(asked=words, how="entry", stays=stays, fates=fates)
    meant = nearest(words, _entries(drafts)) if ENTRY.fullmatch(words) else None
    if meant:
        return Traced(asked=words, how="entry", meant=meant)
    near = _nearest(wanted, lines)
    return Traced(asked=words, how="nearest", origins=_origins(drafts[0], near))


def loosely(text: str) -> str:
    """A text without what people do not type as it stands: capitals, odd spaces and hyphens."""
    return SPACES.sub(" ", text.translate(LOOSE)).strip().casefold()


def stays_of(drafts: Iterable[Kept], entry: str, language: Language | None) -> tuple[Stay, ...]:
    """Where an entry stands in each of the drafts."""
    return tuple(
        Stay(
            draft=draft.folder.name,
            places=tuple(_places(draft, entry, language)),
            problem=draft.problem,
        )
        for draft in drafts
    )


def fates_of(place: Workplace, session: str, draft: Kept, entry: str) -> tuple[str, ...]:
    """Why an entry of the input files is not in a draft, for each file that holds it."""
    gathered = gather(place, session)
    return tuple(
        f"{where}: {_fate(gathered, sent, draft, entry)}"
        for sent in gathered.contributions
        for where in _places_in(sent, gathered, entry)
    )


def _places_in(sent: Contribution, gathered: Gathered, entry: str) -> Iterator[str]:
    """Where a file holds an entry; of one that is set aside it may only be known that it does."""
    places = [n for n, one in enumerate(sent.entries) if one.id == entry]
    for number in places:
        yield str(sent.locate("entries", number))
    if sent.set_aside and not places:
        for file in gathered.files:
            if file.name == sent.file and entry.encode() in file.data:
                yield file.name


def _fate(gathered: Gathered, sent: Contribution, draft: Kept, entry: str) -> str:
    if sent.set_aside:
        error = next(one for one in sent.findings if one.severity == "error")
        return f"the file is set aside whole, for {error.location}: {error.message}"
    for one in gathered.desk.amendments if gathered.desk else ():
        if (one.contributor, one.entry, one.action) == (sent.contributor, entry, "remove"):
            return f"{one.by} has taken it out, {one.on.isoformat()}"
    ingredients = draft.manifest.ingredients if draft.manifest else ()
    if sent.digest not in {one.digest for one in ingredients}:
        return f"the file has changed since {draft.folder.name} was built: build again"
    return "its section is none of this document's"


def _entries(drafts: Iterable[Kept]) -> set[Key]:
    """The ids of all entries that stand in any of the drafts."""
    return {
        block.entry
        for draft in drafts
        for document in _documents(draft, None)
        for block in document.all_blocks()
        if block.entry
    }


def _lines(draft: Kept, language: Language | None) -> list[tuple[Document, Printed]]:
    return [
        (document, line)
        for document in _documents(draft, language)
        for line in document.lines()
        if line.text.strip()
    ]


def _origins(draft: Kept, lines: Iterable[tuple[Document, Printed]]) -> tuple[Origin, ...]:
    return tuple(origin_of(draft, *one) for one in lines)


def _documents(draft: Kept, language: Language | None) -> Iterator[Document]:
    for document in draft.content.documents if draft.content else ():
        if language in (None, document.language):
            yield document


def _nearest(
    wanted: str, lines: Sequence[tuple[Document, Printed]]
) -> Iterator[tuple[Document, Printed]]:
    """The paragraph that is most like the words, if any is; all that are exactly as near."""
    scores = [_likeness(wanted, loosely(line.text)) for _, line in lines]
    best = max(scores, default=0.0)
    for score, line in zip(scores, lines, strict=True):
        if score == best >= ALIKE:
            yield line


def _likeness(wanted: str, text: str) -> float:
    """How much of the words a text has: as they follow one another, and in whatever order."""
    if len(text) < len(wanted):  # A single word of them is not all of them.
        return (fuzz.ratio(wanted, text) + fuzz.token_sort_ratio(wanted, text)) / 2
    return (fuzz.partial_ratio(wanted, text) + fuzz.token_set_ratio(wanted, text)) / 2


def _places(draft: Kept, entry: str, language: Language | None) -> Iterator[Origin]:
    for document in _documents(draft, language):
        for line in document.lines():
            if line.part not in ("cell", "label") and line.block and line.block.entry == entry:
                yield origin_of(draft, document, line)
