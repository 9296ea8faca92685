"""A translator's tool that is not ours opens the file, edits it, saves it; we read what it wrote.

The tool is the Translate Toolkit, which many translation programs are built on.
"""

import io

import pytest
from hypothesis import given, settings
from lxml import etree
from translate.storage.placeables import StringElem
from translate.storage.placeables.xliff import G, X
from translate.storage.xliff import Xliff1File

from council_report.intake.translated.xliff import xliff_in
from council_report.model.text import parse_text
from council_report.model.translation import Returned
from council_report.rendering.translation.xliff import xliff_of
from tests.xliff.jobs import WORDED, by_id, job, schema, sent, unit

ONE = unit("itu-t:one", "Of **[[key-1]]** [standards](https://example.org)", figures={"key-1": "9"})
OLD = unit("itu-t:old", "New words", "Palabras viejas", state="outdated")
UNITS = by_id(ONE, OLD)


def opened() -> Xliff1File:
    """Our file, as the tool has it open."""
    return Xliff1File.parsestring(xliff_of(job(ONE, OLD, terms=[("ITU", "UIT")])))


def returned(store: Xliff1File) -> Returned:
    """What we read of a file that the tool saves; it must still be valid."""
    saved = io.BytesIO()
    store.serialize(saved)
    schema().assertValid(etree.fromstring(saved.getvalue()))
    read, findings = xliff_in(sent(saved.getvalue()), UNITS)
    assert findings == ()
    return read


def test_the_tool_sees_what_is_to_be_translated() -> None:
    """Languages, texts, what is untranslated, and the previous translation as a proposal."""
    store = opened()
    assert (store.getsourcelanguage(), store.gettargetlanguage()) == ("en-GB", "es-ES")
    one, old = store.units
    assert [unit.istranslated() for unit in (one, old)] == [False, False]
    assert str(one.source) == "Of  standards"
    assert [str(other.target) for other in old.getalttrans()] == ["Palabras viejas"]


@pytest.mark.parametrize(
    "words", ["Palabras", "«Número» 3&4 <5> ]]>", "عربي \u200f12", "词语\U0001f600", "a\u00a0b"]
)
def test_a_translation_arrives_to_the_letter(words: str) -> None:
    """What is typed into the tool is what we read."""
    store = opened()
    store.units[1].target = words
    one, old = returned(store).units
    assert (one.target, parse_text(old.target or "")) == (None, parse_text(words))


def test_codes_that_the_tool_moves_are_known_again() -> None:
    """A statistic and a link, in the order of another language."""
    store = opened()
    link = G(id="3", sub=["normas"])
    store.units[0].rich_target = [StringElem([link, ": ", X(id="2"), "."])]
    one, _ = returned(store).units
    assert one.target == "[normas](https://example.org): [[key-1]]."
    assert (one.source, one.problem) == (ONE.source, None)


def test_a_code_that_is_lost_in_the_tool_is_told() -> None:
    """The translator typed the number instead."""
    store = opened()
    store.units[0].rich_target = [StringElem(["De 9 ", G(id="3", sub=["normas"])])]
    one, _ = returned(store).units
    assert one.problem == "it lacks protected numbers of its source: [[key-1]]"


@settings(max_examples=30)
@given(WORDED, WORDED)
def test_every_text_survives_the_tool(source: str, target: str) -> None:
    """A unit that the tool opens and saves is the same."""
    known = unit("itu-t:a", source, target)
    store = Xliff1File.parsestring(xliff_of(job(known)))
    saved = io.BytesIO()
    store.serialize(saved)
    (found,) = xliff_in(sent(saved.getvalue()), by_id(known))[0].units
    assert found.source == source
    if not found.problem:
        assert parse_text(found.target or "") == parse_text(target)
