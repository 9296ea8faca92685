"""The command ``council-report``: the corridor for people."""

from council_report.cli.main import main

__all__ = ["main"]
