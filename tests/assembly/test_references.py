"""Document symbols made into links to the public pages of the documents."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council_report.assembly.references import linked
from council_report.model.text import Run, Text, parse_text, plain

PIECES = st.sampled_from(
    ["C25/43", "A/78/L.49", "-F", "C", "A/", "x", " ", "/", "25/4", "(", "é.", "٤"]
)


def links(text: Text) -> list[tuple[str, str]]:
    """The words of each link with its address."""
    return [(run.text, run.href) for run in text if run.href]


@pytest.mark.parametrize(
    ("symbol", "page"),
    [
        ("C25/43", "https://www.itu.int/md/S25-CL-C-0043/en"),
        ("C24/INF/15", "https://www.itu.int/md/S24-CL-INF-0015/en"),
        ("C25/ADM/1", "https://www.itu.int/md/S25-CL-ADM-0001/en"),
        ("C24/DT/7", "https://www.itu.int/md/S24-CL-DT-0007/en"),
        ("C24/DL/1234", "https://www.itu.int/md/S24-CL-DL-1234/en"),
        ("C25/43-F", "https://www.itu.int/md/S25-CL-C-0043/fr"),
        ("C25/INF/2-C", "https://www.itu.int/md/S25-CL-INF-0002/zh"),
        ("A/RES/78/265", "https://docs.un.org/en/A/RES/78/265"),
        ("A/78/L.49", "https://docs.un.org/en/A/78/L.49"),
    ],
)
def test_a_symbol_is_a_link_to_its_page(symbol: str, page: str) -> None:
    """The symbol alone is the link, whatever stands around it."""
    for around in ("{}", "see {}.", "({}),", "«{}»", "{}; and", "Document\u00a0{}"):
        text = linked((Run(around.format(symbol)),), "en")
        assert links(text) == [(symbol, page)]
        assert plain(text) == around.format(symbol)


def test_a_page_is_in_the_language_of_the_document() -> None:
    """A symbol without a letter leads to the page in the language of the document it stands in."""
    text = linked((Run("C25/43 et A/RES/78/265"),), "fr")
    assert links(text) == [
        ("C25/43", "https://www.itu.int/md/S25-CL-C-0043/fr"),
        ("A/RES/78/265", "https://docs.un.org/fr/A/RES/78/265"),
    ]


@pytest.mark.parametrize(
    "words",
    [
        "AC25/43",
        "C25/43x",
        "C25/43/2",
        "C25/12345",
        "C2025/43",
        "c25/43",
        "C25/XX",
        "SC25/CL/43",
        "http://example.org/C25/43",
        "C25/RES/1",
        "C٢٥/43",
        "C25/٤٣",
        "A/٧٨/265",
        "BA/78/265",
        "A/RES/78/2655",
        "A/78/265/Add.1",
        "A/RES/178/265",
        "24/7",
    ],
)
def test_what_only_looks_like_a_symbol_is_left_alone(words: str) -> None:
    """A part of a longer word, number or address is no symbol."""
    assert linked((Run(f"see {words} for more"),), "en") == (Run(f"see {words} for more"),)


def test_a_link_that_was_sent_stays_as_it_was_sent() -> None:
    """A symbol in the words of a link leads where its author says."""
    text = parse_text("[C25/43](https://example.org/C25/43) and C25/44")
    assert links(linked(text, "en")) == [
        ("C25/43", "https://example.org/C25/43"),
        ("C25/44", "https://www.itu.int/md/S25-CL-C-0044/en"),
    ]


def test_a_link_keeps_the_look_of_its_words() -> None:
    """A symbol in emphasis is a link in emphasis, and so are the words beside it."""
    assert linked(parse_text("*see C25/43 too*"), "en") == (
        Run("see ", emphasis=True),
        Run("C25/43", emphasis=True, href="https://www.itu.int/md/S25-CL-C-0043/en"),
        Run(" too", emphasis=True),
    )


@given(st.lists(PIECES).map("".join))
def test_no_letter_is_lost_or_added(words: str) -> None:
    """Whatever is linked, the words are the same, and no run is empty."""
    text = linked((Run(words),) if words else (), "en")
    assert plain(text) == words
    assert all(run.text for run in text)
