"""A request to build, and the precise order that it comes to."""

from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict

from council_report.archive.fingerprint import fingerprint
from council_report.model.desk import Desk
from council_report.model.language import Language
from council_report.model.session import DocumentPlan
from council_report.model.source import SourceFile
from council_report.rendering.pdf import Engine, choose
from council_report.settings import PdfEngine, Workplace, find_workplace
from flows.drafting import choose_languages, choose_plan
from flows.gathering import Gathered

MADE_WITH = (
    "babel",
    "council-report",
    "docxtpl",
    "jinja2",
    "lxml",
    "markdown-it-py",
    "markupsafe",
    "mdit-py-plugins",
    "openpyxl",
    "pikepdf",
    "pydantic",
    "pydantic-core",
    "pypandoc-binary",
    "pypdfium2",
    "python-docx",
    "python-redlines",
    "python-redlines-docxodus",
    "rapidfuzz",
    "ruamel.yaml",
    "ruamel.yaml.clib",
    "typing-extensions",
)
"""The distributions whose version may change the bytes of a draft."""


class BuildRequest(BaseModel):
    """What to build.

    ``session`` is its code (``C25``), ``document`` the kind, the session's first where none is
    named; ``languages`` are all that are planned where none is named; ``pdf`` is the engine, the
    best available where none is named. ``strict`` writes no draft while any error is found.
    ``inputs`` and ``outputs`` are other folders than those of the current checkout.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    session: str
    document: str | None = None
    languages: tuple[Language, ...] = ()
    pdf: PdfEngine | None = None
    strict: bool = False
    inputs: Path | None = None
    outputs: Path | None = None

    @property
    def name(self) -> str:
        """What is built, as a name: ``C25-report``."""
        return f"{self.session}-{self.document}" if self.document else self.session

    @property
    def place(self) -> Workplace:
        """Where the build works; UsageError if that is nowhere."""
        return find_workplace(Path.cwd(), self.inputs, self.outputs)


class Order(NamedTuple):
    """A request made precise: what it asks for, with which tools, and its fingerprint.

    ``template`` is the name of the Word template.
    """

    plan: DocumentPlan
    template: str
    languages: tuple[Language, ...]
    engine: Engine | None
    tools: dict[str, str]
    files: tuple[SourceFile, ...]
    fingerprint: str


def make_order(request: BuildRequest, desk: Desk, gathered: Gathered) -> Order:
    """The precise order of a request; UsageError if it asks for what is not there."""
    plan = choose_plan(desk.session, request.document)
    languages = choose_languages(plan, request.languages)
    engine = None if request.pdf == "none" else choose(request.pdf)
    tools = _versions(engine.NAME if engine else None)
    files = ingredients(plan, desk, gathered)
    # Without the name of the inputs folder: a copy elsewhere has the same content.
    parts = {file.name.partition("/")[2]: file.digest for file in files}
    parts |= {f"refused {one.file}": "" for one in gathered.contributions if not one.digest}
    parts |= tools | {"languages": " ".join(languages), "kind": plan.kind}
    template = desk.kinds[plan.kind].template
    return Order(plan, template, languages, engine, tools, files, fingerprint(parts))


def ingredients(plan: DocumentPlan, desk: Desk, gathered: Gathered) -> tuple[SourceFile, ...]:
    """The files that a document is made of: all that were read, but for those of other kinds."""
    mine = desk.kinds[plan.kind]
    others = tuple(f"/kinds/{kind}.yaml" for kind in desk.kinds if kind != mine.kind)
    others += tuple(f"/{template}" for template in desk.templates if template != mine.template)
    return tuple(file for file in gathered.files if not file.name.endswith(others))


@cache
def _versions(engine: str | None) -> dict[str, str]:
    """The versions of what a draft is made with."""
    versions = {name: version(name) for name in MADE_WITH}
    return versions | ({engine: _asked(engine).result()} if engine else {})


@contextmanager
def engine_ready(pdf: PdfEngine | None) -> Iterator[None]:
    """Have the engine start, and tell its version, ahead of need: LibreOffice is slow to do either.

    Raises UsageError if there is no such engine here.
    """
    if pdf == "none":
        yield
        return
    engine = choose(pdf)
    _asked(engine.NAME)
    engine.warm_up()
    try:
        yield
    finally:
        engine.cool_down()


@cache
def _asked(engine: str) -> Future[str]:
    return ThreadPoolExecutor(1).submit(choose(engine).version)
