"""Text as WordprocessingML: escaped, and rich text as the runs of a paragraph."""

import html
from collections.abc import Callable, Mapping
from types import MappingProxyType
from xml.sax.saxutils import quoteattr

from markupsafe import Markup

from council_report.model.catalogue import Fonts
from council_report.model.language import TAGS, Language
from council_report.model.text import Run, Text

FontsOf = Mapping[Language, Fonts]
"""The fonts of each language; the template's own hold where one is missing."""

NO_FONTS: FontsOf = MappingProxyType({})

KINDS: Mapping[Language, str] = {"ar": "bidi", "zh": "eastAsia"}
"""What Word calls the languages that are not written in letters of the kind of Latin."""


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


def as_runs(text: Text, relation: Callable[[str], str], fonts: FontsOf = NO_FONTS) -> Markup:
    """Rich text as runs and hyperlinks; ``relation`` gives the relationship id of an address.

    A run in another language than the document is in the ``fonts`` of that one.
    """
    xml = "".join(_run(run, relation, fonts) for run in text)
    return Markup(xml)  # noqa: S704 - made of escaped text


def _run(run: Run, relation: Callable[[str], str], fonts: FontsOf) -> str:
    xml = f'<w:r>{_properties(run, fonts)}<w:t xml:space="preserve">{escaped(run.text)}</w:t></w:r>'
    if run.href is None:
        return xml
    return f'<w:hyperlink r:id="{relation(run.href)}" w:history="1">{xml}</w:hyperlink>'


def _properties(run: Run, fonts: FontsOf) -> str:
    """The look of a run, in the order that the schema of WordprocessingML asks for."""
    language = run.language
    marks = (
        ('<w:rStyle w:val="Hyperlink"/>' if run.href else "")
        + (_fonts(fonts[language]) if language and language in fonts else "")
        + ("<w:b/><w:bCs/>" if run.strong else "")
        + ("<w:i/><w:iCs/>" if run.emphasis else "")
        + ('<w:vertAlign w:val="superscript"/>' if run.superscript else "")
        + (_lang(language) if language else "")
    )
    return f"<w:rPr>{marks}</w:rPr>" if marks else ""


def _lang(language: Language) -> str:
    return f'<w:lang w:{KINDS.get(language, "val")}="{TAGS[language]}"/>'


def _fonts(fonts: Fonts) -> str:
    names = {
        "ascii": fonts.latin,
        "hAnsi": fonts.latin,
        "eastAsia": fonts.east_asian,
        "cs": fonts.complex,
    }
    return f"<w:rFonts {' '.join(f'w:{key}={quoteattr(name)}' for key, name in names.items())}/>"
