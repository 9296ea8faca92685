"""Word and Excel files: which parts they hold, where they lead, and what in them could run."""

import re
from collections.abc import Iterator

from council_report.intake.gate import outside
from council_report.intake.gate.container import Container
from council_report.intake.gate.fields import Fields
from council_report.intake.gate.formulas import Formulas
from council_report.intake.gate.markup import DocumentTypeError, survey
from council_report.intake.gate.opc import (
    CONTENT_TYPES,
    RELATIONS_TYPE,
    Relation,
    Relations,
    Types,
    main_part,
    types_in,
)
from council_report.intake.gate.parts import (
    ALLOWED_NAMES,
    ALLOWED_RELATIONS,
    ALLOWED_TYPES,
    REFUSED_NAMES,
    REFUSED_RELATIONS,
    REFUSED_TYPES,
)
from council_report.intake.gate.refusal import (
    DOCUMENT_TYPE,
    DamagedError,
    Problem,
    damage,
)

EXCEL = "spreadsheetml"
"""What stands in the content types of the parts of a workbook."""

MARKUP = re.compile(r"(\+xml|/xml|vmlDrawing)$|^$")
"""The content types of parts that are XML; what has no type may be."""


def problems(container: Container) -> Iterator[Problem]:
    """Why a Word or Excel file is not read; raises what its container raises."""
    types = types_in(container)
    watch = Formulas if EXCEL in types.of(main_part(container)) else Fields
    for entry in container.entries:
        name = entry.filename
        if name.endswith("/") and not entry.file_size:
            continue
        try:
            yield from _part(container, types, name, watch)
        except DamagedError as error:
            yield damage(error)
        except DocumentTypeError:
            yield DOCUMENT_TYPE


def _part(
    container: Container, types: Types, name: str, watch: type[Fields | Formulas]
) -> Iterator[Problem]:
    content = container.read(name)
    kind = types.of(name)
    if name == CONTENT_TYPES:
        return
    if refused := _refused(name, kind):
        yield refused
    elif not (ALLOWED_TYPES.fullmatch(kind) or ALLOWED_NAMES.fullmatch(name)):
        yield outside.unknown(name)
    elif kind == RELATIONS_TYPE or name.endswith(".rels"):
        yield from _relations(name, content)
    elif MARKUP.search(kind) and not ALLOWED_NAMES.fullmatch(name):
        yield from _text(name, kind, content, watch())


def _refused(name: str, kind: str) -> Problem | None:
    """Why a part may not be there, by its name or its content type."""
    found = (problem for pattern, problem in REFUSED_NAMES.items() if pattern.search(name))
    by_type = (problem for pattern, problem in REFUSED_TYPES.items() if pattern.search(kind))
    return next(found, None) or next(by_type, None)


def _relations(name: str, content: bytes) -> Iterator[Problem]:
    relations = Relations()
    survey(name, content, relations)
    for relation in relations.found:
        if relation.kind in REFUSED_RELATIONS:
            yield REFUSED_RELATIONS[relation.kind]
        elif relation.external:
            if problem := _outside(relation):
                yield problem
        elif not ALLOWED_RELATIONS.fullmatch(relation.kind):
            yield outside.unknown(relation.kind)


def _outside(relation: Relation) -> Problem | None:
    """What is wrong with a relationship that leads out of the file."""
    match relation.kind:
        case "hyperlink":
            return outside.link(relation.target)
        case "image":
            return outside.picture(relation.target)
        case "attachedTemplate":
            return outside.template(relation.target)
        case _:
            return outside.anything(relation.target)


def _text(name: str, kind: str, content: bytes, watch: Fields | Formulas) -> Iterator[Problem]:
    """What is active in a part that is XML."""
    is_picture = kind.startswith("image/")
    try:
        survey(name, content, watch, lenient=is_picture or kind.endswith("vmlDrawing"))
    except DocumentTypeError:
        if not is_picture:
            raise
        yield outside.drawing(name)
    yield from watch.problems()
