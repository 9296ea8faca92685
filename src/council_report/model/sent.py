"""What contributors said of an entry, in one file or in several, and in which languages."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple, TypeVar

from council_report.model.contribution import Contribution, Entry
from council_report.model.desk import Desk
from council_report.model.earlier import Earlier, kept
from council_report.model.language import Language
from council_report.model.session import Key

Version = TypeVar("Version")

Identity = tuple[Key, Key]
"""The contributor who sent an entry, and its id."""


class Sent(NamedTuple):
    """An entry as its contributor sent it: in one file, or in several, each in other languages.

    ``earlier`` is what the contributor sent under its id for the session before.
    """

    versions: tuple[Entry, ...]
    earlier: Earlier | None = None

    def serving(self, language: Language) -> Entry:
        """What serves in a language: a version in it, what was said before and still holds, or
        the first version."""
        spoken = (one for one in self.versions if language in one.text)
        chosen = next(spoken, self.versions[0])
        if self.earlier and kept(chosen, self.earlier.entry, language):
            return self.earlier.entry
        return chosen


def sent_entries(desk: Desk, contributions: Iterable[Contribution]) -> dict[Identity, Sent]:
    """Every entry of every contribution that is not set aside."""
    versions: dict[Identity, list[Entry]] = {}
    for contribution in contributions:
        for entry in () if contribution.set_aside else contribution.entries:
            versions.setdefault((contribution.contributor, entry.id), []).append(entry)
    return {
        identity: Sent(tuple(entries), desk.sent_earlier(*identity))
        for identity, entries in versions.items()
    }


def nearest_language(
    versions: Mapping[Language, object], language: Language, original: Language
) -> Language:
    """The language itself where there is a version in it, else the original one, else the first."""
    if language in versions:
        return language
    return original if original in versions else next(iter(versions))


def version_of(
    versions: Mapping[Language, Version], language: Language, original: Language
) -> Version:
    """The version in a language, else in the original one, else the first."""
    return versions[nearest_language(versions, language, original)]
