"""What a confined process may use, and how it is held to that."""

import ctypes
import os
import resource
import signal
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

NEW_USERS, NEW_NETWORK = 0x10000000, 0x40000000
"""Flags of unshare(2) on Linux."""

DIE_WITH_PARENT = 1
"""PR_SET_PDEATHSIG of prctl(2)."""

NETWORK = ("socket.bind", "socket.connect", "socket.get", "socket.send")
"""How the names of audit events begin that reach for the network."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Bytes of memory and of any file written, and seconds from beginning to end.

    ``memory`` is the address space of each process, so that what it really uses is always less;
    ``together`` is what the process and all that it has started really use, looked at often
    enough that it is hardly ever passed by more than a tenth.
    """

    memory: int = 480 << 20
    together: int = 450 << 20
    file_size: int = 64 << 20
    seconds: float = 9.0


def apply(limits: Limits) -> None:
    """Hold this process, and all that it starts, to the limits."""
    # The clock of the caller stops a child; the processor's is for children whose caller died.
    processor = int(limits.seconds) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (processor, processor))
    resource.setrlimit(resource.RLIMIT_FSIZE, (limits.file_size, limits.file_size))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_AS, (limits.memory, limits.memory))


def leave_network() -> None:
    """Move this process to a network of its own, without any connection, where that is allowed."""
    system = ctypes.CDLL(None, use_errno=True)
    if hasattr(system, "unshare") and system.unshare(NEW_NETWORK) != 0:
        system.unshare(NEW_USERS | NEW_NETWORK)


def refuse_network() -> None:
    """Let Python itself refuse whatever reaches for the network, from now on."""
    sys.addaudithook(_refuse)


def _refuse(event: str, _: object) -> None:
    if event.startswith(NETWORK):
        raise PermissionError("a confined process has no network")


def die_with(parent: int) -> None:
    """End this process when its parent ends, in whatever way."""
    system = ctypes.CDLL(None, use_errno=True)
    if hasattr(system, "prctl"):
        system.prctl(DIE_WITH_PARENT, signal.SIGKILL)
    if os.getppid() != parent:
        os.kill(os.getpid(), signal.SIGKILL)


def memory_together(process: int) -> int:
    """How many bytes of memory a process and all that it has started use; 0 where none can tell."""
    folder, used = Path(f"/proc/{process}"), 0
    with suppress(OSError):  # It may end at any moment.
        used = int((folder / "statm").read_text().split()[1]) * resource.getpagesize()
        for thread in (folder / "task").iterdir():
            for child in (thread / "children").read_text().split():
                used += memory_together(int(child))
    return used
