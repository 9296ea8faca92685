"""Word files with tracked changes between two drafts, each verified before it is delivered."""

from council_report.comparison.redline.engine import version
from council_report.comparison.redline.making import make_redline
from council_report.comparison.redline.verifying import COMPARED, NOT_COMPARED

__all__ = ["COMPARED", "NOT_COMPARED", "make_redline", "version"]
