"""Office files as XML: their names, their parts, their tracked changes. It judges nothing."""
