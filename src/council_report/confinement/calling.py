"""Calls of functions in confined processes, as their caller sees them."""

import atexit
import io
import os
import pickle
import signal
import socket
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import Any, Literal, TypeVar

from council_report.confinement.limits import Limits, memory_together
from council_report.confinement.server import Server

Result = TypeVar("Result")

StopReason = Literal["time-out", "memory", "crash"]

LARGEST_ANSWER = 256 << 20
"""How many bytes of a result are taken; more is a crash."""

LOOK_EVERY = 0.02
"""After how many seconds it is looked again how much memory a child uses with its programs."""

PLAIN = {
    ("_codecs", "encode"),
    ("builtins", "frozenset"),
    ("builtins", "set"),
    ("datetime", "date"),
    ("datetime", "datetime"),
    ("datetime", "timedelta"),
    ("datetime", "timezone"),
    ("decimal", "Decimal"),
}
"""What a result may be made of beside our own nouns."""

NOUNS = "council_report.model."


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
        answer = _exchanged(line, process, request, limits)
    finally:
        line.close()
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process, signal.SIGKILL)
    result: Result = _understood(answer)
    return result


def _exchanged(line: socket.socket, process: int, request: bytes, limits: Limits) -> bytes:
    """The bytes that come back for a request, empty where the child ended without a word."""
    deadline = time.monotonic() + limits.seconds
    answer = io.BytesIO()
    try:
        line.settimeout(limits.seconds)
        with suppress(ConnectionError):  # It may have ended, and said why.
            line.sendall(request)
            line.shutdown(socket.SHUT_WR)
        while piece := _received(line, process, limits, deadline):
            answer.write(piece)
            if answer.tell() > LARGEST_ANSWER:
                raise StoppedError("crash", "the result is too large")
    except TimeoutError:
        raise StoppedError("time-out") from None
    except ConnectionError:
        return b""
    return answer.getvalue()


def _received(line: socket.socket, process: int, limits: Limits, deadline: float) -> bytes:
    """The next piece of an answer; raises TimeoutError, or StoppedError where memory runs out."""
    while True:
        left = deadline - time.monotonic()
        line.settimeout(max(min(left, LOOK_EVERY), 0.001))
        try:
            return line.recv(1 << 20)
        except TimeoutError:
            if left <= 0:
                raise
        # No limit of the system is for a process and its programs together.
        if memory_together(process) > limits.together:
            raise StoppedError("memory")


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
        if (module, name) in PLAIN:
            return super().find_class(module, name)
        if module.startswith(NOUNS) and "." not in name:
            found = super().find_class(module, name)
            # What a module of ours has only imported is as foreign as any other.
            if getattr(found, "__module__", "").startswith(NOUNS):
                return found
        raise pickle.UnpicklingError(f"{module}.{name} has no place in a result")


_SERVER = Server()
atexit.register(_SERVER.end)
