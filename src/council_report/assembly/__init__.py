"""Contributions made into a document in one language: its order, wording and numbers."""
