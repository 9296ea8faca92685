"""What reviewers are given is made of all that was sent."""

import re
from pathlib import Path

from council_report.settings import find_workplace
from flows.gathering import gather
from flows.reviewing import statistics_of


def test_a_number_sent_once_in_each_language_has_its_unit_in_all_of_them(workplace: Path) -> None:
    """A form is in one language, so a contributor may send two; the number is the same one."""
    folder = workplace / "inputs/C25/itu-d"
    text = (folder / "activities.yaml").read_text("utf-8")
    english, french = re.findall(r"^ {6}(?:en|fr): (?:countries|pays) .*\n", text, re.MULTILINE)
    head = text.partition("entries:")[0]
    (folder / "activities.yaml").write_text(text.replace(french, ""), "utf-8")
    (folder / "chiffres.yaml").write_text(head.replace(english, ""), "utf-8")
    gathered = gather(find_workplace(workplace), "C25")
    assert not [one for one in gathered.findings if one.severity == "error"]
    (units,) = (one.unit for one in statistics_of(gathered) if one.key == "mapped-countries")
    assert units.keys() == {"en", "fr"}
