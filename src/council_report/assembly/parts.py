"""The parts of a session's documents that contributors write: box rows and sections."""

from collections.abc import Iterator
from typing import NamedTuple

from council_report.model.desk import Desk
from council_report.model.language import Language
from council_report.model.session import DocumentPlan, Key, Section
from council_report.model.text import one_line


class Part(NamedTuple):
    """A section or box row: what forms and receipts call it in each language, and who owes it.

    A section that the session file neither titles nor names has no names.
    """

    section: Key
    names: dict[Language, str]
    owed_by: tuple[Key, ...]

    def name(self, language: Language) -> str:
        """What it is called in a language: its key where it has no name there."""
        return self.names.get(language, self.section)


def parts_of(desk: Desk) -> tuple[Part, ...]:
    """The parts of all documents in their order; one that is in two documents comes once."""
    found: dict[Key, Part] = {}
    for plan in desk.session.documents:
        for part in (*_box_rows(desk, plan), *map(_section, plan.outline)):
            first = found.get(part.section, part)
            owed_by = tuple(dict.fromkeys((*first.owed_by, *part.owed_by)))
            found[part.section] = first._replace(owed_by=owed_by)
    return tuple(found.values())


def _box_rows(desk: Desk, plan: DocumentPlan) -> Iterator[Part]:
    for row in desk.kinds[plan.kind].box:
        if row == "rule":
            continue
        labels = {
            language: catalogue.labels.get(f"box.{row}")
            for language, catalogue in desk.catalogues.items()
        }
        names = {language: one_line(label.text) for language, label in labels.items() if label}
        yield Part(row, names, (plan.box_from,))


def _section(section: Section) -> Part:
    names = section.title or section.name or {}
    return Part(
        section.key,
        {language: one_line(name) for language, name in names.items()},
        section.contributors,
    )
