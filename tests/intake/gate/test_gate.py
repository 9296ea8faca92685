"""The gate: what it lets pass, what it refuses, and what it says."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from council_report.intake.gate import check_package, is_container, kind_of
from council_report.intake.gate.container import BombError, Budget, Container
from council_report.model.finding import Finding
from council_report.model.source import SourceFile
from tests.intake.hostile import (
    BY_RULE,
    LARGE,
    TO_READERS,
    field,
    holding,
    instruction,
    wide,
    word_field,
)
from tests.intake.packages import (
    EXCEL,
    WORD,
    excel,
    excel_parts,
    odf_parts,
    ods,
    odt,
    packed,
    relation,
    word,
    word_parts,
)

ENDINGS = (".docx", ".xlsx", ".odt", ".ods", ".md", ".csv", ".yaml", ".json", ".pdf", "")

REFUSED = [
    pytest.param(rule, name, build, id=f"{rule}-{name.encode('ascii', 'replace').decode()}")
    for rule, some in BY_RULE.items()
    for name, build in some.items()
    if some is not LARGE  # Their size is seen before they come to the gate.
]


def source(name: str, data: bytes) -> SourceFile:
    """A file that somebody sent."""
    return SourceFile(name=name, data=data, digest="d")


def judged(name: str, data: bytes) -> tuple[Finding, ...]:
    """What the gate says of a file."""
    kind = kind_of(source(name, data))
    if isinstance(kind, Finding):
        return (kind,)
    return check_package(source(name, data), kind) if is_container(data) else ()


@pytest.mark.parametrize(("rule", "name", "build"), REFUSED)
def test_a_hostile_file_is_refused(rule: str, name: str, build: Callable[[], bytes]) -> None:
    """It is refused by one rule alone, as an error, with words for what it is and what to do."""
    findings = judged(name, build())
    assert {finding.rule for finding in findings} == {rule}
    for finding in findings:
        assert finding.severity == "error"
        assert finding.location.file == name
        assert len(finding.message) < 300
        assert str(finding.remedy).endswith(".")


def test_there_are_enough_of_them() -> None:
    """The files that are refused are many, and of many kinds."""
    assert len(REFUSED) >= 120


@pytest.mark.parametrize(
    ("name", "build"), [(name, build) for name, build in TO_READERS.items() if name[0] != "n"]
)
def test_what_is_only_odd_passes(name: str, build: Callable[[], bytes]) -> None:
    """A file that is no danger to any program is for the readers to judge."""
    assert judged(name, build()) == ()


@pytest.mark.parametrize(
    ("kind", "data"), [("docx", word()), ("xlsx", excel()), ("odt", odt()), ("ods", ods())]
)
def test_the_content_tells_what_a_file_is(kind: str, data: bytes) -> None:
    """Whatever the ending of its name, a file is what it holds."""
    for ending in ENDINGS:
        assert kind_of(source(f"report{ending}", data)) == kind
        assert judged(f"report{ending}", data) == ()


@pytest.mark.parametrize(
    ("name", "kind"),
    [("a.md", "md"), ("a.csv", "csv"), ("A.YML", "yaml"), ("a.yaml", "yaml"), ("a.json", "yaml")],
)
def test_texts_are_told_apart_by_their_ending(name: str, kind: str) -> None:
    """Texts all look alike, so their names decide."""
    assert kind_of(source(name, b"a: text\n")) == kind


@pytest.mark.parametrize(
    "words", ["PAGE", "REF _Ref1 \\h", 'TOC \\o "1-3"', 'HYPERLINK "https://example.org"', "SEQ a"]
)
def test_ordinary_fields_pass(words: str) -> None:
    """A field that only counts, refers or links is nothing to worry about."""
    assert judged("a.docx", word_field(field(instruction(f" {words} ")))) == ()
    assert judged("a.docx", word(f"<w:p><w:fldSimple w:instr='{words}'/></w:p>")) == ()


def test_the_name_of_a_field_in_its_result_is_only_a_word() -> None:
    """A result that reads like a field is text, unless another field is made of it."""
    data = word_field(field(instruction("REF a"), result="DDEAUTO cmd"))
    assert judged("a.docx", data) == ()


@pytest.mark.parametrize(
    "words",
    [
        "SUM(A1:A9)",
        "Table1[Amount]",
        "Table1[1]",
        "SUM(Table1[[#This Row],[a]])",
        '"a|b"&amp;"WEBSERVICE("',
        "'a|b'!A1",
        "'[draft]'!A1",
        "SUM(Table1[[2024]:[2025]])",
        "Table1[[#This Row],[2025]]",
        "SUM({1,2;3,4})",
        "'My sheet'!A1#",
        "MYCALL(1)",
    ],
)
def test_ordinary_formulas_pass(words: str) -> None:
    """A formula that stays in its workbook is nothing to worry about."""
    assert judged("a.xlsx", excel(f'<c r="A1"><f>{words}</f></c>')) == ()


@pytest.mark.parametrize("words", ["of:=SUM({1;2|3;4})", "ooow:mean 1|2", "of:=$'My sheet'.A1"])
def test_ordinary_formulas_of_open_document_pass(words: str) -> None:
    """A bar that separates values there calls no program."""
    assert judged("a.ods", ods(f'<table:table-cell table:formula="{words}"/>')) == ()


@pytest.mark.parametrize(
    "target", ["https://example.org/a?b=1", "HTTP://example.org", "mailto:a@example.org", "#top"]
)
def test_links_to_the_web_and_to_mailboxes_pass(target: str) -> None:
    """A link that a person may follow is part of a text."""
    link = relation("hyperlink", target, external=True)
    assert judged("a.docx", word("<w:p/>", link)) == ()
    assert judged("a.xlsx", excel("", link)) == ()
    assert judged("a.odt", odt(f"<text:p><text:a xlink:href='{target}'/></text:p>")) == ()


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        (
            "word/charts/chart1.xml",
            "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
        ),
        ("word/stylesWithEffects.xml", "application/vnd.ms-word.stylesWithEffects+xml"),
        ("word/printerSettings1.bin", f"{WORD}.printerSettings"),
        ("word/media/image1.emf", "image/x-emf"),
        (
            "docProps/custom.xml",
            "application/vnd.openxmlformats-officedocument.custom-properties+xml",
        ),
        ("docMetadata/LabelInfo.xml", "application/vnd.ms-office.classificationlabels+xml"),
        ("customXml/item1.xml", "application/xml"),
        ("word/glossary/document.xml", f"{WORD}.document.glossary+xml"),
        (
            "word/fonts/font1.odttf",
            "application/vnd.openxmlformats-officedocument.obfuscatedFont",
        ),
        ("word/media/image1.svg", "image/svg+xml"),
        ("word/documenttasks/documenttasks1.xml", "application/vnd.ms-office.documenttasks+xml"),
        (
            "_xmlsignatures/sig1.xml",
            "application/vnd.openxmlformats-package.digital-signature-xmlsignature+xml",
        ),
        ("[trash]/0000.dat", ""),
    ],
)
def test_what_office_programs_put_beside_the_text_passes(name: str, kind: str) -> None:
    """Charts, pictures, printers, properties: no reader opens them, nobody could take them out."""
    assert judged("a.docx", holding(name, kind)) == ()


def test_what_excel_puts_beside_the_tables_passes() -> None:
    """Pivot tables, slicers, threaded comments and drawings that are no whole XML are ordinary."""
    kinds = {
        "/xl/ctrlProps/ctrlProp1.xml": "application/vnd.ms-excel.controlproperties+xml",
        "/xl/slicers/slicer1.xml": "application/vnd.ms-excel.slicer+xml",
        "/xl/richData/richStyles.xml": "application/vnd.ms-excel.richstyles+xml",
        "/xl/namedSheetViews/view1.xml": "application/vnd.ms-excel.namedsheetviews+xml",
        "/xl/pivotCache/pivotCacheRecords1.xml": f"{EXCEL}.pivotCacheRecords+xml",
        "/xl/threadedComments/t1.xml": "application/vnd.ms-excel.threadedcomments+xml",
        "/xl/drawings/vmlDrawing1.vml": "application/vnd.openxmlformats-officedocument.vmlDrawing",
    }
    parts = {name.lstrip("/"): "<a><br></a>" if "vml" in name else "<a/>" for name in kinds}
    assert judged("a.xlsx", packed(excel_parts(more_types=kinds) | parts)) == ()


def test_what_other_programs_put_into_an_open_document_passes() -> None:
    """Word keeps the pictures of an .odt in another folder, and pandoc its equations."""
    equation = {"Formula-1/": "application/vnd.oasis.opendocument.formula"}
    more = {"media/image1.png": b"", "Formula-1/content.xml": "<a/>"}
    assert judged("a.odt", packed(odf_parts(entries=equation) | more)) == ()


def test_a_file_that_counts_in_eight_bytes_passes() -> None:
    """Programs on servers write the long form of the end even for small files."""
    assert judged("a.xlsx", wide(excel())) == ()


def test_a_broken_drawing_is_nothing_to_worry_about() -> None:
    """No reader opens a picture, so that it need not be well formed."""
    assert judged("a.docx", holding("word/media/a.svg", "image/svg+xml", b"<svg><g></svg>")) == ()


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("film.mov", "film"),
        ("phone.heic", "picture"),
        ("shortcut.url", "shortcut"),
        ("excel-2003.xls", "Excel"),
        ("exported.doc", "Word"),
        ("old.pages", "Pages"),
        ("noise.csv", "not what its ending '.csv' says"),
        ("noise.docx", "not what its ending '.docx' says"),
        ("password-large.docx", "password"),
        ("password-whole.odt", "password"),
    ],
)
def test_the_message_says_what_a_file_is(name: str, words: str) -> None:
    """Whoever sent something else is told what it is, in words of their own."""
    build = next(some[name] for some in BY_RULE.values() if name in some)
    (finding,) = judged(name, build())
    assert words in finding.message


def test_folders_in_a_container_pass() -> None:
    """Some programs list the folders of a file as entries of their own."""
    assert judged("a.docx", packed({"word/": b"", **word_parts()})) == ()


def test_a_chart_in_a_spreadsheet_passes() -> None:
    """A drawn object holds no text of its own; a template that is only mentioned is not opened."""
    parts = odf_parts(
        "<draw:object xlink:href='./Object 1'/><draw:image xlink:href='Pictures/a.png'/>",
        "spreadsheet",
        {"Object 1/": "application/vnd.oasis.opendocument.chart"},
    )
    meta = (
        "<m:template xmlns:m='urn:m' xmlns:xlink='http://www.w3.org/1999/xlink' xlink:href='/a'/>"
    )
    more = {"Object 1/content.xml": "<a/>", "meta.xml": meta, "Pictures/a.png": b""}
    assert judged("a.ods", packed(parts | more)) == ()


def test_all_that_is_wrong_is_said_at_once() -> None:
    """A contact who mends one thing is not sent back for the next; each is said once."""
    parts = word_parts(
        f"<w:p>{field(instruction('DDE a b'))}</w:p>" * 3,
        more_types={"/word/vbaProject.bin": "application/vnd.ms-office.vbaProject"},
        links=(
            relation("image", "http://192.0.2.1/a.png", external=True),
            relation("hyperlink", "file:///a", external=True),
        ),
    )
    findings = judged("a.docx", packed(parts | {"word/vbaProject.bin": b"", "word/a.xml": "<a>"}))
    assert sorted(finding.rule for finding in findings) == [
        "file-active",
        "file-active",
        "file-damaged",
        "file-external",
        "file-external",
    ]


def test_what_is_quoted_can_be_read() -> None:
    """A name or an address of a hostile file is cut short, without characters that mislead."""
    address = "file:///\u202e" + "a" * 1000
    (finding,) = judged("a.docx", word("", relation("hyperlink", address, external=True)))
    assert "\u202e" not in finding.message
    assert len(finding.message) < 200


def test_unpacking_ends_when_the_budget_is_spent() -> None:
    """However well each part is made, together they may not unpack to more than a file holds."""
    container = Container(packed({f"{n}.png": bytes(range(256)) * 4 for n in range(20)}))
    container.budget = Budget(left=10_000)
    with pytest.raises(BombError):
        for name in container.by_name:
            container.read(name)


@given(data=st.binary(max_size=300), ending=st.sampled_from(ENDINGS))
@settings(max_examples=400)
def test_any_bytes_are_judged(data: bytes, ending: str) -> None:
    """Whatever the bytes and the name, the gate says something or lets them pass."""
    judged(f"a{ending}", data)
    judged(f"a{ending}", b"PK\x03\x04" + data)


@given(
    data=st.sampled_from([word(), excel(), odt(), ods()]),
    changes=st.lists(st.tuples(st.integers(0, 5000), st.binary(max_size=4)), max_size=6),
)
@settings(max_examples=600)
def test_any_damage_is_judged(data: bytes, changes: list[tuple[int, bytes]]) -> None:
    """Whatever is changed in a good file, the gate says something or lets it pass."""
    for place, piece in changes:
        place %= len(data)
        data = data[:place] + piece + data[place + len(piece) :]
    judged("a.docx", data)
