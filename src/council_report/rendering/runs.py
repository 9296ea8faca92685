"""Text as WordprocessingML: escaped, and rich text as the runs of a paragraph."""

import html
from collections.abc import Callable

from markupsafe import Markup

from council_report.model.text import Run, Text


def as_xml(value: object) -> object:
    """A string for printing in a template, escaped; ready-made XML and all else as it is."""
    if not isinstance(value, str) or isinstance(value, Markup):
        return value
    return Markup(escaped(value))  # noqa: S704 - the text is escaped


def escaped(text: str) -> str:
    """A text as XML says it, out of reach of docxtpl's own marks.

    docxtpl turns ``{_{`` in the finished XML into ``{{``, in our texts too; a character reference
    for the underscore says the same to Word and nothing to docxtpl.
    """
    xml = html.escape(text)
    if "{_" in xml or "_}" in xml:
        xml = xml.replace("{_", "{&#95;").replace("_}", "&#95;}")
    return xml


def as_runs(text: Text, relation: Callable[[str], str]) -> Markup:
    """Rich text as runs and hyperlinks; ``relation`` gives the relationship id of an address."""
    return Markup("".join(_run(run, relation) for run in text))  # noqa: S704 - made of escaped text


def _run(run: Run, relation: Callable[[str], str]) -> str:
    xml = f'<w:r>{_properties(run)}<w:t xml:space="preserve">{escaped(run.text)}</w:t></w:r>'
    if run.href is None:
        return xml
    return f'<w:hyperlink r:id="{relation(run.href)}" w:history="1">{xml}</w:hyperlink>'


def _properties(run: Run) -> str:
    """The look of a run, in the order that the schema of WordprocessingML asks for."""
    marks = (
        ('<w:rStyle w:val="Hyperlink"/>' if run.href else "")
        + ("<w:b/><w:bCs/>" if run.strong else "")
        + ("<w:i/><w:iCs/>" if run.emphasis else "")
        + ('<w:vertAlign w:val="superscript"/>' if run.superscript else "")
    )
    return f"<w:rPr>{marks}</w:rPr>" if marks else ""
