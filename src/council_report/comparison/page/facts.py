"""What a change changed beside the words: form, contributor, dates and other details."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import chain
from typing import NamedTuple

from markupsafe import Markup

from council_report.comparison.page.voices import Voices
from council_report.comparison.page.words import PASSAGES, STATUSES, WORDS
from council_report.model.change import Change, Passage
from council_report.model.document import Details
from council_report.model.language import Translations
from council_report.model.message import Message
from council_report.model.session import Key
from council_report.model.text import Run
from council_report.pages.speech import quoted

Names = dict[Key, Translations]


class Fact(NamedTuple):
    """Something that was otherwise before; either side is empty where there was nothing."""

    label: Message
    old: Markup
    new: Markup


class Teller:
    """Tells the facts of changes, with the names that the session gives."""

    def __init__(self, voices: Voices, contributors: Names, sections: Names) -> None:
        self.voices = voices
        self.contributors = contributors
        self.sections = sections

    def facts(self, change: Change) -> list[Fact]:
        """What was otherwise before the change, its words left out."""
        if change.old is None or change.new is None:
            return []
        old, new = change.old, change.new
        pairs = [(label, tell(old), tell(new)) for label, tell in self._tellers()]
        return [Fact(*pair) for pair in pairs if pair[1] != pair[2]]

    def contributor(self, key: Key | None) -> Markup:
        """The name of a contributor."""
        return self._named(key, self.contributors)

    def section(self, key: Key | None) -> Markup:
        """The name of a section."""
        return self._named(key, self.sections)

    def listed(self, items: Iterable[Markup]) -> Markup:
        """Several things in a row."""
        return self.voices.sign(", ").join(items)

    def _named(self, key: Key | None, names: Names) -> Markup:
        if key is None:
            return Markup("")
        return self.voices.name(names[key]) if key in names else quoted(key)

    def _tellers(self) -> Iterator[tuple[Message, Callable[[Passage], Markup]]]:
        say = self.voices.say
        yield WORDS["contributor"], lambda one: self.contributor(one.contributor)
        yield WORDS["section"], lambda one: self.section(one.section)
        yield WORDS["form"], lambda one: say(PASSAGES[one.kind]) + _shape(one)
        yield WORDS["address"], lambda one: self.listed(map(quoted, addresses_of(one)))
        yield WORDS["statistics"], lambda one: self.listed(map(quoted, statistics_of(one)))
        for label, tell in self._details():
            yield label, partial(_of_details, tell)

    def _details(self) -> Iterator[tuple[Message, Callable[[Details], Markup]]]:
        say, voices = self.voices.say, self.voices
        yield WORDS["unit"], lambda one: quoted(one.unit) if one.unit else Markup("")
        yield WORDS["status"], lambda one: say(STATUSES[one.status]) if one.status else Markup("")
        yield WORDS["dates"], lambda one: self.listed(map(voices.period, one.dates))
        yield WORDS["mandates"], lambda one: self.listed(map(quoted, one.mandates))
        yield WORDS["countries"], lambda one: self.listed(map(voices.country, one.countries))
        yield WORDS["partners"], lambda one: self.listed(map(quoted, one.partners))
        yield WORDS["references"], lambda one: self.listed(map(quoted, one.references))


def runs_of(passage: Passage) -> list[Run]:
    """The runs of a passage, those of its table included."""
    return [*chain(passage.text, *chain(*passage.rows))]


def addresses_of(passage: Passage) -> list[str]:
    """Where the links of a passage lead, each once."""
    return list(dict.fromkeys(run.href for run in runs_of(passage) if run.href))


def statistics_of(passage: Passage) -> list[str]:
    """The keys of the statistics that a passage quotes, each once."""
    return list(dict.fromkeys(run.statistic for run in runs_of(passage) if run.statistic))


def _of_details(tell: Callable[[Details], Markup], passage: Passage) -> Markup:
    return tell(passage.details or Details())


def _shape(passage: Passage) -> Markup:
    """The number of rows and columns of a table."""
    if not passage.rows:
        return Markup("")
    columns = max(len(row) for row in passage.rows)
    return Markup(" {} \N{MULTIPLICATION SIGN} {}").format(len(passage.rows), columns)
