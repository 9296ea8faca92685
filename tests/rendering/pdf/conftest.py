"""What the tests of the PDF engines share: Word documents made from the real templates."""

import io
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docxtpl import DocxTemplate
from markupsafe import Markup, escape

TEMPLATES = Path(__file__).parents[3] / "templates"

DASH = "\u2013"

MakeWord = Callable[..., bytes]


@pytest.fixture(scope="session")
def make_word() -> MakeWord:
    """Makes a Word document with the template's styles, of one paragraph for each text."""

    def make(*texts: str, style: str = "Normal", change: Callable[[Document], None] | None = None):
        document = _blank()
        for text in texts:
            document.add_paragraph(text, style=style)
        if change:
            change(document)
        return _saved(document)

    return make


@pytest.fixture(scope="session")
def report() -> bytes:
    """A report with every kind of block, in French, made from the template."""
    template = DocxTemplate(TEMPLATES / "report.docx")
    template.render(_context(), autoescape=True)
    template.docx.core_properties.title = "RAPPORT SUR L'IA"
    template.docx.core_properties.language = "fr-FR"
    return _saved(template.docx)


def _blank() -> Document:
    document = docx.Document(str(TEMPLATES / "report.docx"))
    for element in list(document.element.body)[:-1]:
        document.element.body.remove(element)
    for paragraph in document.sections[0].header.paragraphs[1:]:
        paragraph.text = "C25/XX-F"
    document.core_properties.title = "A document"
    document.core_properties.language = "en-GB"
    return document


def _saved(document: Document) -> bytes:
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def _run(text: str) -> Markup:
    return Markup('<w:r><w:t xml:space="preserve">{}</w:t></w:r>').format(escape(text))


def _block(kind: str, text: str, marker: str = "", rows: tuple[tuple[str, ...], ...] = ()):
    cells = [[_run(cell) for cell in row] for row in rows]
    return {"kind": kind, "text": _run(text), "marker": marker, "rows": cells}


def _context() -> dict[str, object]:
    purpose = _block("paragraph", "Le présent document donne un aperçu.")
    header = {
        "session": "Conseil 2025",
        "place_and_dates": "Genève, 17-27 juin 2025",
        "agenda_item": "Point de l'ordre du jour: PL 3.1",
        "symbol": "Document C25/XX-F",
        "date": "20 mai 2025",
        "original": "Original: anglais",
        "short_reference": "C25/XX-F",
    }
    return {
        "header": header,
        "author": "Rapport de la Secrétaire générale",
        "title": "RAPPORT SUR L'IA",
        "language": "fr",
        "emblem": "",
        "box": [
            {"key": "purpose", "label": "Objet", "blocks": [purpose]},
            {"key": "rule", "label": "", "blocks": [_block("rule", "_" * 18)]},
            {"key": "references", "label": "Références", "blocks": [_block("paragraph", "C24/43")]},
        ],
        "blocks": [
            _block("paragraph", "L'UIT a poursuivi ses travaux."),
            _block("heading", "Normes"),
            _block("bullet", "Trois normes ont été adoptées:", DASH),
            _block("sub-bullet", "la première;", DASH),
            _block("numbered", "un premier point.", "1)"),
            _block("placeholder", "[en attente: UIT-D]"),
            _block("table", "Tableau 1", rows=(("Secteur", "Participants"), ("UIT-T", "1 200"))),
            *(_block("paragraph", f"Paragraphe {number}.") for number in range(30)),
            _block("rule", "_" * 18),
        ],
    }
