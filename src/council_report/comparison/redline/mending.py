"""What the engine wrote, as it is delivered: every look, link and bookmark in its place."""

import datetime

from council_report.comparison.redline.ends import settle_ends
from council_report.comparison.redline.looks import Looks, looks_in, paired
from council_report.comparison.redline.paragraphs import targets_of
from council_report.comparison.redline.pen import Pen
from council_report.comparison.redline.rebuilding import rebuild
from council_report.comparison.redline.stories import parts_of
from council_report.office.package import normalised
from council_report.office.parts import Parts

PROPERTIES = "docProps/core.xml"


def mended(redline: bytes, old: bytes, new: bytes, moment: str) -> bytes:
    """A redline of the engine, mended; the same bytes for the same files and moment.

    The properties of the file, such as its title, are those of the new one.
    """
    parts, former, latter = Parts(redline), Parts(old), Parts(new)
    before, after = parts_of(former), parts_of(latter)
    for name, part in parts_of(parts).items():
        if name in before and name in after:
            looks = _looks(former, before[name]), _looks(latter, after[name])
            _mend(parts, part, *looks, moment)
    if latter.has(PROPERTIES):
        parts.put(PROPERTIES, latter.tree(PROPERTIES))
    return normalised(parts.saved())


def moment_of(made: datetime.datetime) -> str:
    """A moment as Word writes it: in UTC, to the second."""
    return made.astimezone(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _looks(parts: Parts, part: str) -> Looks:
    return looks_in(parts.tree(part), targets_of(parts, part))


def _mend(parts: Parts, part: str, old: Looks, new: Looks, moment: str) -> None:
    root = parts.tree(part)
    settle_ends(root)
    looks = paired(root, old, new)
    # Without all its letters there is nothing to mend: verification will tell what is missing.
    if looks:
        rebuild(looks, targets_of(parts, part), Pen(parts, part, root, moment))
        parts.put(part, root)
