"""The paragraphs of a redline written anew: the same letters, every look and link as it is.

The engine finds which words changed. But where words are the same and only look otherwise, or lead
elsewhere, it may give the look or the link of one run to another, and it lets bookmarks end where
they begin.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from lxml import etree

from council_report.comparison.redline.atoms import Atom, atoms_of, is_known
from council_report.comparison.redline.letters import Element
from council_report.comparison.redline.looks import Pair, Paired, Shapes
from council_report.comparison.redline.paragraphs import Targets
from council_report.comparison.redline.pen import Pen
from council_report.office.tags import W, prefixes

NAMES = {
    f"{W}del": {f"{W}t": f"{W}delText", f"{W}instrText": f"{W}delInstrText"},
    "": {f"{W}delText": f"{W}t", f"{W}delInstrText": f"{W}instrText"},
}
"""How words are called that were deleted, and all others; those moved away are not deleted."""


def rebuild(looks: Paired, targets: Targets, pen: Pen) -> None:
    """Write the paragraphs of a part of a redline anew; all but those of unknown content."""
    for paragraph, shapes in looks.paragraphs.items():
        properties = paragraph.find(f"{W}pPr")
        content = [child for child in paragraph if child is not properties]
        if all(map(is_known, content)):
            atoms = [*atoms_of(content, looks.runs, targets)]
            paragraph[:] = [*_written(_old_before_new([*_marked(atoms, pen)]), pen)]
            if properties is not None:
                paragraph.insert(0, properties)
        _reshape(paragraph, shapes, pen)


def _marked(atoms: Sequence[Atom], pen: Pen) -> Iterator[Atom]:
    """The atoms with the bookmarks that the new file has around them.

    In a paragraph that is new as a whole, they are as new as it is.
    """
    nothing = Pair(None, None)
    changes = {atom.change for atom in atoms if atom.looks != nothing}
    change = changes.pop() if len(changes) == 1 else ""
    for atom in atoms:
        look = atom.looks.new
        for name in look.starts if look else ():
            yield Atom(change, pen.bookmark_start(name), nothing)
        yield atom
        for name in look.ends if look else ():
            yield Atom(change, pen.bookmark_end(name), nothing)


def _old_before_new(atoms: Sequence[Atom]) -> list[Atom]:
    """The atoms, the old before the new where words took the place of others."""
    ordered: list[Atom] = []
    for replaced, group in groupby(atoms, key=lambda atom: atom.change in {f"{W}ins", f"{W}del"}):
        together = [*group]
        ordered += sorted(together, key=lambda atom: replaced and atom.change == f"{W}ins")
    return ordered


def _written(atoms: Sequence[Atom], pen: Pen) -> Iterator[Element]:
    """The content of a paragraph, in as few links, tracked changes and runs as can be."""
    for target, group in groupby(atoms, key=lambda atom: atom.target):
        content = _changes([*group], pen)
        if target:
            around = etree.Element(f"{W}hyperlink", pen.link(target))
            around.extend(content)
            yield around
        else:
            yield from content


def _changes(atoms: Sequence[Atom], pen: Pen) -> Iterator[Element]:
    for change, group in groupby(atoms, key=lambda atom: atom.change):
        runs = _runs([*group], pen)
        if change:
            around = etree.Element(change)
            pen.sign(around)
            around.extend(runs)
            yield around
        else:
            yield from runs


def _runs(atoms: Sequence[Atom], pen: Pen) -> Iterator[Element]:
    for (old, new), group in groupby(atoms, key=lambda atom: atom.properties):
        if old is None and new is None:
            yield from (atom.piece for atom in group)
            continue
        run = etree.Element(f"{W}r")
        look = _properties("rPr", old, new, pen)
        if look is not None:
            run.append(look)
        run.extend(_renamed(atom) for atom in group)
        yield run


def _renamed(atom: Atom) -> Element:
    """A piece by the name that words have in its tracked change."""
    names = NAMES.get(atom.change, NAMES[""])
    atom.piece.tag = names.get(str(atom.piece.tag), str(atom.piece.tag))
    return atom.piece


def _reshape(paragraph: Element, shapes: Shapes, pen: Pen) -> None:
    """Give a paragraph its properties in the new file, as a tracked change if it had others."""
    own = paragraph.find(f"{W}pPr")
    made = _properties("pPr", shapes.old, shapes.new, pen)
    if made is None:
        made = etree.Element(f"{W}pPr")
    if own is not None:
        change = made.find(f"{W}pPrChange")
        at = len(made) if change is None else made.index(change)
        made[at:at] = [*own.iterchildren(f"{W}rPr", f"{W}sectPr")]
        paragraph.remove(own)
    if len(made):
        paragraph.insert(0, made)


def _properties(name: str, old: str | None, new: str | None, pen: Pen) -> Element | None:
    """The properties of something, and what they were before as a tracked change."""
    now = old if new is None else new
    changed = old is not None and new is not None and old != new
    if not now and not changed:
        return None
    made = _parsed(name, now or "")
    if changed:
        change = etree.SubElement(made, f"{W}{name}Change")
        pen.sign(change)
        change.append(_parsed(name, old or ""))
    return made


def _parsed(name: str, inner: str) -> Element:
    namespace = prefixes("w")["w"]
    return etree.fromstring(f'<w:{name} xmlns:w="{namespace}">{inner}</w:{name}>')
