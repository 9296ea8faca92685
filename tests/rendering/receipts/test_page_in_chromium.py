"""A browser shows the page of a receipt without complaint, and so does an accessibility checker."""

import io
import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from babel.messages.pofile import read_po
from playwright.sync_api import Browser, sync_playwright

from council_report.model.finding import Finding
from council_report.model.language import LANGUAGES, Language
from council_report.model.message import Message
from council_report.model.receipt import Phrase, Receipt
from council_report.rendering.receipts.page import page

MakeFinding = Callable[..., Finding]
MakeReceipt = Callable[..., Receipt]

WIDE, NARROW = 1100, 360
MESSAGES = Path(__file__).parents[3] / "templates" / "messages"

pytestmark = pytest.mark.chromium


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """The Chromium of this machine, without a window."""
    with sync_playwright() as playwright:
        program = shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def receipts(
    make_receipt: MakeReceipt, make_finding: MakeFinding, hostile: str
) -> Mapping[str, Receipt]:
    """Receipts of every verdict, a hostile one, and one of many pages."""
    quoting = make_finding(Message("{x}", x=hostile), Message("{x}", x=hostile), words=hostile)
    findings = tuple(
        make_finding(severity=severity, paragraph=number)
        for number, severity in enumerate(("error", "warning", "note"), 1)
    )
    full = make_receipt(findings=findings)
    return {
        "accepted": make_receipt(verdict="accepted", findings=()),
        "accepted with findings": make_receipt(
            verdict="accepted with findings", findings=findings[1:]
        ),
        "to mend": full,
        "refused": make_receipt(verdict="refused", findings=findings, sections=(), figures=()),
        "hostile": make_receipt(
            file=f"inputs/C26/itu-t/{hostile}",
            contributor=Phrase(text=hostile, language="ar"),
            findings=(quoting,),
        ),
        "long": make_receipt(findings=findings * 30, sections=full.sections * 15),
    }


@pytest.fixture(scope="module")
def wordings() -> Mapping[Language, Mapping[str, str]]:
    """What each language has for the messages of a page."""
    files = {one: MESSAGES / f"{one}.po" for one in LANGUAGES if one != "en"}
    catalogues = {one: read_po(io.BytesIO(file.read_bytes())) for one, file in files.items()}
    said = {
        one: {str(entry.id): str(entry.string) for entry in catalogue if entry.id}
        for one, catalogue in catalogues.items()
    }
    return {"en": {}, **said}


@pytest.mark.parametrize(
    ("name", "language", "width"),
    [
        ("accepted", "en", WIDE),
        ("accepted with findings", "fr", WIDE),
        ("to mend", "en", WIDE),
        ("to mend", "fr", NARROW),
        ("refused", "ru", WIDE),
        ("hostile", "fr", WIDE),
        ("hostile", "en", NARROW),
        ("long", "en", WIDE),
    ],
)
def test_the_page_is_quiet_self_contained_and_accessible(
    browser: Browser,
    tmp_path: Path,
    receipts: Mapping[str, Receipt],
    french: Mapping[str, str],
    name: str,
    language: str,
    width: int,
) -> None:
    """Nothing on the console, no request but for the page, nothing found by axe, no side scroll."""
    receipt = receipts[name].model_copy(update={"language": language})
    address = tmp_path / "receipt.html"
    address.write_bytes(page(receipt, french if language == "fr" else {}))
    context = browser.new_context(viewport={"width": width, "height": 800})
    tab, said, asked = context.new_page(), list[str](), list[str]()
    tab.on("console", lambda message: said.append(message.text))
    tab.on("pageerror", lambda error: said.append(str(error)))
    tab.on("request", lambda request: asked.append(request.url))
    tab.goto(address.as_uri())
    assert tab.title().startswith(("Receipt for", "Accusé de réception"))
    assert tab.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    checked = Axe().run(tab)
    assert len(checked.response["passes"]) > 10
    assert checked.violations_count == 0, checked.generate_report()
    assert (said, asked) == ([], [address.as_uri()])
    context.close()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_the_page_is_accessible_in_every_language(
    browser: Browser,
    tmp_path: Path,
    receipts: Mapping[str, Receipt],
    wordings: Mapping[Language, Mapping[str, str]],
    language: Language,
    width: int,
) -> None:
    """In its own words; nothing found by axe, no side scroll, the direction of the language."""
    receipt = receipts["to mend"].model_copy(update={"language": language})
    address = tmp_path / "receipt.html"
    address.write_bytes(page(receipt, wordings[language]))
    context = browser.new_context(viewport={"width": width, "height": 800})
    tab = context.new_page()
    tab.goto(address.as_uri())
    root = tab.locator(":root")
    direction = root.evaluate("one => getComputedStyle(one).direction")
    assert direction == ("rtl" if language == "ar" else "ltr")
    assert root.get_attribute("lang") == language
    assert tab.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    checked = Axe().run(tab)
    assert checked.violations_count == 0, checked.generate_report()
    context.close()
