"""Receipts for contacts: the page, and copies of their files with the findings as comments."""
