"""Reviewers' copies of a draft: what they want changed, where, and what of it is accepted."""
