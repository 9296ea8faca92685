"""What a PDF file says: its pages and its text."""

from threading import Lock

import pypdfium2

PDFIUM = Lock()
"""Held while PDFium works: it serves one thread at a time."""


def pages(pdf: bytes) -> int:
    """The number of pages."""
    with PDFIUM:
        document = pypdfium2.PdfDocument(pdf)
        try:
            return len(document)
        finally:
            document.close()


def is_empty(pdf: bytes) -> bool:
    """Whether there is no page with a word on it."""
    with PDFIUM:
        document = pypdfium2.PdfDocument(pdf)
        try:
            return not any(page.get_textpage().get_text_range().strip() for page in document)
        finally:
            document.close()


def text(pdf: bytes) -> str:
    """The text of all pages, in the order in which it is read."""
    with PDFIUM:
        document = pypdfium2.PdfDocument(pdf)
        try:
            texts = [page.get_textpage().get_text_range() for page in document]
        finally:
            document.close()
    # PDFium gives this noncharacter for a hyphen at the end of a line.
    return "\n".join(texts).replace("\ufffe", "-")
