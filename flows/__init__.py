"""The workflows: what calls the rooms, in which order; only build_report.py imports Prefect."""
