"""A Word file as a package: the same parts in the same bytes."""

import io
import time
import zipfile

from council_report.office.package import normalised


def a_package(parts: dict[str, bytes], moment: float, method: int = zipfile.ZIP_STORED) -> bytes:
    """A package with these parts, written at a moment."""
    saved = io.BytesIO()
    with zipfile.ZipFile(saved, "w", method) as package:
        for name, data in parts.items():
            part = zipfile.ZipInfo(name, time.gmtime(moment)[:6])
            part.external_attr = 0o600 << 16
            package.writestr(part, data)
    return saved.getvalue()


PARTS = {"word/document.xml": b"<w/>" * 99, "[Content_Types].xml": b"<t/>", "docProps/a.xml": b""}


def test_every_part_is_kept() -> None:
    """The names and contents of the parts are the same."""
    with zipfile.ZipFile(io.BytesIO(normalised(a_package(PARTS, 1e9)))) as package:
        assert {name: package.read(name) for name in package.namelist()} == PARTS
        assert package.testzip() is None


def test_time_order_and_compression_do_not_matter() -> None:
    """Packages of the same parts are the same bytes, whoever wrote them, when and how."""
    backwards = dict(reversed(PARTS.items()))
    first = normalised(a_package(PARTS, 1e9))
    second = normalised(a_package(backwards, 1.5e9, zipfile.ZIP_DEFLATED))
    assert first == second


def test_another_content_is_another_package() -> None:
    """Nothing but the contents decides."""
    other = PARTS | {"docProps/a.xml": b"<a/>"}
    assert normalised(a_package(PARTS, 1e9)) != normalised(a_package(other, 1e9))


def test_the_types_come_first() -> None:
    """Readers that look at the first part find the list of types there, as Word writes it."""
    with zipfile.ZipFile(io.BytesIO(normalised(a_package(PARTS, 1e9)))) as package:
        assert package.namelist()[0] == "[Content_Types].xml"


def test_a_package_that_is_normal_stays_as_it_is() -> None:
    """Doing it twice changes nothing."""
    once = normalised(a_package(PARTS, 1e9))
    assert normalised(once) == once
