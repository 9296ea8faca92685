"""Two files of one contributor for one place: both are set aside, and each names the other."""

import pytest

from council_report.checks.contested import _slot
from council_report.model.contribution import Contribution
from council_report.model.location import Location

OTHER = """\
entries:
  - id: other-work
    section: standards
    text: {en: Other work., fr: Autres travaux.}
"""
FOLDER = "inputs/C25/itu-t"


def contested(office):
    """Place and message of the findings of the rule."""
    return [(one.location, one.message) for one in office.findings() if one.rule in CONTESTED]


CONTESTED = ("files-contested",)


@pytest.mark.parametrize(
    "name",
    [
        "standards (2).yaml",
        "standards - Copy.yaml",
        "Standards - copie (3).yaml",
        "standards copy 2.yaml",
        "standards_v2.yaml",
        "Copy of standards.yaml",
        "Copie de standards.yaml",
        "standards (Anna's conflicted copy 2026-03-01).yaml",
        "standards.sync-conflict-20260301-101010.yaml",
        "standards.json",
        "standards.docx",
    ],
)
def test_a_copy_or_another_form_of_a_file_is_known_by_its_name(name):
    """What programs add to the names of copies, and the ending, make no other file."""
    one, other = (
        Contribution(contributor="itu-t", file=f"{FOLDER}/{file}", digest="")
        for file in ("standards.yaml", name)
    )
    assert _slot(one) == _slot(other)


@pytest.mark.parametrize(
    "name", ["standards-2.yaml", "photocopy.yaml", "copy editing.yaml", "other/standards.yaml"]
)
def test_another_name_or_folder_is_another_file(office, name):
    """Names that only resemble one another, and folders, keep files apart."""
    office.texts[f"{FOLDER}/{name}"] = OTHER
    assert not office.findings()


def test_two_versions_of_a_file_are_both_set_aside(office):
    """A file and its copy name each other; neither is used, even if their entries differ."""
    copy = f"{FOLDER}/standards (2).yaml"
    office.texts[copy] = OTHER
    contributions, findings = office.judge()
    assert {one.file for one in contributions if one.set_aside} == {office.standards, copy}
    assert [one.location for one in findings if one.rule == "files-contested"] == [
        Location(copy),
        Location(office.standards),
    ]
    assert office.standards in contested(office)[0][1]
    assert copy in contested(office)[1][1]


def test_two_files_of_a_contributor_that_hold_the_same_entry(office):
    """Each of the two is an error at the entry, naming the place of the other."""
    second = f"{FOLDER}/second.yaml"
    office.texts[second] = OTHER.replace("other-work", "standards-work")
    places = [office.at(file, "id: standards-work") for file in (second, office.standards)]
    assert contested(office) == [
        (
            here,
            f"the entry 'standards-work' is in two files, and neither of them is used: {there}",
        )
        for here, there in (places, places[::-1])
    ]


def test_files_that_share_several_entries_get_one_finding(office):
    """Two whole versions under different names are one finding in each, which counts them."""
    office.texts[f"{FOLDER}/again.yaml"] = office.texts[office.standards]
    first, second = contested(office)
    assert "2 entries are in two files" in first[1]
    assert "2 entries are in two files" in second[1]


def test_a_file_is_contested_by_one_that_is_set_aside(office):
    """That one of the two has an error of its own does not make the other the right one."""
    copy = f"{FOLDER}/standards - Copy.yaml"
    office.texts[copy] = OTHER.replace("section: standards", "section: nowhere")
    contributions, _ = office.judge()
    assert {one.file for one in contributions if one.set_aside} == {office.standards, copy}


def test_a_file_that_could_not_be_read_is_contested_by_name(office):
    """Of a broken file not even the entries are known, but its name tells."""
    office.texts[f"{FOLDER}/standards.json"] = "{"
    assert [place.file for place, _ in contested(office)] == [
        f"{FOLDER}/standards.json",
        office.standards,
    ]


def test_a_file_that_is_never_read_contests_nothing(office):
    """A PDF beside the file is refused for what it is, and the file is used."""
    office.texts[f"{FOLDER}/standards.pdf"] = "%PDF-1.7"
    assert not contested(office)


def test_the_same_id_of_two_contributors_is_a_duplicate_only(office):
    """Files of different contributors do not contest one place."""
    office.edit(office.report, "id: leading-role", "id: standards-work")
    assert [one.rule for one in office.findings()] == ["entry-duplicate"]
