"""``python -m council_report.cli`` is the command ``council-report``."""

from council_report.cli.main import main

main()
