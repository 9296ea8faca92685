"""How a redline comes to be: by the engine, mended, verified."""

import datetime

from council_report.comparison.redline.engine import compared
from council_report.comparison.redline.mending import mended, moment_of
from council_report.comparison.redline.verifying import verify


def make_redline(old: bytes, new: bytes, made: datetime.datetime) -> bytes:
    """The new Word file with what changed since the old one as Word's tracked changes.

    ``made`` is the moment they bear. The same arguments give the same bytes. Raises
    ComparisonError if the engine fails, or if accepting all changes does not give the new file,
    or rejecting all the old one, in everything that is ``COMPARED``.
    """
    moment = moment_of(made)
    redline = mended(compared(old, new, moment), old, new, moment)
    verify(redline, old, new)
    return redline
