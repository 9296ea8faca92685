"""The page of a receipt says everything in it, and nothing in it ever becomes HTML."""

import base64
import hashlib
import re
from collections.abc import Callable, Mapping
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from council_report.model.finding import Finding
from council_report.model.message import Message
from council_report.model.receipt import Phrase, Receipt
from council_report.pages.visible import visible
from council_report.rendering.receipts.page import page

MakeFinding = Callable[..., Finding]
MakeReceipt = Callable[..., Receipt]


class Reader(HTMLParser):
    """Reads a page as a browser would: its elements in order, its words, the meta values."""

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[dict[str, str | None]] = []
        self.pieces: list[str] = []
        self.feed(data.decode())
        self.words = " ".join("".join(self.pieces).split())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep an element, and set the words of a cell apart from those before it."""
        self.tags.append(tag)
        self.attributes.append(dict(attrs))
        if tag in ("td", "th"):
            self.pieces.append(" ")

    def handle_data(self, data: str) -> None:
        """Keep words, but not those of the style sheet."""
        if self.tags[-1:] != ["style"]:
            self.pieces.append(data)

    def meta(self, name: str) -> str | None:
        """The content of a meta element."""
        found = (one for one in self.attributes if name in (one.get("name"), one.get("http-equiv")))
        return next(found)["content"]


def test_the_page_says_what_the_receipt_says(make_receipt: MakeReceipt) -> None:
    """Verdict, next step, findings, what was understood and what is awaited."""
    words = Reader(page(make_receipt(), {})).words
    for expected in (
        "C26 · ITU-T",
        "Receipt for Our file.docx",
        "To be mended",
        "Mend the errors named below",
        "Deadline (Contributions): 27 February 2026",
        "Error paragraph 3, “Some words” no section is called Normes Choose one from the list.",
        "The copy “Our file.annotated.docx”",
        "Texts: 3 · Words: 36 · Statistics: 1",
        "La Commission a approuvé… entry-changed bullet changed 12",
        "groups 1,234 groups",
        "Collaboration",
        "ab" * 32,
    ):
        assert expected in words


def test_an_accepted_file_leaves_nothing_to_do(make_receipt: MakeReceipt) -> None:
    """The page then speaks neither of findings nor of anything awaited."""
    receipt = make_receipt(verdict="accepted", findings=(), awaited=(), annotated=None)
    words = Reader(page(receipt, {})).words
    assert "Accepted There is nothing more to do." in words
    assert "What we found" not in words
    assert "awaited" not in words


def test_an_accepted_file_may_leave_others_to_send(make_receipt: MakeReceipt) -> None:
    """The next step then names what is awaited, besides remarks on the file."""
    words = Reader(page(make_receipt(verdict="accepted", findings=()), {})).words
    assert "please send what is still awaited from you" in words
    words = Reader(page(make_receipt(verdict="accepted with findings"), {})).words
    assert "read the remarks below, and send what is still awaited from you" in words


def test_a_refused_file_has_a_page_without_contents(
    make_receipt: MakeReceipt, make_finding: MakeFinding
) -> None:
    """Its digest may not even be known."""
    receipt = make_receipt(
        verdict="refused", findings=(make_finding(),), sections=(), figures=(), digest=""
    )
    words = Reader(page(receipt, {})).words
    assert "Not accepted The file could not be used" in words
    assert "the whole file" in words
    assert "What we understood" not in words
    assert "SHA-256" not in words


def test_entries_of_no_known_section_are_under_a_title_of_ours(
    make_receipt: MakeReceipt,
) -> None:
    """No key that only the program knows is shown to a contact."""
    (section,) = make_receipt().sections
    receipt = make_receipt(sections=(section.model_copy(update={"title": None}),))
    assert "Under no known section Text Kind" in Reader(page(receipt, {})).words


def test_what_was_answered_can_be_read_from_the_head(make_receipt: MakeReceipt) -> None:
    """The digest of the file, the verdict, and the basis that was given."""
    reader = Reader(page(make_receipt(), {}, basis="cd" * 32))
    assert reader.meta("council-report-digest") == "ab" * 32
    assert reader.meta("council-report-verdict") == "to mend"
    assert reader.meta("council-report-basis") == "cd" * 32


def test_nothing_but_the_style_sheet_of_the_page_may_be_applied(make_receipt: MakeReceipt) -> None:
    """The policy comes before anything it is about, and allows nothing else."""
    data = page(make_receipt(), {})
    reader = Reader(data)
    style = re.search(rb"<style>(.*?)</style>", data, re.DOTALL)
    assert style is not None
    digest = base64.b64encode(hashlib.sha256(style[1]).digest()).decode()
    assert reader.meta("Content-Security-Policy") == (
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    )
    head = reader.tags.index("head")
    assert reader.attributes[head + 1]["http-equiv"] == "Content-Security-Policy"
    assert {"script", "link", "img", "iframe", "form", "a"}.isdisjoint(reader.tags)


def test_the_same_receipt_has_the_same_bytes(make_receipt: MakeReceipt) -> None:
    """No clock is asked."""
    assert page(make_receipt(), {}) == page(make_receipt(), {})


def test_a_hostile_text_is_shown_and_never_obeyed(
    make_receipt: MakeReceipt, make_finding: MakeFinding, hostile: str
) -> None:
    """In every place where something of the contact's is quoted."""
    phrase = Phrase(text=hostile, language="ar")
    finding = make_finding(
        Message("{x}", x=hostile), Message("Take out {x}.", x=hostile), sheet=hostile, cell=hostile
    )
    plain, receipt = (
        make_receipt(),
        make_receipt(
            file=f"inputs/C26/itu-t/{hostile.replace('/', '')}",
            contributor=phrase,
            findings=(finding,),
            awaited=(phrase,),
            annotated=hostile,
        ),
    )
    reader = Reader(page(receipt, {}, basis=hostile))
    shown = " ".join(visible(hostile).split())
    assert reader.words.count(shown) == 7
    assert set(reader.tags) == set(Reader(page(plain, {})).tags)
    assert "⟦RLO⟧evil ⟦ZWSP⟧ ⟦U+E0041⟧ ⟦U+0000⟧ ⟦U+D800⟧" in reader.words


@given(st.text(st.characters()))
def test_every_text_of_a_finding_is_on_the_page(text: str) -> None:
    """To the letter but for spaces, and without an element of its own."""
    expected, shown = (Reader(page(a_receipt(words), {})) for words in ("harmless", text))
    assert shown.tags == expected.tags
    assert " ".join(f"found: {visible(text)} and no more".split()) in shown.words


def a_receipt(text: str) -> Receipt:
    """A receipt for a file with one finding, which quotes a text."""
    values = {
        "rule": "r",
        "severity": "note",
        "location": {"file": "f"},
        "message": Message("found: {text} and no more", text=text),
        "remedy": Message("Nothing."),
    }
    return Receipt(
        session="C26",
        contributor=Phrase(text="ITU-T", language="en"),
        file="f",
        digest="",
        language="en",
        verdict="refused",
        findings=(Finding.model_validate(values),),
    )


def test_the_page_speaks_the_language_of_the_contact(
    make_receipt: MakeReceipt, french: Mapping[str, str]
) -> None:
    """Places within messages included."""
    reader = Reader(page(make_receipt(language="fr"), french))
    assert reader.attributes[0] == {"lang": "fr", "dir": "ltr"}
    assert "Accusé de réception pour Our file.docx" in reader.words
    assert 'paragraphe 3, "Some words"' in reader.words


def test_a_message_without_words_in_the_language_is_in_english_and_marked(
    make_receipt: MakeReceipt, french: Mapping[str, str]
) -> None:
    """For the eye, and for a screen reader."""
    data = page(make_receipt(language="fr"), french).decode()
    english = '<span lang="en" dir="ltr">Choose one from the list.</span>'
    assert f'{english} <span class="mark">(en)</span>' in data
    assert "This page is in English" not in data


def test_quoted_words_carry_the_language_they_are_in(
    make_receipt: MakeReceipt, french: Mapping[str, str]
) -> None:
    """Where that is not the language of the page."""
    english = page(make_receipt(), {}).decode()
    assert '<bdi lang="fr">La Commission a approuvé…</bdi>' in english
    assert "<bdi>AI standards</bdi>" in english
    assert '<bdi lang="en">AI standards</bdi>' in page(make_receipt(language="fr"), french).decode()


def test_without_words_in_a_language_the_page_is_in_english_and_says_so(
    make_receipt: MakeReceipt,
) -> None:
    """One line at its top; nothing is marked one by one."""
    reader = Reader(page(make_receipt(language="ru"), {}))
    assert reader.attributes[0] == {"lang": "en", "dir": "ltr"}
    assert "This page is in English" in reader.words
    assert "(en)" not in reader.words


def test_an_arabic_page_runs_from_right_to_left(make_receipt: MakeReceipt) -> None:
    """As soon as there are words for it."""
    reader = Reader(page(make_receipt(language="ar"), {"Error": "خطأ"}))
    assert reader.attributes[0] == {"lang": "ar", "dir": "rtl"}
    assert "خطأ" in reader.words


def test_a_message_within_a_message_is_said_too(
    make_receipt: MakeReceipt, make_finding: MakeFinding
) -> None:
    """It is part of what we say, not of what is quoted."""
    inner = Message("cell {cell}", cell="C4")
    finding = make_finding(Message("see {place}", place=inner), Message("Mend it."))
    wording = {"see {place}": "voir {place}", "cell {cell}": "cellule {cell}"}
    receipt = make_receipt(language="fr", findings=(finding,))
    assert "voir cellule <bdi>C4</bdi>" in page(receipt, wording).decode()
