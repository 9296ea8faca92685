"""Judgements of what was read, one rule per function: findings, never exceptions."""
