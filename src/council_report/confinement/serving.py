"""The server that forks confined processes, and what such a process does; started by ``server``.

It lives in a network of its own without connections, has no input or output but its sockets, and
ends, with all its children, when whoever started it ends.
"""

import gc
import importlib
import os
import pickle
import signal
import socket
import sys
from contextlib import suppress
from typing import Any

from council_report.confinement.limits import (
    Limits,
    apply,
    die_with,
    leave_network,
    refuse_network,
)


def serve() -> None:
    """Fork a child for every line that arrives, until nobody is there to send one."""
    leave_network()
    # What the first children would otherwise look up each for itself.
    pickle.dumps(Limits())
    children: set[int] = set()
    with socket.socket(fileno=int(sys.argv[1])) as control:
        os.set_inheritable(control.fileno(), False)
        while True:
            try:
                names, lines, _, _ = socket.recv_fds(control, 1 << 16, 1)
            except ConnectionError:
                names, lines = b"", []
            if not lines:
                break
            # A child is a zombie until the next one is asked for: its number is not given to
            # another process while its caller may still be ending what it left behind.
            _forget_ended(children)
            _import(names.decode().split("\n"))
            child = _forked(control, socket.socket(fileno=lines[0]))
            children.add(child)
            with suppress(ConnectionError):
                control.send(str(child).encode())
    for child in children:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(child, signal.SIGKILL)


def _forget_ended(children: set[int]) -> None:
    for child in tuple(children):
        if os.waitpid(child, os.WNOHANG)[0]:
            children.discard(child)


def _import(names: list[str]) -> None:
    """Import modules, for all children to come; one that cannot be is the child's to report."""
    new = [name for name in names if name not in sys.modules]
    for name in new:
        with suppress(Exception):
            importlib.import_module(name)
    if new:
        gc.collect()
        gc.freeze()


def _forked(control: socket.socket, line: socket.socket) -> int:
    server = os.getpid()
    child = os.fork()
    if not child:
        try:
            control.close()
            os.set_inheritable(line.fileno(), False)
            die_with(server)
            _work(line)
        finally:
            os._exit(0)
    line.close()
    # Before its number is known to the caller, who will end the group by it.
    os.setpgid(child, child)
    return child


def _work(line: socket.socket) -> None:
    """Do what the line asks for, and answer."""
    try:
        answer = pickle.dumps(("result", _called(line)))
    except MemoryError:
        answer = pickle.dumps(("memory", ""))
    except TimeoutError as error:
        answer = pickle.dumps(("time-out", str(error)))
    except BaseException as error:
        answer = pickle.dumps(("crash", f"{type(error).__name__}: {error}"[:1000]))
    line.sendall(answer)
    line.shutdown(socket.SHUT_WR)


def _called(line: socket.socket) -> Any:
    with line.makefile("rb") as stream:
        request = stream.read()
    # From our own caller, through a line that nobody else holds.
    limits, function, arguments = pickle.loads(request)  # noqa: S301 - see above
    del request
    apply(limits)
    refuse_network()
    return function(*arguments)
