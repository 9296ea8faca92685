"""A file that a translator sent back, XLIFF or our Word table, read unit by unit."""

from council_report.intake.translated.reading import LARGEST, read_returned

__all__ = ["LARGEST", "read_returned"]
