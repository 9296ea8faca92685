"""Rich text as inline codes of XLIFF: nothing changes on the way there and back."""

import pytest
from hypothesis import given
from lxml import etree

from council_report.model.text import Run, parse_text
from council_report.model.writing import write_text
from council_report.xliff.codes import Code, codes_of
from council_report.xliff.names import NAMESPACE, X
from council_report.xliff.reading import Inline, read_inline
from council_report.xliff.writing import write_inline
from tests.xliff.jobs import SOURCES

SOURCE = "Of **[[key-1]] [standards](https://example.org)** 2^nd^"
CODES = codes_of(parse_text(SOURCE))


def written(source: str, codes: tuple[Code, ...] | None = None) -> str:
    """What a text is inside an element, as XML."""
    element = etree.Element(f"{X}source", nsmap={None: NAMESPACE})
    text = parse_text(source)
    write_inline(element, text, codes_of(text) if codes is None else codes, {"key-1": "315"})
    return etree.tostring(element, encoding="unicode")


def read(inside: str, codes: tuple[Code, ...] = CODES) -> Inline:
    """What is read of a target that holds this XML."""
    return read_inline(etree.fromstring(f'<target xmlns="{NAMESPACE}">{inside}</target>'), codes)


@given(SOURCES)
def test_every_text_comes_back_as_it_was(source: str) -> None:
    """With its looks, links and statistics, and written anew as a source that reads the same."""
    text = parse_text(source)
    found = read_inline(etree.fromstring(written(source).encode()), codes_of(text))
    assert found == (text, ())
    assert parse_text(write_text(found.text)) == text


@given(SOURCES, SOURCES)
def test_a_translation_takes_the_codes_of_its_source(source: str, target: str) -> None:
    """What the source does not have has an id of its own, and is told, or a look alone."""
    codes = codes_of(parse_text(source))
    found = read_inline(etree.fromstring(written(target, codes).encode()), codes)
    foreign = [one for one in codes_of(parse_text(target)) if one.value and one not in codes]
    assert bool(found.unknown) >= bool(foreign)
    if not found.unknown:
        assert found.text == parse_text(target)


def test_codes_are_numbered_as_a_reader_comes_to_them() -> None:
    """The one that reaches furthest stands around the others; words stand as they are read."""
    inside = (
        'Of <g id="1" ctype="bold"><x id="2" ctype="x-statistic" equiv-text="315" clone="no"/> '
        '<g id="3" ctype="link">standards</g></g> 2<g id="4" ctype="x-superscript">nd</g> * \\'
    )
    assert written(rf"{SOURCE} \* \\") == f'<source xmlns="{NAMESPACE}">{inside}</source>'


@pytest.mark.parametrize(
    ("inside", "source"),
    [
        ('<x id="2"/> of <g id="3">a</g>', "[[key-1]] of [a](https://example.org)"),
        ('<mrk mtype="seg" mid="0">One.</mrk> <mrk mtype="seg" mid="1">Two.</mrk>', "One. Two."),
        ('<bx id="1" rid="1"/>a <x id="2"/><ex id="9" rid="1"/> b', "**a [[key-1]]** b"),
        ('<bpt id="1">&lt;b></bpt>a<ept id="1">&lt;/b></ept> b', "**a** b"),
        ('<it id="1" pos="open"/>a<it id="1" pos="close"/> b', "**a** b"),
        ('a<ph id="2">{0}</ph>', "a[[key-1]]"),
        ('a <g id="7" ctype="italic">b</g>', "a *b*"),
        ("a\n      b\t c ", "a b c"),
        ('a <mrk mtype="x-sdl-deleted">b</mrk><mrk mtype="x-sdl-added">c</mrk>', "a c"),
        ('a <t:tag xmlns:t="urn:tool">b</t:tag><!-- c -->', "a b"),
    ],
)
def test_what_tools_write_is_understood(inside: str, source: str) -> None:
    """Segments, pairs, tracked changes, other spaces, elements of their own."""
    assert read(inside) == (parse_text(source), ())


@pytest.mark.parametrize(
    ("inside", "words", "unknown"),
    [
        ('a <x id="8"/>', "a {8}", "8"),
        ('a <x id="1"/>', "a {1}", "1"),
        ('a <g id="8">b</g>', "a b", "8"),
        ('a <g id="1" ctype="link">b</g>', "a b", "1"),
        ('a <x id="2" ctype="lb"/>', "a {2}", "2"),
        ("a <x/>", "a {}", ""),
    ],
)
def test_a_code_that_the_source_does_not_have_is_told(
    inside: str, words: str, unknown: str
) -> None:
    """Its words stay; where it would be a statistic, its id is seen."""
    assert read(inside) == ((Run(words),), (unknown,))


def test_an_address_is_never_taken_from_the_file() -> None:
    """A link leads where the link of the source leads, whatever the file says."""
    inside = '<g id="3" ctype="link" xmlns:l="urn:l" l:href="https://elsewhere.example">a</g>'
    assert read(inside).text == (Run("a", href="https://example.org"),)
