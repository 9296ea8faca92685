"""The only writer of the outputs folder: numbered drafts that never change."""
