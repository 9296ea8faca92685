"""Texts put in a Word file and read back: every text that the model allows is the same."""

from html import escape
from itertools import count

from hypothesis import given, settings
from hypothesis import strategies as st

from council_report.model.quoting import spelled_out
from council_report.model.text import Run, Text, parse_text, plain
from tests.intake.documents.builders import bookmark, docx, paragraph, run
from tests.intake.documents.documents import STANDARDS, read, texts

LETTERS = st.text(
    st.characters(
        codec="utf-8",
        exclude_categories=["Cc", "Cs", "Zl", "Zp"],
        exclude_characters="\u202d\u202e\ufffe\uffff",
    ),
    max_size=40,
)
SIGNS = [*"ab1é中*^[]()\\_<>!&;-", " ", "**", "](https://e.org/", "[[key-1]]", "\u00a0", "\u2011"]
WORDS = ["[a](https://e.org/b)", "mailto:a@e.org", "Unit: ", "1. ", "🎉", "العربية", "\u00ad"]
MARKED = st.lists(st.sampled_from([*SIGNS, *WORDS]), max_size=14).map("".join)
SOURCES = st.one_of(LETTERS, MARKED).filter(lambda source: plain(shown(source)).strip() != "")


def shown(source: str) -> Text:
    """What a form shows of a text."""
    return spelled_out(parse_text(source))


def word_file(sources: list[str]) -> bytes:
    """A Word file of these texts, as a form has them."""
    links: dict[str, str] = {}
    numbers = count(1)

    def word_run(one: Run) -> str:
        look = "<w:b/>" * one.strong + "<w:i/>" * one.emphasis
        look += '<w:vertAlign w:val="superscript"/>' * one.superscript
        xml = run(escape(one.text, quote=False), look)
        if one.href is None:
            return xml
        key = f"rLink{next(numbers)}"
        links[key] = escape(one.href)
        return f'<w:hyperlink r:id="{key}">{xml}</w:hyperlink>'

    body = "".join(
        paragraph(bookmark(f"_cr_{number}", "".join(map(word_run, shown(source))), number))
        for number, source in enumerate(sources)
    )
    return docx(STANDARDS + body, links=links)


def letters(source: str) -> list[Run]:
    """Each letter of a text with its look; that of a space nobody sees."""
    return [
        Run(
            letter,
            *((run.strong, run.emphasis, run.superscript, run.href) if letter.strip() else ()),
        )
        for run in parse_text(source)
        for letter in (run.text or f"[[{run.statistic}]]")
    ]


@settings(max_examples=30)
@given(st.lists(SOURCES, min_size=1, max_size=40))
def test_every_text_of_the_model_comes_back_the_same(sources: list[str]) -> None:
    """To the letter, with its looks, links and statistics, and nothing is told of it."""
    contribution = read(word_file(sources))
    assert [letters(text) for text in texts(contribution)] == [letters(one) for one in sources]
    assert [entry.id for entry in contribution.entries] == [str(n) for n in range(len(sources))]
    assert contribution.findings == ()
