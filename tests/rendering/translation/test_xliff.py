"""A job as XLIFF: valid, the same whenever it is made, with all that a translator should know."""

from typing import Any

import pytest
from hypothesis import given, settings
from lxml import etree

from council_report.model.location import Location
from council_report.model.text import parse_text
from council_report.rendering.translation.glossary import glossary_of
from council_report.rendering.translation.xliff import xliff_of
from council_report.xliff.codes import codes_of
from council_report.xliff.names import NAMESPACE
from council_report.xliff.reading import read_inline
from tests.xliff.jobs import WORDED, job, schema, unit

MISSING = unit("itu-t:missing", "New [[key-1]]", figures={"key-1": "315"}, limit=99)
OUTDATED = unit("itu-t:old", "A [b](https://e.org)", "Un [b](https://e.org)", state="outdated")
HELD = unit("itu-t:held", "Held **text**", "Texto **válido**")


def names(path: str, tree: etree._Element) -> Any:
    """What an XPath finds, XLIFF's names beginning with ``x:``."""
    return tree.xpath(path, namespaces={"x": NAMESPACE})


def tree_of(*units: Any, **more: Any) -> etree._Element:
    """The tree of the XLIFF file of a job of these units."""
    return etree.fromstring(xliff_of(job(*units, **more)))


@settings(max_examples=50)
@given(WORDED, WORDED)
def test_the_file_is_valid_and_says_every_source(source: str, former: str) -> None:
    """By the strict schema of OASIS, whatever the texts hold."""
    found = unit("itu-t:a", source, former, state="outdated", section=source, unit="ITU-T")
    tree = tree_of(found, terms=[(source, former)])
    schema().assertValid(tree)
    (element,) = names("//x:trans-unit/x:source", tree)
    text = parse_text(source)
    assert read_inline(element, codes_of(text)).text == text


def test_the_same_job_gives_the_same_bytes() -> None:
    """There is no date in the file, nor who made it."""
    one = job(MISSING, OUTDATED, HELD, terms=[("ITU", "UIT")])
    assert xliff_of(one) == xliff_of(one)
    assert b"date" not in xliff_of(one)


def test_a_missing_unit_has_an_empty_target() -> None:
    """It is new, not approved, and says how long its translation may be."""
    (element,) = names("//x:trans-unit", tree_of(MISSING))
    assert element.get("maxwidth") == "99"
    assert (element.get("size-unit"), element.get("approved")) == ("char", "no")
    (target,) = names("x:target", element)
    assert (target.get("state"), target.text, len(target)) == ("new", None, 0)


def test_a_unit_that_is_out_of_date_has_its_previous_translation_beside_it() -> None:
    """Its target is empty, so that the old one does not come back as new."""
    tree = tree_of(OUTDATED)
    (target,) = names("//x:trans-unit/x:target", tree)
    assert (target.get("state"), target.text) == ("needs-translation", None)
    (former,) = names("//x:alt-trans[@alttranstype='previous-version']/x:target", tree)
    assert read_inline(former, codes_of(parse_text(OUTDATED.source))) == (
        parse_text("Un [b](https://e.org)"),
        (),
    )


def test_a_unit_that_holds_is_final() -> None:
    """A job may hold all units, so that translators see what stands around theirs."""
    (element,) = names("//x:trans-unit", tree_of(HELD))
    assert element.get("approved") == "yes"
    (target,) = names("x:target[@state='final']", element)
    assert "".join(target.itertext()) == "Texto válido"


def test_a_statistic_is_one_protected_code() -> None:
    """A tool may show its value, and may not make two of it."""
    (code,) = names("//x:source/x:x", tree_of(MISSING))
    assert dict(code.attrib) == {
        "id": "1",
        "ctype": "x-statistic",
        "equiv-text": "315",
        "clone": "no",
    }


@pytest.mark.parametrize(
    ("place", "shown"),
    [
        (Location("a.yaml", line=7), ("linenumber", "7")),
        (Location("a.docx", paragraph=4), ("x-place", "paragraph 4")),
    ],
)
def test_the_context_says_where_a_unit_stands(place: Location, shown: tuple[str, str]) -> None:
    """Section, contributor, file and place, its statistics and links, and the terms it uses."""
    found = unit(
        "itu-t:a",
        "The union published [[key-1]] [standards](https://example.org).",
        section="Standards",
        unit="ITU-T",
        place=place,
    )
    tree = tree_of(found, terms=[("Union", "Unión"), ("on", "en")])
    context = [(one.get("context-type"), one.text) for one in names("//x:context", tree)]
    assert context == [
        ("x-section", "Standards"),
        ("x-contributor", "ITU-T"),
        ("sourcefile", place.file),
        shown,
        ("x-statistic", "1: key-1"),
        ("x-link", "2: https://example.org"),
        ("x-term", "Union = Unión"),
    ]


def test_each_source_language_has_a_file_of_its_own() -> None:
    """A tool translates from one language at a time."""
    tree = tree_of(MISSING, unit("itu-d:b", "Bonjour", source_language="fr"), language="ar")
    files = [
        (one.get("original"), one.get("source-language"), one.get("target-language"))
        for one in names("//x:file", tree)
    ]
    assert files == [
        ("council-report/C25/en", "en-GB", "ar-SA"),
        ("council-report/C25/fr", "fr-FR", "ar-SA"),
    ]


def test_the_term_list_is_one_that_tools_import() -> None:
    """Three columns apart by tabs, the first line with the languages; the same in the header."""
    one = job(MISSING, terms=[("Artificial\tintelligence", "inteligencia artificial")])
    listed = "en-GB\tes-ES\tkey\nArtificial intelligence\tinteligencia artificial\tterm.0\n"
    assert glossary_of(one, "en") == listed
    (words,) = names("//x:glossary/x:internal-file", etree.fromstring(xliff_of(one)))
    assert words.text == listed
