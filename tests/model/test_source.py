"""A file as it was received."""

import pytest

from council_report.model.source import SourceFile


@pytest.mark.parametrize(
    ("name", "suffix"),
    [
        ("inputs/C25/itu-t/a.yaml", ".yaml"),
        ("inputs/C25/itu-t/A.YAML", ".yaml"),
        ("inputs/C25/itu-t/a.b.json", ".json"),
        ("inputs/C25/itu.t/readme", ""),
        ("a.", "."),
    ],
)
def test_the_suffix_is_the_ending_of_the_name(name: str, suffix: str) -> None:
    """The ending of a name is read in lower case, and never from a folder's name."""
    assert SourceFile(name=name, data=b"", digest="0" * 64).suffix == suffix
