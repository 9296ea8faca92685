"""What a reviewer does with the page in a browser, with the mouse, with keys and with links."""

import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

from council_report.comparison.page.page import review_page
from council_report.model.document import Block
from council_report.model.review import Review
from council_report.model.text import parse_text

MakeBlock = Callable[..., Block]
MakeReview = Callable[..., Review]
Open = Callable[..., Page]

WIDE, NARROW = 1400, 360

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
def address(
    make_review: MakeReview,
    french: Mapping[str, str],
    tmp_path_factory: pytest.TempPathFactory,
) -> str:
    """A page with something of everything, on disk."""
    file = tmp_path_factory.mktemp("review") / "index.html"
    file.write_bytes(review_page(make_review(), {"fr": french}))
    return file.as_uri()


@pytest.fixture
def open_page(browser: Browser, address: str) -> Iterator[Open]:
    """Opens the page; afterwards nothing may have been said on the console, or asked for."""
    contexts, said, asked = [], list[str](), list[str]()

    def open_it(hash: str = "", width: int = WIDE, **options: object) -> Page:  # noqa: A002
        context = browser.new_context(viewport={"width": width, "height": 900}, **options)
        contexts.append(context)
        tab = context.new_page()
        tab.on("console", lambda message: said.append(message.text))
        tab.on("pageerror", lambda error: said.append(str(error)))
        tab.on("request", lambda request: asked.append(request.url.partition("#")[0]))
        tab.goto(f"{address}{hash}")
        return tab

    yield open_it
    for context in contexts:
        context.close()
    assert (said, set(asked)) == ([], {address})


def visible_passages(tab: Page) -> list[str]:
    """The passages that are shown, by their ids; those that are gone have none."""
    script = (
        "() => [...document.querySelectorAll('.passage')]"
        ".filter((one) => one.offsetParent !== null).map((one) => one.id)"
    )
    return list(tab.evaluate(script))


def entries(tab: Page) -> list[str]:
    """The entries that are shown."""
    return [one.split(":")[-1] for one in visible_passages(tab) if ":entry:" in one]


def focused(tab: Page) -> str:
    """The id of what has the focus."""
    return str(tab.evaluate("document.activeElement.id"))


def text_of(tab: Page, passage: str) -> str:
    """What a passage says, what was removed included."""
    return tab.locator(f"[id='{passage}'] .said").last.inner_text()


def test_filters_show_what_is_asked_for_and_say_how_much(open_page: Open) -> None:
    """By contributor, section, kind of change and what is known of a paragraph."""
    tab = open_page()
    assert tab.locator("#shown").inner_text() == "5 of 5 paragraphs shown"
    tab.get_by_label("ITU-D", exact=True).check()
    assert tab.locator("#shown").inner_text() == "0 of 5 paragraphs shown"
    assert tab.locator("#nothing").is_visible()
    tab.get_by_role("button", name="Show everything").click()
    tab.locator("input[name=kind][value=reworded]").check()
    assert entries(tab) == ["first"]
    assert "en:heading:standards" in visible_passages(tab)
    tab.get_by_role("button", name="Show everything").click()
    tab.locator("input[name=only][value=amended]").check()
    assert entries(tab) == ["second"]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("changed", ["first", "third"]),
        ("finding", ["first", "third"]),
        ("new", ["first"]),
        ("unchanged", ["second"]),
    ],
)
def test_paragraphs_can_be_narrowed_to(open_page: Open, value: str, expected: list[str]) -> None:
    """Those that changed, have findings, or are new since the session before."""
    tab = open_page()
    tab.locator(f"input[name=only][value={value}]").check()
    assert entries(tab) == expected


def test_words_are_searched_for_without_regard_to_case_and_accents(open_page: Open) -> None:
    """And what was removed is found too."""
    tab = open_page()
    tab.locator("#q").fill("BÚLLET with")
    assert entries(tab) == ["third"]
    tab.locator("#q").fill("this was withdrawn")
    assert entries(tab) == []
    assert tab.locator("article.chosen .gone").is_visible()


def test_keys_go_from_change_to_change(open_page: Open) -> None:
    """Forwards and backwards, round and round; the focus goes along, and it is said aloud."""
    tab = open_page()
    tab.keyboard.press("n")
    assert focused(tab) == "en:entry:first"
    assert tab.locator("#spoken").inner_text().startswith("Change 1 of 3: reworded")
    tab.keyboard.press("j")
    tab.keyboard.press("n")
    assert focused(tab) == "en:entry:third"
    tab.keyboard.press("n")
    assert focused(tab) == "en:entry:first"
    tab.keyboard.press("p")
    assert focused(tab) == "en:entry:third"


def test_keys_can_be_turned_off(open_page: Open) -> None:
    """For those who speak to their computer; and they are letters while one is typing."""
    tab = open_page()
    tab.locator("#q").press("n")
    assert tab.locator("#q").input_value() == "n"
    tab.locator("#q").fill("")
    tab.locator("#keys").uncheck()
    tab.keyboard.press("n")
    assert focused(tab) == "keys"
    tab.get_by_role("button", name="Next change").click()
    assert focused(tab) == "en:entry:first"


def test_the_trace_opens_by_the_enter_key_and_by_a_click(open_page: Open) -> None:
    """At the paragraph itself, or at the words beside it."""
    tab = open_page()
    tab.keyboard.press("n")
    trace = tab.locator("[id='en:entry:first'] .trace dl")
    assert trace.is_hidden()
    tab.keyboard.press("Enter")
    assert trace.is_visible()
    tab.keyboard.press("Enter")
    assert trace.is_hidden()
    tab.locator("[id='en:entry:first'] summary").click()
    assert "standards.yaml, line 10" in trace.inner_text()


def test_another_base_shows_its_own_changes(open_page: Open) -> None:
    """And none shows the text as it reads; the first one again shows what it showed."""
    tab = open_page()
    first = text_of(tab, "en:entry:first")
    assert "Geneva in 2024" in first
    tab.locator("input[name=base][value=base-2]").check()
    assert tab.locator("[id='en:entry:second'] ins").count() > 0
    assert tab.locator("article.chosen .gone").count() == 0
    assert tab.locator("p[data-base='base-2']").is_visible()
    tab.locator("input[name=base][value=none]").check()
    assert text_of(tab, "en:entry:first") == "More than 1,234 groups met in 2025."
    assert tab.locator("article.chosen :is(ins, del, .badge, .gone)").count() == 0
    tab.locator("input[name=base][value=base-1]").check()
    assert text_of(tab, "en:entry:first") == first
    assert tab.locator("article.chosen .gone").inner_text().startswith("This was withdrawn.")
    assert tab.locator("input[name=base][value=base-3]").is_disabled()


def test_the_counts_by_kind_are_those_of_the_base(open_page: Open) -> None:
    """And of the language that is read."""
    tab = open_page()
    added = tab.locator("label:has(input[value=added]) .count")
    assert added.inner_text() == "1"
    tab.locator("input[name=base][value=base-2]").check()
    assert added.inner_text() == "3"


def test_side_by_side_has_the_text_before_and_now(open_page: Open) -> None:
    """Each without what only the other has; and inline again as it was."""
    tab = open_page()
    inline = tab.locator("article.chosen").inner_html()
    tab.get_by_label("side by side").check()
    before, now = (
        tab.locator("[id='en:entry:first'] .said").nth(number).inner_text() for number in (0, 1)
    )
    assert " ".join(before.split()) == "Before More than 1,234 groups met in Geneva in 2024."
    assert " ".join(now.split()) == "Now More than 1,234 groups met in 2025."
    tab.get_by_label("in the text").check()
    assert tab.locator("article.chosen").inner_html() == inline


def test_a_table_that_lost_a_row_is_two_tables_side_by_side(
    browser: Browser, make_review: MakeReview, make_block: MakeBlock, tmp_path: Path
) -> None:
    """The one before, with the row that is gone, and the one now; what is gone stays at the left.

    The page works in a folder whose name has signs that addresses use otherwise.
    """
    years = [parse_text(year) for year in ("2024", "2025")]
    old, new = (
        make_block("table", "Years", kind="table", rows=tuple((year,) for year in rows))
        for rows in (years, years[1:])
    )
    review = make_review((new,), {}, ((old, make_block("gone", "Gone.")),))
    file = tmp_path / "S26-CL!!E #1 %20" / "index.html"
    file.parent.mkdir()
    file.write_bytes(review_page(review, {}))
    tab = browser.new_page(viewport={"width": WIDE, "height": 900})
    tab.goto(f"{file.as_uri()}#view=side")
    before, now = tab.locator("[id='en:entry:table'] .said").all()
    assert before.inner_text().split() == ["Before", "Years", "2024", "2025"]
    assert now.inner_text().split() == ["Now", "Years", "2025"]
    gone, right = tab.locator("article .gone .said").bounding_box(), now.bounding_box()
    assert gone and right
    assert gone["x"] + gone["width"] <= right["x"]
    tab.close()


def test_the_language_of_the_page_is_switched(open_page: Open) -> None:
    """Everything that the page says, also in what is not shown yet; the document stays."""
    tab = open_page()
    tab.get_by_role("button", name="Français").click()
    assert tab.locator("html").get_attribute("lang") == "fr"
    assert tab.locator("#document-title").inner_text() == "fr The document"
    assert tab.title().startswith("fr Review of")
    assert tab.locator("#shown").inner_text() == "fr 5 of 5 paragraphs shown"
    tab.locator("input[name=base][value=base-2]").check()
    assert "fr added" in tab.locator("[id='en:entry:second'] .badges").inner_text()
    assert "UIT-T" in tab.locator("[id='en:entry:second'] summary").inner_text()
    tab.get_by_role("button", name="English").click()
    assert tab.locator("#document-title").inner_text() == "The document"
    assert "fr " not in tab.locator("[id='en:entry:second'] .badges").inner_text()


def test_the_language_of_the_document_is_chosen(open_page: Open) -> None:
    """With its own changes, lengths and lists."""
    tab = open_page()
    tab.locator("input[name=doc][value=fr]").check()
    assert all(one.startswith("fr:") for one in visible_passages(tab) if one)
    tab.locator("input[name=only][value=untranslated]").check()
    assert entries(tab) == ["second"]


def test_what_is_shown_can_be_sent_as_a_link(open_page: Open, browser: Browser) -> None:
    """The address has all of it, and the way back leads back."""
    tab = open_page()
    tab.locator("input[name=kind][value=reworded]").check()
    tab.get_by_label("side by side").check()
    again = open_page(tab.evaluate("location.hash"))
    assert entries(again) == entries(tab) == ["first"]
    assert again.get_by_label("side by side").is_checked()
    tab.go_back()
    assert tab.get_by_label("in the text").is_checked()
    tab.go_back()
    assert entries(tab) == ["purpose", "first", "second", "third", "numbers"]


def test_links_lead_to_paragraphs(open_page: Open) -> None:
    """From a finding, from a file, from a mandate; in the language that is read."""
    tab = open_page()
    tab.locator("#state a", has_text="line 12").click()
    assert focused(tab) == "en:entry:first"
    tab.locator("#coverage a").first.click()
    assert entries(tab) == ["first"]
    tab.get_by_role("button", name="Show everything").click()
    tab.locator("input[name=doc][value=fr]").check()
    tab.locator("#state a", has_text="line 12").click()
    assert focused(tab) == "fr:entry:first"


def test_an_address_that_makes_no_sense_shows_the_page_as_usual(open_page: Open) -> None:
    """Such as one that was cut off, or of another draft."""
    hashes = (
        "#speak=xx&doc=zz&base=base-9&at=entry:none",
        "#nowhere",
        "#fr:entry:gone",
        "#%E0%A4%A",
    )
    for hash_ in hashes:
        tab = open_page(hash_)
        assert tab.locator("#shown").inner_text() == "5 of 5 paragraphs shown"


@pytest.mark.parametrize(
    ("width", "scheme", "hash_"),
    [
        (WIDE, "light", ""),
        (WIDE, "dark", "#view=side"),
        (NARROW, "light", "#at=entry:first"),
        (NARROW, "dark", "#speak=fr&doc=fr&view=side"),
        (800, "light", "#speak=fr&only=changed"),
    ],
)
def test_the_page_is_accessible_and_fits(
    open_page: Open, width: int, scheme: str, hash_: str
) -> None:
    """Nothing found by axe, every trace open; nothing is wider than the screen."""
    tab = open_page(hash_, width=width, color_scheme=scheme)
    tab.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    assert tab.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    checked = Axe().run(tab)
    assert len(checked.response["passes"]) > 20
    assert checked.violations_count == 0, checked.generate_report()


@pytest.fixture(scope="module")
def in_six_languages(
    make_review: MakeReview,
    make_block: MakeBlock,
    french: Mapping[str, str],
    tmp_path_factory: pytest.TempPathFactory,
) -> str:
    """A page with Arabic and Chinese drafts, which can be read in both."""
    arabic = (
        make_block("first", "بدأ العمل في 2025 بالقرار [[groups]] (بوخارست) مع ITU-T.", 10),
        make_block("second", "نص ثان.", 20, kind="bullet", marker="–", state="outdated"),
    )
    chinese = (make_block("first", "国际电联的*标准*共[[groups]]项。", 10, state="translated"),)
    wordings = {
        language: {template: f"{word} {template}" for template in french}
        for language, word in (("ar", "كلمة"), ("zh", "词语"))
    }
    review = make_review(others={"ar": arabic, "zh": chinese})
    file = tmp_path_factory.mktemp("six") / "index.html"
    file.write_bytes(review_page(review, wordings))
    return file.as_uri()


@pytest.mark.parametrize(
    ("hash_", "direction", "width"),
    [
        ("#speak=ar&doc=ar", "rtl", WIDE),
        ("#speak=ar&doc=ar&view=side", "rtl", WIDE),
        ("#speak=ar&doc=zh&view=side", "rtl", NARROW),
        ("#speak=zh&doc=zh", "ltr", NARROW),
        ("#doc=ar", "ltr", WIDE),
    ],
)
def test_arabic_and_chinese_pages_are_accessible_and_fit(
    browser: Browser, in_six_languages: str, hash_: str, direction: str, width: int
) -> None:
    """Each text in its language and direction, whatever the page is read in."""
    tab = browser.new_page(viewport={"width": width, "height": 900})
    tab.goto(f"{in_six_languages}{hash_}")
    assert tab.evaluate("document.documentElement.dir") == direction
    said = tab.locator("article.chosen .said").last
    assert said.get_attribute("dir") == ("rtl" if said.get_attribute("lang") == "ar" else "ltr")
    tab.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    assert tab.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    checked = Axe().run(tab)
    tab.close()
    assert checked.violations_count == 0, checked.generate_report()


def test_changes_keep_their_place_in_a_text_from_right_to_left(
    browser: Browser, in_six_languages: str
) -> None:
    """What was removed stands before what was added: to the right of it in Arabic."""
    tab = browser.new_page()
    tab.goto(f"{in_six_languages}#doc=ar")
    changed = tab.locator("[id='ar:entry:first'] .said")
    assert changed.locator("ins").first.evaluate("(one) => getComputedStyle(one).unicodeBidi") == (
        "isolate"
    )
    removed, added = (changed.locator(name).first.bounding_box() for name in ("del", "ins"))
    emphasis = tab.locator("[id='zh:entry:first'] em").first
    style = emphasis.evaluate("(one) => getComputedStyle(one).fontStyle")
    tab.close()
    assert removed
    assert added
    assert removed["y"] < added["y"] or removed["x"] > added["x"]
    assert style == "normal"


def test_without_script_it_is_a_plain_document_with_its_changes(open_page: Open) -> None:
    """Every language, the state and the traces; none of the controls."""
    tab = open_page(java_script_enabled=False)
    assert tab.locator("#filters").is_hidden()
    assert tab.locator("[id='en:entry:first'] del").first.is_visible()
    assert tab.locator("[id='fr:entry:first']").is_visible()
    tab.locator("[id='en:entry:first'] summary").click()
    assert tab.locator("[id='en:entry:first'] .trace dl").is_visible()


def test_on_paper_there_are_no_controls_and_changes_need_no_colour(open_page: Open) -> None:
    """What was added is underlined, what was removed struck through."""
    tab = open_page()
    tab.emulate_media(media="print")
    assert tab.locator("#filters").is_hidden()
    assert tab.locator("nav").is_hidden()
    decoration = "(one) => getComputedStyle(one).textDecorationLine"
    assert tab.locator("article.chosen ins").first.evaluate(decoration) == "underline"
    assert tab.locator("article.chosen del").first.evaluate(decoration) == "line-through"
    assert tab.pdf(format="A4").startswith(b"%PDF")


def test_hostile_text_is_inert_in_a_browser(
    browser: Browser, make_review: MakeReview, tmp_path: Path, hostile: str
) -> None:
    """It is there to be read, and nothing happens."""
    review = make_review()
    manifest = review.manifest.model_copy(update={"version": hostile})
    file = tmp_path / "index.html"
    file.write_bytes(review_page(review.model_copy(update={"manifest": manifest}), {}))
    tab, said = browser.new_page(), list[str]()
    tab.on("dialog", lambda dialog: said.append(dialog.message))
    tab.on("pageerror", lambda error: said.append(str(error)))
    tab.goto(file.as_uri())
    assert "<script>alert(1)</script>" in tab.locator("footer").inner_text()
    assert said == []
    tab.close()
