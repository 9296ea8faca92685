"""What reviewers are given is made of all that was sent."""

import datetime
import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from council_report.settings import find_workplace
from flows.building import build
from flows.gathering import gather
from flows.ordering import BuildRequest
from flows.reviewing import statistics_of
from tests.flows import editing

NOW = datetime.datetime(2025, 5, 5, 9, 30, tzinfo=datetime.UTC)

IN_VIEW_ONCE_DRAWN = """async () => {
  for (let frame = 0; frame < 12; frame += 1) await new Promise(requestAnimationFrame);
  const { top, bottom } = document.activeElement.getBoundingClientRect();
  return top > 0 && bottom < innerHeight;
}"""
"""Whether what has the focus can be seen, some frames later."""


def test_a_number_sent_once_in_each_language_has_its_unit_in_all_of_them(workplace: Path) -> None:
    """A form is in one language, so a contributor may send two; the number is the same one."""
    folder = workplace / "inputs/C25/itu-d"
    text = (folder / "activities.yaml").read_text("utf-8")
    english, french = re.findall(r"^ {6}(?:en|fr): (?:countries|pays) .*\n", text, re.MULTILINE)
    head = text.partition("entries:")[0]
    (folder / "activities.yaml").write_text(text.replace(french, ""), "utf-8")
    (folder / "chiffres.yaml").write_text(head.replace(english, ""), "utf-8")
    gathered = gather(find_workplace(workplace), "C25")
    assert not [one for one in gathered.findings if one.severity == "error"]
    (units,) = (one.unit for one in statistics_of(gathered) if one.key == "mapped-countries")
    assert units.keys() == {"en", "fr"}


@pytest.mark.chromium
def test_the_first_change_gone_to_is_in_view(workplace: Path) -> None:
    """Also while what stands above it is being drawn, and takes another height than was guessed."""
    request = BuildRequest(session="C25", pdf="none")
    build(request, NOW)
    report = workplace / "inputs/C25/general-secretariat/report.yaml"
    editing.replace(report, ("value: 315", "value: 330"))
    draft = build(request, NOW).draft
    assert draft
    page = Path(draft.folder).resolve() / "review/index.html"
    with sync_playwright() as playwright:
        program = shutil.which("chromium")
        with playwright.chromium.launch(executable_path=program, args=["--no-sandbox"]) as browser:
            tab = browser.new_page(viewport={"width": 1400, "height": 1000})
            tab.goto(page.as_uri())
            tab.keyboard.press("n")
            assert tab.evaluate("document.activeElement.id") == "en:entry:standards-with-partners"
            assert tab.evaluate(IN_VIEW_ONCE_DRAWN)
