"""A Word copy of a draft that a reviewer has edited, read paragraph by paragraph."""

from council_report.intake.edited.reading import read_edited, take_copy

__all__ = ["read_edited", "take_copy"]
