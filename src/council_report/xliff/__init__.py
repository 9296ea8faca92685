"""XLIFF 1.2: its vocabulary, and rich text as its inline codes."""
