"""A contributor's file made into a contribution, whole or set aside."""

from collections.abc import Callable, Mapping

from council_report.intake.structured import build
from council_report.intake.tree import Tree
from council_report.model.contribution import Contribution, ContributionFile
from council_report.model.finding import Finding
from council_report.model.location import Location
from council_report.model.source import SourceFile

NOBODY = "nobody"
"""Who sent a file that stands in no contributor's folder and is read by itself."""


def read_contribution(source: SourceFile) -> Contribution:
    """The contribution in a file; its findings say why, where it could not be read."""
    reader = READERS.get(source.suffix, _unreadable)
    return reader(source)


def _read_structured(source: SourceFile) -> Contribution:
    tree = Tree(source)
    content, findings = build(ContributionFile, tree)
    content = content or ContributionFile()
    return Contribution(
        contributor=source.contributor or NOBODY,
        file=source.name,
        digest=source.digest,
        statistics=content.statistics,
        entries=content.entries,
        places=tree.places,
        claims=_claims(tree.value),
        findings=tuple(findings),
    )


def _claims(value: object) -> tuple[str, ...]:
    """The sections that the entries of a file name, as far as it could be read."""
    entries = value.get("entries") if isinstance(value, dict) else None
    sections = [
        entry["section"]
        for entry in (entries if isinstance(entries, list) else [])
        if isinstance(entry, dict) and isinstance(entry.get("section"), str)
    ]
    return tuple(dict.fromkeys(sections))


def _unreadable(source: SourceFile) -> Contribution:
    finding = Finding(
        rule="file-format",
        severity="error",
        location=Location(source.name),
        message=f"files of this kind ('{source.suffix or 'no ending'}') are not read",
        remedy="Send the text as a YAML or JSON file.",
    )
    return Contribution(
        contributor=source.contributor or NOBODY,
        file=source.name,
        digest=source.digest,
        findings=(finding,),
    )


READERS: Mapping[str, Callable[[SourceFile], Contribution]] = {
    ".yaml": _read_structured,
    ".yml": _read_structured,
    ".json": _read_structured,
}
"""The reader for each ending of a file name."""
