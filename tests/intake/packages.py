"""Small Word, Excel and OpenDocument files for the tests of the gate, made part by part."""

import io
import zipfile
from collections.abc import Mapping

Parts = Mapping[str, str | bytes]
"""The parts of a file, by name, in their order."""

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
ODF = "urn:oasis:names:tc:opendocument:xmlns"

WORD_MAIN = f"{WORD}.document.main+xml"
EXCEL_MAIN = f"{EXCEL}.sheet.main+xml"

NAMESPACES = " ".join(
    f'xmlns:{name}="{address}"'
    for name, address in {
        "office": f"{ODF}:office:1.0",
        "text": f"{ODF}:text:1.0",
        "table": f"{ODF}:table:1.0",
        "draw": f"{ODF}:drawing:1.0",
        "script": f"{ODF}:script:1.0",
        "xlink": "http://www.w3.org/1999/xlink",
    }.items()
)


def packed(parts: Parts, *, stored: tuple[str, ...] = ("mimetype",)) -> bytes:
    """A zip container of these parts, deflated but for those that are stored."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name)
            entry.compress_type = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            file.writestr(entry, content)
    return stream.getvalue()


def types(main: str, kind: str, more: Mapping[str, str] | None = None) -> str:
    """The list of content types of a package with this main part, and of more parts."""
    overrides = {f"/{main}": kind} | dict(more or {})
    declared = "".join(
        f'<Override PartName="{name}" ContentType="{of}"/>' for name, of in overrides.items()
    )
    return (
        f'<Types xmlns="{PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
        f'relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
        f'<Default Extension="png" ContentType="image/png"/>{declared}</Types>'
    )


def relation(kind: str, target: str, *, external: bool = False, root: str = OFFICE) -> str:
    """One relationship."""
    mode = ' TargetMode="External"' if external else ""
    return f'<Relationship Id="r{len(target)}" Type="{root}/{kind}" Target="{target}"{mode}/>'


def relations(*ones: str) -> str:
    """A part of relationships."""
    return f'<Relationships xmlns="{PACKAGE}/relationships">{"".join(ones)}</Relationships>'


def word_body(body: str) -> str:
    """The main part of a Word text with this body."""
    return f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'


def word_parts(
    body: str = "<w:p><w:r><w:t>Text.</w:t></w:r></w:p>",
    kind: str = WORD_MAIN,
    more_types: Mapping[str, str] | None = None,
    links: tuple[str, ...] = (),
) -> dict[str, str | bytes]:
    """The parts of a Word file: its main part, and whatever it is tied to."""
    return {
        "[Content_Types].xml": types("word/document.xml", kind, more_types),
        "_rels/.rels": relations(relation("officeDocument", "word/document.xml")),
        "word/document.xml": word_body(body),
        "word/_rels/document.xml.rels": relations(*links),
    }


def excel_parts(
    cells: str = '<c r="A1"><v>1</v></c>',
    kind: str = EXCEL_MAIN,
    more_types: Mapping[str, str] | None = None,
    links: tuple[str, ...] = (),
    names: str = "",
) -> dict[str, str | bytes]:
    """The parts of an Excel file with one sheet of one row."""
    sheet = {"/xl/worksheets/sheet1.xml": f"{EXCEL}.worksheet+xml"} | dict(more_types or {})
    return {
        "[Content_Types].xml": types("xl/workbook.xml", kind, sheet),
        "_rels/.rels": relations(relation("officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'<workbook xmlns="{S}" xmlns:r="{OFFICE}"><sheets><sheet name="Entries"'
        f' sheetId="1" r:id="r21"/></sheets>{names}</workbook>',
        "xl/_rels/workbook.xml.rels": relations(
            relation("worksheet", "worksheets/sheet1.xml"), *links
        ),
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{S}"><sheetData><row r="1">{cells}</row>'
        f"</sheetData></worksheet>",
    }


def odf_parts(
    body: str = "<text:p>Text.</text:p>",
    kind: str = "text",
    entries: Mapping[str, str] | None = None,
    encrypted: str = "",
) -> dict[str, str | bytes]:
    """The parts of an OpenDocument file; ``entries`` of its list of contents by path and type."""
    family = "spreadsheet" if kind.startswith("spreadsheet") else "text"
    listed = "".join(
        f'<m:file-entry m:full-path="{path}" m:media-type="{of}">{encrypted}</m:file-entry>'
        for path, of in ({"content.xml": "text/xml"} | dict(entries or {})).items()
    )
    return {
        "mimetype": f"application/vnd.oasis.opendocument.{kind}",
        "content.xml": f"<office:document-content {NAMESPACES}><office:body><office:{family}>{body}"
        f"</office:{family}></office:body></office:document-content>",
        "META-INF/manifest.xml": f'<m:manifest xmlns:m="{ODF}:manifest:1.0">{listed}</m:manifest>',
    }


def word(body: str = "<w:p><w:r><w:t>Text.</w:t></w:r></w:p>", *links: str) -> bytes:
    """A Word file with this body."""
    return packed(word_parts(body, links=links))


def excel(cells: str = '<c r="A1"><v>1</v></c>', *links: str) -> bytes:
    """An Excel file with these cells."""
    return packed(excel_parts(cells, links=links))


def odt(body: str = "<text:p>Text.</text:p>") -> bytes:
    """An OpenDocument text with this body."""
    return packed(odf_parts(body))


def ods(body: str = "") -> bytes:
    """An OpenDocument spreadsheet with this body."""
    return packed(odf_parts(body, "spreadsheet"))
