"""A Word or Excel file as the same bytes whenever and wherever it is made."""

import io
import re
import zipfile

STAMP = re.compile(rb"<dcterms:(created|modified)\b.*?</dcterms:\1>")


def normalised(package: bytes) -> bytes:
    """The package with its parts in a fixed order and without the time they were written."""
    result = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(package)) as source,
        zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in sorted(source.namelist()):
            part = zipfile.ZipInfo(name)
            part.compress_type = zipfile.ZIP_DEFLATED
            part.create_system = 0  # It would say otherwise which system made it.
            data = source.read(name)
            target.writestr(part, STAMP.sub(b"", data) if name == "docProps/core.xml" else data)
    return result.getvalue()
