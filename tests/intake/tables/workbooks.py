"""Small workbooks, made where they are needed: by openpyxl, and changed in their XML."""

import re
from collections.abc import Callable, Iterable, Mapping
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook

from council_report.intake.tables import read_table
from council_report.model.contribution import Contribution
from council_report.model.finding import Finding
from council_report.model.guide import Guide, Heading
from council_report.model.source import SourceFile

GUIDE = Guide(
    headings=(
        Heading(section="studies", names={"en": "Studies", "fr": "Études"}),
        Heading(section="annexes", names={"en": "Annexes", "fr": "Annexes"}),
        Heading(section="cooperation", names={"en": "Cooperation", "fr": "Coopération"}),
    ),
    fields={"rubrique": "section", "texte": "text", "statut": "status", "clé": "key"},
    statuses={"en cours": "under way", "terminé": "done"},
    kinds={"puce": "bullet"},
    furniture=frozenset({"Instructions", "One row per entry."}),
)

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

HEADER = ("Id", "Section", "Kind", "Text", "Status", "Dates", "Mandates", "Table")

Rows = Iterable[Iterable[Any]]


def workbook(sheets: Mapping[str, Rows], change: Callable[[Workbook], None] | None = None) -> bytes:
    """A workbook of these sheets, after a last change to it."""
    book = Workbook()
    book.remove(book["Sheet"])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    if change:
        change(book)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def entries(*rows: Iterable[Any], change: Callable[[Workbook], None] | None = None) -> bytes:
    """A workbook with one sheet, of these rows under a header."""
    return workbook({"Entries": [HEADER, *rows]}, change)


def changed(data: bytes, part: str, change: Callable[[str], str]) -> bytes:
    """A zip file with the text of one part changed."""
    stream = BytesIO()
    with ZipFile(BytesIO(data)) as before, ZipFile(stream, "w", ZIP_DEFLATED) as after:
        for name in before.namelist():
            text = before.read(name)
            after.writestr(name, change(text.decode()).encode() if name == part else text)
    return stream.getvalue()


def with_parts(data: bytes, parts: Mapping[str, str]) -> bytes:
    """A zip file with these parts added, in place of those of the same names."""
    stream = BytesIO()
    with ZipFile(BytesIO(data)) as before, ZipFile(stream, "w", ZIP_DEFLATED) as after:
        for name in before.namelist():
            if name not in parts:
                after.writestr(name, before.read(name))
        for name, text in parts.items():
            after.writestr(name, text)
    return stream.getvalue()


def beside(data: bytes, **parts: tuple[str, str]) -> bytes:
    """A workbook whose first sheet refers to further parts: their kinds, names and texts."""
    relations = "".join(
        f'<Relationship Id="rId9{number}" Type="{RELATIONS}/{kind}" Target="/xl/{name}"/>'
        for number, (kind, (name, _)) in enumerate(parts.items())
    )
    named = {f"xl/{name}": text for name, text in parts.values()}
    listing = f'<Relationships xmlns="{PACKAGE}">{relations}</Relationships>'
    return with_parts(data, {**named, "xl/worksheets/_rels/sheet1.xml.rels": listing})


def shared(data: bytes) -> bytes:
    """A workbook whose texts stand in a part of their own, as Excel writes them."""
    texts: list[str] = []

    def moved(match: re.Match[str]) -> str:
        texts.append(match[1])
        return f't="s"><v>{len(texts) - 1}</v>'

    inline = re.compile(r't="inlineStr"><is>(.*?)</is>', re.DOTALL)
    for number in range(1, 10):
        data = changed(data, f"xl/worksheets/sheet{number}.xml", lambda xml: inline.sub(moved, xml))
    one = f'<Relationship Id="rId99" Type="{RELATIONS}/sharedStrings" Target="sharedStrings.xml"/>'
    data = changed(data, "xl/_rels/workbook.xml.rels", lambda xml: xml.replace("</R", f"{one}</R"))
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    part = f'<Override PartName="/xl/sharedStrings.xml" ContentType="{kind}"/>'
    data = changed(
        data, "[Content_Types].xml", lambda xml: xml.replace("</Types", f"{part}</Types")
    )
    items = "".join(f"<si>{text}</si>" for text in texts)
    return with_parts(data, {"xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">{items}</sst>'})


def read(data: bytes, form: Any = "xlsx", guide: Guide = GUIDE) -> Contribution:
    """The contribution in a file."""
    source = SourceFile(name=f"table.{form}", data=data, digest="", contributor="itu-t")
    return read_table(source, form, guide)


def told(contribution: Contribution) -> dict[str, list[Finding]]:
    """The findings of a contribution by rule."""
    rules: dict[str, list[Finding]] = {}
    for finding in contribution.findings:
        rules.setdefault(finding.rule, []).append(finding)
    return rules
