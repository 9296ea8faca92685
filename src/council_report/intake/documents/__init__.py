"""Documents: Word, ODF and Markdown texts, read as entries."""

from council_report.intake.documents.reading import read_document

__all__ = ("read_document",)
