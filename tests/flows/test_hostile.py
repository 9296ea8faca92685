"""The answers to files that are broken, hostile or of another kind."""

import html
import re
from pathlib import Path

from council_report.settings import Workplace, find_workplace
from flows.gathering import gather
from flows.receiving import answer
from tests.intake.hostile import BY_RULE, HOSTILE

TAG = re.compile(r"<[^>]*>")
FOR_PROGRAMMERS = re.compile(r"Traceback|Exception|Error\b|None\b|<class|0x[0-9a-f]{6,}")


def dropped(workplace: Path) -> Workplace:
    """A workplace whose contact for ITU-T speaks French and has sent all those files."""
    session = workplace / "inputs/C26/session.yaml"
    address = "email: itu-t@example.org"
    text = session.read_text("utf-8")
    session.write_text(text.replace(address, f"{address}, language: fr"), "utf-8")
    folder = session.parent / "itu-t"
    folder.mkdir(exist_ok=True)
    for name, build in HOSTILE.items():
        (folder / name).write_bytes(build())
    return find_workplace(workplace)


def words(text: str) -> str:
    """What a person reads on a page, with one space between words."""
    return " ".join(html.unescape(TAG.sub(" ", text)).split())


def test_each_hostile_file_gets_a_receipt_that_a_contact_understands(workplace: Path) -> None:
    """Sent all at once, each has a page, in the language of the contact, that says what to do
    about what is wrong, and nothing that only a programmer would read."""
    place = dropped(workplace)
    gathered = gather(place, "C26")
    answers = answer(place, gathered).answers
    pages = {one.file: words(one.receipt.read_text("utf-8")) for one in answers}
    assert len(pages) == len(HOSTILE)
    assert [page for page in pages.values() if FOR_PROGRAMMERS.search(page)] == []
    assert gathered.desk
    french = gathered.desk.messages["fr"]
    told = [
        (finding.remedy.said(french), pages[one.file])
        for one in gathered.contributions
        for finding in one.findings
        if finding.rule in BY_RULE
    ]
    assert len(told) > 190
    assert [remedy for remedy, page in told if words(remedy) not in page] == []
