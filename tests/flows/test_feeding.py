"""Reviewers' copies come back: every edit is a proposal, what is accepted is in the next draft."""

import datetime
import os
import shutil
import subprocess
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from copy import deepcopy
from pathlib import Path

import docx
import pytest
from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from council_report.archive.drafts import contents
from council_report.errors import UsageError
from council_report.model.guide import mark_of
from council_report.model.language import Language
from council_report.settings import Workplace, find_workplace
from flows.accepting import accept
from flows.building import Outcome, build
from flows.comparing import changes_between
from flows.feeding import Fed, Wanted, take_in
from flows.gathering import gather
from flows.ordering import BuildRequest
from tests.samples import copy_as_written

NOW = datetime.datetime(2026, 1, 2, 3, 4, 5, tzinfo=datetime.UTC)
TODAY = NOW.date()
WANTED = Wanted("C25", "report")
WORD = "S25-CL-C-XXXX!!MSW-E.docx"

Saving = Callable[[Path], Path]


def build_c25() -> Outcome:
    """A build of the sample report in Word."""
    return build(BuildRequest(session="C25", pdf="none"), NOW)


@pytest.fixture(scope="module")
def drafted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workplace with a draft of the sample report, to be copied."""
    here, place = Path.cwd(), tmp_path_factory.mktemp("drafted")
    copy_as_written(place)
    os.chdir(place)
    try:
        build_c25()
    finally:
        os.chdir(here)
    return place


@pytest.fixture
def place(drafted: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workplace:
    """A workplace with a draft of the sample report, as current folder."""
    shutil.copytree(drafted, tmp_path / "workplace")
    monkeypatch.chdir(tmp_path / "workplace")
    return find_workplace(Path.cwd())


class Reviewer:
    """Somebody who edits a copy of the draft in Word, in one language."""

    def __init__(self, place: Workplace, name: str, language: Language = "en") -> None:
        self.name = name
        draft = contents(place.outputs, *WANTED)[0]
        assert draft.content
        document = draft.content.document(language)
        assert document
        self.entries = {one.entry: one for one in document.all_blocks() if one.entry}
        self.word: WordDocument = docx.Document(str(draft.folder / document.file_name("MSW")))
        self.path = place.root / f"{name}.docx"

    def at(self, entry: str) -> Paragraph:
        """The paragraph of an entry."""
        mark = mark_of(entry)
        (found,) = self.word.element.body.xpath(f'.//w:p[.//w:bookmarkStart[@w:name="{mark}"]]')
        return Paragraph(found, self.word._body)

    def write(self, entry: str, old: str, new: str) -> None:
        """Replace words directly."""
        run = next(run for run in self.at(entry).runs if old in run.text)
        run.text = run.text.replace(old, new, 1)

    def track(self, entry: str, old: str, new: str) -> None:
        """Replace words with tracked changes."""
        run = next(run for run in self.at(entry).runs if old in run.text)
        before, _, after = run.text.partition(old)
        removed, rest = deepcopy(run._r), deepcopy(run._r)
        run.text = before
        run._r.addnext(self._change("del", removed, old))
        inserted = deepcopy(rest)
        run._r.getnext().addnext(self._change("ins", inserted, new))
        run._r.getnext().getnext().addnext(rest)
        docx.text.run.Run(rest, run._parent).text = after

    def _change(self, name: str, run, words: str):
        docx.text.run.Run(run, None).text = words
        for text in run.iter(qn("w:t")) if name == "del" else ():
            text.tag = qn("w:delText")
        change = OxmlElement(f"w:{name}")
        values = {"id": "900", "author": self.name, "date": "2026-01-05T10:00:00Z"}
        for key, value in values.items():
            change.set(qn(f"w:{key}"), value)
        change.append(run)
        return change

    def remove(self, entry: str) -> None:
        """Take a paragraph out."""
        paragraph = self.at(entry)._p
        paragraph.getparent().remove(paragraph)

    def add(self, entry: str, words: str) -> None:
        """Put a paragraph in after another, in the same style."""
        before = self.at(entry)
        new = deepcopy(before._p)
        for mark in [*new.iter(qn("w:bookmarkStart"), qn("w:bookmarkEnd"))]:
            mark.getparent().remove(mark)
        before._p.addnext(new)
        paragraph = Paragraph(new, before._parent)
        for run in paragraph.runs[1:]:
            run._r.getparent().remove(run._r)
        paragraph.runs[0].text = words

    def comment(self, entry: str, words: str) -> None:
        """Comment on a paragraph."""
        self.word.add_comment(self.at(entry).runs[0], words, self.name, "X")

    def saved(self) -> Path:
        """The file that they send."""
        self.word.core_properties.last_modified_by = self.name
        self.word.save(str(self.path))
        return self.path


def as_it_is(path: Path) -> Path:
    """A file as it was saved first."""
    return path


def by_libreoffice(path: Path) -> Path:
    """A file as LibreOffice saves it again."""
    soffice = shutil.which("soffice")
    assert soffice
    folder = path.parent / "saved"
    profile = f"-env:UserInstallation={(path.parent / 'profile').as_uri()}"
    command = [soffice, "--headless", profile, "--convert-to", "docx", "--outdir"]
    subprocess.run([*command, str(folder), str(path)], check=True, capture_output=True, timeout=100)
    return folder / path.name


def three_copies(place: Workplace, saving: Saving) -> list[Path]:
    """What three reviewers send: tracked changes, direct edits, and comments only."""
    ana, ben, cleo = (Reviewer(place, name) for name in ("Ana", "Ben", "Cleo"))
    ana.track("ai-for-good-platform", "At the centre", "In the middle")
    ana.track("rising-demand", "rising markedly", "growing fast")
    ben.write("ai-for-good-platform", "At the centre", "At the very heart")
    ben.add("rising-demand", "A new paragraph on staff.")
    ben.remove("standards-for-many-fields")
    cleo.comment("rising-demand", "Since when?")
    cleo.comment("ai-for-good-platform", "Nicely said.")
    return [saving(one.saved()) for one in (ana, ben, cleo)]


def said(fed: Fed) -> set[tuple[str, str, str]]:
    """Who wants what of which entry."""
    return {(one.author, one.kind, one.entry) for one in fed.feedback.proposals}


EVERYTHING = {
    ("Ana", "reword", "ai-for-good-platform"),
    ("Ana", "reword", "rising-demand"),
    ("Ben", "reword", "ai-for-good-platform"),
    ("Ben", "add", "rising-demand"),
    ("Ben", "remove", "standards-for-many-fields"),
    ("Cleo", "comment", "rising-demand"),
    ("Cleo", "comment", "ai-for-good-platform"),
}


@pytest.mark.parametrize(
    "saving", [as_it_is, pytest.param(by_libreoffice, marks=pytest.mark.libreoffice)]
)
def test_three_reviewers_edits_come_back_and_those_accepted_are_printed(
    place: Workplace, saving: Saving
) -> None:
    """Each on its entry, a conflict shown as one; nothing else changes from draft to draft."""
    fed = take_in(place, WANTED, three_copies(place, saving))
    assert said(fed) == EVERYTHING
    assert fed.feedback.unmapped == ()
    assert {one.matched for one in fed.feedback.proposals} == {"bookmark", "neighbours"}
    ids = {(one.author, one.kind, one.entry): one.id for one in fed.feedback.proposals}
    ana, ben = (ids[name, "reword", "ai-for-good-platform"] for name in ("Ana", "Ben"))
    conflicts = {one.id: one.conflicts for one in fed.feedback.proposals if one.conflicts}
    assert conflicts == {ana: (ben,), ben: (ana,)}

    wanted = [ana, ids["Ben", "add", "rising-demand"]]
    accepted = accept(place, WANTED, TODAY, ids=wanted, why="agreed")
    assert accepted.accepted == frozenset(wanted)
    outcome = build_c25()
    assert outcome.is_new
    assert outcome.draft
    new, old = contents(place.outputs, *WANTED)
    changes = changes_between(old, new)
    english = {(one.key, one.kinds) for one in changes.of("en")}
    added = f"entry added-{ids['Ben', 'add', 'rising-demand']}"
    assert english == {("entry ai-for-good-platform", ("reworded",)), (added, ("added",))}
    assert [one.key for one in changes.of("fr")] == [added]
    traces = {
        one.entry: one.amended
        for one in outcome.draft.manifest.trace
        if one.amended and one.language == "en"
    }
    assert traces["ai-for-good-platform"] == ("Ana, 2026-01-02",)
    assert set(traces) == {"ai-for-good-platform", added.removeprefix("entry ")}


def test_what_was_taken_in_stays(place: Workplace) -> None:
    """The copies as they were sent, the data and the page; the same files say nothing new."""
    copies = three_copies(place, as_it_is)
    first = take_in(place, WANTED, copies)
    assert all(one.is_new for one in first.taken)
    kept = {path.read_bytes() for path in (first.folder / "files").iterdir()}
    assert kept == {path.read_bytes() for path in copies}
    assert b"In the middle" in (first.folder / "index.html").read_bytes()
    again = take_in(place, WANTED, copies)
    assert not any(one.is_new for one in again.taken)
    assert again.feedback == first.feedback == take_in(place, WANTED, ()).feedback


def test_accepting_twice_adds_nothing(place: Workplace) -> None:
    """The page says what is accepted; the rest of a reviewer's is still to be had."""
    fed = take_in(place, WANTED, three_copies(place, as_it_is))
    ids = [one.id for one in fed.feedback.proposals if (one.author, one.kind) == ("Ana", "reword")]
    accept(place, WANTED, TODAY, ids=ids)
    text = (place.inputs / "C25/amendments.yaml").read_text("utf-8")
    again = accept(place, WANTED, TODAY, ids=ids)
    assert (again.added, again.accepted) == ((), frozenset(ids))
    assert (place.inputs / "C25/amendments.yaml").read_text("utf-8") == text
    assert b"Accepted." in (fed.folder / "index.html").read_bytes()
    rest = accept(place, WANTED, TODAY, author="Ben")
    assert {one.action for one in rest.added} == {"add", "remove"}


def test_all_of_a_reviewer_is_accepted_where_nobody_disagrees(place: Workplace) -> None:
    """In the order of the copy; the session stays free of findings but for what is removed."""
    ben = Reviewer(place, "Ben")
    ben.write("rising-demand", "rising markedly", "growing fast")
    ben.remove("standards-for-many-fields")
    ben.comment("rising-demand", "See?")
    take_in(place, WANTED, [ben.saved()])
    fed = accept(place, WANTED, TODAY, author="Ben")
    assert [one.action for one in fed.added] == ["replace", "remove"]
    assert {one.rule for one in gather(place, "C25").findings} == {
        "amendment-one-language",
        "amendment-removes",
    }


@pytest.mark.parametrize(
    ("now", "why"),
    [
        ("rising", "rising-demand has changed since"),
        ("growing fast", "has taken this edit of rising-demand over already"),
    ],
)
def test_a_proposal_for_a_text_that_has_changed_since_is_refused(
    place: Workplace, now: str, why: str
) -> None:
    """Nothing is written then, of the others either."""
    fed = take_in(place, WANTED, three_copies(place, as_it_is))
    path = place.inputs / "C25/general-secretariat/report.yaml"
    files = [*place.inputs.glob("C25/*/*.yaml")]
    path = next(one for one in files if "rising markedly" in one.read_text("utf-8"))
    path.write_text(path.read_text("utf-8").replace("rising markedly", now), "utf-8")
    ids = [one.id for one in fed.feedback.proposals if one.author == "Ana"]
    with pytest.raises(UsageError, match=why):
        accept(place, WANTED, TODAY, ids=ids)
    assert not (place.inputs / "C25/amendments.yaml").exists()


def test_what_was_accepted_is_never_overwritten_by_who_did_not_see_it(place: Workplace) -> None:
    """One of two in conflict is accepted; then the other is refused, as is a removal."""
    fed = take_in(place, WANTED, three_copies(place, as_it_is))
    ids = {one.author: one.id for one in fed.feedback.proposals if one.conflicts}
    accept(place, WANTED, TODAY, ids=[ids["Ana"]])
    text = (place.inputs / "C25/amendments.yaml").read_text("utf-8")
    with pytest.raises(UsageError, match=f"{ids['Ben']} was made of another text .*Ana"):
        accept(place, WANTED, TODAY, ids=[ids["Ben"]])
    late = Reviewer(place, "Dan")
    late.remove("ai-for-good-platform")
    taken = take_in(place, WANTED, [late.saved()]).taken[0].feedback.proposals
    with pytest.raises(UsageError, match="another text"):
        accept(place, WANTED, TODAY, ids=[one.id for one in taken])
    assert (place.inputs / "C25/amendments.yaml").read_text("utf-8") == text


def test_a_paragraph_cut_in_two_is_accepted_whole(place: Workplace) -> None:
    """Neither half alone; then every word is printed once."""
    ana = Reviewer(place, "Ana")
    run = next(one for one in ana.at("rising-demand").runs if "rising markedly" in one.text)
    second = run.text.partition("rising markedly")[2]
    ana.write("rising-demand", f"rising markedly{second}", "rising markedly.")
    ana.add("rising-demand", second.strip())
    fed = take_in(place, WANTED, [ana.saved()])
    ids = [one.id for one in fed.feedback.proposals]
    assert len(ids) == 2
    for key in ids:
        with pytest.raises(UsageError, match="belongs together"):
            accept(place, WANTED, TODAY, ids=[key])
    assert not (place.inputs / "C25/amendments.yaml").exists()
    assert len(accept(place, WANTED, TODAY, author="Ana").added) == 2
    assert _body_of(build_c25()).decode().count(second.strip()) == 1


def test_a_copy_of_an_earlier_draft_is_known_as_that(place: Workplace) -> None:
    """And one of the newest as that, with what was amended in it."""
    early = Reviewer(place, "Ana")
    early.track("rising-demand", "rising markedly", "growing fast")
    first = take_in(place, WANTED, [early.saved()])
    accept(place, WANTED, TODAY, author="Ana")
    build_c25()
    late = Reviewer(place, "Ben")
    late.write("rising-demand", "growing fast", "growing very fast")
    again = Reviewer(place, "Dan")
    second = take_in(place, WANTED, [late.saved(), again.saved()])
    records = [one.record for one in (*first.taken, *second.taken)]
    assert [one.draft.draft for one in records if one and one.draft] == [1, 2, 2]
    (proposal,) = second.taken[0].feedback.proposals
    assert "growing fast" in proposal.old
    assert accept(place, WANTED, TODAY, ids=[proposal.id]).added
    assert b"growing very fast" in _body_of(build_c25())


def test_our_own_files_say_nothing_as_long_as_nobody_edits_them(place: Workplace) -> None:
    """Publication, review edition and redline, in each language."""
    early = Reviewer(place, "Ana")
    early.track("rising-demand", "rising markedly", "growing fast")
    take_in(place, WANTED, [early.saved()])
    accept(place, WANTED, TODAY, author="Ana")
    outcome = build_c25()
    assert outcome.draft
    ours = sorted(Path(outcome.draft.folder).glob("*.docx"))
    assert {"redline", "review"} <= {
        one.stem.partition("MSW-")[2].partition("-")[0] for one in ours
    }
    fed = take_in(place, WANTED, ours)
    assert all(one.is_ours and not one.is_new for one in fed.taken)
    assert len(fed.feedback.files) == 1
    again = [place.root / f"again {path.name}" for path in ours]
    for path, copy in zip(ours, again, strict=True):
        docx.Document(str(path)).save(str(copy))
    for one in take_in(place, WANTED, again).taken:
        assert one.is_new
        assert one.record
        assert one.record.draft
        assert (one.feedback.proposals, one.feedback.unmapped) == ((), ())


def test_a_file_that_cannot_be_read_holds_up_no_other(place: Workplace) -> None:
    """It is not kept; the findings say what is wrong."""
    wrong = place.root / "notes.docx"
    wrong.write_text("no Word file")
    good = Reviewer(place, "Ana")
    good.track("rising-demand", "rising markedly", "growing fast")
    fed = take_in(place, WANTED, [wrong, good.saved()])
    assert [bool(one.record) for one in fed.taken] == [False, True]
    assert fed.taken[0].findings
    assert len([*(fed.folder / "files").iterdir()]) == 1


def test_a_file_of_another_document_is_listed_whole(place: Workplace) -> None:
    """It is a copy of no draft, and nothing of it is passed over."""
    other = docx.Document()
    other.add_paragraph("Minutes of a meeting.")
    other.save(str(place.root / "minutes.docx"))
    fed = take_in(place, WANTED, [place.root / "minutes.docx"])
    record = fed.taken[0].record
    assert record
    assert record.draft is None
    assert [one.new for one in fed.feedback.unmapped] == ["Minutes of a meeting."]


def test_what_is_not_there_is_said_at_once(place: Workplace) -> None:
    """A file, a document, a draft."""
    with pytest.raises(UsageError, match="There is no file"):
        take_in(place, WANTED, [place.root / "missing.docx"])
    with pytest.raises(UsageError, match="no document 'budget'"):
        take_in(place, Wanted("C25", "budget"), [])
    with pytest.raises(UsageError, match="no draft of the C24 proposal"):
        take_in(place, Wanted("C24", "proposal"), [Reviewer(place, "Ana").saved()])
    with pytest.raises(UsageError, match="no proposal “ffffffff”"):
        accept(place, WANTED, TODAY, ids=["ffffffff"])


def test_two_calls_at_once_lose_nothing(place: Workplace) -> None:
    """Neither of what is taken in nor of what is accepted."""
    copies = three_copies(place, as_it_is)
    with ThreadPoolExecutor() as pool:
        list(pool.map(lambda path: take_in(place, WANTED, [path]), copies))
    fed = take_in(place, WANTED, ())
    assert said(fed) == EVERYTHING
    ids = [one.id for one in fed.feedback.proposals if not one.obstacle and not one.conflicts]
    with ThreadPoolExecutor() as pool:
        list(pool.map(lambda key: accept(place, WANTED, TODAY, ids=[key]), ids))
    assert take_in(place, WANTED, ()).accepted == frozenset(ids)


def _body_of(outcome: Outcome) -> bytes:
    assert outcome.draft
    word = docx.Document(str(Path(outcome.draft.folder) / WORD))
    return "\n".join(one.text for one in word.paragraphs).encode()
