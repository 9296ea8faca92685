"""OpenDocument files: which parts they hold, where they lead, and what in them could run."""

import re
import zipfile
from collections.abc import Iterator, Mapping
from urllib.parse import unquote

from council_report.intake.gate import outside
from council_report.intake.gate.container import Container
from council_report.intake.gate.formulas import reaching, reads_elsewhere
from council_report.intake.gate.markup import DocumentTypeError, Watch, survey
from council_report.intake.gate.parts import FETCHED, MACROS, OBJECTS
from council_report.intake.gate.refusal import (
    DOCUMENT_TYPE,
    SAVE_AGAIN,
    DamagedError,
    Problem,
    damage,
)
from council_report.intake.gate.signatures import PROTECTED
from council_report.model.message import Message

MIMETYPE = "mimetype"
CONTENT = "content.xml"
MANIFEST = "META-INF/manifest.xml"

HREF = "{http://www.w3.org/1999/xlink}href"
MANIFEST_NAMES = "{urn:oasis:names:tc:opendocument:xmlns:manifest:1.0}"
FORMULA = re.compile(r"\{.*\}(formula|condition|expression)")
"""The attributes that hold a formula."""

ALLOWED = re.compile(
    r"""
      mimetype | content\.xml | styles\.xml | meta\.xml | settings\.xml | layout-cache
    | manifest\.rdf | META-INF/(manifest|documentsignatures)\.xml
    | (Thumbnails|Pictures|media|Fonts|Configurations2|ObjectReplacements)/.*
    | (Object\ |Formula-)\d+/(|(content|styles|meta|settings)\.xml|(Thumbnails|Pictures)/.*)
    """,
    re.VERBOSE,
)
"""What an OpenDocument text or spreadsheet may hold; of objects, only charts and equations."""

DRAWN = re.compile(r"application/vnd\.oasis\.opendocument\.(chart|formula)|application/x-starmath")
"""The objects that may be in a file: they are drawn, and hold no text of their own to read."""

CODE = re.compile(r"^(Basic|Scripts|Dialogs)/.")

RUNNING = re.compile(r"event-listener|execute-macro|script|applet|plugin")
CONNECTED = re.compile(
    r"dde-\w+(-decl)?|(section|table|cell-range|database)-source(-\w+)?|database-display"
    r"|connection-resource|floating-frame|auto-reload"
)
"""Elements that run something, and elements that take something from elsewhere."""

WITHIN = re.compile(r"(\./)?(?!/)(?!.*(^|/)\.\.(/|$))[^:\\]*$", re.DOTALL)
"""An address of a part of the file itself."""

OBJECT = re.compile(r"(Object |Formula-)\d+$")
"""The folder of an object that is drawn in the file."""


class Reach(Watch):
    """What a part of an OpenDocument file leads to, and what in it could run."""

    def __init__(self) -> None:
        self.found: list[Problem] = []

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Judge an element by its name and its address."""
        name = tag.rpartition("}")[2]
        if RUNNING.fullmatch(name):
            self.found.append(MACROS)
        elif CONNECTED.fullmatch(name):
            self.found.append(FETCHED)
        elif name == "object-ole":
            self.found.append(OBJECTS)
        elif HREF in attributes:
            self._judge(name, attributes[HREF])
        for attribute, formula in attributes.items():
            if FORMULA.fullmatch(attribute) and reads_elsewhere(formula):
                self.found.append(reaching(formula))

    def _judge(self, name: str, address: str) -> None:
        problem, is_within = None, WITHIN.match(unquote(address))
        if name == "a":
            problem = outside.link(address)
        elif name == "image" and not is_within:
            problem = outside.picture(address)
        elif name != "template" and not is_within:
            # A template is only mentioned: no program opens it unasked.
            problem = outside.anything(address)
        if problem:
            self.found.append(problem)


class Manifest(Watch):
    """What the list of contents says: whether something is encrypted, and what objects are."""

    def __init__(self) -> None:
        self.types: dict[str, str] = {}
        self.encrypted = False

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Note one part of the list."""
        if tag == f"{MANIFEST_NAMES}file-entry":
            path = attributes.get(f"{MANIFEST_NAMES}full-path", "")
            self.types[path] = attributes.get(f"{MANIFEST_NAMES}media-type", "")
        self.encrypted = self.encrypted or tag == f"{MANIFEST_NAMES}encryption-data"


def problems(container: Container) -> Iterator[Problem]:
    """Why an OpenDocument file is not read; raises what its container raises."""
    manifest = _manifest(container)
    if manifest.encrypted:
        yield Problem(PROTECTED.rule, PROTECTED.message, PROTECTED.remedy)
        return
    if CONTENT not in container.by_name:
        raise DamagedError(Message("the file is damaged: its main part is missing"))
    if not _begins_with_its_type(container.entries[0]):
        message = Message("the beginning of the file does not say what kind of file it is")
        yield Problem("file-packed", message, SAVE_AGAIN)
    for name in container.by_name:
        try:
            yield from _part(container, manifest, name)
        except DamagedError as error:
            yield damage(error)
        except DocumentTypeError:
            yield DOCUMENT_TYPE


def _manifest(container: Container) -> Manifest:
    """The list of contents of a file; raises DamagedError or DocumentTypeError."""
    if MANIFEST not in container.by_name:
        raise DamagedError(Message("the file is damaged: its list of contents is missing"))
    manifest = Manifest()
    survey(MANIFEST, container.read(MANIFEST), manifest)
    return manifest


def _begins_with_its_type(first: zipfile.ZipInfo) -> bool:
    return (first.filename, first.header_offset, first.compress_type) == (
        MIMETYPE,
        0,
        zipfile.ZIP_STORED,
    )


def _part(container: Container, manifest: Manifest, name: str) -> Iterator[Problem]:
    content = container.read(name)
    folder = name.partition("/")[0]
    if CODE.match(name):
        yield MACROS
    elif OBJECT.match(folder) and not DRAWN.match(manifest.types.get(f"{folder}/", "")):
        yield OBJECTS
    elif not ALLOWED.fullmatch(name):
        yield outside.unknown(name)
    elif name.endswith((".xml", ".rdf")) and content:
        reach = Reach()
        survey(name, content, reach)
        yield from reach.found
    elif name.endswith(".svg"):
        try:
            survey(name, content, Watch(), lenient=True)
        except DocumentTypeError:
            yield outside.drawing(name)
