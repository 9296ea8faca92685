"""The review page in a browser: how soon it is open, and how soon a filter has answered."""

import datetime
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from statistics import median

from babel.messages.pofile import read_po
from playwright.sync_api import Page, sync_playwright

from benchmarks.inputs import write_session
from benchmarks.measure import Measured
from council_report.comparison.changes import compare
from council_report.comparison.page.page import review_page
from council_report.model.change import DraftName
from council_report.model.content import Content
from council_report.model.document import Block, Document
from council_report.model.draft import Ingredient, Manifest
from council_report.model.language import Language
from council_report.model.message import Wording
from council_report.model.review import Base, Review
from council_report.settings import find_workplace
from flows.drafting import draft_words
from flows.gathering import Gathered, gather

ROOT = Path(__file__).parent.parent
MANY = 2_000
ROUNDS = 5
MADE = datetime.datetime(2025, 4, 2, tzinfo=datetime.UTC)

DRAWN = """() => new Promise((answer) => requestAnimationFrame(() => requestAnimationFrame(
  () => answer(performance.now()))))"""

FILTERED = """(name) => new Promise((answer) => {
  const box = document.querySelector(`input[value="${name}"]`);
  const began = performance.now();
  box.click();
  requestAnimationFrame(() => requestAnimationFrame(() => answer(performance.now() - began)));
})"""


def review_pages(folder: Path) -> Iterator[Measured]:
    """A page of 2,000 paragraphs in two languages, with the changes since two drafts."""
    address = folder / "review.html"
    address.write_bytes(review_page(_review(folder / "reviewed"), _wordings()))
    with sync_playwright() as playwright:
        program = shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        rounds = [_round(browser.new_page(), address.as_uri()) for _ in range(ROUNDS)]
        browser.close()
    opened, filtered = (median(column) for column in zip(*rounds, strict=True))
    size = f"{address.stat().st_size / 1e6:.1f} MB"
    yield Measured("review page of 2,000 paragraphs, opened", opened / 1000, 2.0, "s", size)
    yield Measured("the slowest of its filters", filtered, 200, "ms", "")


def _round(tab: Page, address: str) -> tuple[float, float]:
    """The milliseconds until the page was drawn, and those that the slowest filter took."""
    tab.goto(address)
    opened = tab.evaluate(DRAWN)
    filters = ("itu-t", "reworded", "changed", "itu-t", "reworded", "changed", "governance")
    filtered = max(tab.evaluate(FILTERED, name) for name in filters)
    tab.close()
    return float(opened), float(filtered)


def _review(inputs: Path) -> Review:
    write_session(inputs, MANY)
    place = find_workplace(ROOT, inputs)
    gathered = gather(place, "C25")
    if gathered.desk is None:
        raise ValueError(gathered.findings)
    plan = gathered.desk.session.documents[0]
    rendered = draft_words(gathered.desk, plan, gathered.contributions, plan.languages)
    content = Content(documents=tuple(one.document for one in rendered))
    new = _name(3)
    old = Content(documents=tuple(map(_older, content.documents)))
    return Review(
        name=new,
        session=gathered.desk.session,
        plan=plan,
        mandates=gathered.desk.mandates,
        manifest=_manifest(gathered, new),
        content=content,
        findings=gathered.findings,
        bases=tuple(
            Base(name=f"draft-00{number}", changes=compare(_name(number), old, new, content))
            for number in (2, 1)
        ),
    )


def _older(document: Document) -> Document:
    """The document with every fifth paragraph worded otherwise, and every fiftieth not there."""
    blocks = [
        block if number % 5 else _reworded(block)
        for number, block in enumerate(document.blocks)
        if number % 50 != 1
    ]
    return document.model_copy(update={"blocks": tuple(blocks)})


def _reworded(block: Block) -> Block:
    runs = tuple(replace(run, text=run.text.replace("a", "e")) for run in block.text)
    return block.model_copy(update={"text": runs})


def _name(number: int) -> DraftName:
    return DraftName(session="C25", kind="report", draft=number, made=MADE)


def _wordings() -> dict[Language, Wording]:
    """A second language that the page can be read in: that of the catalogue of messages."""
    with (ROOT / "templates" / "messages" / "fr.po").open("rb") as file:
        return {"fr": {str(one.id): str(one.string) for one in read_po(file) if one.id}}


def _manifest(gathered: Gathered, name: DraftName) -> Manifest:
    return Manifest(
        session=name.session,
        kind=name.kind,
        draft=name.draft,
        made=name.made,
        fingerprint="f" * 64,
        version="0",
        engine=None,
        tools={},
        languages=("en", "fr"),
        ingredients=tuple(
            Ingredient(file=file.name, digest=file.digest, contributor=file.contributor)
            for file in gathered.files
        ),
        products=(),
        trace=(),
        statistics={},
        gaps=(),
        provisional={},
    )
