"""The ODF text that we write for pandoc."""

from collections.abc import Iterator

from lxml import etree

from council_report.intake.documents.package import packed, written
from council_report.office.tags import OFFICE, STYLE, TEXT, prefixes

KIND = "application/vnd.oasis.opendocument.text"
MANIFEST = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{KIND}"/>'
    "</manifest:manifest>"
)

LISTS = {True: "items-with-numbers", False: "items-with-bullets"}
"""The two list styles of every text that we write, by whether they number."""


def odf_package(blocks: Iterator[etree._Element], styles: Iterator[etree._Element]) -> bytes:
    """The bytes of an ODF text of these blocks, with these styles of words."""
    empty = etree.Element(f"{OFFICE}document-styles", nsmap=prefixes("office"))
    return packed(
        {
            "mimetype": KIND.encode(),
            "content.xml": written(_content(blocks, styles)),
            "styles.xml": written(empty),
            "META-INF/manifest.xml": MANIFEST.encode(),
        }
    )


def _list_styles() -> Iterator[etree._Element]:
    """The two list styles of every text that we write."""
    for numbered, name in LISTS.items():
        style = etree.Element(f"{TEXT}list-style", nsmap=prefixes("text", "style"))
        style.set(f"{STYLE}name", name)
        kind = "number" if numbered else "bullet"
        for depth in range(1, 11):
            level = etree.SubElement(style, f"{TEXT}list-level-style-{kind}")
            level.set(f"{TEXT}level", str(depth))
            sign = (f"{STYLE}num-format", "1") if numbered else (f"{TEXT}bullet-char", "•")
            level.set(*sign)
        yield style


def _content(blocks: Iterator[etree._Element], styles: Iterator[etree._Element]) -> etree._Element:
    """The tree of a content.xml."""
    # pandoc knows only the namespaces that the root names.
    known = prefixes("office", "text", "table", "style", "fo", "xlink")
    root = etree.Element(f"{OFFICE}document-content", nsmap=known)
    root.set(f"{OFFICE}version", "1.3")
    etree.SubElement(root, f"{OFFICE}automatic-styles").extend([*styles, *_list_styles()])
    body = etree.SubElement(root, f"{OFFICE}body")
    etree.SubElement(body, f"{OFFICE}text").extend(blocks)
    return root
