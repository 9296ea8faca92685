"""What contributors said of an entry, in one file or in several, and in which languages."""

from collections.abc import Iterable
from typing import NamedTuple

from council_report.model.contribution import Contribution, Entry, Identity
from council_report.model.desk import Desk
from council_report.model.earlier import Earlier, kept
from council_report.model.language import Language
from council_report.model.translation import Translation


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

    def kept_translation(self, language: Language) -> Translation | None:
        """The translation of the session before that serves in a language, if one does."""
        if self.earlier and self.serving(language) is self.earlier.entry:
            return self.earlier.translations.get(language)
        return None


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
