"""A Word or ODF text made ready for pandoc, with what pandoc will not tell of it."""

from typing import NamedTuple

from council_report.model.finding import Finding
from council_report.model.location import Location

PLACE = "crp:"
"""How the address of the link begins that stands first in each paragraph and says its number.

A link to ``crp:12``, whose words are a pilcrow, is the beginning of paragraph 12. Bookmarks would
not do: pandoc drops those that nothing refers to, and renames them in headings and in ODF.
"""


class Prepared(NamedTuple):
    """What pandoc is to read, and what is known of the file without it.

    ``data`` is a package of the same format: each of its paragraphs begins with a link to its
    ``PLACE``, headings have the built-in style of their level, and everything a person reads
    stands in it once, as plain paragraphs, lists and tables. Of paragraph N, counted from 1,
    ``paragraphs[N - 1]`` is the text as a person reads it, without the text of its notes, and
    ``styles[N - 1]`` the name of its style. ``marks`` are the bookmarks and ``notes`` the footnotes
    and endnotes, each with the number of the paragraph where it stands; ``boxed`` are the numbers
    of the paragraphs in text boxes. ``aside`` are the words that ``data`` does not hold, such as
    those of page headers.
    """

    data: bytes
    paragraphs: tuple[str, ...] = ()
    styles: tuple[str, ...] = ()
    marks: tuple[tuple[int, str], ...] = ()
    notes: tuple[tuple[int, str], ...] = ()
    boxed: frozenset[int] = frozenset()
    aside: tuple[tuple[Location, str], ...] = ()
    findings: tuple[Finding, ...] = ()
