"""Words of a Word file that are there and not seen: hidden directly, by a row, or by a style."""

from collections.abc import Collection, Iterator

from lxml import etree

from council_report.model.location import shortened
from council_report.office.tags import W
from council_report.rendering.traces import named

HIDING = named("vanish", "specVanish")
HIDDEN_ROW = f"{W}hidden"
STYLED = named("pStyle", "rStyle", "tblStyle")
STORIES = named("document", "hdr", "ftr", "footnotes", "endnotes")
VALUE = f"{W}val"


def hidden(parts: Collection[etree._Element]) -> Iterator[str]:
    """What is hidden in the parts of a file, each time with its words or its style."""
    used: set[str | None] = set()
    for root in parts:
        if root.tag in STORIES:
            used.update(one.get(VALUE) for one in root.iter(*STYLED))
            for one in filter(_is_on, root.iter(*HIDING, HIDDEN_ROW)):
                yield f"hidden text{quoted(one)}"
    styles = next(root for root in parts if root.tag == f"{W}styles")
    for name in _hiding_styles(styles, used):
        yield f"text in the style “{name}”, which is hidden"


def quoted(inside: etree._Element) -> str:
    """The words of a change, or of the run or row that a mark stands in, if there are any."""
    holder = f"{W}tr" if inside.tag == HIDDEN_ROW else f"{W}r"
    around = next(inside.iterancestors(holder), inside)
    words = shortened("".join(text.text or "" for text in around.iter(f"{W}t", f"{W}delText")))
    return f": “{words}”" if words else ""


def _hiding_styles(styles: etree._Element, used: set[str | None]) -> Iterator[str]:
    """The styles that hide what is printed in them, by their names: of those in use, and below."""
    by_id = {one.get(f"{W}styleId"): one for one in styles.iter(f"{W}style")}
    waiting = [
        *used,
        *(key for key, one in by_id.items() if one.get(f"{W}default") in ("1", "true")),
    ]
    seen: set[str | None] = set()
    while waiting:
        key = waiting.pop()
        if key in seen or (style := by_id.get(key)) is None:
            continue
        seen.add(key)
        waiting += [one.get(VALUE) for one in style.iterfind(f"{W}basedOn")]
        if any(map(_is_on, style.iter(*HIDING))):
            name = style.find(f"{W}name")
            yield str(key if name is None else name.get(VALUE))
    if any(map(_is_on, styles.iterfind(f"{W}docDefaults//{W}vanish"))):
        yield "Normal"


def _is_on(mark: etree._Element) -> bool:
    return mark.get(VALUE) not in ("0", "false", "off")
