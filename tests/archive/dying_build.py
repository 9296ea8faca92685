"""Builds that are killed while they store a draft: the first at its first line, and so on."""

import os
import signal
import sys
from itertools import count
from pathlib import Path
from types import FrameType
from typing import Any

from council_report.archive import lock, store
from council_report.model.draft import Manifest

OURS = {lock.__file__, store.__file__}


def main(outputs: Path, manifest: Manifest) -> None:
    """Store drafts in processes of their own, each killed one line of the archive further on.

    After each, say whether it was killed or lived, and wait for a line before the next.
    """
    for lines in count(1):
        process = os.fork()
        if not process:
            die_after(lines)
            one = manifest.model_copy(update={"fingerprint": f"dying-{lines}"})
            store.store(outputs, one, {product.file: b"x" for product in one.products}, ())
            os._exit(0)
        _, status = os.waitpid(process, 0)
        print("killed" if os.WIFSIGNALED(status) else "lived", flush=True)
        sys.stdin.readline()


def die_after(lines: int) -> None:
    """Have this process killed, as by ``kill -9``, before it executes one more line than these."""
    executed = count(1)

    def trace(frame: FrameType, event: str, _: object) -> Any:
        if frame.f_code.co_filename not in OURS:
            return None
        if event == "line" and next(executed) == lines:
            os.kill(os.getpid(), signal.SIGKILL)
        return trace

    sys.settrace(trace)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Manifest.model_validate_json(sys.argv[2]))
