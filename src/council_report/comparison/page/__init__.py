"""The review page of a draft: its state, its text with the changes, and where all of it is from."""
