"""What a text states in any language: numbers, dates, citations, links, symbols, names."""
