"""The balloons in which Excel shows comments: shapes in VML, which it still asks for."""

import re
from collections.abc import Mapping

from lxml import etree
from openpyxl.utils import coordinate_to_tuple

from council_report.office.parts import Element
from council_report.pages.speech import Direction

NAMESPACES = {
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "x": "urn:schemas-microsoft-com:office:excel",
}

DECLARED = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())

DRAWING = f"""\
<xml {DECLARED}>
<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>
</xml>"""

SHAPE_TYPE = f"""\
<v:shapetype {DECLARED} id="_x0000_t202" coordsize="21600,21600" o:spt="202"
 path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/>
<v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>"""

SHAPE = f"""\
<v:shape {DECLARED} id="_x0000_s{{number}}" type="#_x0000_t202"
 style="position:absolute;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">
<v:fill color2="#ffffe1"/><v:shadow color="black" obscured="t"/><v:path o:connecttype="none"/>
<v:textbox style="{{box}}"><div style="{{text}}"/></v:textbox>
<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>
<x:Anchor>{{anchor}}</x:Anchor><x:AutoFill>False</x:AutoFill>
<x:Row>{{row}}</x:Row><x:Column>{{column}}</x:Column></x:ClientData></v:shape>"""

DIRECTIONS: Mapping[Direction, Mapping[str, str]] = {
    "ltr": {"box": "mso-direction-alt:auto", "text": "text-align:left"},
    "rtl": {
        "box": "direction:RTL;mso-direction-alt:auto",
        "text": "text-align:right;direction:RTL",
    },
}
"""How a balloon says where its lines begin."""

FIRST_NUMBER = 1025
"""Where Excel begins to count the shapes of a drawing."""

COLUMNS, ROWS = 4, 7
"""The size of a balloon, in cells."""


def new_drawing() -> Element:
    """A drawing without any shape."""
    return etree.fromstring(DRAWING)


def add_balloon(drawing: Element, cell: str, direction: Direction) -> None:
    """Add the balloon of a cell such as ``C4`` to a drawing, hidden until it is pointed at."""
    if drawing.find("v:shapetype[@id='_x0000_t202']", NAMESPACES) is None:
        drawing.append(etree.fromstring(SHAPE_TYPE))
    row, column = (number - 1 for number in coordinate_to_tuple(cell))
    corners = (column + 1, 15, row, 4, column + 1 + COLUMNS, 15, row + ROWS, 4)
    shape = SHAPE.format(
        number=_free_number(drawing),
        anchor=", ".join(map(str, corners)),
        row=row,
        column=column,
        **DIRECTIONS[direction],
    )
    drawing.append(etree.fromstring(shape))


def _free_number(drawing: Element) -> int:
    ids = (shape.get("id", "") for shape in drawing.iter(f"{{{NAMESPACES['v']}}}shape"))
    numbers = (int(digits[0]) for one in ids if (digits := re.search("[0-9]+$", one)))
    return max(numbers, default=FIRST_NUMBER) + 1
