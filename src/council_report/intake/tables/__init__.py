"""Tables that somebody sent, .xlsx, .ods or .csv, made into contributions."""

from council_report.intake.tables.reading import read_table

__all__ = ["read_table"]
