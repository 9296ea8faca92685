"""The fixed wordings of one language, and which of them ITU has yet to confirm."""

from typing import Literal

from council_report.model.catalogue import PLACEHOLDER, Catalogue
from council_report.model.text import one_line
from council_report.typography.fixing import set_line

Gender = Literal["feminine", "masculine"]


class Wording:
    """A catalogue that is being used: it remembers the provisional labels it has given out."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self._provisional: dict[str, None] = {}

    def say(self, key: str, gender: Gender = "masculine", **values: str) -> str:
        """The label of a key, its placeholders filled; KeyError if the catalogue lacks it."""
        label = self.catalogue.labels[key]
        if label.status == "provisional":
            self._provisional[key] = None
        text = label.feminine if gender == "feminine" and label.feminine else label.text
        text = set_line(text, self.catalogue.language)
        return one_line(PLACEHOLDER.sub(lambda match: values[match[1]], text))

    @property
    def provisional(self) -> tuple[str, ...]:
        """The provisional labels given out so far, sorted."""
        return tuple(sorted(self._provisional))
