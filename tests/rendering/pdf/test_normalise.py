"""A normalised PDF says nothing of when or in which run it was made."""

import io

import pikepdf
import pytest

from council_report.rendering.pdf import inspect
from council_report.rendering.pdf.normalise import normalised

PROFILE = bytes(range(128))


def made(moment: str, **changes: object) -> bytes:
    """A PDF as a program would make it at this moment."""
    with pikepdf.new() as document:
        document.add_blank_page()
        document.docinfo["/Title"] = "Report"
        document.docinfo["/Producer"] = "A program"
        document.docinfo["/CreationDate"] = f"D:{moment}"
        document.docinfo["/ModDate"] = f"D:{moment}"
        document.trailer["/DocChecksum"] = pikepdf.Name(f"/{moment}")
        profile = document.make_stream(PROFILE[:24] + moment.encode()[:12] + PROFILE[36:])
        intent = pikepdf.Dictionary(Type=pikepdf.Name.OutputIntent, DestOutputProfile=profile)
        document.Root.OutputIntents = pikepdf.Array([intent])
        if "language" in changes:
            document.Root.Lang = pikepdf.String(str(changes["language"]))
        with document.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
            metadata["dc:title"] = "R&apos;eport"
            metadata["xmp:CreateDate"] = f"2025-05-02T00:00:{moment[-2:]}"
            metadata["xmp:ModifyDate"] = f"2025-05-02T00:00:{moment[-2:]}"
            metadata["xmpMM:InstanceID"] = f"uuid:{moment}"
        target = io.BytesIO()
        document.save(target)
    return target.getvalue()


def test_two_runs_give_the_same_bytes():
    """Dates, identifiers, checksum and the date of the colour profile are gone."""
    assert made("20250502000001") != made("20260711235959")
    assert normalised(made("20250502000001")) == normalised(made("20260711235959"))


def test_normalising_twice_changes_nothing():
    """A normalised PDF is left as it is."""
    once = normalised(made("20250502000001"))

    assert normalised(once) == once


def test_title_and_producer_stay():
    """What a reader may want to know of the document is kept, the same in both places."""
    with pikepdf.open(io.BytesIO(normalised(made("20250502000001")))) as document:
        assert dict(document.docinfo) == {"/Title": "Report", "/Producer": "A program"}
        with document.open_metadata() as metadata:
            assert metadata["dc:title"] == "Report"


def test_colour_profile_loses_its_date_only():
    """The bytes around the date of the colour profile stay."""
    with pikepdf.open(io.BytesIO(normalised(made("20250502000001")))) as document:
        profile = document.Root.OutputIntents[0].DestOutputProfile.read_bytes()

    assert profile == PROFILE[:24] + bytes(12) + PROFILE[36:]


def test_it_opens_under_its_title_and_is_read_in_order():
    """The title stands in the title bar, and the links of a page follow its structure."""
    with pikepdf.open(io.BytesIO(normalised(made("20250502000001")))) as document:
        assert document.Root.ViewerPreferences.DisplayDocTitle
        assert [page.obj.Tabs for page in document.pages] == [pikepdf.Name.S]


@pytest.mark.parametrize(
    ("own", "given", "expected"),
    [("en-GB", "", "en-GB"), ("en-GB", "fr-FR", "fr-FR")],
)
def test_language_given_goes_before_the_language_found(own, given, expected):
    """The language of the Word document is that of the PDF; without one it keeps its own."""
    pdf = normalised(made("20250502000001", language=own), given)

    with pikepdf.open(io.BytesIO(pdf)) as document:
        assert document.Root.Lang == expected


def test_pages_are_counted():
    """A PDF has as many pages as it has."""
    assert inspect.pages(normalised(made("20250502000001"))) == 1
    assert not inspect.text(normalised(made("20250502000001"))).strip()
