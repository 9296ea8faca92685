"""Calls of functions in confined processes, as their caller sees them."""

import atexit
import io
import os
import pickle
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any, Literal, TypeVar

from council_report.confinement.limits import Limits

Result = TypeVar("Result")

StopReason = Literal["time-out", "memory", "crash"]

LARGEST_ANSWER = 256 << 20
"""How many bytes of a result are taken; more is a crash."""

PLAIN = {
    ("_codecs", "encode"),
    ("builtins", "frozenset"),
    ("builtins", "set"),
    ("datetime", "date"),
    ("datetime", "datetime"),
    ("decimal", "Decimal"),
}
"""What a result may be made of beside our own nouns."""

NOUNS = "council_report.model."

PASSED_ON = ("LANG", "LC_ALL", "PATH", "PYPANDOC_PANDOC", "TMPDIR", "VIRTUAL_ENV")
"""The variables of the environment that confined processes are given."""

BEGIN = "from council_report.confinement.serving import serve; serve()"


class StoppedError(Exception):
    """A confined function did not come to its end; ``reason`` says what happened to it.

    ``detail`` is what Python said of a crash, for whoever mends the program.
    """

    def __init__(self, reason: StopReason, detail: str = "") -> None:
        super().__init__(f"{reason}: {detail}" if detail else reason)
        self.reason = reason
        self.detail = detail


def confined(
    function: Callable[..., Result],
    *arguments: object,
    limits: Limits | None = None,
    warm: Iterable[str] = (),
) -> Result:
    """What a function returns that is called in a child process, with limits and no network.

    The function is one of a module; arguments are pickled, and so is the result, which may be of
    our nouns and plain values. ``warm`` names modules that the function will import: they are
    then in memory already. A MemoryError or TimeoutError that leaves the function counts as its
    having been stopped for that reason. Raises StoppedError.
    """
    limits = limits or Limits()
    request = pickle.dumps((limits, function, arguments))
    line, process = _SERVER.child((function.__module__, *warm))
    try:
        answer = _exchanged(line, request, time.monotonic() + limits.seconds)
    finally:
        line.close()
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process, signal.SIGKILL)
    result: Result = _understood(answer)
    return result


def _exchanged(line: socket.socket, request: bytes, deadline: float) -> bytes:
    """The bytes that come back for a request, empty where the child ended without a word."""
    answer = io.BytesIO()
    try:
        line.settimeout(max(deadline - time.monotonic(), 0.001))
        with suppress(ConnectionError):  # It may have ended, and said why.
            line.sendall(request)
            line.shutdown(socket.SHUT_WR)
        while piece := line.recv(1 << 20):
            answer.write(piece)
            if answer.tell() > LARGEST_ANSWER:
                raise StoppedError("crash", "the result is too large")
            line.settimeout(max(deadline - time.monotonic(), 0.001))
    except TimeoutError:
        raise StoppedError("time-out") from None
    except ConnectionError:
        return b""
    return answer.getvalue()


def _understood(answer: bytes) -> Any:
    """The result in an answer; raises StoppedError where it holds none."""
    try:
        outcome, value = _Unpickler(io.BytesIO(answer)).load()
    except Exception as error:
        said = "it ended without an answer" if not answer else f"its answer is broken: {error!r}"
        raise StoppedError("crash", said) from None
    if outcome == "result":
        return value
    raise StoppedError(outcome, value)


class _Unpickler(pickle.Unpickler):
    """Reads an answer; a child that a hostile file has taken over can make no other object."""

    def find_class(self, module: str, name: str) -> Any:
        """One of our nouns, or a plain class."""
        if (module, name) in PLAIN or (module.startswith(NOUNS) and "." not in name):
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"{module}.{name} has no place in a result")


class _Server:
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


_SERVER = _Server()
atexit.register(_SERVER.end)
