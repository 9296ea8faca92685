"""Rules about the patterns of a catalogue: how a language writes citations and dates."""

import re
from collections.abc import Iterator

from babel.dates import parse_pattern

from council_report.checks.case import Case
from council_report.checks.catalogues import IN_BRACES
from council_report.checks.rule import Problem, rule
from council_report.model.message import Message

CITED = ("number", "city", "year")
"""The placeholders of a citation."""

RANGES = {"range_in_month": "ddMy", "range_in_year": "dMdMy", "range": "dMydMy"}
"""The fields that a pattern for a range of days has, other than one for a day."""

QUOTED = re.compile(r"'[^']*'")
FIELD = re.compile(r"([A-Za-z])\1*")


@rule("citation-pattern", "error", "desk")
def citation_pattern(case: Case) -> Iterator[Problem]:
    """A way to cite a resolution does not say where its number, city and year go."""
    shown = ", ".join(f"{{{word}}}" for word in CITED)
    for language, catalogue in case.desk.catalogues.items():
        for form in ("first", "revised"):
            for index, wording in enumerate(getattr(catalogue.citations, form)):
                if sorted(IN_BRACES.findall(wording)) != sorted(CITED):
                    place = case.in_template("labels", language, "citations", form, index)
                    message = Message(
                        "'{wording}' does not hold just this, each once: {shown}",
                        wording=wording,
                        shown=shown,
                    )
                    remedy = Message("Write the words around {shown}.", shown=shown)
                    yield Problem(place, message, remedy)


@rule("date-pattern", "error", "desk")
def date_pattern(case: Case) -> Iterator[Problem]:
    """A pattern for dates does not give a whole date, or is none."""
    for language, catalogue in case.desk.catalogues.items():
        for name, patterns in catalogue.dates:
            pattern = patterns if isinstance(patterns, str) else "".join(patterns)
            if not _gives(pattern, RANGES.get(name, "dMy")):
                message = Message(
                    "'{pattern}' does not give the day, month and year of a date", pattern=pattern
                )
                remedy = Message("Write it with d, MMMM and y, and all other words in quotes.")
                place = case.in_template("labels", language, "dates", name)
                yield Problem(place, message, remedy)


def _gives(pattern: str, fields: str) -> bool:
    """Whether a Unicode date pattern has these fields, each as often, and no others."""
    try:
        parse_pattern(pattern)
    except ValueError:
        return False
    outside = QUOTED.sub("", pattern)
    found = (match[0][0] for match in FIELD.finditer(outside))
    return sorted("M" if one == "L" else one for one in found) == sorted(fields)
