"""An XLIFF file that came back is read unit by unit, or refused; nothing is raised."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings

from council_report.intake.edited import take_copy
from council_report.intake.translated import LARGEST, read_returned
from council_report.intake.translated.xliff import xliff_in
from council_report.model.finding import Finding
from council_report.model.source import SourceFile
from council_report.model.text import parse_text
from council_report.model.translation import Returned, ReturnedUnit
from council_report.rendering.translation.xliff import xliff_of
from council_report.xliff.names import NAMESPACE
from tests.xliff.jobs import SOURCES, WORDED, by_id, job, sent, unit

ONE = unit("itu-t:one", "Of **[[key-1]]** [standards](https://example.org)")
TWO = unit("itu-t:two", "Plain words")
UNITS = by_id(ONE, TWO)
FILE = xliff_of(job(ONE, TWO)).decode()
HEAD = f'<xliff xmlns="{NAMESPACE}" version="1.2"><file original="council-report/C25/en"'


def with_target(inside: str, data: str = FILE, state: str = "translated", more: str = "") -> bytes:
    """Our file with a target put into its first unit."""
    target = f'<target state="{state}"{more}>{inside}</target>'
    return data.replace('<target state="new"/>', target, 1).encode()


def read(data: bytes, name: str = "C25-es.xlf") -> tuple[Returned, tuple[Finding, ...]]:
    """What a file returns, read in this process: what is confined is tested below."""
    return xliff_in(sent(data, name), UNITS)


def first(data: bytes) -> ReturnedUnit:
    """The first unit of a file about which there is nothing to say."""
    returned, findings = read(data)
    assert findings == ()
    return returned.units[0]


def refused(data: bytes) -> Finding:
    """The one finding for a file of which nothing is taken."""
    returned, (finding,) = read_returned(sent(data), UNITS)
    assert returned.units == ()
    assert (finding.rule, finding.severity) == ("translation-unreadable", "error")
    assert finding.location.file == "C25-es.xlf"
    return finding


@settings(max_examples=60)
@given(WORDED, SOURCES)
def test_every_translation_comes_back_to_the_letter(source: str, target: str) -> None:
    """With the codes of its source; what it has beyond them is told."""
    known = unit("itu-t:a", source, target)
    returned, findings = xliff_in(sent(xliff_of(job(known))), by_id(known))
    assert findings == ()
    (found,) = returned.units
    assert (found.id, found.source) == (known.id, known.source)
    if not found.problem:
        assert parse_text(found.target or "") == parse_text(target)


def test_the_file_says_what_it_is_of() -> None:
    """Session, languages without their countries, and each unit at its line."""
    returned, findings = read_returned(sent(with_target("Palabras")), UNITS)
    assert findings == ()
    assert (returned.session, returned.source_language, returned.language) == ("C25", "en", "es")
    assert [one.id for one in returned.units] == ["itu-t:one", "itu-t:two"]
    line = FILE[: FILE.index('id="itu-t:two"')].count("\n") + 1
    assert returned.units[1].place.line == line


def test_a_unit_that_nobody_translated_has_no_target() -> None:
    """An empty target, spaces alone, or none at all."""
    for target in ('<target state="new"/>', "<target> \n </target>", ""):
        data = FILE.replace('<target state="new"/>', target)
        assert [one.target for one in read(data.encode())[0].units] == [None, None]


def test_codes_may_be_put_in_another_order() -> None:
    """Which of them is which is known by their ids."""
    inside = '<g id="3">Normas</g>: <g id="1"><x id="2"/></g>'
    found = first(with_target(inside))
    assert found.target == "[Normas](https://example.org): **[[key-1]]**"
    assert found.problem is None


LINK = '<g id="3">b</g>'


@pytest.mark.parametrize(
    ("inside", "problem"),
    [
        (f"a {LINK}", "it lacks protected numbers of its source: [[key-1]]"),
        (
            f'<x id="2"/><x id="2"/>{LINK}',
            "it has protected numbers more often than its source: [[key-1]]",
        ),
        ('<x id="2"/> a', "it lacks links of its source: https://example.org"),
        (f'<x id="2"/>{LINK}<x id="9"/>', "it has marks that its source does not have: {9}"),
        (
            "a",
            "it lacks protected numbers of its source: [[key-1]]; "
            "it lacks links of its source: https://example.org",
        ),
    ],
)
def test_what_became_of_protected_parts_is_told(inside: str, problem: str) -> None:
    """Lost, doubled, or not of this source: a person reads which."""
    assert first(with_target(inside)).problem == problem


def test_a_look_may_be_left_out() -> None:
    """Chinese has no italics, and what is bold in one language need not be in another."""
    assert first(with_target(f'<x id="2"/> {LINK}')).problem is None


def test_a_source_that_has_changed_since_comes_back_as_it_was() -> None:
    """Of its protected parts nothing is said: they may be those of the former source."""
    data = with_target("a", FILE.replace(">standards<", ">rules<"))
    found = first(data)
    assert found.source == "Of **[[key-1]]** [rules](https://example.org)"
    assert found.problem is None


def test_a_source_with_a_code_that_ours_does_not_have_is_another() -> None:
    """It is not taken for ours, though its words are the same."""
    data = with_target("a", FILE.replace("</source>", '<x id="9"/></source>', 1))
    assert first(data).source != ONE.source


def test_a_unit_that_is_not_known_is_returned_all_the_same() -> None:
    """Others judge it."""
    returned, _ = read(with_target("a <g id='1' ctype='bold'>b</g>").replace(b":one", b":none"))
    assert (returned.units[0].id, returned.units[0].target) == ("itu-t:none", "a **b**")


def test_a_file_without_a_unit_of_ours_is_refused() -> None:
    """Such as the file that Trados works with, which has ids of its own."""
    data = FILE.replace("itu-t:one", "5f1c").replace("itu-t:two", "9a0b").encode()
    found = refused(data)
    assert found.message == "none of the texts in the file is one of this session"
    assert len(read_returned(sent(data), {})[0].units) == 2


def test_what_we_have_already_comes_back_as_we_have_it() -> None:
    """However it is written there, so that it is seen that nothing is new."""
    known = unit("itu-t:a", r"A\!", "Esto \\* es **así**\n todavía")
    returned, _ = xliff_in(sent(xliff_of(job(known))), by_id(known))
    assert (returned.units[0].source, returned.units[0].target) == (known.source, known.text)


def test_a_unit_without_a_source_is_of_another_source() -> None:
    """It cannot be known what it was translated from."""
    data = re.sub("<source>.*?</source>", "", with_target("a").decode(), count=1)
    assert first(data.encode()).source == ""


def test_a_unit_that_stands_twice_is_returned_twice() -> None:
    """Which one is meant is not for the reader to say."""
    data = FILE.replace("itu-t:two", "itu-t:one").encode()
    assert [one.id for one in read(data)[0].units] == ["itu-t:one", "itu-t:one"]


@pytest.mark.parametrize(
    ("unit_more", "state", "more", "inside"),
    [
        ("", "translated", ' state-qualifier="mt-suggestion"', ""),
        ("", "needs-review-translation", ' state-qualifier="leveraged-mt"', ""),
        (' xmlns:m="urn:phrase" m:trans-origin="mt" m:confirmed="0"', "new", "", ""),
        (
            "",
            "new",
            "",
            '<s:seg-defs xmlns:s="urn:sdl"><s:seg id="1" origin="nmt" conf="Draft"/></s:seg-defs>',
        ),
    ],
)
def test_what_a_machine_translated_is_known(
    unit_more: str, state: str, more: str, inside: str
) -> None:
    """As long as no person has confirmed it; Phrase and Trados say so in their own ways."""
    data = with_target("Palabras", state=state, more=more).decode()
    data = data.replace('id="itu-t:one"', f'id="itu-t:one"{unit_more}', 1)
    data = data.replace("</target>", f"</target>{inside}", 1)
    assert first(data.encode()).machine
    confirmed = data.replace('approved="no"', 'approved="yes"', 1)
    assert not first(confirmed.encode()).machine


def test_a_segment_of_trados_that_was_confirmed_is_a_persons() -> None:
    """Wherever its words came from."""
    seg = '<s:seg xmlns:s="urn:sdl" id="1" origin="mt" conf="Translated"/>'
    data = with_target("Palabras").replace(b"</target>", f"</target>{seg}".encode(), 1)
    assert not first(data).machine


def test_what_a_translator_notes_is_passed_on() -> None:
    """It is for the secretariat, and not lost in silence."""
    note = '<note from="Ann">Is this right?</note>'
    _, (finding,) = read(FILE.replace("</trans-unit>", f"{note}</trans-unit>", 1).encode())
    assert (finding.rule, finding.severity) == ("comment-carried", "note")
    assert finding.message == "a comment by Ann says: “Is this right?”"
    assert finding.location.line


@pytest.mark.parametrize("character", ["\u202e", "\u2028", "\x85"])
def test_what_cannot_be_printed_is_an_error(character: str) -> None:
    """No file that we read may hold it, so none that we keep may."""
    _, (finding,) = read_returned(sent(with_target(f'a{character}b <x id="2"/> {LINK}')), UNITS)
    assert (finding.rule, finding.severity) == ("character-forbidden", "error")
    assert finding.location.line


def test_a_thousand_notes_are_not_all_shown() -> None:
    """The first of them, and how many more there are."""
    notes = "".join(f"<note>{number}</note>" for number in range(1000))
    data = FILE.replace("</trans-unit>", f"{notes}</trans-unit>", 1).encode()
    _, findings = read_returned(sent(data), UNITS)
    assert len(findings) == 21
    assert "980 more" in findings[-1].message


def test_other_forms_of_the_file_are_read() -> None:
    """UTF-16, a mark at the beginning, no namespace, an older one, segments, other endings."""
    data = with_target(f'Uno <x id="2"/> {LINK}.').decode()
    plain = first(data.encode())
    assert plain.target == "Uno [[key-1]] [b](https://example.org)."
    seg = '<mrk mtype="seg" mid="1">'
    others = (
        data.encode("utf-8-sig"),
        data.replace("'UTF-8'", "'UTF-16'").encode("utf-16"),
        data.replace(f' xmlns="{NAMESPACE}"', "").encode(),
        data.replace(NAMESPACE, NAMESPACE.replace("1.2", "1.1")).encode(),
        data.replace("\n", "\r\n").encode(),
        data.replace(">Uno", f">{seg}Uno").replace(".</target>", ".</mrk></target>").encode(),
        data.replace("</source>", f"</source><seg-source>{seg}Of</mrk></seg-source>").encode(),
    )
    for other in others:
        found = first(other)
        assert (found.target, found.source) == (plain.target, plain.source)


@pytest.mark.parametrize(
    "words",
    ["<![CDATA[R&D <1>]]>", "R&amp;D<!-- why --> &lt;1>", "R<?tool on?>&amp;D &#60;1&#62;"],
    ids=["CDATA", "a comment", "an instruction"],
)
def test_words_may_be_written_in_every_way_of_xml(words: str) -> None:
    """What is no word of the translation leaves no trace in it."""
    found = first(with_target(f'{words} <x id="2"/> {LINK}'))
    assert found.target == "R&D <1> [[key-1]] [b](https://example.org)"


@pytest.mark.parametrize("tag", ["es", "es-419", "ES_es"])
def test_a_language_may_be_named_with_another_country_or_none(tag: str) -> None:
    """Tools write the variant that they are set up for."""
    assert read(FILE.replace('"es-ES"', f'"{tag}"').encode())[0].language == "es"


def test_a_file_without_its_languages_names_none() -> None:
    """What is not there is not guessed from the words."""
    returned, _ = read(re.sub(r' (source|target)-language="[^"]*"', "", FILE).encode())
    assert (returned.source_language, returned.language) == (None, None)


def test_space_that_a_tool_has_laid_out_means_nothing() -> None:
    """OmegaT and others may begin a line within a text; a non-breaking space stays."""
    inside = f'\n   Uno\u00a0dos\n   <x id="2"/>\n   {LINK}\n  '
    assert first(with_target(inside)).target == "Uno\u00a0dos [[key-1]] [b](https://example.org)"


def test_files_into_several_languages_are_refused() -> None:
    """Which of them is meant cannot be known."""
    second = FILE[FILE.index("<file") : FILE.index("</xliff>")].replace("es-ES", "fr-FR")
    data = FILE.replace("</xliff>", f"{second}</xliff>")
    returned, (finding,) = read(data.encode())
    assert (returned.language, finding.severity) == (None, "error")
    assert "es, fr" in finding.message


LAUGHS = "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 10))
DOCTYPES = [
    f"<!DOCTYPE xliff [<!ENTITY a0 'ha'>{LAUGHS}]>",
    '<!DOCTYPE xliff [<!ENTITY leak SYSTEM "file:///etc/passwd">]>',
    '<!DOCTYPE xliff SYSTEM "http://192.0.2.1/xliff.dtd">',
]


@pytest.mark.parametrize("doctype", DOCTYPES)
@pytest.mark.parametrize("coded", ["utf-8", "utf-16"])
def test_a_document_type_is_refused(doctype: str, coded: str) -> None:
    """No entity is put in, and nothing is fetched."""
    data = re.sub(r"^.*?\?>", "", FILE, count=1)
    found = refused(f"{doctype}{data.replace('Plain', '&leak;&a9;')}".encode(coded))
    assert "words of its own" in found.message


@pytest.mark.parametrize("end", [1, 60, 300, len(FILE) // 2, len(FILE) - 3])
def test_a_file_that_is_cut_short_is_refused_whole(end: int) -> None:
    """Nothing of it is taken."""
    refused(FILE.encode()[:end])


def deep() -> bytes:
    """A target with thousands of codes within each other."""
    return with_target("<g id='1'>" * 9999 + "</g>" * 9999)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"just words", "neither"),
        (b"%PDF-1.7", "neither"),
        (b"<html><body/></html>", "neither"),
        (b"\xef\xbb\xbf\xff", "neither"),
        (deep(), "damaged"),
        (FILE.replace("Plain", "\x01").encode(), "damaged"),
        (FILE.replace("1.2", "2.0").encode(), "XLIFF 2.0"),
        (b'<xliff xmlns="urn:oasis:names:tc:xliff:document:2.1" version="2.1"/>', "XLIFF 2.1"),
        (f"{HEAD} target-language='es'><body/></file></xliff>".encode(), "no text"),
    ],
    ids=["text", "PDF", "page", "no text", "deep", "controls", "2.0", "2.1", "no unit"],
)
def test_what_is_not_such_a_file_is_refused(data: bytes, words: str) -> None:
    """The finding says what it is, and what to send instead."""
    assert words in refused(data).message


@pytest.mark.parametrize(
    ("data", "rule"),
    [(b" \n", "file-empty"), (b"<xliff>" + b" " * (50 << 20), "file-too-large")],
    ids=["empty", "large"],
)
def test_a_file_of_no_size_is_refused(data: bytes, rule: str) -> None:
    """Neither an empty file nor one of 50 MB is opened."""
    returned, (finding,) = read_returned(sent(data), UNITS)
    assert (returned.units, finding.rule, finding.severity) == ((), rule, "error")
    assert len(data) < 3 or len(data) > LARGEST


def test_a_file_of_ten_thousand_units_is_read(tmp_path: Path) -> None:
    """A tool may return everything, more than is read of a contribution."""
    units = [
        unit(f"itu-t:a{n}", f"Words {n} [[key-1]]", f"Vocablos {n} [[key-1]]")
        for n in range(10_000)
    ]
    path = tmp_path / "C25-es.xlf"
    path.write_bytes(xliff_of(job(*units)))
    source = take_copy(path, LARGEST)
    assert isinstance(source, SourceFile)
    returned, findings = read_returned(source, by_id(*units))
    assert findings == ()
    assert [one.target for one in returned.units] == [one.text for one in units]
