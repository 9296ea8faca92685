"""The fingerprint of a draft: one digest of all that decides its content."""

import hashlib
import json
from collections.abc import Mapping


def fingerprint(parts: Mapping[str, str]) -> str:
    """The SHA-256 over the digests and versions of the parts, by name, in whatever order given."""
    canonical = json.dumps(dict(parts), sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("ascii")).hexdigest()
