"""A document made into Word and PDF files."""
