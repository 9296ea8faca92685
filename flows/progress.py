"""How far a build has come, told to whoever listens."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

Listener = Callable[[str, float], None]
"""Receives the name of the step that begins, and the percentage of the build behind it."""

PHASES = {
    "assemble": 20.0,
    "render": 25.0,
    "compare": 35.0,
    "convert": 45.0,
    "store": 90.0,
}
"""How much of a build is behind when a step begins, by the first word of its name; else nothing."""

_listeners: ContextVar[tuple[Listener, ...]] = ContextVar("listeners", default=())


@contextmanager
def heard_by(listener: Listener) -> Iterator[None]:
    """Let a listener hear of every step begun inside this context."""
    token = _listeners.set((*_listeners.get(), listener))
    try:
        yield
    finally:
        _listeners.reset(token)


def report(name: str) -> None:
    """Tell every listener that a step begins."""
    percentage = PHASES.get(name.split()[0], 0.0)
    for listener in _listeners.get():
        listener(name, percentage)
