"""Two drafts compared for a person: what changed, and the redlines written where they ask."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from council_report.archive.drafts import Kept
from council_report.cli.stored import draft_called, drafts_of
from council_report.cli.writing import remove, write
from council_report.errors import UsageError
from council_report.model.change import Changes
from council_report.model.content import Content
from council_report.model.draft import CHANGES, Redline
from council_report.model.language import Language
from council_report.rendering.pdf import choose
from council_report.settings import PdfEngine, Workplace
from flows.comparing import Redlined, changes_between, printable, redlines_since, words_of
from flows.printing import print_all
from flows.reviewing import data_file


class Pair(NamedTuple):
    """The older and the newer one of two drafts."""

    old: Kept
    new: Kept


class Difference(NamedTuple):
    """What came of a comparison: the changes, what the new draft says, the redlines, the files."""

    changes: Changes
    content: Content
    redlines: tuple[Redline, ...]
    files: tuple[Path, ...]

    @property
    def refused(self) -> bool:
        """Whether a redline could not be given."""
        return any(one.problem for one in self.redlines)


def choose_pair(
    place: Workplace, session: str, kind: str, names: Sequence[str], since: str | None
) -> Pair:
    """The drafts that are meant: the newest and the one before it, where none is named.

    One name is that of the old draft, or, with a session to compare with, of the new one. Raises
    UsageError if there are no two such drafts.
    """
    drafts = drafts_of(place, session, kind)
    if since:
        return _unlike(_since(drafts, drafts_of(place, since, kind), names))
    if names:
        new = draft_called(drafts, names[1]) if len(names) > 1 else drafts[0]
        return _unlike(Pair(draft_called(drafts, names[0]), new))
    if len(drafts) == 1:
        raise UsageError(
            f"There is only one draft of the {session} {kind}, and nothing to compare it with.",
            "Compare it with another session's newest draft, as with --since C25.",
        )
    return Pair(drafts[1], drafts[0])


def difference(
    pair: Pair, languages: Sequence[Language], pdf: PdfEngine | None, folder: Path
) -> Difference:
    """The difference of two drafts, its changes and redlines written into a folder.

    Raises ArchiveError if a draft cannot be compared.
    """
    changes = changes_between(pair.old, pair.new)
    content = pair.new.content or Content(documents=())
    chosen = _chosen(changes, languages)
    compared = tuple(one for one in changes.languages if one.language in chosen)
    changes = changes.model_copy(update={"languages": compared})
    new = words_of(pair.new, chosen)
    redlines = redlines_since(pair.old, new, changes.new.made) if chosen else ()
    engine = None if pdf == "none" else choose(pdf)
    printed = printable(redlines)
    files = {CHANGES: data_file(changes)} | {one.name: one.word for one in printed}
    files |= {name: one.pdf for name, one in print_all(printed, engine).items()}
    _remove_refused(folder, redlines)
    paths = tuple(write(folder, name, data) for name, data in files.items())
    return Difference(changes, content, tuple(one.record for one in redlines), paths)


def folder_for(place: Workplace, pair: Pair) -> Path:
    """Where a comparison is written unless somebody names a folder."""
    old, new = pair.old.folder, pair.new.folder
    before = "" if old.parent == new.parent else f"{old.parent.parent.name}-"
    home = place.root / "redlines" / new.parent.parent.name / new.parent.name
    return home / f"{before}{old.name}-to-{new.name}"


def _remove_refused(folder: Path, redlines: Sequence[Redlined]) -> None:
    """Remove what an earlier comparison wrote in the place of a redline that is refused now."""
    for one in redlines:
        if one.word is None:
            remove(folder, one.document.file_name("MSW", "redline"))
            remove(folder, one.document.file_name("PDF", "redline"))


def _unlike(pair: Pair) -> Pair:
    """The pair; UsageError if it is one draft twice."""
    if pair.old.folder == pair.new.folder:
        raise UsageError(
            f"{pair.old.folder.name} cannot be compared with itself.",
            "Name two drafts, or compare with another session's newest, as with --since C25.",
        )
    return pair


def _since(drafts: Sequence[Kept], others: Sequence[Kept], names: Sequence[str]) -> Pair:
    if len(names) > 1:
        raise UsageError(
            "With --since only the new draft can be named.",
            "Name one draft, or none for the newest; it is compared with that session's newest.",
        )
    return Pair(others[0], draft_called(drafts, names[0]) if names else drafts[0])


def _chosen(changes: Changes, wanted: Sequence[Language]) -> tuple[Language, ...]:
    """The languages to compare: those wanted, or all that both drafts have."""
    both = tuple(one.language for one in changes.languages)
    for language in wanted:
        if language not in both:
            raise UsageError(
                f"'{language}' is not in both drafts.",
                f"Languages that are in both: {', '.join(both) or 'none'}.",
            )
    return tuple(wanted) or both
