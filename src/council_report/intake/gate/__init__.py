"""The gate: what a file is, by its content, and whether a reader may open it.

Nothing here knows how to read a text or a table; the standard library and lxml are enough. A file
that passes has one meaning for every reader, reaches for nothing outside itself, and holds nothing
that could run. ``kind_of`` is safe in any process for a file that is no zip container; all else
is done in a confined one.
"""

from council_report.intake.gate.kinds import FileKind, kind_of
from council_report.intake.gate.package import check_package
from council_report.intake.gate.signatures import is_container, is_large

__all__ = ["FileKind", "check_package", "is_container", "is_large", "kind_of"]
