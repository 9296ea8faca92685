"""Rich text: what the marks mean, and that nothing that was sent is lost."""

from itertools import pairwise
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council_report.model.text import Run, Text, parse_text, plain, statistics_quoted

MARKS = "*^[\\"
HOSTILE = (
    'R&D <b> "q" ]]> {{ 7*7 }} {% for %} {_{ x }_} </w:t></w:r></w:p> é العربية 中文 U+2011 \u2011'
)

ADDRESSES = ("](https://e.org/", "https://e.org/", "[a](https://e.org/b)", "mailto:a@e.org")
OTHERS = (" ", "\n", "**", "[[key-1]]", "javascript:a", ' "t")', "&amp;", "\u00a0")
PIECES = st.sampled_from([*"ab1é中*^[]()\\_<>!&;", *ADDRESSES, *OTHERS])


def numbered(pieces: list[str]) -> str:
    """The pieces joined, the addresses in them made different from one another."""
    return "".join(piece.replace("e.org", f"e{n}.org") for n, piece in enumerate(pieces))


SOURCES = st.lists(PIECES).map(numbered)


@given(st.text(st.characters(exclude_characters=f"{MARKS} \t\r\n", exclude_categories=["Cs"])))
def test_text_without_marks_comes_back_to_the_letter(source: str) -> None:
    """A text that holds none of our marks is printed exactly as it was sent, as one run."""
    assert parse_text(source) == ((Run(source),) if source else ())


@given(SOURCES)
def test_every_visible_character_is_kept(source: str) -> None:
    """Whatever the marks, each letter and figure is in a run, an address or a key, in order."""
    assert letters(everything_in(parse_text(source))) == letters(source)


@given(st.text(st.characters(exclude_characters=" ", exclude_categories=["Cs", "Cc"])))
def test_a_mark_after_a_backslash_is_itself(words: str) -> None:
    """A text in which every mark is escaped is printed to the letter, without the backslashes."""
    escaped = "".join(f"\\{sign}" if sign in MARKS else sign for sign in words)
    assert parse_text(escaped) == ((Run(words),) if words else ())


@given(SOURCES)
def test_neighbouring_runs_differ_in_look(source: str) -> None:
    """Runs are as long as can be: no two of the same look stand side by side, none is empty."""
    runs = parse_text(source)
    assert all(run.text or run.statistic for run in runs)
    for one, next_one in pairwise(runs):
        assert one.statistic or next_one.statistic or look(one) != look(next_one)


def test_hostile_text_is_one_plain_run() -> None:
    """Mark-up of other languages is text like any other."""
    assert parse_text(HOSTILE) == (Run(HOSTILE),)


@pytest.mark.parametrize(
    "source",
    [
        "draft_2",
        "__init__",
        "_not emphasis_",
        "a_b *c",
        "&amp; *",
        "<b>*</b>",
        "`code` *",
        "~~x~~ *",
    ],
)
def test_other_marks_are_literal(source: str) -> None:
    """Underscores, HTML, entities and code marks are plain text, beside our own marks too."""
    assert parse_text(source) == (Run(source),)


def test_emphasis_and_strong() -> None:
    """One asterisk on either side is emphasis, two are strong, three are both."""
    assert parse_text("a *b* **c** ***d***") == (
        Run("a "),
        Run("b", emphasis=True),
        Run(" "),
        Run("c", strong=True),
        Run(" "),
        Run("d", strong=True, emphasis=True),
    )


def test_an_asterisk_between_spaces_is_literal() -> None:
    """A multiplication with spaces is no emphasis."""
    assert parse_text("5 * 3 * 2") == (Run("5 * 3 * 2"),)


def test_superscript() -> None:
    """A word between circumflexes is raised; one with a space in it is not."""
    assert parse_text("2^nd^ and a^b c^") == (
        Run("2"),
        Run("nd", superscript=True),
        Run(" and a^b c^"),
    )


def test_a_link_has_words_and_an_address() -> None:
    """The words of a link carry its address, emphasised words included."""
    assert parse_text("see [the *AI* page](https://www.itu.int/ai?a=1&b=(2)).") == (
        Run("see "),
        Run("the ", href="https://www.itu.int/ai?a=1&b=(2)"),
        Run("AI", emphasis=True, href="https://www.itu.int/ai?a=1&b=(2)"),
        Run(" page", href="https://www.itu.int/ai?a=1&b=(2)"),
        Run("."),
    )


def test_a_link_in_a_link_is_literal() -> None:
    """The words of a link lead to one address; a link among them is printed as it was sent."""
    source = "[see [this](https://example.org/1) page](https://example.org/2)"
    words = "see [this](https://example.org/1) page"
    assert parse_text(source) == (Run(words, href="https://example.org/2"),)


def test_an_address_may_begin_with_capitals() -> None:
    """Web addresses are known by their beginning in capitals too."""
    assert parse_text("[a](HTTP://example.org)") == (Run("a", href="HTTP://example.org"),)


def test_a_link_to_a_mail_address() -> None:
    """A link may open a mail to somebody."""
    assert parse_text("[us](mailto:a@example.org)") == (Run("us", href="mailto:a@example.org"),)


@pytest.mark.parametrize(
    "source",
    [
        "[a](javascript:alert(1))",
        "[a](JAVASCRIPT:alert(1))",
        "[a](data:text/html,x)",
        "[a](file:///etc/passwd)",
        "[Rev.](Bucharest)",
        "[a]()",
        "[](https://example.org)",
        "[ ](https://example.org)",
        '[a](https://example.org "title")',
        "[a](https://example.org",
        "](https://example.org) [and more",
    ],
)
def test_what_is_not_a_whole_web_link_stays_literal(source: str) -> None:
    """A link that runs something, leads nowhere or would lose words is printed as it was sent."""
    assert parse_text(source) == (Run(source),)


def test_a_statistic_is_quoted_by_its_key() -> None:
    """A key in double brackets is an empty run that names the statistic, in the look around it."""
    assert parse_text("over **[[ai-standards]]** of [[total]]") == (
        Run("over "),
        Run("", strong=True, statistic="ai-standards"),
        Run(" of "),
        Run("", statistic="total"),
    )


def test_a_statistic_may_stand_in_a_link() -> None:
    """The words of a link may quote a statistic."""
    assert parse_text("[all [[total]]](https://example.org)") == (
        Run("all ", href="https://example.org"),
        Run("", href="https://example.org", statistic="total"),
    )


@pytest.mark.parametrize("source", ["[[Total]]", "[[a b]]", "[[]]", "[[-a]]", "\\[[total]]"])
def test_what_is_no_key_is_no_statistic(source: str) -> None:
    """Double brackets around anything but a key, or after a backslash, are literal."""
    assert statistics_quoted(source) == ()
    assert plain(parse_text(source)) == source.removeprefix("\\")


def test_statistics_are_listed_in_order() -> None:
    """The keys quoted by a text are known in the order of the text, each time it quotes them."""
    assert statistics_quoted("[[b]] *[[a]]* \\[[c]] [[b]]") == ("b", "a", "b")


def test_line_breaks_and_runs_of_spaces_are_one_space() -> None:
    """How a text is broken over lines in a file does not show; a non-breaking space stays."""
    assert plain(parse_text("  one\r\n two\t three\u00a0 four\n")) == "one two three\u00a0 four"


def test_no_text_has_no_runs() -> None:
    """A text of spaces alone prints nothing."""
    assert parse_text(" \n ") == ()


@pytest.mark.parametrize("piece", ["[", "[[", "*", "^", "[a](", "*a**b", "[a](https://e.org", "*["])
def test_a_hostile_repetition_is_read(piece: str) -> None:
    """Marks that are opened thousands of times and never closed are text like any other."""
    source = piece * 2000
    assert letters(everything_in(parse_text(source))) == letters(source)


def letters(text: str) -> str:
    """The letters and figures of a text."""
    return "".join(character for character in text if character.isalnum())


def everything_in(text: Text) -> str:
    """The words of a text, each link's address behind its last word, each statistic's key."""
    words = ""
    for run, following in zip(text, [*text[1:], None], strict=False):
        words += run.text + (run.statistic or "")
        if run.href and (following is None or following.href != run.href):
            words += unquote(run.href)
    return words


def look(run: Run) -> tuple[object, ...]:
    """What a run looks like."""
    return run.strong, run.emphasis, run.superscript, run.href
