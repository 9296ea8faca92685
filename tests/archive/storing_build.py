"""A build that stores one draft for every manifest it is told, and says which."""

import sys
from pathlib import Path

from council_report.archive.store import store
from council_report.model.draft import Manifest


def main(outputs: Path) -> None:
    """Store a draft for each line read, a manifest; answer with its name and whether it is new."""
    print("ready", flush=True)
    for line in sys.stdin:
        manifest = Manifest.model_validate_json(line)
        files = {product.file: bytes(1 << 20) for product in manifest.products}
        draft, new = store(outputs, manifest, files, ())
        print(draft.name, new, flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
