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
    escaped = escape(value)
    if "{_" in value or "_}" in value:
        return Markup(  # noqa: S704 - the text is escaped in the line above
            escaped.replace("{_", "{&#95;").replace("_}", "&#95;}")
        )
    return escaped


def as_runs(text: Text, relation: Callable[[str], str]) -> Markup:
    """Rich text as runs and hyperlinks; ``relation`` gives the relationship id of an address."""
    return Markup("").join(_run(run, relation) for run in text)


def _run(run: Run, relation: Callable[[str], str]) -> Markup:
    properties = _properties(run)
    xml = Markup('<w:r>{}<w:t xml:space="preserve">{}</w:t></w:r>').format(
        properties, as_xml(run.text)
    )
    if run.href is None:
        return xml
    return Markup('<w:hyperlink r:id="{}" w:history="1">{}</w:hyperlink>').format(
        relation(run.href), xml
    )


def _properties(run: Run) -> Markup:
    """The look of a run, in the order that the schema of WordprocessingML asks for."""
    marks = (
        (run.href is not None, '<w:rStyle w:val="Hyperlink"/>'),
        (run.strong, "<w:b/><w:bCs/>"),
        (run.emphasis, "<w:i/><w:iCs/>"),
        (run.superscript, '<w:vertAlign w:val="superscript"/>'),
    )
    inner = "".join(mark for wanted, mark in marks if wanted)
    return Markup(f"<w:rPr>{inner}</w:rPr>" if inner else "")  # noqa: S704 - only constants
