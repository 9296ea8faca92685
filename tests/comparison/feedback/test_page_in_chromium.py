"""A browser shows the page of the feedback without complaint, and so does axe."""

import shutil
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

from council_report.comparison.feedback.merging import merged
from council_report.comparison.feedback.page import feedback_page

pytestmark = pytest.mark.chromium

HOSTILE = "<script>alert(1)</script>\u202e" + "long" * 60


def test_the_page_is_quiet_self_contained_and_accessible(make_copy, tmp_path: Path) -> None:
    """Wide and narrow, light and dark: no word on the console, no request, nothing for axe."""
    ana = make_copy(digest="a").write("ITU leads", HOSTILE).remark("More than", HOSTILE)
    ana.write("Capacity", "Skills").write("A report on", None)
    ana.write("A group on", "A group on AI for health").insert("A group on", "was set up.")
    ben = make_copy(digest="b", author="Ben").write("ITU leads", "ITU will lead.")
    feedback = merged(ana.feedback(), ben.feedback())
    page = feedback_page(feedback, "C25", "report", {}, (feedback.proposals[0].id,))
    address = tmp_path / "index.html"
    address.write_bytes(page)
    with sync_playwright() as playwright:
        program = shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        for width, scheme in ((1300, "light"), (360, "dark")):
            tab = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
            said, asked = list[str](), list[str]()
            tab.on("console", lambda message, said=said: said.append(message.text))
            tab.on("pageerror", lambda error, said=said: said.append(str(error)))
            tab.on("request", lambda request, asked=asked: asked.append(request.url))
            tab.goto(address.as_uri())
            assert tab.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
            checked = Axe().run(tab)
            assert checked.violations_count == 0, checked.generate_report()
            assert (said, asked) == ([], [address.as_uri()])
        browser.close()
