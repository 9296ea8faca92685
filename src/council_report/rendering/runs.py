"""Text as WordprocessingML: escaped, and rich text as the runs of a paragraph."""

from collections.abc import Callable

from markupsafe import Markup, escape

from council_report.model.text import Run, Text


def as_xml(value: object) -> object:
    """A string for printing in a template: escaped, and out of reach of docxtpl's own marks.

    docxtpl turns ``{_{`` in the finished XML into ``{{``, in our texts too; a character reference
    for the underscore says the same to Word and nothing to docxtpl.
    """
    if not isinstance(value, str) or isinstance(value, Markup):
        return value
    escaped = str(escape(value))  # The replace of Markup would escape the references below.
    if "{_" in escaped or "_}" in escaped:
        escaped = escaped.replace("{_", "{&#95;").replace("_}", "&#95;}")
    return Markup(escaped)  # noqa: S704 - the text is escaped above


def as_runs(text: Text, relation: Callable[[str], str]) -> Markup:
    """Rich text as runs and hyperlinks; ``relation`` gives the relationship id of an address."""
    return Markup("".join(_run(run, relation) for run in text))  # noqa: S704 - made of escaped text


def _run(run: Run, relation: Callable[[str], str]) -> str:
    xml = f'<w:r>{_properties(run)}<w:t xml:space="preserve">{as_xml(run.text)}</w:t></w:r>'
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
