"""Reviewers' copies taken in: each compared with the draft that it is a copy of, and kept."""

from collections.abc import Sequence
from functools import partial, reduce
from pathlib import Path
from typing import NamedTuple

from council_report.archive.drafts import Kept, contents
from council_report.archive.feedback import feedback_folder, read_feedback, store_feedback
from council_report.comparison.feedback.accepting import is_accepted
from council_report.comparison.feedback.choosing import Match, best_match
from council_report.comparison.feedback.merging import merged
from council_report.comparison.feedback.page import feedback_page
from council_report.comparison.feedback.reviewing import reviewed
from council_report.errors import ArchiveError, UsageError
from council_report.intake.edited import read_edited, take_copy
from council_report.model.amendment import Amendment
from council_report.model.desk import Desk
from council_report.model.edited import EditedCopy
from council_report.model.feedback import Feedback, ReviewedFile
from council_report.model.finding import Finding
from council_report.model.source import SourceFile
from council_report.settings import Workplace
from flows.comparing import word_of
from flows.drafting import choose_plan
from flows.reading import read_session


class Wanted(NamedTuple):
    """The feedback of which document is meant: its session and kind."""

    session: str
    kind: str


class Taken(NamedTuple):
    """What came of a file: the feedback in it, or the findings that say why it was not read.

    ``is_new`` is False of a file that was taken in before, and of one that is ``is_ours``: a file
    of a draft as it was made, which is not kept among the copies.
    """

    file: str
    digest: str
    feedback: Feedback
    findings: tuple[Finding, ...]
    is_new: bool
    data: bytes = b""
    is_ours: bool = False

    @property
    def record(self) -> ReviewedFile | None:
        """Which draft it is a copy of; None where it was not read."""
        return next(iter(self.feedback.files), None)

    @property
    def has_edits(self) -> bool:
        """Whether anything was edited in it, or said about it."""
        return bool(self.feedback.proposals or self.feedback.unmapped)


class Fed(NamedTuple):
    """All that reviewers have sent about a document, where it stands, and what came this time.

    ``accepted`` are the ids of all proposals that the amendments hold, ``added`` the amendments
    that were written now.
    """

    wanted: Wanted
    folder: Path
    feedback: Feedback
    accepted: frozenset[str]
    taken: tuple[Taken, ...] = ()
    added: tuple[Amendment, ...] = ()
    asked: bool = False


def take_in(place: Workplace, wanted: Wanted, files: Sequence[Path]) -> Fed:
    """Take in copies that reviewers have edited; without any, tell what there is.

    Raises UsageError for a file or draft that is not there, ArchiveError if nothing can be stored.
    """
    desk, folder = _desk(place, wanted), feedback_folder(place.outputs, *wanted)
    known = read_feedback(folder)
    if not files:
        return Fed(wanted, folder, known, accepted_in(known, desk))
    drafts = _drafts(place, wanted)
    taken = tuple(_taken(path, drafts, known) for path in files)
    new = [one.feedback for one in taken if one.is_new]
    feedback = store_feedback(
        folder,
        {one.digest: one.data for one in taken if one.is_new},
        lambda there: reduce(merged, new, there),
        partial(page_of, desk, wanted),
    )
    return Fed(wanted, folder, feedback, accepted_in(feedback, desk), taken)


def _desk(place: Workplace, wanted: Wanted) -> Desk:
    desk, _ = read_session(place, wanted.session)
    if desk is None:
        raise unusable(wanted)
    choose_plan(desk.session, wanted.kind)
    return desk


def unusable(wanted: Wanted) -> UsageError:
    """The error for a session that is not in order."""
    return UsageError(
        f"Session {wanted.session} cannot be used as it is.",
        f"See what is wrong with it: council-report check {wanted.session}",
    )


def _drafts(place: Workplace, wanted: Wanted) -> tuple[Kept, ...]:
    """The drafts that can be compared with; UsageError if there is none."""
    drafts = tuple(one for one in contents(place.outputs, *wanted) if one.name and one.content)
    if not drafts:
        raise UsageError(
            f"There is no draft of the {wanted.session} {wanted.kind} that a file could be a copy"
            f" of in {place.outputs}.",
            f"Build one: council-report build {wanted.session} --document {wanted.kind}",
        )
    return drafts


def _taken(path: Path, drafts: Sequence[Kept], known: Feedback) -> Taken:
    if not (path.is_file() or path.is_symlink()):
        raise UsageError(
            f"There is no file {path}.", "Name a file as it is seen from the current folder."
        )
    source = take_copy(path)
    if isinstance(source, EditedCopy):
        return Taken(source.file, "", Feedback(), source.findings, False)
    ours = _as_made(source, drafts)
    if ours:
        return Taken(source.name, source.digest, Feedback(files=(ours,)), (), False, is_ours=True)
    before = [one for one in known.files if one.digest == source.digest and one.draft]
    if before:
        return Taken(source.name, source.digest, Feedback(files=tuple(before)), (), False)
    copy = read_edited(source)
    if not copy.paragraphs:
        return Taken(source.name, source.digest, Feedback(), copy.findings, False)
    feedback = _reviewed(copy, drafts)
    return Taken(source.name, source.digest, feedback, copy.findings, True, source.data)


def _as_made(source: SourceFile, drafts: Sequence[Kept]) -> ReviewedFile | None:
    """The file of a draft that was sent back as it was made, if it is one."""
    for kept in drafts:
        for product in kept.manifest.products if kept.manifest else ():
            if product.digest == source.digest and product.language:
                return ReviewedFile(
                    file=source.name,
                    digest=source.digest,
                    author="nobody",
                    draft=kept.name,
                    language=product.language,
                )
    return None


def _reviewed(copy: EditedCopy, drafts: Sequence[Kept]) -> Feedback:
    named = [(one.name, one.content) for one in drafts if one.name and one.content]
    match = best_match(copy, named)
    return reviewed(copy, match, _original(match, drafts) if match else None)


def _original(match: Match, drafts: Sequence[Kept]) -> EditedCopy | None:
    """The Word file of the draft itself, as it is read; None if it is damaged."""
    kept = next(one for one in drafts if one.name == match.draft)
    try:
        data = word_of(kept, match.document.language)
    except ArchiveError:
        return None
    name = match.document.file_name("MSW")
    return read_edited(SourceFile(name=name, data=data, digest=""))


def accepted_in(feedback: Feedback, desk: Desk) -> frozenset[str]:
    """The ids of the proposals that the amendments hold."""
    return frozenset(one.id for one in feedback.proposals if is_accepted(one, desk.amendments))


def page_of(desk: Desk, wanted: Wanted, feedback: Feedback) -> bytes:
    """The page of the feedback, with what is accepted marked."""
    names = {one.key: one.name.get("en", one.key) for one in desk.session.contributors}
    return feedback_page(feedback, *wanted, names, accepted_in(feedback, desk))
