"""The nouns: frozen values that every room knows, without input or output."""
