"""Answers to what contributors sent: one for each file, current, whatever the others hold."""

import os
from pathlib import Path

import docx
import pytest

from council_report.settings import Workplace, find_workplace
from flows.gathering import gather
from flows.receiving import Answer, Reception, answer

FRENCH = "contact: {role: ITU-T focal point, email: itu-t@example.org, language: fr}"
ENGLISH = "contact: {role: ITU-T focal point, email: itu-t@example.org}"
ENTRY = """\
entries:
  - id: {id}
    section: {section}
    text: {{en: Some text., fr: Un texte.}}
"""


@pytest.fixture
def place(workplace: Path) -> Workplace:
    """A workplace with empty folders for C26, which here follows no session."""
    path = workplace / "inputs/C26/session.yaml"
    path.write_text(path.read_text("utf-8").replace("follows: C25\n", ""), "utf-8")
    for key in ("itu-t", "itu-r"):
        (workplace / "inputs/C26" / key).mkdir(exist_ok=True)
    return find_workplace(workplace)


def put(place: Workplace, name: str, entry: str = "new-work", section: str = "standards") -> Path:
    """A contribution of one entry, in a folder of C26."""
    path = place.inputs / "C26" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(ENTRY.format(id=entry, section=section), "utf-8")
    return path


def receive(place: Workplace, *names: str) -> Reception:
    """The answers to the files named, or to all that need one."""
    wanted = {f"inputs/C26/{name}" for name in names}
    gathered = gather(place, "C26")
    return answer(place, gathered, wanted.__contains__ if wanted else None, anew=bool(wanted))


def receipt(place: Workplace, name: str) -> Path:
    """The receipt for a file of C26."""
    contributor, _, rest = name.partition("/")
    return place.inputs / "C26" / contributor / "receipts" / f"{rest}.receipt.html"


def test_a_new_file_gets_a_receipt(place: Workplace) -> None:
    """The answer says what became of the file and where the receipt is."""
    put(place, "itu-t/work.yaml")
    reception = receive(place)
    findings = {"error": 0, "warning": 0, "note": 0}
    path = receipt(place, "itu-t/work.yaml")
    expected = Answer("inputs/C26/itu-t/work.yaml", "accepted", findings, path)
    assert reception == Reception((expected,), ())
    assert "work.yaml" in path.read_text("utf-8")


def test_a_file_that_has_its_receipt_needs_no_other(place: Workplace) -> None:
    """Only what is new is answered, and receipts are not taken for contributions."""
    put(place, "itu-t/work.yaml")
    receive(place)
    assert receive(place) == Reception((), ())
    put(place, "itu-r/work.yaml", "other-work")
    assert [one.file for one in receive(place).answers] == ["inputs/C26/itu-r/work.yaml"]


def test_a_file_that_was_named_is_answered_again(place: Workplace) -> None:
    """Whoever asks for a receipt gets one, and the same as before."""
    put(place, "itu-t/work.yaml")
    receive(place)
    before = receipt(place, "itu-t/work.yaml").read_bytes()
    assert len(receive(place, "itu-t/work.yaml").answers) == 1
    assert receipt(place, "itu-t/work.yaml").read_bytes() == before


def test_a_changed_file_gets_a_new_receipt(place: Workplace) -> None:
    """The receipt is that of the file as it is now."""
    put(place, "itu-t/work.yaml", section="nowhere")
    assert [one.verdict for one in receive(place).answers] == ["to mend"]
    put(place, "itu-t/work.yaml")
    assert [one.verdict for one in receive(place).answers] == ["accepted"]


def test_what_another_file_changes_is_answered_too(place: Workplace) -> None:
    """A copy that appears makes the first file contested, and its contact is told."""
    put(place, "itu-t/work.yaml")
    receive(place)
    put(place, "itu-t/work (2).yaml", "other-work")
    answers = receive(place).answers
    assert {(one.file, one.verdict) for one in answers} == {
        ("inputs/C26/itu-t/work.yaml", "to mend"),
        ("inputs/C26/itu-t/work (2).yaml", "to mend"),
    }
    assert "work (2).yaml" in receipt(place, "itu-t/work.yaml").read_text("utf-8")


def test_of_two_versions_the_one_that_stays_is_answered_again(place: Workplace) -> None:
    """Once the copy is taken away, the file that was contested is told that it will be used."""
    put(place, "itu-t/work.yaml")
    copy = put(place, "itu-t/work (2).yaml", "other-work")
    receive(place)
    copy.unlink()
    assert [(one.file, one.verdict) for one in receive(place).answers] == [
        ("inputs/C26/itu-t/work.yaml", "accepted")
    ]


def test_what_others_still_owe_is_no_reason_for_a_new_receipt(place: Workplace) -> None:
    """A second file shortens the list of what is awaited; the first needs no new answer."""
    put(place, "itu-t/work.yaml")
    receive(place)
    put(place, "itu-t/deployment.yaml", "other-work", "deployment-and-capacity")
    assert [one.file for one in receive(place).answers] == ["inputs/C26/itu-t/deployment.yaml"]


def test_the_receipt_is_in_the_language_of_the_contact(place: Workplace) -> None:
    """A contact who changes the language gets the receipt in the other one."""
    put(place, "itu-t/work.yaml")
    receive(place)
    path = place.inputs / "C26/session.yaml"
    text = path.read_text("utf-8")
    assert ENGLISH in text
    path.write_text(text.replace(ENGLISH, FRENCH), "utf-8")
    assert len(receive(place).answers) == 1
    page = receipt(place, "itu-t/work.yaml").read_text("utf-8")
    assert '<meta name="council-report-verdict" content="accepted">' in page
    assert "UIT-T" in page


def test_a_file_that_cannot_be_read_gets_a_page_alone(place: Workplace) -> None:
    """A refused file is told why, and no copy of it is made."""
    (place.inputs / "C26/itu-t/final.docx").write_bytes(b"%PDF-1.7")
    (one,) = receive(place).answers
    assert one.verdict == "refused"
    assert [path.name for path in one.receipt.parent.iterdir()] == ["final.docx.receipt.html"]


def test_a_link_is_answered_and_not_followed(place: Workplace) -> None:
    """Who put a link learns that it is none of our files."""
    (place.inputs / "C26/itu-t/link.yaml").symlink_to(place.inputs / "C26/session.yaml")
    (one,) = receive(place).answers
    assert one.verdict == "refused"


def test_a_receipt_that_cannot_be_written_holds_up_no_other(
    place: Workplace, tmp_path: Path
) -> None:
    """A link in place of a contributor's receipts is told to the secretariat, and others go on."""
    put(place, "itu-r/work.yaml")
    put(place, "itu-t/work.yaml", "other-work")
    (place.inputs / "C26/itu-r/receipts").symlink_to(tmp_path)
    answers, findings, _ = receive(place)
    assert [one.file for one in answers] == ["inputs/C26/itu-t/work.yaml"]
    assert {(one.rule, one.severity) for one in findings} == {("receipt-unwritten", "error")}
    assert "inputs/C26/itu-r/work.yaml" in {one.location.file for one in findings}


def test_a_file_in_no_folder_of_a_contributor_is_told_to_the_secretariat(place: Workplace) -> None:
    """There is nobody to answer, so whoever receives is told."""
    (place.inputs / "C26/stray.yaml").write_text("entries: []", "utf-8")
    answers, (finding,), _ = receive(place)
    assert answers == ()
    assert finding.rule == "file-misplaced"


def test_a_broken_session_answers_nobody(place: Workplace) -> None:
    """Where the session cannot be used, its own findings are all there is."""
    put(place, "itu-t/work.yaml")
    path = place.inputs / "C26/session.yaml"
    path.write_text(path.read_text("utf-8").replace("opens:", "openz:"), "utf-8")
    answers, findings, _ = receive(place)
    assert answers == ()
    assert {one.location.file for one in findings} == {"inputs/C26/session.yaml"}


def word_file(path: Path, section: str) -> None:
    """A Word file with one paragraph under the heading of a section."""
    document = docx.Document()
    document.add_heading(section, 1)
    document.add_paragraph("ITU-T has begun a new piece of work.")
    document.save(str(path))


def test_a_word_file_comes_back_with_comments(place: Workplace) -> None:
    """Each finding is a comment in a copy, which the receipt names and the next one replaces."""
    path = place.inputs / "C26/itu-t/final.docx"
    word_file(path, "AI standards development and exchange")
    (one,) = receive(place).answers
    copy = one.receipt.parent / "final.annotated.docx"
    assert len(list(docx.Document(str(copy)).comments)) == sum(one.findings.values()) > 0
    assert copy.name in one.receipt.read_text("utf-8")
    path.write_bytes(b"%PDF-1.7")
    os.utime(path, ns=(0, 0))
    receive(place)
    assert not copy.exists()


@pytest.mark.parametrize(
    "name", ["no\u00a0break.docx", "new\nline.docx", "\n" * 90 + ".docx", "no ending"]
)
def test_a_word_file_comes_back_whatever_it_is_called(place: Workplace, name: str) -> None:
    """Its content says that it holds comments, not its name, of which not all can be shown."""
    word_file(place.inputs / "C26/itu-t" / name, "AI standards development and exchange")
    (one,) = receive(place).answers
    copies = [path for path in one.receipt.parent.iterdir() if path != one.receipt]
    assert [path.suffix for path in copies] == [".docx"]
    assert copies[0].name in one.receipt.read_text("utf-8")
