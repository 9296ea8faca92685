"""A Word file as the same bytes whenever and wherever it is made."""

import io
import zipfile


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
            target.writestr(part, source.read(name))
    return result.getvalue()
