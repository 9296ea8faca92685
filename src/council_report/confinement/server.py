"""The process that forks confined ones, as its owner holds it."""

import os
import socket
import subprocess
import sys
import threading
from collections.abc import Iterable
from pathlib import Path

PASSED_ON = ("LANG", "LC_ALL", "PATH", "PYPANDOC_PANDOC", "TMPDIR", "VIRTUAL_ENV")
"""The variables of the environment that confined processes are given."""

BEGIN = "from council_report.confinement.serving import serve; serve()"


class Server:
    """The process that forks the children of this one, started when the first is needed."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.owner = 0
        self.control: socket.socket | None = None
        self.process: subprocess.Popen[bytes] | None = None

    def child(self, modules: Iterable[str]) -> tuple[socket.socket, int]:
        """The line to a new child that has the modules in memory, and its process number."""
        names = "\n".join(dict.fromkeys(modules)).encode()
        with self.lock:
            try:
                return self._forked(names)
            except ConnectionError:  # Somebody ended the server: a new one is as good.
                self._end()
                return self._forked(names)

    def _forked(self, names: bytes) -> tuple[socket.socket, int]:
        control = self._started()
        ours, theirs = socket.socketpair()
        with theirs:
            try:
                socket.send_fds(control, [names], [theirs.fileno()])
                number = control.recv(20)
                if not number:
                    raise ConnectionResetError("the server ended")
            except ConnectionError:
                ours.close()
                raise
        return ours, int(number)

    def _started(self) -> socket.socket:
        if self.control is not None and self.owner == os.getpid():
            return self.control
        self.owner = os.getpid()
        self.control, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        environment = {name: os.environ[name] for name in PASSED_ON if name in os.environ}
        paths = [str(Path(path).absolute()) for path in sys.path]
        with theirs:
            self.process = subprocess.Popen(
                [sys.executable, "-c", BEGIN, str(theirs.fileno())],
                pass_fds=[theirs.fileno()],
                env=environment | {"PYTHONPATH": os.pathsep.join(paths)},
                cwd="/",
                start_new_session=True,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
        return self.control

    def _end(self) -> None:
        if self.control is not None and self.process is not None and self.owner == os.getpid():
            self.control.close()
            self.process.wait(10)
        self.control = self.process = None

    def end(self) -> None:
        """End the server; it ends its children."""
        with self.lock:
            self._end()
