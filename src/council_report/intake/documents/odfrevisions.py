"""The tracked changes of an ODF text, on the way through it."""

from lxml import etree

from council_report.intake.documents.odfparts import changes
from council_report.office.tags import TEXT
from council_report.office.tracked import Reading


class OdfRevisions:
    """The tracked changes that are open at one place of a text.

    ``restyled`` are the numbers of the paragraphs where only a look changed.
    """

    def __init__(self, root: etree._Element, reading: Reading) -> None:
        self.restyled: set[int] = set()
        self._changes = changes(root)
        self._is_before = reading == "before"
        self._inserted: set[str] = set()

    @property
    def left_out(self) -> bool:
        """Whether words at this place are inserted ones that are rejected."""
        return bool(self._inserted)

    def passed(self, mark: etree._Element, number: int) -> etree._Element | None:
        """Pass a mark in a paragraph; the deletion if one is to be undone at this place."""
        key = mark.get(f"{TEXT}change-id", "")
        change = self._changes.get(key)
        if change is None:
            return None
        if change.tag == f"{TEXT}format-change":
            self.restyled.add(number)
        elif self._is_before and change.tag == f"{TEXT}deletion":
            return change if mark.tag == f"{TEXT}change" else None
        elif self._is_before and mark.tag == f"{TEXT}change-start":
            self._inserted.add(key)
        elif mark.tag == f"{TEXT}change-end":
            self._inserted.discard(key)
        return None
