"""The names of XLIFF 1.2: elements, states, and kinds of inline codes."""

from typing import Literal

NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"
X = f"{{{NAMESPACE}}}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"

READ = frozenset({NAMESPACE, "urn:oasis:names:tc:xliff:document:1.1", ""})
"""The namespaces of files that are read: some tools write an older one, or none."""

CodeKind = Literal["link", "bold", "italic", "x-superscript", "x-statistic"]
"""What an inline code is, as its ``ctype`` says: all but a statistic stand around words."""

LOOKS: tuple[CodeKind, ...] = ("bold", "italic", "x-superscript")
"""The codes that say nothing but how words look, so that nothing else need be known of them."""

MACHINE = frozenset({"mt-suggestion", "leveraged-mt"})
"""Where a target comes from, in ``state-qualifier``, if a machine translated it."""

CONFIRMED = frozenset({"final", "signed-off"})
"""The states of a target that somebody has confirmed."""

TAB_SEPARATED = "text/tab-separated-values"
"""The form of the term list in the header."""

ORIGIN = "council-report"
"""What ``original`` begins with; session and source language follow, each after a slash."""
