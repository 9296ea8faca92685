"""Confined processes: what they give back, how they are stopped, and what they cannot reach."""

import os
import resource
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from council_report.confinement import Limits, StoppedError, StopReason, confined
from council_report.model.location import Location
from council_report.model.message import Message

MEGABYTE = 1 << 20


def add(first: int, second: int) -> int:
    """The sum."""
    return first + second


def place(words: str) -> tuple[Location, Message]:
    """One of our nouns, and a message."""
    return Location("a.docx", paragraph=3), Message("not {words}", words=words)


def fill(megabytes: int) -> int:
    """As much memory as that, all of it touched; the peak in bytes is given back."""
    data = b"x" * (megabytes * MEGABYTE)
    return len(data) and resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def fill_with_help(megabytes: int) -> int:
    """As much memory as that here, and as much again in a program."""
    code = f"data = b'x' * {megabytes * MEGABYTE}; import time; time.sleep(5)"
    with subprocess.Popen([sys.executable, "-c", code]):
        return fill(megabytes)


def fail() -> None:
    """A mistake in a reader."""
    raise KeyError("sheet")


def run_out() -> None:
    """A reader that notices that its own helper took too long."""
    raise TimeoutError("pandoc")


def talk() -> None:
    """Words on every way out, from Python and from below it."""
    print("secret", flush=True)
    print("secret", file=sys.stderr, flush=True)
    os.write(1, b"secret")
    os.write(2, b"secret")


def connect(port: int) -> None:
    """A call to a listener on this machine."""
    with socket.create_connection(("127.0.0.1", port), timeout=1):
        pass


def connect_by_program(port: int) -> int:
    """The same from another program, which Python here cannot hold back."""
    code = f"import socket; socket.create_connection(('127.0.0.1', {port}), 1)"
    return subprocess.run([sys.executable, "-c", code], stderr=subprocess.DEVNULL).returncode


def spin() -> None:
    """Work without end."""
    while True:
        pass


def leave_behind(path: str) -> None:
    """A program that outlives the call, unless it is ended with it."""
    with subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"]) as program:
        Path(path).write_text(str(program.pid))


def write(path: str, megabytes: int) -> None:
    """A large file."""
    Path(path).write_bytes(bytes(megabytes * MEGABYTE))


def number() -> tuple[int, int]:
    """The numbers of this process and of the server that forked it."""
    return os.getpid(), os.getppid()


def strange() -> object:
    """A result that would make its reader call something."""

    class Strange:
        def __reduce__(self) -> tuple[Any, ...]:
            return os.system, ("true",)

    return Strange()


def borrow() -> None:
    """An answer that asks for something that a module of ours has only imported."""
    answer = b"(S'result'\nccouncil_report.model.message\nMapping\nt."
    send = socket.socket.sendall
    socket.socket.sendall = lambda line, *_: send(line, answer)  # type: ignore[method-assign]


def reason(function: Callable[..., object], *arguments: object, seconds: float = 9) -> StopReason:
    """Why a call was stopped."""
    with pytest.raises(StoppedError) as stopped:
        confined(function, *arguments, limits=Limits(seconds=seconds))
    return stopped.value.reason


def is_alive(process: int) -> bool:
    """Whether a process runs, soon to be ended ones given a moment."""
    deadline = time.monotonic() + 5
    while time.monotonic() < deadline:
        try:
            state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
        except OSError:
            return False
        if state == "Z":
            return False
        time.sleep(0.01)
    return True


def test_a_function_gives_its_result() -> None:
    """What the function returns comes back, our nouns and messages included."""
    assert confined(add, 2, 3) == 5
    assert confined(place, "read") == (
        Location("a.docx", paragraph=3),
        Message("not {words}", words="read"),
    )


def test_a_message_can_still_be_said_in_another_language() -> None:
    """A message that comes back knows the words it was made of."""
    _, message = confined(place, "lu")
    assert message.said({"not {words}": "pas {words}"}) == "pas lu"


def test_large_files_and_results_pass() -> None:
    """Tens of megabytes go in and come out."""
    assert confined(len, bytes(40 * MEGABYTE)) == 40 * MEGABYTE
    assert len(confined(bytes, 40 * MEGABYTE)) == 40 * MEGABYTE


def test_each_call_has_a_process_of_its_own() -> None:
    """Nothing that one file does to its process is there for the next one."""
    (first, server), (second, same) = confined(number), confined(number)
    assert len({first, second, os.getpid()}) == 3
    assert server == same


def test_endless_work_is_a_time_out() -> None:
    """Work that does not end is ended, soon after its time."""
    start = time.monotonic()
    assert reason(spin, seconds=0.3) == "time-out"
    assert reason(time.sleep, 60, seconds=0.3) == "time-out"
    assert time.monotonic() - start < 5


def test_a_helper_that_took_too_long_is_a_time_out() -> None:
    """A TimeoutError of the function is told apart from a mistake in it."""
    assert reason(run_out) == "time-out"


def test_too_much_memory_is_told() -> None:
    """A call that asks for more than there is ends, and no process ever has more than 512 MB."""
    assert reason(fill, 512) == "memory"
    assert confined(fill, 200) < 512 * MEGABYTE


def test_memory_is_counted_together_with_that_of_programs() -> None:
    """A call that keeps to its limit is stopped where a program it has started takes the rest."""
    assert reason(fill_with_help, 260) == "memory"


@pytest.mark.parametrize("function", [fail, os.abort, sys.exit])
def test_a_mistake_is_a_crash(
    function: Callable[[], None], capfd: pytest.CaptureFixture[str]
) -> None:
    """An exception, an abort or an exit is told as a crash, and nothing is printed."""
    assert reason(function) == "crash"
    assert capfd.readouterr() == ("", "")


def test_a_crash_says_what_happened_to_whoever_mends_it() -> None:
    """The words of the exception are kept, for a log."""
    with pytest.raises(StoppedError, match="KeyError: 'sheet'"):
        confined(fail)


def test_a_killed_process_is_a_crash() -> None:
    """A process that vanishes leaves its caller with an answer all the same."""
    assert reason(os.kill, 0, signal.SIGKILL) == "crash"


def test_nothing_is_printed(capfd: pytest.CaptureFixture[str]) -> None:
    """What a reader or a library says goes nowhere."""
    confined(talk)
    assert capfd.readouterr() == ("", "")


def test_a_result_is_made_of_our_nouns_only() -> None:
    """A process that a hostile file has taken over cannot make its caller do anything."""
    assert reason(strange) == "crash"
    assert reason(borrow) == "crash"


def test_the_network_is_out_of_reach() -> None:
    """A listener on this machine sees no connection, of Python or of any program it starts."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
        assert reason(connect, port) == "crash"
        assert confined(connect_by_program, port) != 0
        listener.settimeout(0.1)
        with pytest.raises(TimeoutError):
            listener.accept()


def test_a_program_started_by_it_ends_with_it(tmp_path: Path) -> None:
    """When a call is stopped, so is everything that it has started."""
    assert reason(leave_behind, str(tmp_path / "number"), seconds=1) == "time-out"
    assert not is_alive(int((tmp_path / "number").read_text()))


def test_files_it_writes_stay_small(tmp_path: Path) -> None:
    """A call cannot fill the disk."""
    assert reason(write, str(tmp_path / "a"), 65) == "crash"
    assert (tmp_path / "a").stat().st_size <= 64 * MEGABYTE


def test_calls_from_many_threads_do_not_mix() -> None:
    """A watcher and a workflow call from threads, several at once."""
    with ThreadPoolExecutor(8) as threads:
        assert list(threads.map(lambda n: confined(add, n, n), range(60))) == [
            2 * n for n in range(60)
        ]


def test_a_server_that_was_ended_is_started_again() -> None:
    """Somebody who ends the server costs nothing but a moment."""
    _, server = confined(number)
    os.kill(server, signal.SIGKILL)
    assert not is_alive(server)
    assert confined(add, 1, 1) == 2


def test_a_fork_of_the_program_has_a_server_of_its_own() -> None:
    """A process that was forked by other means does not share a line with its parent."""
    _, server = confined(number)
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        with suppress(BaseException):
            os.write(writing, b"same" if confined(number)[1] == server else b"other")
        os._exit(0)
    os.waitpid(child, 0)
    assert os.read(reading, 10) == b"other"
    for end in (reading, writing):
        os.close(end)


def test_nothing_is_left_of_a_program_that_ends() -> None:
    """Server, children and what they started end with the program, even when it is killed."""
    code = (
        "import os, signal, threading, time\n"
        "from tests.test_confinement import confined, number, spin\n"
        "threading.Thread(target=confined, args=(spin,), daemon=True).start()\n"
        "print(*confined(number), flush=True)\n"
        "time.sleep(60)\n"
    )
    command = [sys.executable, "-c", code]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        _, server = program.stdout.readline().split()
        children = Path(f"/proc/{server}/task/{server}/children").read_text().split()
        program.kill()
    assert children
    assert [number for number in (server, *children) if is_alive(int(number))] == []


def test_a_program_that_ends_by_itself_leaves_nothing_and_says_nothing() -> None:
    """There is no warning at the end of a program that has used confined processes."""
    code = "from tests.test_confinement import confined, number; print(*confined(number))"
    command = [sys.executable, "-X", "dev", "-W", "error", "-c", code]
    result = subprocess.run(command, capture_output=True, text=True, check=True)
    assert result.stderr == ""
    assert not is_alive(int(result.stdout.split()[1]))
