"""Small Word and ODF texts, built from the XML of what matters in them."""

import io
import zipfile
from collections.abc import Mapping

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
)
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
LONG_AGO = (1980, 1, 1, 0, 0, 0)

BUILT_IN = {
    "Normal": "Normal",
    "Title": "Title",
    "Caption": "caption",
    "ListBullet": "List Bullet",
    "ListBullet2": "List Bullet 2",
    "ListNumber": "List Number",
    "EntryDetails": "Entry Details",
    "FormGuidance": "Form Guidance",
    **{f"Heading{level}": f"heading {level}" for level in range(1, 4)},
}
"""The styles of paragraphs that every built Word file has: their ids and names."""

LISTS = {"ListBullet": (1, 0), "ListBullet2": (1, 1), "ListNumber": (2, 0)}
"""The styles of lists: their list (1 has bullets, 2 has numbers) and the level in it."""


def paragraph(content: str = "", style: str = "", properties: str = "") -> str:
    """A Word paragraph: of text if the content has no tags, else of the runs it holds."""
    inside = content if content.startswith("<") or not content else run(content)
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    both = f"<w:pPr>{named}{properties}</w:pPr>" if named or properties else ""
    return f"<w:p>{both}{inside}</w:p>"


def run(text: str, properties: str = "") -> str:
    """A Word run of a text that is already escaped; ``properties`` such as ``<w:b/>``."""
    look = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{text}</w:t></w:r>'


def bookmark(name: str, content: str, number: int = 1) -> str:
    """Runs between the two ends of a Word bookmark."""
    return (
        f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{content}'
        f'<w:bookmarkEnd w:id="{number}"/>'
    )


def table(*rows: tuple[str, ...]) -> str:
    """A Word table, each of whose cells is text or the XML of its paragraphs."""
    grid = "<w:gridCol/>" * max(len(row) for row in rows)
    lines = "".join(f"<w:tr>{''.join(_cell(cell) for cell in row)}</w:tr>" for row in rows)
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{lines}</w:tbl>"


def _cell(content: str) -> str:
    inside = content if content.startswith("<w:") else paragraph(content)
    return f"<w:tc><w:tcPr/>{inside}</w:tc>"


def docx(
    body: str,
    *,
    styles: str = "",
    numbering: str | None = None,
    footnotes: str | None = None,
    endnotes: str | None = None,
    comments: str | None = None,
    headers: Mapping[str, str] | None = None,
    links: Mapping[str, str] | None = None,
) -> bytes:
    """A Word file with the built-in styles above.

    ``styles`` adds ``<w:style>`` elements; ``numbering`` replaces the two lists; ``footnotes``,
    ``endnotes`` and ``comments`` are the elements inside those parts; ``headers`` are the contents
    of page headers and footers by their name, such as ``header1``; ``links`` web addresses by
    relationship id.
    """
    parts = {
        "styles": _wrapped("styles", _styles() + styles),
        "numbering": _wrapped("numbering", _lists() if numbering is None else numbering),
        "footnotes": _wrapped("footnotes", footnotes),
        "endnotes": _wrapped("endnotes", endnotes),
        "comments": _wrapped("comments", comments),
    }
    for name, content in (headers or {}).items():
        parts[name] = _wrapped("hdr" if name.startswith("header") else "ftr", content)
    known = {name: xml for name, xml in parts.items() if xml}
    files = {f"word/{name}.xml": xml for name, xml in known.items()}
    return zipped(
        {
            "[Content_Types].xml": _content_types(tuple(known)),
            "_rels/.rels": _relationships({"rId1": ("officeDocument", "word/document.xml")}),
            "word/document.xml": _wrapped("document", f"<w:body>{body}<w:sectPr/></w:body>"),
            "word/_rels/document.xml.rels": _relationships(
                {f"part-{name}": (_kind(name), f"{name}.xml") for name in known}
                | {key: ("hyperlink", address) for key, address in (links or {}).items()}
            ),
            **files,
        }
    )


def zipped(files: Mapping[str, str]) -> bytes:
    """A zip of text files, the same bytes for the same files."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in files.items():
            package.writestr(zipfile.ZipInfo(name, LONG_AGO), text.encode())
    return target.getvalue()


def _wrapped(root: str, content: str | None) -> str:
    if content is None:
        return ""
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{root} {NAMESPACES}>{content}</w:{root}>'


def _kind(name: str) -> str:
    return name.rstrip("0123456789")


def _styles() -> str:
    return "".join(
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/>'
        f"{_numbered(key)}</w:style>"
        for key, name in BUILT_IN.items()
    )


def _numbered(style: str) -> str:
    if style not in LISTS:
        return ""
    number, level = LISTS[style]
    return f'<w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr></w:pPr>'


def _lists() -> str:
    formats = {1: "bullet", 2: "decimal"}
    return "".join(
        f'<w:abstractNum w:abstractNumId="{number}">'
        + "".join(
            f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
            f'<w:lvlText w:val="%{level + 1}."/></w:lvl>'
            for level in range(4)
        )
        + "</w:abstractNum>"
        for number, kind in formats.items()
    ) + "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'
        for number in formats
    )


def _content_types(parts: tuple[str, ...]) -> str:
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{TYPE}.{_kind(name)}+xml"/>'
        for name in parts
    )
    return (
        f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{TYPE}.document.main+xml"/>'
        f"{overrides}</Types>"
    )


def _relationships(targets: Mapping[str, tuple[str, str]]) -> str:
    def external(kind: str) -> str:
        return ' TargetMode="External"' if kind == "hyperlink" else ""

    inside = "".join(
        f'<Relationship Id="{key}" Type="{R}/{kind}" Target="{target}"{external(kind)}/>'
        for key, (kind, target) in targets.items()
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{inside}</Relationships>'


OASIS = "urn:oasis:names:tc:opendocument:xmlns"
ODF_NAMESPACES = " ".join(
    (
        *(
            f'xmlns:{name}="{OASIS}:{name}:1.0"'
            for name in ("office", "text", "table", "style", "meta", "manifest")
        ),
        f'xmlns:draw="{OASIS}:drawing:1.0"',
        f'xmlns:svg="{OASIS}:svg-compatible:1.0"',
        f'xmlns:fo="{OASIS}:xsl-fo-compatible:1.0"',
        'xmlns:xlink="http://www.w3.org/1999/xlink"',
        'xmlns:dc="http://purl.org/dc/elements/1.1/"',
        'xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"',
    )
)
ODF_STYLES = (
    "".join(
        f'<style:style style:name="{name.replace(" ", "_20_")}" style:display-name="{name}"'
        f' style:family="paragraph"{more}/>'
        for name, more in {
            "Standard": "",
            "Title": "",
            "Caption": "",
            "Entry Details": "",
            "Form Guidance": "",
            "Heading 1": ' style:default-outline-level="1"',
            "Heading 2": ' style:default-outline-level="2"',
        }.items()
    )
    + '<text:list-style style:name="Bullets"><text:list-level-style-bullet text:level="1"'
    ' text:bullet-char="•"/><text:list-level-style-bullet text:level="2"'
    ' text:bullet-char="◦"/></text:list-style>'
    '<text:list-style style:name="Numbers"><text:list-level-style-number text:level="1"'
    ' style:num-format="1"/></text:list-style>'
)
"""The styles that every built ODF text has."""


def odt(body: str, *, styles: str = "", automatic: str = "", master: str = "") -> bytes:
    """An ODF text: the content of ``office:text``, and more styles.

    ``styles`` are named styles, ``automatic`` those of the content, ``master`` the content of
    ``office:master-styles``, where page headers stand.
    """
    kind = "application/vnd.oasis.opendocument.text"
    return zipped(
        {
            "mimetype": kind,
            "content.xml": _office(
                "document-content",
                f"<office:automatic-styles>{automatic}</office:automatic-styles>"
                f"<office:body><office:text>{body}</office:text></office:body>",
            ),
            "styles.xml": _office(
                "document-styles",
                f"<office:styles>{ODF_STYLES}{styles}</office:styles>"
                f"<office:master-styles>{master}</office:master-styles>",
            ),
            "META-INF/manifest.xml": (
                f'<manifest:manifest {ODF_NAMESPACES} manifest:version="1.3">'
                f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/>'
                '<manifest:file-entry manifest:full-path="content.xml"'
                ' manifest:media-type="text/xml"/><manifest:file-entry'
                ' manifest:full-path="styles.xml" manifest:media-type="text/xml"/>'
                "</manifest:manifest>"
            ),
        }
    )


def _office(root: str, content: str) -> str:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:{root} {ODF_NAMESPACES}'
        f' office:version="1.3">{content}</office:{root}>'
    )
