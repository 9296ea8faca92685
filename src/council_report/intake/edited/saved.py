"""Who saved a Word file last, and when, as far as the file says."""

import datetime
from typing import NamedTuple

from council_report.intake.documents.package import parsed, relations
from council_report.intake.documents.wordpackage import WordFile
from council_report.intake.edited.authors import moment

PROPERTIES = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}"
CREATOR = "{http://purl.org/dc/elements/1.1/}creator"
MODIFIED = "{http://purl.org/dc/terms/}modified"


class Saved(NamedTuple):
    """``author`` is "" and ``when`` None where the file does not say."""

    author: str = ""
    when: datetime.datetime | None = None


def saved_by(file: WordFile) -> Saved:
    """Who saved a file last: who made it, where it names nobody else."""
    for relation in relations(file.parts, "").values():
        if relation.kind == "core-properties" and relation.target in file.parts:
            root = parsed(file.parts[relation.target])
            names = (root.findtext(tag) or "" for tag in (f"{PROPERTIES}lastModifiedBy", CREATOR))
            author = next(filter(None, (name.strip() for name in names)), "")
            return Saved(author, moment(root.findtext(MODIFIED)))
    return Saved()
