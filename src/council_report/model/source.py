"""A file as it was received: its name, its bytes, and their digest."""

from council_report.model.noun import Noun
from council_report.model.session import Key

LARGEST_LIST = 16 << 20
"""How many bytes a list may have that the program itself keeps among the inputs."""


class SourceFile(Noun):
    """A file under inputs/ or templates/, read once.

    ``name`` begins with the folder it was read from: ``inputs/C25/itu-t/standards.yaml``.
    ``digest`` is the SHA-256 of the whole file, in hexadecimal; ``data`` may be cut short when the
    file is larger than any reader takes. ``contributor`` is who sent it.
    """

    name: str
    data: bytes
    digest: str
    contributor: Key | None = None

    @property
    def sender(self) -> Key:
        """Who sent the file; ``nobody`` where it stands in no contributor's folder."""
        return self.contributor or "nobody"

    @property
    def suffix(self) -> str:
        """The ending of the name, in lower case, with its dot."""
        _, dot, ending = self.name.rpartition("/")[2].rpartition(".")
        return f"{dot}{ending.lower()}" if dot else ""
