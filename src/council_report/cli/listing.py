"""The drafts of a document: what each is made of, and what has changed from one to the next."""

import datetime
from collections.abc import Sequence
from itertools import zip_longest

from rich.text import Text

from council_report.archive.drafts import Kept, Stored, contents, every_draft
from council_report.cli.show import as_table, console, to_json
from council_report.cli.show_changes import counted
from council_report.comparison.counting import count_by_kind
from council_report.model.change import ChangeKind
from council_report.model.finding import Severity, count_by_severity
from council_report.model.language import Language
from council_report.model.noun import Noun
from council_report.settings import Workplace
from flows.comparing import changes_between

SHORT = 12
"""How many signs of a fingerprint are enough to tell drafts apart."""


class Listed(Noun):
    """A draft in a list; where it is damaged, little is known of it but the ``problem``.

    ``changes`` counts what has changed since the draft before, by language and kind; it is None
    where there is none, or one of the two cannot be compared. For the first draft of a session
    the draft before is the one that its redlines compare with, and ``since`` names it.
    """

    draft: str
    folder: str
    made: datetime.datetime | None = None
    languages: tuple[Language, ...] = ()
    fingerprint: str = ""
    findings: dict[Severity, int] | None = None
    changes: dict[Language, dict[ChangeKind, int]] | None = None
    since: str = ""
    problem: str | None = None


def list_drafts(place: Workplace, session: str, kind: str) -> tuple[Listed, ...]:
    """Every draft of a document, the newest first, damaged ones included."""
    stored = every_draft(place.outputs, session, kind)
    kept = contents(place.outputs, session, kind)
    return tuple(
        _listed(one, new, old or _base(place, new))
        for one, new, old in zip_longest(stored, kept, kept[1:])
        if one is not None and new is not None
    )


def show_drafts(drafts: Sequence[Listed], *, as_json: bool) -> None:
    """The drafts as a table, then what is wrong with any of them."""
    if as_json:
        to_json(drafts)
        return
    table = as_table(
        "Draft", "Made (UTC)", "Languages", "Fingerprint", "Findings", "Since the one before"
    )
    for one in drafts:
        table.add_row(*(Text(cell) for cell in _cells(one)))
    console.print(table)
    for one in drafts:
        if one.problem:
            console.print(f"[yellow]{one.draft}[/]: ", end="")
            console.print(one.problem, markup=False)


def _listed(stored: Stored, new: Kept, old: Kept | None) -> Listed:
    manifest = stored.draft.manifest if stored.draft else new.manifest
    known = Listed(draft=stored.folder.name, folder=stored.folder.as_posix())
    if manifest is None:
        return known.model_copy(update={"problem": stored.problem})
    return known.model_copy(
        update={
            "made": manifest.made,
            "languages": manifest.languages,
            "fingerprint": manifest.fingerprint,
            "findings": count_by_severity(stored.draft.findings) if stored.draft else None,
            "changes": _counts(old, new) if old else None,
            "since": _other_session(old, new) if old else "",
            "problem": stored.problem or new.problem,
        }
    )


def _base(place: Workplace, new: Kept) -> Kept | None:
    """The draft of another session that a first draft was compared with, if it is still there."""
    base = new.manifest.base if new.manifest else None
    if base is None:
        return None
    others = contents(place.outputs, base.session, base.kind)
    return next((one for one in others if one.folder.name == base.folder), None)


def _other_session(old: Kept, new: Kept) -> str:
    """The draft compared with, named with its session; nothing where it is of the same one."""
    home = old.folder.parent
    return "" if home == new.folder.parent else f"{home.parent.name} {old.folder.name}"


def _counts(old: Kept, new: Kept) -> dict[Language, dict[ChangeKind, int]] | None:
    if not (old.content and new.content):
        return None
    changes = changes_between(old, new)
    return {one.language: count_by_kind(one.changes) for one in changes.languages}


def _cells(one: Listed) -> tuple[str, ...]:
    made = f"{one.made.astimezone(datetime.UTC):%d %b %Y, %H:%M}" if one.made else "?"
    found = one.findings
    findings = ", ".join(
        f"{n} {name}{'' if n == 1 else 's'}" for name, n in (found or {}).items() if n
    )
    return (
        one.draft,
        made,
        ", ".join(one.languages) or "?",
        one.fingerprint[:SHORT],
        findings or ("?" if found is None else "none"),
        _changed(one),
    )


def _changed(one: Listed) -> str:
    """What has changed, said once for the languages in which it is as much."""
    alike: dict[str, list[str]] = {}
    for language, kinds in (one.changes or {}).items():
        alike.setdefault(counted(kinds), []).append(language)
    since = [f"since {one.since}:"] if one.since and alike else []
    lines = (f"{', '.join(languages)}: {kinds}" for kinds, languages in alike.items())
    return "\n".join((*since, *lines))
