"""A contributor's file as a contribution, whole or set aside."""

import json
import socket
import time
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from council_report.intake.contributions import read_contribution
from council_report.intake.notes import AT_MOST
from council_report.model.location import Location
from council_report.model.source import SourceFile
from tests.intake.hostile import BY_RULE, HOSTILE, bomb, field, formula, instruction, word_field
from tests.intake.packages import odf_parts, odt, packed, relation, word, word_body, word_parts

GOOD = """\
statistics:
  - {key: projects, value: 1.10, unit: {en: projects}, source: survey}
entries:
  - id: summit
    section: standards
    text:
      en: Text of [[projects]].
  - id: training
    section: capacity-building
    kind: bullet
    text: {en: More text., fr: Encore du texte.}
"""


def source(
    text: str, name: str = "standards.yaml", contributor: str | None = "itu-t"
) -> SourceFile:
    """A file that a contributor sent."""
    name = f"inputs/C25/itu-t/{name}"
    return SourceFile(name=name, data=text.encode(), digest="d" * 64, contributor=contributor)


def test_a_good_file_is_a_contribution() -> None:
    """A file without a mistake delivers its entries and statistics, in its order."""
    contribution = read_contribution(source(GOOD))
    assert contribution.contributor == "itu-t"
    assert contribution.file == "inputs/C25/itu-t/standards.yaml"
    assert contribution.digest == "d" * 64
    assert [entry.id for entry in contribution.entries] == ["summit", "training"]
    assert contribution.statistics[0].value == Decimal("1.10")
    assert contribution.findings == ()
    assert not contribution.set_aside


def test_its_values_can_be_located() -> None:
    """Whoever judges an entry later can name its line."""
    contribution = read_contribution(source(GOOD))
    assert contribution.locate("entries", 0, "text", "en") == Location(contribution.file, 7)
    assert contribution.locate("entries", 1) == Location(contribution.file, 8)


def test_json_says_the_same_as_yaml() -> None:
    """The same content in a JSON file is the same contribution."""
    entry = {"id": "summit", "section": "standards", "text": {"en": "Text \N{GRINNING FACE}."}}
    contribution = read_contribution(source(json.dumps({"entries": [entry]}), "a.json"))
    assert contribution.findings == ()
    assert contribution.entries[0].text == {"en": "Text \N{GRINNING FACE}."}


@pytest.mark.parametrize("name", ["a.yml", "A.YAML", "b.JSON"])
def test_the_ending_chooses_the_reader(name: str) -> None:
    """A file is read by its ending, in capitals too."""
    contribution = read_contribution(source('{"entries": []}', name))
    assert contribution.findings == ()


@pytest.mark.parametrize(("name", "shown"), [("a.exe", ".exe"), ("a", "no ending")])
def test_another_ending_is_not_read(name: str, shown: str) -> None:
    """A file of a kind that we have no reader for is set aside, and told what is read."""
    contribution = read_contribution(source(GOOD, name))
    assert contribution.set_aside
    assert [finding.rule for finding in contribution.findings] == ["file-format"]
    assert f"'{shown}'" in contribution.findings[0].message
    assert "YAML" in contribution.findings[0].remedy
    assert contribution.entries == ()


def test_a_text_that_is_called_a_word_file_is_not_read() -> None:
    """A file whose ending promises something else is told apart from one of an unknown kind."""
    (finding,) = read_contribution(source(GOOD, "a.docx")).findings
    assert (finding.rule, "'.docx'" in finding.message) == ("file-format", True)


def test_a_file_with_a_mistake_is_set_aside_whole() -> None:
    """One mistake in one entry keeps every entry of the file out."""
    contribution = read_contribution(source(GOOD.replace("kind: bullet", "kind: bulet")))
    assert contribution.set_aside
    assert contribution.entries == ()
    assert contribution.statistics == ()
    assert [finding.location.line for finding in contribution.findings] == [10]


def test_a_file_set_aside_still_claims_its_sections() -> None:
    """The sections that a broken file writes to are known, each once, in its order."""
    broken = (
        GOOD
        + "  - {id: third, section: standards, txt: {en: Text.}}\n  - words\n  - section: [a]\n"
    )
    contribution = read_contribution(source(broken))
    assert contribution.set_aside
    assert contribution.claims == ("standards", "capacity-building")


@pytest.mark.parametrize("text", ["entries: words", "words", "entries: [", "", "- section: a"])
def test_a_file_that_names_no_section_claims_none(text: str) -> None:
    """Where no entry can be read, no section is claimed."""
    contribution = read_contribution(source(text))
    assert contribution.set_aside
    assert contribution.claims == ()


def test_a_file_without_entries_delivers_none() -> None:
    """A file may define statistics only."""
    contribution = read_contribution(source(GOOD[: GOOD.index("entries")]))
    assert (len(contribution.statistics), contribution.entries) == (1, ())
    assert not contribution.set_aside


def test_a_file_by_itself_is_nobodys() -> None:
    """A file that is read outside every contributor's folder can be read all the same."""
    contribution = read_contribution(source(GOOD, contributor=None))
    assert contribution.contributor == "nobody"
    assert len(contribution.entries) == 2


def sent(name: str, data: bytes) -> SourceFile:
    """A file that a contributor sent, whatever is in it."""
    name = f"inputs/C25/itu-t/{name}"
    return SourceFile(name=name, data=data, digest="d" * 64, contributor="itu-t")


@pytest.mark.parametrize(
    ("name", "build"),
    [
        pytest.param(name, build, id=name.encode("ascii", "replace").decode())
        for name, build in HOSTILE.items()
    ],
)
def test_a_hostile_file_has_an_answer_soon(name: str, build: Callable[[], bytes]) -> None:
    """Within ten seconds a file is read, or there is a finding that a contact can act on."""
    file = sent(name, build())
    start = time.monotonic()
    contribution = read_contribution(file)
    assert time.monotonic() - start < 10
    assert contribution.file == file.name
    assert contribution.contributor == "itu-t"
    assert contribution.entries or contribution.findings
    for finding in contribution.findings:
        assert finding.rule != "file-crash"
        assert "Traceback" not in finding.message
        assert len(finding.remedy) > 10


@pytest.mark.parametrize("rule", BY_RULE)
def test_a_refused_file_is_set_aside_whole(rule: str) -> None:
    """The rule of the gate is the finding; nothing of the file is taken, no section claimed."""
    name, build = next(iter(BY_RULE[rule].items()))
    contribution = read_contribution(sent(name, build()))
    assert {finding.rule for finding in contribution.findings} == {rule}
    assert contribution.set_aside
    assert (contribution.entries, contribution.claims) == ((), ())
    assert contribution.digest == "d" * 64


ELSEWHERE = "4e1f, which stands in another file"


def reaching(address: str) -> dict[str, bytes]:
    """Files that would fetch an address, each in another way."""
    declared = f'<!DOCTYPE a [<!ENTITY b SYSTEM "{address}">]>'
    return {
        "entity.docx": packed(word_parts() | {"word/document.xml": declared + word_body("&b;")}),
        "entity.odt": packed(odf_parts() | {"content.xml": f"{declared}<a>&b;</a>"}),
        "picture.docx": word("<w:p/>", relation("image", address, external=True)),
        "picture-within.docx": word("<w:p/>", relation("image", address)),
        "template.docx": word("<w:p/>", relation("attachedTemplate", address, external=True)),
        "part.docx": word("<w:p/>", relation("footnotes", address)),
        "field.docx": word_field(field(instruction(f'INCLUDETEXT "{address}"'))),
        "picture.odt": odt(f"<draw:image xlink:href='{address}'/>"),
        "service.xlsx": formula(f'_xlfn.WEBSERVICE("{address}")'),
        "picture.md": f"# Standards\n\n![a]({address})\n".encode(),
        "include.md": f"# Standards\n\n.. include:: {address}\n".encode(),
        "formula.csv": f'section,text\nstandards,"=WEBSERVICE(""{address}"")"\n'.encode(),
        "tag.yaml": f"entries: !include {address}\n".encode(),
    }


def test_no_file_reaches_another_file_or_the_network(tmp_path: Path) -> None:
    """Whatever a file asks for, nobody is called, and no words of another file come in."""
    secret = tmp_path / "secret.txt"
    secret.write_text(ELSEWHERE)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        for address in (f"http://127.0.0.1:{listener.getsockname()[1]}/a", secret.as_uri()):
            for name, data in reaching(address).items():
                contribution = read_contribution(sent(name, data))
                assert ELSEWHERE not in contribution.model_dump_json()
                assert contribution.findings
        listener.settimeout(0.1)
        with pytest.raises(TimeoutError):
            listener.accept()


def test_what_is_wrong_many_times_is_not_said_many_times() -> None:
    """A page saved from the web has hundreds of pictures that are elsewhere; some are named."""
    links = (relation("image", f"http://192.0.2.1/{n}.png", external=True) for n in range(200))
    findings = read_contribution(sent("a.docx", word("<w:p/>", *links))).findings
    assert len(findings) == AT_MOST + 1
    assert "180 more" in findings[-1].message


def test_a_large_text_has_no_pictures_to_make_smaller() -> None:
    """The remedy for a file that is too large fits its kind."""
    (text,) = read_contribution(sent("a.md", b"text " * 250_000)).findings
    (office,) = read_contribution(sent("a.docx", b"PK\x03\x04" + bytes(33 << 20))).findings
    assert "picture" not in text.remedy
    assert "picture" in office.remedy


def test_a_bomb_is_told_even_where_its_size_lies() -> None:
    """What unpacks to far more than it should is refused long before it is unpacked."""
    start = time.monotonic()
    (finding,) = read_contribution(sent("a.docx", bomb(megabytes=200))).findings
    assert finding.rule == "file-packed"
    assert time.monotonic() - start < 5


@given(data=st.binary(max_size=200), ending=st.sampled_from([".docx", ".md", ".csv", ".yaml"]))
@settings(max_examples=40)
def test_any_bytes_are_accepted_or_found_at_fault(data: bytes, ending: str) -> None:
    """Whatever the bytes, there is a contribution, or a finding that is no crash."""
    contribution = read_contribution(sent(f"a{ending}", data))
    assert "file-crash" not in {finding.rule for finding in contribution.findings}
    assert contribution.entries or contribution.statistics or contribution.findings


@given(place=st.integers(0, 5000), piece=st.binary(min_size=1, max_size=4))
@settings(max_examples=40)
def test_any_damage_is_accepted_or_found_at_fault(place: int, piece: bytes) -> None:
    """Whatever is changed in a good Word file, there is a contribution or a finding."""
    data = word()
    place %= len(data)
    data = data[:place] + piece + data[place + len(piece) :]
    contribution = read_contribution(sent("a.docx", data))
    assert "file-crash" not in {finding.rule for finding in contribution.findings}
