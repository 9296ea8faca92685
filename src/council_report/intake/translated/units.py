"""A unit as it came back, whatever file it came in."""

from collections.abc import Iterable, Sequence

from council_report.intake.gate.refusal import quoted
from council_report.intake.translated.protected import problem_of
from council_report.model.location import Location
from council_report.model.text import Text, parse_text
from council_report.model.translation import ReturnedUnit, Unit
from council_report.model.writing import write_text


def source_of(known: Unit | None) -> Text:
    """The source of a unit; nothing of one that is not known."""
    return parse_text(known.source) if known else ()


def returned_unit(
    given: str,
    known: Unit | None,
    source: Text | None,
    target: Text,
    place: Location,
    *,
    unknown: Sequence[str] = (),
    machine: bool = False,
) -> ReturnedUnit:
    """A unit with this id, of which a message may quote any that is not known.

    ``source`` is what the file quotes, or None where that is the source of the unit that is known.
    Of the protected parts nothing is said where it is another: they may be those of that one.
    ``unknown`` are codes in the translation that the source does not have.
    """
    is_same = known is not None and source is None
    return ReturnedUnit(
        id=given if known else quoted(given),
        source=known.source if known and is_same else write_text(source or ()),
        target=_written(target, (known.text, known.source) if known else ()),
        machine=machine,
        place=place,
        problem=problem_of(source_of(known), target, unknown) if is_same and target else None,
    )


def _written(text: Text, known: Iterable[str | None]) -> str | None:
    """A text in the Markdown subset, as we have it where we do, so that it is seen to be the same.

    None if there is no text.
    """
    same = (one for one in known if one is not None and parse_text(one) == text)
    return next(same, None) or write_text(text) or None
