"""The page of the feedback says everything in it, and nothing in it ever becomes HTML."""

import base64
import hashlib
import re
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from council_report.comparison.feedback.merging import merged
from council_report.comparison.feedback.page import feedback_page
from council_report.model.change import Piece
from council_report.model.feedback import Feedback, Proposal, ReviewedFile, Unmapped
from council_report.model.text import parse_text

NAMES = {"general-secretariat": "General Secretariat", "itu-t": "ITU-T"}


class Reader(HTMLParser):
    """Reads a page as a browser would: its elements in order, and its words."""

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.pieces: list[str] = []
        self.feed(data.decode())
        self.words = " ".join("".join(self.pieces).split())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep an element, and set the words of a paragraph apart from those before it."""
        self.elements.append((tag, dict(attrs)))
        if tag in ("p", "h4", "td"):
            self.pieces.append(" ")

    def handle_data(self, data: str) -> None:
        """Keep words, but not those of the style sheet."""
        if not self.elements or self.elements[-1][0] != "style":
            self.pieces.append(data)


def page_of(feedback: Feedback, accepted: tuple[str, ...] = ()) -> Reader:
    """The page of the feedback on a report."""
    return Reader(feedback_page(feedback, "C25", "report", NAMES, accepted))


def test_the_page_says_who_wants_what(make_copy) -> None:
    """Each proposal with its id, difference, author, date, place, and what stands in the way."""
    ana = make_copy(digest="a").write("ITU leads", "ITU led the work on AI.")
    ana.remark("AI standards", "Too short").write("More than", "More than 320 standards.")
    ben = make_copy(digest="b", author="Ben", file="ben.docx").write("ITU leads", "ITU will lead.")
    feedback = merged(ana.feedback(), ben.feedback())
    first = feedback.proposals[0]
    page = page_of(feedback, (first.id,))
    for expected in (
        "C25 · report",
        "ITU-T",
        "opening in introduction",
        f"Other words {first.id}",
        "Ana · 9 May 2025, 16:00 UTC · English",
        f"Accepted. In conflict with {first.conflicts[0]}: accept one of them.",
        "copy.docx, paragraph 11, “ITU led the work on AI.”; known by its bookmark",
        "writes out a number that was quoted from a statistic (standards)",
        "What belongs to no text of a contributor 1 edit or comment Cleo",
        "Too short This heading stands in inputs/C25/session.yaml, line 80: change it there.",
        "draft-001, English",
    ):
        assert expected in page.words
    tags = [tag for tag, _ in page.elements]
    assert "ins" in tags
    assert "del" in tags
    sides = [values for tag, values in page.elements if values.get("class") == "sides"]
    assert len(sides) == 1


def test_the_page_begins_with_how_much_there_is(make_copy) -> None:
    """Each contributor with its counts, which its heading repeats, and the way there."""
    ana = make_copy(digest="a").remark("ITU leads", "Why?").write("ITU leads", "ITU led.")
    ben = make_copy(digest="b", author="Ben").write("ITU leads", "ITU will lead.")
    feedback = merged(ana.write("Capacity", "Skills").feedback(), ben.feedback())
    page = page_of(feedback)
    counts = "2 edits, 1 comment, 2 edits in conflict"
    assert f"What there is ITU-T: {counts}" in page.words
    assert "What belongs to no text of a contributor: 1 edit or comment" in page.words
    assert f"ITU-T {counts} opening in" in page.words
    ids = {values.get("id") for _, values in page.elements}
    links = [values["href"] for tag, values in page.elements if tag == "a"]
    assert links[:2] == ["#c-itu-t", "#unmapped"]
    assert {link[1:] for link in links if link and link.startswith("#")} <= ids


def test_halves_of_a_paragraph_point_at_each_other(make_copy) -> None:
    """Nobody accepts one of them for want of knowing."""
    copy = make_copy().write("A group on", "A group on AI for health")
    feedback = copy.insert("A group on", "was set up.").feedback()
    one, other = (each.id for each in feedback.proposals)
    words = page_of(feedback).words
    for each in (one, other):
        assert f"Belongs together with {each}: accept them in one call." in words


def test_a_removal_is_said_to_concern_every_language(make_copy) -> None:
    """Nobody takes a text out of the French document without knowing."""
    note = "A removal takes the text out in every language."
    assert note in page_of(make_copy().write("A report on", None).feedback()).words
    assert note not in page_of(make_copy().write("ITU leads", "ITU led.").feedback()).words


def test_words_of_a_copy_of_no_draft_are_neither_removed_nor_added() -> None:
    """They are shown once, as they are."""
    words = "Minutes of a meeting."
    one = Unmapped(author="Ana", file="a.docx", place="p", old=words, new=words, reason="none")
    page = page_of(Feedback(unmapped=(one,)))
    assert page.words.count(words) == 1
    assert {"ins", "del"}.isdisjoint(tag for tag, _ in page.elements)


def test_every_text_carries_its_language_and_direction(make_copy) -> None:
    """So that Arabic reads rightly."""
    feedback = make_copy().write("ITU leads", "ITU led.").feedback()
    arabic = feedback.proposals[0].model_copy(update={"language": "ar"})
    page = page_of(feedback.model_copy(update={"proposals": (arabic,)}))
    assert ("p", {"class": "text", "lang": "ar", "dir": "rtl"}) in page.elements


def test_a_change_of_look_is_shown_as_it_looks(make_copy) -> None:
    """Nobody has to read Markdown; a number that is quoted is named."""
    text = parse_text("More than 315 **standards** were published.")
    page = page_of(make_copy().write("More than", text).feedback())
    assert "As it would be: More than [standards] standards were published." in page.words
    assert "**" not in page.words
    assert [tag for tag, _ in page.elements if tag in ("em", "strong")] == [
        "strong",
        "em",
        "strong",
    ]


def test_an_empty_page_says_so() -> None:
    """Before anybody has sent anything."""
    assert "Nobody has sent a copy yet." in page_of(Feedback()).words


def test_the_policy_lets_nothing_but_its_own_style_through(make_copy) -> None:
    """No script, no other address than the copies beside the page."""
    data = feedback_page(make_copy().feedback(), "C25", "report", NAMES).decode()
    style = re.search(r"<style>(.*)</style>", data, re.DOTALL)
    assert style
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    assert f"style-src &#39;sha256-{digest}&#39;" in data
    assert "<script" not in data
    assert re.findall(r'(?:href|src)="(?!#|files/)', data) == []


HOSTILE = st.sampled_from(
    [
        "<script>alert(1)</script>",
        "{{ 7*7 }}",
        "</style><b>",
        "\u202egnp.exe",
        "a&amp;b",
        "]]>",
        "é",
    ]
)


@given(HOSTILE, HOSTILE, HOSTILE)
def test_whatever_reviewers_write_is_shown_and_inert(one, two, three) -> None:
    """In every field that they can fill."""
    proposal = Proposal(
        id="12345678",
        kind="reword",
        language="en",
        contributor="itu-t",
        entry="health",
        section="standards",
        author=one,
        file=two,
        place=three,
        matched="similarity",
        similarity=0.7,
        old=one,
        old_digest="0" * 64,
        new=two,
        comment=three,
        obstacle=one,
        words=(Piece(operation="added", text=two), Piece(operation="removed", text=three)),
    )
    unmapped = Unmapped(
        author=one, file=two, place=three, old=one, new=two, comment=three, reason=one
    )
    file = ReviewedFile(file=one, digest="ab", author=two)
    page = page_of(Feedback(files=(file,), proposals=(proposal,), unmapped=(unmapped,)))
    allowed = {
        "html",
        "head",
        "meta",
        "title",
        "style",
        "body",
        "span",
        "p",
        "ins",
        "del",
        "article",
    }
    allowed |= {
        "h1",
        "h2",
        "h3",
        "h4",
        "code",
        "strong",
        "bdi",
        "blockquote",
        "a",
        "header",
        "main",
        "nav",
        "ul",
        "li",
    }
    allowed |= {"section", "table", "thead", "tbody", "tr", "th", "td", "div", "em", "sup", "u"}
    assert {tag for tag, _ in page.elements} <= allowed
    shown = two.replace("\u202e", "⟦RLO⟧")
    assert page.words.count(shown) >= 3
