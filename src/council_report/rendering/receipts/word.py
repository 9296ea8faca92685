"""A contact's Word file with each finding as a comment at the words meant."""

import io
from collections.abc import Sequence
from typing import cast

import docx
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.text.paragraph import CT_P
from docx.oxml.text.run import CT_R
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from council_report.model.finding import Finding
from council_report.model.language import TAGS, Language
from council_report.model.receipt import AUTHOR
from council_report.office.package import normalised
from council_report.pages.speech import Speech
from council_report.rendering.directions import typeset_paragraph
from council_report.rendering.receipts.passage import Element, P, runs_of, runs_saying
from council_report.rendering.receipts.remark import INITIALS, remark
from council_report.rendering.runs import KINDS

TEXT_BOX, DATE = qn("w:txbxContent"), qn("w:date")


def annotate_word(data: bytes, findings: Sequence[Finding], speech: Speech) -> bytes:
    """The Word file with a comment for each finding, and otherwise as it was.

    A comment stands at the words of the finding's location, or else at its paragraph, or else at
    the first paragraph. What python-docx raises on a file that it cannot read is passed on.
    """
    document = docx.Document(io.BytesIO(data))
    paragraphs: list[CT_P] = list(document.element.iter(P)) or [document.add_paragraph()._p]
    for finding in findings:
        number = min(finding.location.paragraph or 1, len(paragraphs))
        paragraph = Paragraph(_outside_text_boxes(paragraphs[number - 1]), document._body)
        runs = _runs_meant(paragraph, finding.location.words)
        _comment(document, runs, remark(finding, speech), speech.language)
    saved = io.BytesIO()
    document.save(saved)
    return normalised(saved.getvalue())


def _outside_text_boxes(paragraph: CT_P) -> CT_P:
    """The paragraph, or that in which its text box stands: Word has no comments in text boxes."""
    boxes = list(paragraph.iterancestors(TEXT_BOX))
    return cast(CT_P, next(boxes[-1].iterancestors(P))) if boxes else paragraph


def _runs_meant(paragraph: Paragraph, words: str) -> list[Run]:
    """The runs that say these words, or else all of the paragraph; never none."""
    runs: Sequence[Element] = runs_saying(paragraph._p, words) or runs_of(paragraph._p)
    return [Run(cast(CT_R, run), paragraph) for run in runs] or [paragraph.add_run()]


def _comment(document: Document, runs: Sequence[Run], text: str, language: Language) -> None:
    """Add a comment without the time it was made, so that the copy has the same bytes again."""
    comment = document.add_comment(runs, text, AUTHOR, INITIALS)
    del comment._comment_elm.attrib[DATE]
    for paragraph in comment.paragraphs:
        for run in paragraph.runs:
            run._r.get_or_add_rPr().append(_lang(language))
        typeset_paragraph(paragraph._p, language)


def _lang(language: Language) -> Element:
    """What a run says of the language that its words are in."""
    lang = OxmlElement("w:lang")
    lang.set(qn(f"w:{KINDS.get(language, 'val')}"), TAGS[language])
    return lang
