"""Draft by draft: what changed, as data, as tracked changes, and on one page."""
