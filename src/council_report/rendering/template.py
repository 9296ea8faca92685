"""How a Word template is filled: docxtpl, in a sandbox, without what it leaves behind."""

import re
from typing import Any

from docxtpl import DocxTemplate
from jinja2 import StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from council_report.rendering.runs import as_xml

EMPTY_RUN = re.compile(
    r"<w:r(?: [^>]*+)?>(?:<w:rPr>(?:(?!</w:rPr>).)*+</w:rPr>)?<w:t(?: [^>]*+)?></w:t></w:r>",
    re.DOTALL,
)


SIGNS = re.compile("[\t\n\a\f]")
"""What docxtpl makes tabs, breaks and paragraphs of in the finished text."""


class Template(DocxTemplate):  # type: ignore[misc]  # docxtpl ships no types
    """A Word template that leaves no empty runs behind, as docxtpl does beside most tags."""

    def patch_xml(self, src_xml: str) -> str:
        """The template's XML as Jinja reads it: what is dropped here is not printed many times."""
        return EMPTY_RUN.sub("", super().patch_xml(src_xml))

    def render_xml_part(self, *args: Any) -> str:
        """The XML as Jinja has filled it, without the runs that it had nothing for."""
        return EMPTY_RUN.sub("", super().render_xml_part(*args))

    def resolve_listing(self, xml: str) -> str:
        """The XML with its signs made into elements; docxtpl looks for them run by run."""
        return str(super().resolve_listing(xml)) if SIGNS.search(xml) else xml


class _Sandbox(ImmutableSandboxedEnvironment):
    """A sandbox that looks for what we hand out among the keys first, and not last."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        """What a template means by ``block.text``."""
        if type(obj) is dict and attribute in obj:
            return obj[attribute]
        return super().getattr(obj, attribute)


def environment() -> ImmutableSandboxedEnvironment:
    """Where templates run: sandboxed, undefined names an error, every text escaped."""
    return _Sandbox(autoescape=True, undefined=StrictUndefined, finalize=as_xml)
