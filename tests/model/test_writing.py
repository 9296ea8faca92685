"""Rich text written back as Markdown: nothing changes on the way there and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council_report.model.text import Run, Text, address_of, parse_text, plain
from council_report.model.writing import write_text

WORDS = st.sampled_from(
    [*"ab1é中*^[]()\\_<>!&;", " ", "  ", "\u00a0", "**", "a b", "“c”", "\u2011"]
)
ADDRESSES = st.sampled_from([None, None, None, "https://example.org/a?b=1", "mailto:a@example.org"])
PIECES = st.sampled_from(
    [*"ab1é中*^[]()\\_<>!", " ", "**", "](https://e.org/", "[[key-1]]", "[a](https://e.org/b)"]
)
LOOKS = st.builds(
    Run,
    WORDS,
    strong=st.booleans(),
    emphasis=st.booleans(),
    superscript=st.booleans(),
    href=ADDRESSES,
    statistic=st.sampled_from([None, None, None, "key-1"]),
)


def squeezed(text: Text) -> str:
    """The letters of a text and the statistics it quotes, without spaces."""
    return "".join("".join(run.text.split()) + (run.statistic or "") for run in text)


@given(st.lists(PIECES, max_size=12).map("".join))
def test_what_was_read_is_written_so_that_it_is_read_the_same(source: str) -> None:
    """Every text that the subset can say comes back with the same words and looks."""
    assert parse_text(write_text(parse_text(source))) == parse_text(source)


@given(st.lists(LOOKS, max_size=8).map(tuple))
def test_no_word_is_lost_whatever_its_look(text: Text) -> None:
    """Where a look cannot be written the words are, and the statistics that are quoted."""
    asked = tuple(Run("" if run.statistic else run.text, *looks(run)) for run in text)
    assert squeezed(parse_text(write_text(asked))) == squeezed(asked)


def looks(run: Run) -> tuple[bool, bool, bool, str | None, str | None]:
    """The look of a run, and what it quotes."""
    return run.strong, run.emphasis, run.superscript, run.href, run.statistic


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ((Run("R&D, 5 * 3 [Rev.]"),), "R&D, 5 * 3 [Rev.]"),
        ((Run("a "), Run("b", strong=True), Run(" c")), "a **b** c"),
        ((Run("b", strong=True), Run("c", strong=True, emphasis=True)), "**b*c***"),
        ((Run("2"), Run("nd", superscript=True)), "2^nd^"),
        ((Run("page", href="https://example.org"),), "[page](https://example.org)"),
        ((Run("", statistic="key"),), "[[key]]"),
        ((Run("*star*"),), r"\*star\*"),
        ((Run("[[key]]"),), r"\[\[key]]"),
    ],
)
def test_a_text_is_written_as_plainly_as_it_can_be(text: Text, source: str) -> None:
    """A backslash stands only where a mark would mean something."""
    assert write_text(text) == source


def test_a_space_at_the_end_of_bold_is_moved_out_of_it() -> None:
    """Word sets the space after a bold word in bold, which Markdown cannot and nobody sees."""
    text = (Run("a", strong=True), Run(" ", strong=True), Run("b"))
    assert write_text(text) == "**a** b"


def test_spaces_are_tidied_across_runs() -> None:
    """Two spaces of which each belongs to another run are one."""
    assert write_text((Run(" a "), Run(" b ", strong=True), Run(" "))) == "a **b**"


def test_a_look_that_cannot_be_written_is_left_out() -> None:
    """Bold that begins at a quotation mark within a word is no bold in Markdown."""
    text = (Run("a"), Run("“b”", strong=True), Run("c"))
    assert parse_text(write_text(text)) == (Run("a“b”c"),)


def test_a_statistic_cannot_be_raised() -> None:
    """A statistic keeps being quoted where its look cannot be kept."""
    assert write_text((Run("", superscript=True, statistic="key"),)) == "[[key]]"


def test_many_looks_that_cannot_be_written_are_left_out_in_time() -> None:
    """A paragraph set by a machine, each second letter in bold, is read all the same."""
    text = tuple(Run("“a”", strong=bool(index % 2)) for index in range(200))
    assert plain(parse_text(write_text(text))) == "“a”" * 200


@pytest.mark.parametrize(
    ("target", "address"),
    [
        ("https://example.org/a_(b)", "https://example.org/a_(b)"),
        ("https://example.org/a (b", "https://example.org/a%20%28b"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("javascript:alert(1)", None),
        ("file:///etc/passwd", None),
        ("#section", None),
        ("", None),
    ],
)
def test_a_link_leads_to_a_web_or_mail_address(target: str, address: str | None) -> None:
    """An address is written so that the link ends where the address does."""
    assert address_of(target) == address
