"""The names of the XML elements and attributes of Word and ODF texts that we know."""

from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
V = "{urn:schemas-microsoft-com:vml}"
VO = "{urn:schemas-microsoft-com:office:office}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
PACKAGE = "{http://schemas.openxmlformats.org/package/2006/relationships}"

OASIS = "urn:oasis:names:tc:opendocument:xmlns"
OFFICE = f"{{{OASIS}:office:1.0}}"
TEXT = f"{{{OASIS}:text:1.0}}"
TABLE = f"{{{OASIS}:table:1.0}}"
STYLE = f"{{{OASIS}:style:1.0}}"
DRAW = f"{{{OASIS}:drawing:1.0}}"
SVG = f"{{{OASIS}:svg-compatible:1.0}}"
FO = f"{{{OASIS}:xsl-fo-compatible:1.0}}"
MATH = "{http://www.w3.org/1998/Math/MathML}"
XLINK = "{http://www.w3.org/1999/xlink}"
DC = "{http://purl.org/dc/elements/1.1/}"

NUMBER = "{urn:council-report}number"
"""The attribute in which a paragraph carries its number while we work on its tree."""


def prefixes(*names: str) -> dict[str, str]:
    """The short names of namespaces, for a tree that we write: ``prefixes("w", "r")``."""
    known = {
        "w": W,
        "r": R,
        "office": OFFICE,
        "text": TEXT,
        "table": TABLE,
        "style": STYLE,
        "fo": FO,
        "xlink": XLINK,
    }
    return {name: known[name].strip("{}") for name in names}


def unnamed(namespace: str) -> dict[Any, str]:
    """A namespace without a short name, for a tree that we write."""
    return {None: namespace}
