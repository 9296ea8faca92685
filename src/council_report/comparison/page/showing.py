"""What the templates of the page ask about passages, changes and findings."""

from collections.abc import Callable, Mapping
from itertools import chain

from markupsafe import Markup

from council_report.comparison.page.facts import addresses_of, runs_of
from council_report.comparison.page.marking import deleted, inserted, shown
from council_report.comparison.page.reverse import answers
from council_report.comparison.page.tables import tables_of
from council_report.comparison.page.traced import Traced, entries_of, findings_by_entry
from council_report.comparison.page.voices import Voices
from council_report.model.change import Change, Passage
from council_report.model.contribution import Statistic
from council_report.model.earlier import News
from council_report.model.finding import Finding
from council_report.model.location import shortened
from council_report.model.review import Review
from council_report.model.text import Run, Text, plain

FIRST_WORDS = 90
"""How many characters of a passage stand for it in a list."""


class Showing:
    """Looks up what belongs to a passage."""

    def __init__(self, review: Review, voices: Voices, mandates: Mapping[str, str]) -> None:
        self.review = review
        self.mandates = mandates
        self.statistics = {one.key: one for one in review.content.statistics}
        self.digests = {one.file: one.digest for one in review.manifest.ingredients}
        self.entries = entries_of(findings_by_entry(review.content, review.findings))
        texts = review.mandates.mandates if review.mandates else ()
        self.mandate_texts = {one.id: voices.name(one.text) for one in texts}
        self.first = {
            (block.contributor, block.entry): document.language
            for document in reversed(review.content.documents)
            for block in document.all_blocks()
        }

    def tools(self) -> dict[str, object]:
        """What templates may ask, by name."""
        own: list[Callable[..., object]] = [
            self.statistics_of, self.news_of, self.marks_of, self.mandates_of,
            self.entry_of, self.unit_of,
            self.errors_of,
            address, id_of, tables_of, addresses_of, first_words, marker_words,
        ]  # fmt: skip
        return {
            **{one.__name__: one for one in own},
            "digests": self.digests,
            "mandate_texts": self.mandate_texts,
        }

    def statistics_of(self, passage: Passage) -> list[tuple[str, Statistic]]:
        """The statistics that a passage quotes, each once, with the value as it is printed."""
        printed = {run.statistic: run.text for run in runs_of(passage) if run.statistic}
        known = self.statistics
        return [(words, known[key]) for key, words in printed.items() if key in known]

    def news_of(self, passage: Passage) -> News | None:
        """What an entry is, measured by the session before."""
        return self.review.news.get(f"{passage.contributor}/{passage.entry}")

    def marks_of(self, traced: Traced) -> str:
        """What a passage can be looked for by, beside what is compared."""
        marks = {
            "finding": traced.findings,
            "amended": traced.block and traced.block.amendments,
            "untranslated": traced.state == "missing",
            "outdated": traced.state == "outdated",
            "new": self.news_of(traced.passage) == "new",
            "unchanged": self.news_of(traced.passage) == "unchanged",
        }
        return " ".join(mark for mark, is_so in marks.items() if is_so)

    def mandates_of(self, traced: Traced) -> str:
        """What stands for the mandates that a passage answers."""
        return " ".join(self.mandates[name] for name in answers(traced))

    def unit_of(self, passage: Passage) -> str:
        """The unit that a passage is from, where its contributor's name does not say it already."""
        unit = (passage.details and passage.details.unit) or ""
        names = {name for one in self.review.session.contributors for name in one.name.values()}
        return "" if unit in names else unit

    def errors_of(self, file: str) -> list[Finding]:
        """Why a file was set aside."""
        findings = self.review.findings
        return [one for one in findings if (one.location.file, one.severity) == (file, "error")]

    def entry_of(self, finding: Finding) -> str | None:
        """Where in the page the entry is that a finding is at."""
        entry = self.entries.get(finding)
        language = self.first.get(entry) if entry else None
        return address(f"entry {entry[1]}", language) if entry and language else None


def address(key: str, language: str) -> str:
    """Where in the page a passage is, by its key."""
    return f"{language}:{key}".replace(" ", ":")


def id_of(traced: Traced, language: str) -> str:
    """Where in the page a passage is."""
    return address(traced.passage.key, language)


def first_words(traced: Traced) -> str:
    """How a passage begins; of a table without a caption, its first cell that says something."""
    texts = (traced.passage.text, *chain(*traced.passage.rows))
    words = next((words for text in texts if (words := plain(text).strip())), "—")
    return shortened(words, FIRST_WORDS)


def marker_words(passage: Passage, change: Change | None) -> Markup:
    """The dash or number of a passage, and the one before where that was another."""
    before = change.old.marker if change and change.old else ""
    now = change.new.marker if change and change.new else ""
    if change is None or before == now:
        return shown(_words(passage.marker))
    return deleted(_words(before)) + inserted(_words(now))


def _words(line: str) -> Text:
    return (Run(line),) if line else ()
