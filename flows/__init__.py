"""The workflows: what calls the rooms, in which order.

Only build_report.py and running.py import Prefect.
"""
