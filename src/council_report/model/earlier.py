"""The entries of the session before, and what has become of them."""

from collections.abc import Mapping
from typing import Literal

from pydantic import Field

from council_report.model.contribution import Entry, Table
from council_report.model.language import Language
from council_report.model.location import Location
from council_report.model.noun import Noun
from council_report.model.session import Key
from council_report.model.text import Text, one_line, parse_text
from council_report.model.translation import Translation

News = Literal["new", "changed", "unchanged"]
"""What an entry is, measured by the session before."""


class Earlier(Noun):
    """An entry of the session that this one follows, who sent it, and where it stands.

    It says what was printed. ``places`` are those of its texts, where they stand elsewhere: in
    another file of the contributor, in the amendments, or in the session before that one.
    ``translations`` are those that its texts come from.
    """

    contributor: Key
    entry: Entry
    place: Location
    places: dict[Language, Location] = Field(default_factory=dict)
    translations: dict[Language, Translation] = Field(default_factory=dict)

    def place_in(self, language: Language) -> Location:
        """Where its text in a language stands."""
        return self.places.get(language, self.place)


def news_of(entry: Entry, earlier: Entry | None) -> News:
    """What an entry is, where the session before has this one under its id, or none."""
    if earlier is None:
        return "new"
    return "unchanged" if is_unchanged(entry, earlier) else "changed"


def is_unchanged(entry: Entry, earlier: Entry) -> bool:
    """Whether an entry says what it said before, in each language that it is written in.

    A form is written in one language: what it leaves out in others is no change. Nor is a sign of
    the Markdown subset, or a line break, that makes no difference to what is printed.
    """
    return _details(entry) == _details(earlier) and _says_the_same(entry, earlier)


def kept(entry: Entry, earlier: Entry, language: Language) -> bool:
    """Whether what the entry said before still serves as its text in a language that it lacks.

    A form is written in one language: as long as its text is the same, so are its translations.
    """
    is_missing = language not in entry.text and language in earlier.text
    return is_missing and _says_the_same(entry, earlier)


def _says_the_same(entry: Entry, earlier: Entry) -> bool:
    return (
        _reads_the_same(entry.text, earlier.text)
        and bool(entry.table) == bool(earlier.table)
        and _holds_the_same(entry.table or {}, earlier.table or {})
    )


def _details(entry: Entry) -> tuple[object, ...]:
    lists = (entry.mandates, entry.partners, entry.references)
    return (
        entry.section,
        entry.kind,
        one_line(entry.unit or ""),
        entry.status,
        entry.dates,
        entry.countries,
        *(tuple(one_line(item) for item in items) for items in lists),
    )


def _reads_the_same(text: Mapping[Language, str], earlier: Mapping[Language, str]) -> bool:
    return all(
        language in earlier and parse_text(words) == parse_text(earlier[language])
        for language, words in text.items()
    )


def _holds_the_same(
    table: Mapping[Language, Table],
    earlier: Mapping[Language, Table],
) -> bool:
    return all(
        language in earlier and _parsed(rows) == _parsed(earlier[language])
        for language, rows in table.items()
    )


def _parsed(rows: Table) -> list[list[Text]]:
    return [[parse_text(cell) for cell in row] for row in rows]
