"""The texts of a session: what each says, in which language, where, and whether it is printed."""

from collections.abc import Iterable, Iterator, Sequence, Set
from typing import NamedTuple

from council_report.model.amending import Judged, Layer, Said
from council_report.model.contribution import Contribution, Entry, Identity
from council_report.model.desk import Desk
from council_report.model.language import Language
from council_report.model.location import Location, Path
from council_report.model.session_texts import session_texts
from council_report.model.text import MARKS, STATISTIC, one_line, parse_text
from council_report.typography.fix import NUMBER
from council_report.typography.fixing import read


class Written(NamedTuple):
    """A text as it was written, and its place.

    ``source`` is in the Markdown subset where it is of an entry, else a line without marks.
    ``words`` are those that are read in it, one sign for each statistic. ``file`` and ``path`` are
    the way to it; ``home`` is the contribution that it stands in, if it does, ``identity`` the
    entry that it is a text of, if it is.
    """

    language: Language
    source: str
    words: str
    file: str
    path: Path
    home: Contribution | None = None
    identity: Identity | None = None

    def place(self, desk: Desk) -> Location:
        """Where it stands."""
        if self.home:
            return self.home.locate(*self.path)
        return desk.locate(self.file, *self.path)

    def is_printed(self, layers: Iterable[Layer]) -> bool:
        """Whether a document prints it: not where an amendment or translation took its place."""
        return self.identity is None or any(
            self.identity in layer.sections
            and self.identity not in layer.removed
            and self.language in layer.plan.languages
            and self._is_said(layer.said(self.identity, self.language))
            for layer in layers
        )

    def _is_said(self, said: Said) -> bool:
        return self.source == said.text or any(self.source in row for row in said.rows or ())


def written_in(
    desk: Desk,
    contributions: Iterable[Contribution],
    judged: Iterable[Judged],
    languages: Sequence[Language],
) -> Iterator[Written]:
    """The texts of entries, amendments and translations, of the session file, and the labels."""
    wanted = frozenset(languages)
    for home in contributions:
        for number, entry in enumerate(home.entries):
            yield from _of_entry(home, number, entry, wanted)
    for one in judged:
        if one.holds and one.amendment.new:
            yield _amended(desk.amendments_file, one)
    yield from _translated(desk)
    yield from _of_session(desk, wanted)
    yield from _labels(desk, wanted)


def _of_entry(
    home: Contribution, number: int, entry: Entry, languages: Set[Language]
) -> Iterator[Written]:
    at: Path = ("entries", number)
    identity = home.contributor, entry.id
    for language, text in entry.text.items():
        if language in languages:
            path = (*at, "text", language)
            yield Written(language, text, words_of(text), home.file, path, home, identity)
    for language, rows in (entry.table or {}).items():
        for row, cells in enumerate(rows if language in languages else ()):
            for column, cell in enumerate(cells):
                path = (*at, "table", language, row, column)
                yield Written(language, cell, words_of(cell), home.file, path, home, identity)


def _amended(file: str, one: Judged) -> Written:
    amendment, path = one.amendment, ("amendments", one.number, "new")
    identity = amendment.contributor, amendment.id or amendment.entry
    new = amendment.new or ""
    return Written(amendment.language, new, words_of(new), file, path, None, identity)


def _translated(desk: Desk) -> Iterator[Written]:
    """The translations of entries."""
    for translations in desk.translations:
        language, file = translations.language, desk.translations_file(translations.language)
        for number, one in enumerate(translations.translations):
            contributor, is_entry, rest = one.unit.partition(":")
            if one.text and is_entry:
                path: Path = ("translations", number, "text")
                identity = contributor, rest.partition(":")[0]
                words = words_of(one.text)
                yield Written(language, one.text, words, file, path, None, identity)


def _of_session(desk: Desk, languages: Set[Language]) -> Iterator[Written]:
    """The texts of the session file, with their translations."""
    records = {(one.way, one.language): one.rendition.record for one in desk.renditions}
    for text in session_texts(desk.session):
        for language, line in text.texts.items():
            record = records.get((text.way, language))
            file = desk.translations_file(language) if record else desk.session_file
            path = ("translations", record.number, "text") if record else (*text.way, language)
            if language in languages:
                yield Written(language, line, one_line(line), file, path)


def _labels(desk: Desk, languages: Set[Language]) -> Iterator[Written]:
    for language, catalogue in desk.catalogues.items():
        ending = f"/labels/{language}.yaml"
        file = next((name for name in desk.places if name.endswith(ending)), f"templates{ending}")
        for key, label in catalogue.labels.items() if language in languages else ():
            yield Written(language, label.text, label.text, file, ("labels", key, "text"))
            if label.feminine:
                way = ("labels", key, "feminine")
                yield Written(language, label.feminine, label.feminine, file, way)


def words_of(source: str) -> str:
    """What is read in a text in the Markdown subset, one sign for each statistic."""
    line = STATISTIC.sub(NUMBER, source) if "[[" in source else source
    if MARKS.search(line):
        return read(parse_text(source))
    return one_line(line) if "\n" in line or "  " in line or "\t" in line else line
