"""What the tests of receipts share: findings, and receipts with something of everything."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from council_report.model.contribution import KIND_WORDS
from council_report.model.finding import Finding, Severity
from council_report.model.location import Location
from council_report.model.message import Message
from council_report.model.receipt import (
    Due,
    Figure,
    Phrase,
    Receipt,
    Understood,
    UnderstoodSection,
)
from council_report.rendering.receipts import words

FILE = "inputs/C26/itu-t/Our file.docx"

HOSTILE = (
    "<script>alert(1)</script> <img src=x onerror=alert(1)> \" ' & {{ 7*7 }} \u202eevil \u200b"
    " \U000e0041 \x00 \ud800 العربية 中文 " + "x" * 300
)

MakeFinding = Callable[..., Finding]
MakeReceipt = Callable[..., Receipt]


@pytest.fixture(scope="session")
def hostile() -> str:
    """A text of everything that a page might take for its own, or hide."""
    return HOSTILE


@pytest.fixture(scope="session")
def make_finding() -> MakeFinding:
    """Makes a finding at a place of the file."""

    def make(
        message: Message | None = None,
        remedy: Message | None = None,
        severity: Severity = "error",
        **place: Any,
    ) -> Finding:
        return Finding(
            rule="r",
            severity=severity,
            location=Location(FILE, **place),
            message=message or Message("no section is called {name}", name="Normes"),
            remedy=remedy or Message("Choose one from the list."),
        )

    return make


@pytest.fixture(scope="session")
def make_receipt(make_finding: MakeFinding) -> MakeReceipt:
    """Makes a receipt for a file that is to be mended, with changes to it."""

    def make(**fields: Any) -> Receipt:
        values: dict[str, Any] = {
            "session": "C26",
            "follows": "C25",
            "contributor": Phrase(text="ITU-T", language="en"),
            "file": FILE,
            "digest": "ab" * 32,
            "language": "en",
            "verdict": "to mend",
            "findings": (make_finding(paragraph=3, words="Some words"),),
            "sections": (a_section(),),
            "figures": (a_figure(),),
            "awaited": (Phrase(text="Collaboration", language="en"),),
            "due": Due(
                title=Phrase(text="Contributions", language="en"),
                day=Phrase(text="27 February 2026", language="en"),
            ),
            "annotated": "Our file.annotated.docx",
        }
        return Receipt(**(values | fields))

    return make


@pytest.fixture(scope="session")
def french() -> Mapping[str, str]:
    """Words for everything that a page says of itself, which are not those of English."""
    own = [*words.WORDS.values(), *words.VERDICTS.values(), *words.SEVERITIES.values()]
    own += [*KIND_WORDS.values(), *words.NEWS.values()]
    fixed = {word.template: f"fr {word.template}" for word in own}
    return fixed | {
        "Receipt for {file}": "Accusé de réception pour {file}",
        "paragraph {number}, “{words}”": 'paragraphe {number}, "{words}"',
    }


def a_section() -> UnderstoodSection:
    """A section with an entry of each kind of news."""
    first_words = Phrase(text="La Commission a approuvé…", language="fr")
    entries = tuple(
        Understood(id=f"entry-{news}", kind="bullet", first_words=first_words, words=12, news=news)
        for news in ("new", "changed", "unchanged")
    )
    return UnderstoodSection(title=Phrase(text="AI standards", language="en"), entries=entries)


def a_figure() -> Figure:
    """A statistic."""
    return Figure(key="groups", value="1,234", unit=Phrase(text="groups", language="en"))
